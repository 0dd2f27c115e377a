"""A role of a team changes hands in two taps: who, and for how long; the other accepts in their own chat."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import leading, roles
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import given_name, sort_name
from storage import people, role_offers
from storage.people import Member
from storage.records.membership import Role
from storage.records.role_offer import OfferKind, OfferState, RoleOffer
from storage.records.team import TeamCard

TERMS = {"for_good": None, "week": 7, "fortnight": 14, "month": 30}
"""How long somebody else has the role: days, or for good."""
_BACK = "back"


class HandOverForm(Form):
    """``team`` and ``role`` are known from the button."""

    name: ClassVar[str] = "hand_over"
    summary: ClassVar[bool] = False

    who: Annotated[str | None, Choice()] = None
    term: Annotated[str | None, Choice()] = None
    team: str = ""
    role: str = "leader"


class HandOver(Conversation):
    """See the module. The leader hands over their own role or names a deputy; coordinators above do so for
    any team. Who hands over is a volunteer of the team meanwhile; where it is for a time they have it back.
    """

    name = "hand_over"
    access = Access.LEADER
    form = HandOverForm

    def guards(self, arg: str) -> bool:
        """Giving a role; not looking who has it."""
        return bool(arg.partition(":")[2])

    def needs(self, opening: Opening) -> Needs:
        """The team with its people, their chats, and what is offered already."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield people.team_contacts.of(key)
            yield role_offers.of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Who holds what, or the question for one role."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        verb = arg.partition(":")[2]
        if team is None:
            leading.choose(turn, self.name, arg)
        elif not self._may(turn, team):
            turn.say(turn.text("hand-over-not-yours"), [[self._to_team(turn, team)]])
        elif verb == _BACK:
            self._take_back(turn, team)
        elif verb.startswith("end-"):
            self._end(turn, team, verb.removeprefix("end-"))
        elif verb in (Role.LEADER, Role.DEPUTY) and self._able(turn, team, verb):
            return Begin({"team": team.id, "role": verb})
        else:
            self._show(turn, team)
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The members who do not have the role, or how long."""
        if field == "term":
            return [Option(one, turn.text(f"hand-over-term-{one.replace('_', '-')}")) for one in TERMS]
        draft = turn.session.draft if turn.session else {}
        team = leading.team(turn, str(draft.get("team") or ""))
        able = self._able(turn, team, str(draft.get("role"))) if team else []
        return [Option(one.person_id, one.name) for one in able]

    def question(self, turn: Turn, field: Any, draft: dict[str, Any]) -> str:
        """With the role that is meant."""
        role = turn.text("role-named", role=str(draft.get("role")))
        return turn.text(self.key(field.name), role=role)

    def finish(self, turn: Turn, draft: HandOverForm) -> None:
        """Offer it; nothing changes before the other says yes."""
        team = leading.team(turn, draft.team)
        able = self._able(turn, team, draft.role) if team else []
        to = next((one for one in able if one.person_id == draft.who), None)
        if team is None or to is None or not self._may(turn, team):
            turn.say(turn.text("team-gone"), self.way_back(turn))
            return
        offer = self._offer(turn, team, to, draft)
        for before in self._open(turn, team):
            if before.person_id == to.person_id or before.role == Role.LEADER == offer.role:
                turn.note(*roles.closed(turn, before, OfferState.WITHDRAWN))
        turn.note(role_offers.added(offer))
        given = {"role": roles.named(turn, offer), "place": team.name}
        rows = [roles.answers(turn, offer)]
        contact = best(
            one
            for one in turn.facts.get(people.team_contacts.of((team.tenant, team.id))) or []
            if one.person_id == to.person_id
        )
        if contact is not None:
            asked = marked(turn.words, turn.text("role-offer-asks", **given), exercise=team.exercise)
            turn.tell(contact, Outbound(asked, tuple(map(tuple, rows)), lane=Lane.ROLE))
        key = "hand-over-offered" if contact else "hand-over-no-chat"
        said = turn.text(key, name=given_name(to.name), **given)
        turn.say(said, [[self._button(turn, team, _BACK)], [self._to_team(turn, team)]])

    def _offer(self, turn: Turn, team: TeamCard, to: Member, draft: HandOverForm) -> RoleOffer:
        days, role = TERMS[draft.term or "for_good"], Role(draft.role)
        leaders = [one for one in self._members(turn, team) if one.role is Role.LEADER]
        own = next((one for one in leaders if one.person_id == turn.actor.key[1]), None)
        giver = own or (leaders[0] if leaders else None)
        handed = role is Role.LEADER and giver is not None
        return RoleOffer(
            tenant=team.tenant,
            id=turn.new_id(),
            kind=OfferKind.HANDOVER if handed else OfferKind.APPOINT,
            person_id=to.person_id,
            team_id=team.id,
            role=role,
            from_person_id=giver.person_id if handed and giver else "",
            offered_by=turn.actor.key[1],
            ends_on=(turn.today_on + timedelta(days=days)).isoformat() if days else "",
            created_at=turn.now,
        )

    def _show(self, turn: Turn, team: TeamCard) -> None:
        members = self._members(turn, team)
        names = {
            role: ", ".join(one.name for one in members if one.role is role)
            for role in (Role.LEADER, Role.DEPUTY)
        }
        waiting = self._open(turn, team)
        said = turn.text(
            "hand-over-board",
            team=team.name,
            leaders=names[Role.LEADER] or turn.text("hand-over-nobody"),
            deputies=names[Role.DEPUTY] or turn.text("hand-over-nobody"),
            waiting="; ".join(f"{given_name(one.name)}, {roles.named(turn, one)}" for one in waiting)
            or "none",
        )
        rows = [[self._button(turn, team, role) for role in (Role.LEADER, Role.DEPUTY)]]
        rows += [
            [
                Button(
                    turn.text("hand-over-end", name=given_name(one.name)),
                    action(self.name, f"{team.id}:end-{one.id[-12:]}"),
                )
            ]
            for one in members
            if one.role is Role.DEPUTY
        ]
        if waiting:
            rows.append([self._button(turn, team, _BACK)])
        turn.say(said, [*rows, [self._to_team(turn, team)]])

    def _end(self, turn: Turn, team: TeamCard, ending: str) -> None:
        """A deputy is a volunteer again; the time as a deputy stays in the history."""
        held = [one for one in self._members(turn, team) if one.role is Role.DEPUTY]
        found = next((one for one in held if one.id.endswith(ending)), None)
        if found is None:
            self._show(turn, team)
            return
        turn.note(*roles.stepped_down(turn, found))
        said = turn.text("hand-over-ended", name=given_name(found.name), team=team.name)
        turn.say(said, [[self._to_team(turn, team)]])

    def _take_back(self, turn: Turn, team: TeamCard) -> None:
        waiting = self._open(turn, team)
        for one in waiting:
            turn.note(*roles.closed(turn, one, OfferState.WITHDRAWN))
        key = "hand-over-taken-back" if waiting else "role-offer-gone"
        turn.say(turn.text(key), [[self._to_team(turn, team)]])

    def _may(self, turn: Turn, team: TeamCard) -> bool:
        """The leader may, and coordinators above; a deputy may not give away what is the leader's."""
        mine = [one for one in turn.actor.memberships if one.team_id == team.id]
        return any(one.role is Role.LEADER for one in mine) or team.id not in turn.actor.led

    def _able(self, turn: Turn, team: TeamCard, role: str) -> list[Member]:
        """Members who could have the role and do not, by name."""
        lower = (Role.VOLUNTEER, Role.DEPUTY) if role == Role.LEADER else (Role.VOLUNTEER,)
        found = [one for one in self._members(turn, team) if one.role in lower]
        return sorted(found, key=lambda one: sort_name(one.name))

    def _open(self, turn: Turn, team: TeamCard) -> list[role_offers.OfferCard]:
        """What was offered here in the chat and waits; lists are the coordinators' business."""
        found = turn.facts.get(role_offers.of_team.of((team.tenant, team.id))) or []
        return [one for one in found if one.kind is not OfferKind.IMPORT]

    def _members(self, turn: Turn, team: TeamCard) -> list[Member]:
        found = turn.facts.get(people.members.of((team.tenant, team.id))) or []
        return [one for one in found if not one.pending]

    def _button(self, turn: Turn, team: TeamCard, verb: str) -> Button:
        return Button(turn.text(f"hand-over-{verb}"), action(self.name, f"{team.id}:{verb}"))

    def _to_team(self, turn: Turn, team: TeamCard) -> Button:
        return leading.back(turn, team)
