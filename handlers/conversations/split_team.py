"""Part of a team becomes a team of its own: its name, and who goes along."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import leading, regrouping
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, Many, Option, Text
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import sort_name
from storage import people, teams
from storage.people import Member
from storage.records.membership import Membership, Role
from storage.records.team import Team, TeamCard
from storage.records.tree_change import ChangeKind

MOST = 90
"""Names on one list: a keyboard of Telegram has a hundred buttons."""
SHOWN = 8
"""Names that are told before it is done."""


class SplitTeamForm(Form):
    """``team`` is known from the button or was chosen before."""

    name: ClassVar[str] = "split_team"

    team_name: Annotated[str | None, Text(max=80, min=3, one_line=True)] = None
    who: Annotated[tuple[str, ...], Many(whole=True)] = ()
    team: str = ""


class SplitTeam(Conversation):
    """See the module. Whoever leads and goes along leads there; what was counted stays with the old team."""

    name = "split_team"
    access = Access.COORDINATOR
    form = SplitTeamForm

    def needs(self, opening: Opening) -> Needs:
        """The team with its people, and those beside which the new name must be its own."""
        yield from leading.needs(opening, self.name)
        yield teams.of_tenant.of(opening.actor.tenant)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Which team, then how the new one is called."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        if not self._members(turn, team.id):
            turn.say(turn.text("split-team-nobody", team=team.name), [[regrouping.others(turn)]])
            return None
        return Begin({"team": team.id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Everybody in the team."""
        draft = turn.session.draft if turn.session else {}
        found = self._members(turn, str(draft.get("team") or ""))
        return [Option(one.person_id, one.name) for one in found[:MOST]]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A name that is free in the commune."""
        team = leading.team(turn, str(draft.get("team") or ""))
        if field == "team_name" and team is not None and regrouping.taken(turn, self._new(turn, team, draft)):
            return turn.text("new-team-taken")
        return None

    def summary(self, turn: Turn, lines: str) -> str:
        """Who goes along, and how many stay."""
        draft = turn.session.draft if turn.session else {}
        team = leading.team(turn, str(draft.get("team") or ""))
        if team is None:
            return turn.text("team-gone")
        chosen = self._chosen(turn, team.id, draft.get("who") or ())
        names = ", ".join(one.name for one in chosen[:SHOWN])
        return turn.text(
            "split-team-summary",
            team=team.name,
            name=str(draft.get("team_name")),
            names=names or "none",
            more=max(0, len(chosen) - SHOWN),
            count=len(chosen),
            stay=len(self._members(turn, team.id)) - len(chosen),
        )

    def finish(self, turn: Turn, draft: SplitTeamForm) -> None:
        """The new team is there at once, with whoever was chosen."""
        team = leading.team(turn, draft.team)
        made = self._new(turn, team, draft.model_dump()) if team else None
        if team is None or made is None or regrouping.taken(turn, made):
            turn.say(turn.text("team-gone"), self.way_back(turn))
            return
        chosen = self._chosen(turn, team.id, draft.who)
        turn.note(teams.saved(made))
        for one in chosen:
            there = {"id": turn.new_id(), "team_id": made.id, "from_at": turn.now}
            kept = one.model_dump(include=set(Membership.model_fields))
            turn.note(people.ended(one, turn.now), people.joined(Membership(**{**kept, **there})))
        change = regrouping.noted(turn, ChangeKind.SPLIT, team, made)
        led = any(one.role is Role.LEADER for one in chosen)
        said = turn.text("split-team-done", name=made.name, count=len(chosen), led="yes" if led else "no")
        rows = [[regrouping.undo(turn, change)], [self._leader(turn, made), regrouping.others(turn)]]
        turn.say(marked(turn.words, said, exercise=team.exercise), rows)

    def _leader(self, turn: Turn, made: Team) -> Button:
        return Button(turn.text("split-team-leader"), action("hand_over", made.id))

    def _new(self, turn: Turn, team: TeamCard, draft: dict[str, Any]) -> Team:
        fresh = {"id": turn.new_id(), "name": str(draft.get("team_name") or ""), "created_at": turn.now}
        kept = team.model_dump(include={"tenant", "unit_code", "organisation_id", "campaign_id"})
        return Team(**kept, **fresh, digest_minute=team.digest_minute)

    def _members(self, turn: Turn, team_id: str) -> list[Member]:
        found = turn.facts.get(people.members.of((turn.actor.tenant, team_id))) or []
        return sorted(found, key=lambda one: (sort_name(one.name), one.id))

    def _chosen(self, turn: Turn, team_id: str, who: Sequence[str]) -> list[Member]:
        return [one for one in self._members(turn, team_id) if one.person_id in who]
