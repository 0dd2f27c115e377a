"""A coordinator gives a team another name, or closes it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option, Text, When
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.turn import Turn
from storage import join_codes, teams, tree_changes
from storage.fold import fold
from storage.records.team import TeamCard
from storage.records.tree_change import ChangeKind, TreeChange


def _renamed(draft: Any) -> bool:
    return bool(draft.what == ChangeKind.RENAMED)


class ChangeTeamForm(Form):
    """``team`` is known from the button or was chosen before."""

    name: ClassVar[str] = "change_team"

    what: Annotated[str | None, Choice()] = None
    team_name: Annotated[str | None, Text(max=80, min=3, one_line=True), When(_renamed)] = None
    team: str = ""


class ChangeTeam(Conversation):
    """See the module. Nothing that was summed moves."""

    name = "change_team"
    access = Access.COORDINATOR
    form = ChangeTeamForm

    def needs(self, opening: Opening) -> Needs:
        """The team, and those beside which its name must stay its own."""
        yield from leading.needs(opening, self.name)
        yield teams.of_tenant.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Which team, then what."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        return Begin({"team": team.id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """What can be done."""
        return [
            Option(ChangeKind.RENAMED, turn.text("change-team-renamed")),
            Option(ChangeKind.CLOSED, turn.text("change-team-closed")),
        ]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A name that is free in the commune."""
        team = leading.team(turn, str(draft.get("team") or ""))
        if team is None:
            return None
        if field == "team_name" and self._taken(turn, self._after(team, draft)):
            return turn.text("new-team-taken")
        return None

    def summary(self, turn: Turn, lines: str) -> str:
        """Before and after."""
        draft = turn.session.draft if turn.session else {}
        team = leading.team(turn, str(draft.get("team") or ""))
        return (
            turn.text("team-gone") if team is None else self._told(turn, "change-team-summary", team, draft)
        )

    def finish(self, turn: Turn, draft: ChangeTeamForm) -> None:
        """It holds from today; a closed team's codes are worthless at once."""
        team, said = leading.team(turn, draft.team), draft.model_dump()
        after = self._after(team, said) if team else None
        if team is None or after is None or not may_lead(turn.actor, after) or self._taken(turn, after):
            turn.say(turn.text("team-gone"), self.way_back(turn))
            return
        kind = ChangeKind(draft.what or "")
        if kind is ChangeKind.CLOSED:
            after = after.model_copy(update={"closed_at": turn.now})
            turn.note(join_codes.revoked_for_team((team.tenant, team.id), turn.now))
        change = TreeChange(
            tenant=team.tenant,
            id=turn.new_id(),
            kind=kind,
            from_key=team.id,
            was=team.name,
            now_is="" if kind is ChangeKind.CLOSED else after.name,
            effective_on=turn.today_on.isoformat(),
            made_by=turn.actor.key[1],
            made_at=turn.now,
            done_at=turn.now,
        )
        turn.note(tree_changes.changed(after), tree_changes.noted(change))
        said_done = self._told(turn, "change-team-done", team, said)
        back = Button(turn.text("team-others"), action("team", leading.FIRST_PAGE))
        turn.say(marked(turn.words, said_done, exercise=team.exercise), [[back]])

    def _told(self, turn: Turn, key: str, team: TeamCard, draft: Mapping[str, Any]) -> str:
        after = self._after(team, draft)
        return turn.text(
            key,
            what=str(draft.get("what")),
            team=team.name,
            name=after.name,
        )

    def _after(self, team: TeamCard, draft: Mapping[str, Any]) -> TeamCard:
        """The team as it will be."""
        name = draft.get("team_name") if draft.get("what") == ChangeKind.RENAMED else None
        return team.model_copy(update={"name": name or team.name})

    def _taken(self, turn: Turn, after: TeamCard) -> bool:
        known = turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
        return any(
            one.id != after.id and one.unit_code == after.unit_code and fold(one.name) == fold(after.name)
            for one in known
        )
