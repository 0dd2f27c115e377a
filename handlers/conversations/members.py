"""Who is in the team; whoever does not come any more is let go, with what they did still counted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, ClassVar

from handlers import leading, leaving
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.outgoing import best
from handlers.permissions import Access
from handlers.turn import Turn
from handlers.wish import wording
from locales import words
from locales.formats import sort_name
from storage import people, teams
from storage.fold import fold
from storage.people import Member
from storage.records.membership import Role
from storage.records.team import TeamCard

LET_GO = "let"
MOST = 90
"""Names offered, and told."""


class MembersForm(Form):
    """Whom to let go, of a team that is known."""

    name: ClassVar[str] = "members"

    who: Annotated[str | None, Choice()] = None
    team: str = ""


class Members(Conversation):
    """See the module. Leaders and deputies hand over first (``hand_over``)."""

    name = "members"
    access = Access.LEADER
    form = MembersForm

    def takes(self, rest: str) -> bool:
        """Whom to let go: "cho Mai Anh rời đội"; not "cho em rời đội", which is one's own wish."""
        return wording().names(_named(rest))

    def needs(self, opening: Opening) -> Needs:
        """The team with its members and how they are reached, or the membership that is taken back."""
        yield from leaving.needs(opening.actor.tenant, opening.arg)
        if opening.arg.startswith(leaving.UNDO):
            yield teams.of_tenant.of(opening.actor.tenant)
            return
        if _named(opening.arg):
            opening = replace(opening, arg="")
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield people.team_contacts.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The names by role; ask whom to let go; or take that back."""
        if arg.startswith(leaving.UNDO):
            self._undo(turn, arg)
            return None
        named = _named(arg)
        arg = "" if named else arg
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        if (named or arg.partition(":")[2] == LET_GO) and (there := self._volunteers(turn, team)):
            meant = [one.id for one in there if named and f" {named}" in f" {fold(one.name)}"]
            return Begin({"team": team.id} | ({"who": meant[0]} if len(meant) == 1 else {}))
        self._list(turn, team)
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Everybody who leads nothing."""
        team = leading.of_form(turn)
        return [Option(one.id, one.name) for one in self._volunteers(turn, team)[:MOST]] if team else []

    def summary(self, turn: Turn, lines: str) -> str:
        """Whom, and what follows."""
        team = leading.of_form(turn)
        one = (
            self._chosen(turn, team, str(turn.session.draft.get("who", "")))
            if team and turn.session
            else None
        )
        return turn.text("members-summary", name=one.name if one else "", team=team.name if team else "")

    def finish(self, turn: Turn, draft: MembersForm) -> None:
        """They are out and hear of it; their figures stay."""
        team = leading.team(turn, draft.team)
        one = self._chosen(turn, team, draft.who or "") if team else None
        if team is None or one is None:
            turn.say(turn.text("members-gone"), [[Button(turn.text("menu-team"), action("team"))]])
            return
        leaving.left(turn, one)
        known = turn.facts.get(people.team_contacts.of((team.tenant, team.id))) or []
        contact = best(each for each in known if each.person_id == one.person_id)
        leaving.tell(turn, contact, team, "members-for-you")
        said = turn.text("members-done", name=one.name, team=team.name)
        again = Button(turn.text("members-see"), action(self.name, team.id))
        turn.say(said, [[leaving.undo(turn, self.name, one), again]])

    def _list(self, turn: Turn, team: TeamCard) -> None:
        found = self._members(turn, team)
        said = turn.text(
            "members-all",
            team=team.name,
            leaders=_names(found, Role.LEADER) or "–",
            deputies=_names(found, Role.DEPUTY) or "–",
            count=len(self._volunteers(turn, team)),
            volunteers=_names(found, Role.VOLUNTEER) or "–",
        )
        let_go = Button(turn.text("members-let-go"), action(self.name, f"{team.id}:{LET_GO}"))
        code = Button(turn.text("team-join-code"), action("join_code", team.id))
        back = leading.back(turn, team)
        rows = [[code, let_go] if self._volunteers(turn, team) else [code], [back]]
        turn.say(marked(turn.words, said, exercise=team.exercise), rows)

    def _undo(self, turn: Turn, arg: str) -> None:
        """Of a team that whoever asks leads; they hear that it was a mistake."""
        was = leaving.lately(turn, arg, people.LET_GO)
        cards = turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
        team = next((one for one in cards if was is not None and one.id == was.team_id), None)
        if was is None or team is None or not turn.leads(team):
            turn.say(turn.text("undo-too-late"))
            return
        leaving.back(turn, was)
        known = turn.facts.get(people.contacts_of.of((was.tenant, was.person_id))) or []
        leaving.tell(turn, best(known), team, "members-again-for-you")
        turn.say(
            turn.text("members-undone"), [[Button(turn.text("members-see"), action(self.name, team.id))]]
        )

    def _members(self, turn: Turn, team: TeamCard) -> list[Member]:
        found = turn.facts.get(people.members.of((team.tenant, team.id))) or []
        return sorted((one for one in found if not one.pending), key=lambda one: sort_name(one.name))

    def _volunteers(self, turn: Turn, team: TeamCard) -> list[Member]:
        return [one for one in self._members(turn, team) if one.role is Role.VOLUNTEER]

    def _chosen(self, turn: Turn, team: TeamCard, member_id: str) -> Member | None:
        return next((one for one in self._volunteers(turn, team) if one.id == member_id), None)


def _named(said: str) -> str:
    """The name in "bạn Mai Anh rời đội giúp anh", folded and without courtesy; empty where it is none."""
    for way in words("vi").listed("members-leaves"):
        name, found, _ = f" {fold(said)} ".partition(f" {fold(way)} ")
        if found:
            return wording().called(name)
    return ""


def _names(found: Sequence[Member], role: Role) -> str:
    named = [one.name for one in found if one.role is role]
    return ", ".join(named[:MOST]) + (" …" if len(named) > MOST else "")
