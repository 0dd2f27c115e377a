"""Take a shift that somebody offers or a leader calls for: the first yes has it."""

from datetime import timedelta

from handlers import finding, signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.shift_told import brief, dated
from handlers.turn import Turn
from locales import words
from locales.formats import given_name
from storage import exchanges, offers, signups
from storage.effects import Effect
from storage.exchanges import Exchange
from storage.offers import OfferCard, SentAsk
from storage.records.offer import OfferKind, OfferState
from storage.records.signup import SignupState

NO = "no"
A_WHILE = timedelta(days=15)
"""How long somebody may think about an offer."""


class Take(Conversation):
    """See the module. The argument is an offer, or "no" to one; without it, those still open are shown."""

    name = "take"
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The offer with both places, who was asked, and one's own places."""
        yield signing.need(opening)
        yield offers.asked_of.of((*opening.actor.key, opening.now - A_WHILE))
        if offer_id := opening.arg.removeprefix(f"{NO}:"):
            key = (opening.actor.tenant, offer_id)
            yield exchanges.of_offer.of(key)
            yield offers.asks.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Take it or not; say who was quicker."""
        offer_id = arg.removeprefix(f"{NO}:")
        if not offer_id:
            self._choose(turn)
            return None
        exchange = turn.facts.get(exchanges.of_offer.of((turn.actor.tenant, offer_id)))
        me = turn.actor.key[1]
        if exchange is None or all(one.person_id != me for one in self._asks(turn, exchange.offer)):
            turn.say(turn.text("take-gone"))
        elif arg != offer_id:
            self._decline(turn, exchange)
        elif (refused := self._refused(turn, exchange)) is not None:
            turn.say(refused, [[Button(turn.text("menu-sign-up"), action("sign_up"))]])
        else:
            self._take(turn, exchange)
        return None

    def _choose(self, turn: Turn) -> None:
        """What one was asked and has not answered."""
        waiting = turn.facts.get(offers.asked_of.of((*turn.actor.key, turn.now - A_WHILE))) or []
        ahead = [one for one in waiting if not finding.over(one, turn.now)]
        if not ahead:
            turn.say(turn.text("take-none"), [[Button(turn.text("menu-sign-up"), action("sign_up"))]])
            return
        rows = [[Button(brief(turn.words, one), action(self.name, one.id))] for one in ahead]
        turn.say(turn.text("take-which", count=len(ahead)), rows)

    def _refused(self, turn: Turn, exchange: Exchange) -> str | None:
        """Why it cannot be taken, in words; the statements that write it would refuse the same."""
        offer, shift = exchange.offer, dated(turn.words, exchange.offer)
        gone = (offer.signup_id and exchange.given is None) or (offer.back_id and exchange.back is None)
        if offer.state is OfferState.FILLED or finding.filled(offer):
            return turn.text("take-late", shift=shift)
        if offer.state is OfferState.CLOSED or gone or finding.over(offer, turn.now):
            return turn.text("take-gone")
        mine = [one for one in signing.mine(turn) if one.id != offer.back_id]
        clash = signing.clash(mine, offer)
        if clash is not None:
            return turn.text("take-clash", shift=shift, other=dated(turn.words, clash))
        theirs = [one for one in exchange.held if one.id != offer.signup_id]
        if exchange.back is not None and signing.clash(theirs, exchange.back) is not None:
            return turn.text("take-back-clash", name=given_name(offer.name))
        return None

    def _take(self, turn: Turn, exchange: Exchange) -> None:
        """Everything at once: the places, the answer, and what the others hear."""
        offer, me, now = exchange.offer, turn.actor.key[1], turn.now
        turn.note(offers.taken(offer, now), offers.answered(offer, me, "yes", now))
        turn.note(*self._places(turn, exchange))
        if offer.taken + 1 >= offer.places:
            others = [one for one in self._asks(turn, offer) if one.person_id != me]
            turn.note(*finding.others_told(offer, others, new_id=turn.new_id, now=now))
        if offer.kind is OfferKind.SWAP:
            self._tell(turn, exchange, "swap-exchanged" if exchange.back else "swap-taken")
        said = turn.text("take-done", shift=dated(turn.words, offer))
        mine = Button(turn.text("menu-my-shifts"), action("my_shifts"))
        turn.say(marked(turn.words, said, exercise=offer.exercise), [[mine]])

    def _places(self, turn: Turn, exchange: Exchange) -> list[Effect]:
        """Who is where from now on."""
        offer, now = exchange.offer, turn.now
        near = offer.starts_at - now <= signing.SHORT
        state = SignupState.PLEDGED if near else SignupState.SIGNED
        mine = signing.begun(offer, turn.actor.key[1], state, new_id=turn.new_id(), now=now, told_at=now)
        if exchange.given is None:
            return signups.signed(mine, spare=offer.unanswered)
        if exchange.back is None:
            return signups.exchanged([exchange.given], [mine], now)
        theirs = signing.begun(
            exchange.back, offer.person_id, SignupState.SIGNED, new_id=turn.new_id(), now=now, told_at=now
        )
        return [
            *signups.exchanged([exchange.given, exchange.back], [mine, theirs], now),
            offers.place_gone(offer.tenant, exchange.back.id, now),
        ]

    def _decline(self, turn: Turn, exchange: Exchange) -> None:
        """Kept, so that nobody is asked twice; whoever asked this one person hears it."""
        offer = exchange.offer
        turn.note(offers.answered(offer, turn.actor.key[1], NO, turn.now))
        if offer.to_id and offer.state is OfferState.OPEN:
            turn.note(offers.closed(offer, turn.now, told_at=turn.now))
            self._tell(turn, exchange, "swap-declined")
        turn.say(turn.text("take-declined"))

    def _tell(self, turn: Turn, exchange: Exchange, key: str) -> None:
        contact, offer = best(exchange.contacts), exchange.offer
        if contact is None or turn.actor.person is None:
            return
        reader = words(contact.language)
        name = given_name(turn.actor.person.name)
        back = dated(reader, exchange.back) if exchange.back else ""
        said = reader(key, name=name, shift=dated(reader, offer), back=back)
        turn.tell(contact, Outbound(marked(reader, said, exercise=offer.exercise), lane=Lane.ROLE))

    def _asks(self, turn: Turn, offer: OfferCard) -> list[SentAsk]:
        return turn.facts.get(offers.asks.of((offer.tenant, offer.id))) or []
