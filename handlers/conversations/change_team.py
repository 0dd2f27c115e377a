"""A coordinator gives a team another name, moves it, merges it into another, or closes it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import leading, regrouping, roles
from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.engine import Choice, Form, Option, Text, When
from handlers.exercise import marked
from handlers.permissions import Access, may_lead
from handlers.turn import Turn
from locales.formats import near_day, sort_name
from storage import join_codes, people, role_offers, teams, tree_changes
from storage.records.membership import Membership, Role
from storage.records.role_offer import OfferState
from storage.records.team import TeamCard
from storage.records.tree_change import ChangeKind

KINDS = (ChangeKind.RENAMED, ChangeKind.MOVED, ChangeKind.MERGED, ChangeKind.CLOSED)
MOST = 20
"""Communes or teams offered at once."""


def _renamed(draft: Any) -> bool:
    return bool(draft.what == ChangeKind.RENAMED)


def _moved(draft: Any) -> bool:
    return bool(draft.what == ChangeKind.MOVED)


def _merged(draft: Any) -> bool:
    return bool(draft.what == ChangeKind.MERGED)


class ChangeTeamForm(Form):
    """``team`` is known from the button or was chosen before."""

    name: ClassVar[str] = "change_team"

    what: Annotated[str | None, Choice()] = None
    team_name: Annotated[str | None, Text(max=80, min=3, one_line=True), When(_renamed)] = None
    commune: Annotated[str | None, Text(max=120, one_line=True), When(_moved)] = None
    unit: Annotated[str | None, Choice(sole=True), When(_moved)] = None
    into: Annotated[str | None, Choice(), When(_merged)] = None
    team: str = ""


class ChangeTeam(Conversation):
    """See the module. Nothing that was counted moves: a team that moves counts in its new commune from
    tomorrow on, and the figures of one that is merged stay with it."""

    name = "change_team"
    access = Access.COORDINATOR
    form = ChangeTeamForm

    def needs(self, opening: Opening) -> Needs:
        """The team, and those beside which its name must stay its own."""
        yield from leading.needs(opening, self.name)
        yield teams.of_tenant.of(opening.actor.tenant)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield role_offers.of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Which team, then what."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        return Begin({"team": team.id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """What can be done; the communes that were meant; the teams beside it."""
        draft = turn.session.draft if turn.session else {}
        if field == "unit":
            found = self._meant(turn, str(draft.get("commune") or ""))
            return [Option(code, leading.unit_named(turn, code)) for code in found[:MOST]]
        beside = self._beside(turn, leading.team(turn, str(draft.get("team") or "")))
        if field == "into":
            return [Option(one.id, one.name) for one in beside[:MOST]]
        kinds = [kind for kind in KINDS if kind is not ChangeKind.MERGED or beside]
        return [Option(kind, turn.text(f"change-team-{kind}")) for kind in kinds]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A name that is free in the commune."""
        team = leading.team(turn, str(draft.get("team") or ""))
        if team is None:
            return None
        if field == "commune" and not self._meant(turn, draft["commune"]):
            return turn.text("change-team-no-commune", said=draft["commune"])
        if field in ("team_name", "unit") and regrouping.taken(turn, self._after(team, draft)):
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
        """A name holds from today, a commune counts from tomorrow; a closed team's codes are worthless."""
        team, said = leading.team(turn, draft.team), draft.model_dump()
        after = self._after(team, said) if team else None
        lost = draft.what == ChangeKind.MERGED and self._into(turn, said) is None
        if (
            team is None
            or after is None
            or not may_lead(turn.actor, after)
            or regrouping.taken(turn, after)
            or lost
        ):
            turn.say(turn.text("team-gone"), self.way_back(turn))
            return
        change = self._change(turn, team, after, said)
        said_done = self._told(turn, "change-team-done", team, said)
        turn.say(
            marked(turn.words, said_done, exercise=team.exercise),
            [[regrouping.undo(turn, change), regrouping.others(turn)]],
        )

    def _change(self, turn: Turn, team: TeamCard, after: TeamCard, draft: Mapping[str, Any]) -> str:
        """What is written; the id of the change."""
        kind = ChangeKind(draft["what"])
        if kind is ChangeKind.MOVED:
            tomorrow, change = (turn.today_on + timedelta(days=1)).isoformat(), turn.new_id()
            by = turn.actor.key[1]
            turn.note(*tree_changes.moved(team, after.unit_code, change, by, turn.now, tomorrow))
            return change
        into = self._into(turn, draft) if kind is ChangeKind.MERGED else None
        if kind is not ChangeKind.RENAMED:
            after = after.model_copy(update={"closed_at": turn.now})
            turn.note(join_codes.revoked_for_team((team.tenant, team.id), turn.now))
        if into is not None:
            self._move_people(turn, team, into)
        turn.note(tree_changes.changed(after))
        now_is = after.name if kind is ChangeKind.RENAMED else ""
        return regrouping.noted(turn, kind, team, into, now_is)

    def _move_people(self, turn: Turn, team: TeamCard, into: TeamCard) -> None:
        """They are volunteers there, newcomers still wait; whoever leads there goes on leading."""
        for one in turn.facts.get(people.members.of((team.tenant, team.id))) or []:
            there = {"id": turn.new_id(), "team_id": into.id, "role": Role.VOLUNTEER, "from_at": turn.now}
            kept = one.model_dump(include=set(Membership.model_fields))
            turn.note(people.ended(one, turn.now), people.joined(Membership(**{**kept, **there})))
        for offer in turn.facts.get(role_offers.of_team.of((team.tenant, team.id))) or []:
            turn.note(*roles.closed(turn, offer, OfferState.WITHDRAWN))

    def _told(self, turn: Turn, key: str, team: TeamCard, draft: Mapping[str, Any]) -> str:
        after = self._after(team, draft)
        return turn.text(
            key,
            what=str(draft.get("what")),
            team=team.name,
            name=after.name,
            unit=leading.unit_named(turn, after.unit_code),
            into=getattr(self._into(turn, draft), "name", ""),
            day=near_day(turn.today_on + timedelta(days=1), turn.words.language),
        )

    def _after(self, team: TeamCard, draft: Mapping[str, Any]) -> TeamCard:
        """The team as it will be."""
        what, update = draft.get("what"), dict[str, Any]()
        if what == ChangeKind.RENAMED and draft.get("team_name"):
            update["name"] = draft["team_name"]
        if what == ChangeKind.MOVED and draft.get("unit"):
            update["unit_code"] = draft["unit"]
        return team.model_copy(update=update)

    def _meant(self, turn: Turn, words: str) -> list[str]:
        """The communes that words or a code may mean, of those that whoever asks coordinates."""
        units, tenant = turn.desk.units, turn.actor.tenant
        by_code = units.unit(words.strip()) if words.strip().isdecimal() else None
        found = [by_code] if by_code else [one.unit for one in units.communes(words, tenant)]
        own = turn.actor.coordinated
        return [one.code for one in found if one.parent and (tenant in own or one.code in own)]

    def _beside(self, turn: Turn, team: TeamCard | None) -> list[TeamCard]:
        """The other teams of its commune, by name."""
        known = turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
        found = [one for one in known if team and one.id != team.id and one.unit_code == team.unit_code]
        return sorted(found, key=lambda one: (sort_name(one.name), one.id))

    def _into(self, turn: Turn, draft: Mapping[str, Any]) -> TeamCard | None:
        team = leading.team(turn, str(draft.get("team") or ""))
        return next((one for one in self._beside(turn, team) if one.id == draft.get("into")), None)
