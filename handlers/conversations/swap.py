"""Offer my place in a shift to others: to one member by name, or to all who are free."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Name, Option, When
from handlers.messages import Button
from handlers.shift_told import brief, dated
from handlers.turn import Turn
from locales.formats import given_name
from storage import exchanges, offers, people
from storage.exchanges import Exchange
from storage.fold import fold
from storage.people import Member
from storage.records.offer import Offer, OfferKind, OfferState
from storage.records.signup import PlacedSignup

ALL, ONE, RETURN = "all", "one", "return"
FOR, STOP = "for:", "stop:"
MOST = 12
"""Shifts, and people of one name, offered at once."""


def _one(draft: Any) -> bool:
    return bool(draft.to == ONE)


class SwapForm(Form):
    """Which of my shifts, and to whom; ``back`` is the offer that it answers, with a place in return."""

    name: ClassVar[str] = "swap"
    summary: ClassVar[bool] = False

    shift: Annotated[str | None, Choice()] = None
    to: Annotated[str | None, Choice()] = None
    member: Annotated[str | None, Name(), When(_one)] = None
    who: Annotated[str | None, Choice(), When(_one)] = None
    back: str = ""


class Swap(Conversation):
    """See the module. Names of others are not listed: one says whom one means."""

    name = "swap"
    command = "doica"
    form = SwapForm

    def needs(self, opening: Opening) -> Needs:
        """One's own places and offers, one's teams; the offer that is answered."""
        yield signing.need(opening)
        yield offers.of_person.of(opening.actor.key)
        for one in opening.actor.in_teams:
            yield people.members.of((one.tenant, one.team_id))
        for offer_id in {_answered(opening.arg), _draft_back(opening)} - {""}:
            yield exchanges.of_offer.of((opening.actor.tenant, offer_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the shift and the person, as far as they are not known; or take an offer back."""
        mine = self._mine(turn)
        offered = {one.signup_id: one for one in self._offered(turn)}
        if arg.startswith(STOP):
            self._stop(turn, arg.removeprefix(STOP))
            return None
        if not mine:
            turn.say(turn.text("swap-none"), [[Button(turn.text("menu-sign-up"), action("sign_up"))]])
            return None
        if arg.startswith(FOR):
            return self._in_return(turn, arg.removeprefix(FOR))
        chosen = arg if any(one.id == arg for one in mine) else mine[0].id if len(mine) == 1 else ""
        if chosen and chosen in offered:
            stop = Button(turn.text("swap-stop"), action(self.name, f"{STOP}{offered[chosen].id}"))
            shift = next(dated(turn.words, one) for one in mine if one.id == chosen)
            turn.say(turn.text("swap-already", shift=shift), [[stop]])
            return None
        return Begin({"shift": chosen} if chosen else {})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """My shifts that are not offered yet, all or one, or the members of the name that was said."""
        draft = turn.session.draft if turn.session else {}
        if field == "to" and draft.get("back"):
            return [Option(RETURN, turn.text("swap-to-label"))]
        if field == "to":
            return [Option(ALL, turn.text("swap-all")), Option(ONE, turn.text("swap-one"))]
        if field == "shift":
            return [Option(one.id, brief(turn.words, one)) for one in self._free(turn)]
        found = self._named(turn, draft)
        return [Option(one.person_id, one.name) for one in found]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A name must be somebody's in the team."""
        if field == "member" and not self._named(turn, draft):
            return turn.text("swap-unknown", name=draft["member"])
        return None

    def finish(self, turn: Turn, draft: SwapForm) -> None:
        """Written down; within a minute the first ones are asked."""
        place = next((one for one in self._free(turn) if one.id == draft.shift), None)
        exchange = self._exchange(turn, draft.back) if draft.back else None
        if place is None or (draft.back and (exchange is None or exchange.given is None)):
            turn.say(
                turn.text("my-shifts-gone"), [[Button(turn.text("menu-my-shifts"), action("my_shifts"))]]
            )
            return
        offer = Offer(
            tenant=place.tenant,
            id=turn.new_id(),
            team_id=place.team_id,
            shift_id=place.shift_id,
            kind=OfferKind.SWAP,
            person_id=turn.actor.key[1],
            signup_id=place.id,
            to_id=exchange.offer.person_id if exchange else (draft.who or ""),
            back_id=exchange.given.id if exchange and exchange.given else "",
            next_at=turn.now,
            created_at=turn.now,
        )
        turn.note(offers.added(offer))
        stop = Button(turn.text("swap-stop"), action(self.name, f"{STOP}{offer.id}"))
        turn.say(self._told(turn, place, draft, exchange), [[stop]])

    def _told(self, turn: Turn, place: PlacedSignup, draft: SwapForm, exchange: Exchange | None) -> str:
        shift = dated(turn.words, place)
        if exchange is not None:
            return turn.text("swap-asking-back", shift=shift, name=given_name(exchange.offer.name))
        if draft.to == ALL:
            return turn.text("swap-asking-all", shift=shift)
        name = next((one.name for one in self._members(turn, place) if one.person_id == draft.who), "")
        return turn.text("swap-asking-one", shift=shift, name=given_name(name))

    def _in_return(self, turn: Turn, offer_id: str) -> Begin | None:
        """Take somebody's shift if they take one of mine: they are asked."""
        exchange = self._exchange(turn, offer_id)
        if exchange is None or exchange.given is None or exchange.offer.state is not OfferState.OPEN:
            turn.say(turn.text("take-gone"))
            return None
        free = self._free(turn)
        if not free:
            turn.say(turn.text("swap-none"), [[Button(turn.text("menu-my-shifts"), action("my_shifts"))]])
            return None
        given = {"to": RETURN, "back": offer_id}
        return Begin(given | ({"shift": free[0].id} if len(free) == 1 else {}))

    def _stop(self, turn: Turn, offer_id: str) -> None:
        held = next((one for one in self._offered(turn) if one.id == offer_id), None)
        if held is not None:
            turn.note(offers.closed(held, turn.now, told_at=turn.now))
        mine = [[Button(turn.text("menu-my-shifts"), action("my_shifts"))]]
        turn.say(turn.text("swap-stopped" if held else "swap-stopped-late"), mine)

    def _mine(self, turn: Turn) -> list[PlacedSignup]:
        return [one for one in signing.mine(turn) if one.starts_at > turn.now]

    def _free(self, turn: Turn) -> list[PlacedSignup]:
        offered = {one.signup_id for one in self._offered(turn)}
        return [one for one in self._mine(turn) if one.id not in offered][:MOST]

    def _offered(self, turn: Turn) -> list[Offer]:
        return turn.facts.get(offers.of_person.of(turn.actor.key)) or []

    def _exchange(self, turn: Turn, offer_id: str) -> Exchange | None:
        return turn.facts.get(exchanges.of_offer.of((turn.actor.tenant, offer_id)))

    def _members(self, turn: Turn, place: PlacedSignup) -> list[Member]:
        found = turn.facts.get(people.members.of((place.tenant, place.team_id))) or []
        return [one for one in found if one.person_id != turn.actor.key[1]]

    def _named(self, turn: Turn, draft: Any) -> list[Member]:
        """Members of the shift's team whose whole or given name was said."""
        place = next((one for one in self._mine(turn) if one.id == draft.get("shift")), None)
        if place is None:
            return []
        said, team = fold(draft.get("member") or ""), self._members(turn, place)
        return [one for one in team if said in (fold(one.name), fold(given_name(one.name)))][:MOST]


def _answered(arg: str) -> str:
    return arg.removeprefix(FOR) if arg.startswith(FOR) else ""


def _draft_back(opening: Opening) -> str:
    session = opening.session
    return str(session.draft.get("back", "")) if session and session.form == Swap.name else ""
