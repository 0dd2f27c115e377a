"""Whoever is offered a role accepts it or not, in their own chat."""

from handlers import roles
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import given_name
from storage import questions, role_offers
from storage.records.role_offer import OfferState
from storage.role_offers import OfferCard


class RoleOffered(Conversation):
    """See the module. Access is of whoever the offer names, member of anything or not."""

    name = "role_offer"
    access = Access.ANYONE
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """What is offered to whoever asks, and who stands above a unit of the tenant."""
        yield role_offers.of_person.of(opening.actor.key)
        yield questions.answering.of((opening.actor.tenant, opening.actor.tenant))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Show the offers, or take the answer to one."""
        mine = turn.facts.get(role_offers.of_person.of(turn.actor.key)) or []
        offer_id, _, verb = arg.partition(":")
        waiting = [one for one in mine if one.accepted_at is None and roles.stands(one, one.given, turn.now)]
        card = next((one for one in waiting if one.id == offer_id), None)
        if card is None:
            self._show(turn, waiting, named=bool(offer_id))
        elif verb == "accept":
            self._accept(turn, card)
        else:
            self._refuse(turn, card)
        return None

    def _show(self, turn: Turn, waiting: list[OfferCard], *, named: bool) -> None:
        if not waiting:
            turn.say(turn.text("role-offer-gone" if named else "role-offer-none"), self.way_back(turn))
            return
        card = waiting[0]
        said = turn.text("role-offer-asks", role=roles.named(turn, card), place=roles.place(turn, card))
        turn.say(said, [roles.answers(turn, card)])

    def _accept(self, turn: Turn, card: OfferCard) -> None:
        turn.note(*roles.accepted(turn, card, card.person_id, card.held, card.given))
        place, menu = roles.place(turn, card), [[Button(turn.text("menu-open"), action("help"))]]
        key = "role-offer-accepted" if card.confirmed else "role-offer-waits"
        turn.say(turn.text(key, role=roles.named(turn, card), place=place), menu)
        given = {"role": roles.named(turn, card), "place": place}
        concerned = [card.from_person_id, card.offered_by]
        said = turn.text("role-offer-taken", name=given_name(card.name), **given)
        roles.tell(turn, card, concerned, said)
        self._tell_above(turn, card, turn.text("role-offer-taken", name=card.name, **given))

    def _tell_above(self, turn: Turn, card: OfferCard, said: str) -> None:
        """The province hears who coordinates one of its communes from now on."""
        if not card.unit_code or card.unit_code == card.tenant or not card.confirmed:
            return
        known = turn.facts.get(questions.answering.of((card.tenant, card.tenant))) or []
        heard = {card.person_id, card.from_person_id, card.offered_by}
        for person_id in sorted({one.person_id for one in known} - heard):
            contact = best(one for one in known if one.person_id == person_id)
            if contact is not None:
                turn.tell(contact, Outbound(said, lane=Lane.ROLE))

    def _refuse(self, turn: Turn, card: OfferCard) -> None:
        turn.note(*roles.closed(turn, card, OfferState.REFUSED))
        turn.say(turn.text("role-offer-refused"), self.way_back(turn))
        given = {
            "name": given_name(card.name),
            "role": roles.named(turn, card),
            "place": roles.place(turn, card),
        }
        roles.tell(turn, card, [card.offered_by], turn.text("role-offer-not-taken", **given))
