"""A unit changes hands in two taps: who coordinates it, and for how long; the other accepts."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import inviting, leading, roles
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Name, Option, When
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access, Actor
from handlers.turn import Turn
from locales.formats import given_name, sort_name
from storage import expected, join_codes, people, role_offers
from storage.people import Member
from storage.records.membership import Role
from storage.records.role_offer import OfferKind, OfferState, RoleOffer
from storage.records.roster import Expected
from storage.records.unit import CENTRE

TERMS = {"for_good": None, "week": 7, "fortnight": 14, "month": 30}
"""How long somebody else has the unit: days, or for good."""
MOST = 20
"""People offered at once; anybody can have it by a personal code."""
_SOMEBODY = "new"
_GIVE, _BACK, _LEAVE = "give", "back", "leave"


def _newcomer(draft: Any) -> bool:
    return bool(draft.who == _SOMEBODY)


class HandOverUnitForm(Form):
    """``unit`` is known from the button. Somebody who is not on the bot yet has a name."""

    name: ClassVar[str] = "hand_over_unit"
    summary: ClassVar[bool] = False

    who: Annotated[str | None, Choice(sole=True)] = None
    their_name: Annotated[str | None, Name(), When(_newcomer)] = None
    term: Annotated[str | None, Choice()] = None
    unit: str = ""


class HandOverUnit(Conversation):
    """See the module. Until the other accepts, whoever hands over coordinates; from then on the other does,
    and where it is for a time the unit comes back. So it is never without somebody."""

    name = "hand_over_unit"
    access = Access.TOTALS
    form = HandOverUnitForm

    def guards(self, arg: str) -> bool:
        """Giving a unit; not looking who has it."""
        return bool(arg.partition(":")[2])

    def needs(self, opening: Opening) -> Needs:
        """Who has the unit, who could have it, how they are reached, and what is offered already."""
        draft = opening.session.draft if opening.session else {}
        unit = str(draft.get("unit") or "") or _unit(opening.actor, opening.arg)
        if unit:
            key = (opening.actor.tenant, unit)
            yield role_offers.coordinators.of(key)
            yield role_offers.able.of(key)
            yield role_offers.of_unit.of(key)
        if draft.get("who") not in (None, _SOMEBODY):
            yield people.contacts_of.of((opening.actor.tenant, str(draft["who"])))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Who has the unit, or the question who will."""
        unit, verb = _unit(turn.actor, arg), arg.partition(":")[2]
        if not unit:
            self._choose(turn)
        elif verb == _GIVE:
            return Begin({"unit": unit})
        elif verb == _BACK:
            self._take_back(turn, unit)
        elif verb == _LEAVE:
            self._leave(turn, unit)
        else:
            self._show(turn, unit)
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """People of the unit who have a part in it, or somebody new; how long."""
        if field == "term":
            return [Option(one, turn.text(f"hand-over-term-{one.replace('_', '-')}")) for one in TERMS]
        unit = str(turn.session.draft.get("unit") or "") if turn.session else ""
        able = [Option(one.person_id, one.name) for one in self._able(turn, unit)]
        return [*able[:MOST], Option(_SOMEBODY, turn.text("hand-over-unit-somebody"))]

    def finish(self, turn: Turn, draft: HandOverUnitForm) -> None:
        """Offer it; nothing changes before the other says yes."""
        if draft.unit not in _held(turn.actor):
            turn.say(turn.text("team-gone"), self.way_back(turn))
            return
        for before in self._waiting(turn, draft.unit):
            turn.note(*roles.closed(turn, before, OfferState.WITHDRAWN))
        if draft.who == _SOMEBODY:
            self._invite(turn, draft)
            return
        to = next((one for one in self._able(turn, draft.unit) if one.person_id == draft.who), None)
        if to is None:
            turn.say(turn.text("team-gone"), self.way_back(turn))
            return
        self._ask(turn, self._offer(turn, draft, to.person_id), to)

    def _ask(self, turn: Turn, offer: RoleOffer, to: Member) -> None:
        turn.note(role_offers.added(offer))
        given = {"role": roles.named(turn, offer), "place": roles.place(turn, offer)}
        contact = best(turn.facts.get(people.contacts_of.of((offer.tenant, to.person_id))) or [])
        if contact is not None:
            asked = turn.text("role-offer-asks", **given)
            turn.tell(contact, Outbound(asked, (tuple(roles.answers(turn, offer)),), lane=Lane.ROLE))
        key = "hand-over-offered" if contact else "hand-over-no-chat"
        said = turn.text(key, name=given_name(to.name), **given)
        turn.say(said, [[self._button(turn, offer.unit_code, _BACK)]])

    def _invite(self, turn: Turn, draft: HandOverUnitForm) -> None:
        """A personal code for somebody who is not on the bot: whoever hands over passes it on."""
        tenant, name = turn.actor.tenant, draft.their_name or ""
        listed = Expected(
            tenant=tenant, id=turn.new_id(), unit_code=draft.unit, name=name, batch="",
            created_by=turn.actor.key[1], created_at=turn.now, seen_at=turn.now,
        )  # fmt: skip
        offer = self._offer(turn, draft, "", listed.id)
        code = inviting.for_unit(turn, draft.unit, listed.id, roles.ANSWERED_WITHIN)
        turn.note(expected.added(listed), role_offers.added(offer), join_codes.added(code))
        said = turn.text(
            "hand-over-unit-code",
            name=name,
            role=roles.named(turn, offer),
            place=roles.place(turn, offer),
            code=inviting.grouped(code.code),
            link=inviting.web_link(turn, code.code),
            until=inviting.until(turn, code.expires_at),
        )
        turn.say(said, [[self._button(turn, draft.unit, _BACK)]])

    def _offer(self, turn: Turn, draft: HandOverUnitForm, person_id: str, expected_id: str = "") -> RoleOffer:
        days = TERMS[draft.term or "for_good"]
        return RoleOffer(
            tenant=turn.actor.tenant,
            id=turn.new_id(),
            kind=OfferKind.HANDOVER,
            person_id=person_id,
            expected_id=expected_id,
            unit_code=draft.unit,
            role=Role.COORDINATOR,
            from_person_id=turn.actor.key[1],
            offered_by=turn.actor.key[1],
            ends_on=(turn.today_on + timedelta(days=days)).isoformat() if days else "",
            created_at=turn.now,
        )

    def _show(self, turn: Turn, unit: str) -> None:
        others = [one for one in self._coordinators(turn, unit) if one.person_id != turn.actor.key[1]]
        waiting = self._waiting(turn, unit)
        said = turn.text(
            "hand-over-unit-board",
            unit=leading.unit_named(turn, unit) or unit,
            others=", ".join(one.name for one in others) or "none",
            waiting="; ".join(f"{one.name}, {roles.named(turn, one)}" for one in waiting) or "none",
        )
        rows = [[self._button(turn, unit, _GIVE)]]
        rows += [[self._button(turn, unit, _BACK)]] if waiting else []
        rows += [[self._button(turn, unit, _LEAVE)]] if others else []
        turn.say(said, [*rows, *self.way_back(turn)])

    def _choose(self, turn: Turn) -> None:
        rows = [
            [Button(leading.unit_named(turn, code) or code, action(self.name, code))]
            for code in _held(turn.actor)
        ]
        turn.say(turn.text("weekly-which"), rows)

    def _take_back(self, turn: Turn, unit: str) -> None:
        waiting = self._waiting(turn, unit)
        for one in waiting:
            turn.note(*roles.closed(turn, one, OfferState.WITHDRAWN))
        turn.say(turn.text("hand-over-taken-back" if waiting else "role-offer-gone"), self.way_back(turn))

    def _leave(self, turn: Turn, unit: str) -> None:
        """One of several stops; the last one hands over instead."""
        known = self._coordinators(turn, unit)
        mine = next((one for one in turn.actor.memberships if one.unit_code == unit), None)
        others = [one for one in known if one.person_id != turn.actor.key[1]]
        if mine is None or not others:
            self._show(turn, unit)
            return
        turn.note(people.stays(others[0]), people.ended(mine, turn.now))
        for one in self._waiting(turn, unit):
            if one.from_person_id == turn.actor.key[1]:
                turn.note(*roles.closed(turn, one, OfferState.WITHDRAWN))
        place = leading.unit_named(turn, unit) or unit
        turn.say(turn.text("hand-over-unit-left", place=place, others=", ".join(one.name for one in others)))

    def _able(self, turn: Turn, unit: str) -> list[Member]:
        """Those who have a part in the unit and do not coordinate it yet, by name."""
        key = (turn.actor.tenant, unit)
        has = {one.person_id for one in self._coordinators(turn, unit)}
        found = turn.facts.get(role_offers.able.of(key)) or [] if unit else []
        able = [one for one in found if one.person_id not in has]
        return sorted(able, key=lambda one: (sort_name(one.name), one.person_id))

    def _coordinators(self, turn: Turn, unit: str) -> list[Member]:
        return turn.facts.get(role_offers.coordinators.of((turn.actor.tenant, unit))) or []

    def _waiting(self, turn: Turn, unit: str) -> list[role_offers.OfferCard]:
        """What was offered here in the chat and waits; lists are confirmed elsewhere."""
        found = turn.facts.get(role_offers.of_unit.of((turn.actor.tenant, unit))) or []
        return [one for one in found if one.kind is not OfferKind.IMPORT]

    def _button(self, turn: Turn, unit: str, verb: str) -> Button:
        return Button(turn.text(f"hand-over-unit-{verb}"), action(self.name, f"{unit}:{verb}"))


def _held(actor: Actor) -> tuple[str, ...]:
    """The units somebody coordinates, the centre among them."""
    return (CENTRE,) if actor.central else actor.coordinated


def _unit(actor: Actor, arg: str) -> str:
    """The unit that is meant: the one a button names, if it is theirs, or the only one."""
    named, held = arg.partition(":")[0], _held(actor)
    if named:
        return named if named in held else ""
    return held[0] if len(held) == 1 else ""
