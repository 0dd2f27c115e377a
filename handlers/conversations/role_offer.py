"""Whoever is offered a role accepts it or not, in their own chat."""

from handlers import roles
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import given_name
from storage import role_offers
from storage.records.role_offer import OfferState
from storage.role_offers import OfferCard


class RoleOffered(Conversation):
    """See the module. Access is of whoever the offer names, member of anything or not."""

    name = "role_offer"
    access = Access.ANYONE
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """What is offered to whoever asks."""
        yield role_offers.of_person.of(opening.actor.key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Show the offers, or take the answer to one."""
        mine = turn.facts.get(role_offers.of_person.of(turn.actor.key)) or []
        offer_id, _, verb = arg.partition(":")
        waiting = [one for one in mine if one.accepted_at is None and roles.stands(one, turn.now)]
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
        name = given_name(card.name)
        concerned = [card.from_person_id, card.offered_by]
        roles.tell(
            turn,
            card,
            concerned,
            turn.text("role-offer-taken", name=name, role=roles.named(turn, card), place=place),
        )

    def _refuse(self, turn: Turn, card: OfferCard) -> None:
        turn.note(*roles.closed(turn, card, OfferState.REFUSED))
        turn.say(turn.text("role-offer-refused"), self.way_back(turn))
        given = {
            "name": given_name(card.name),
            "role": roles.named(turn, card),
            "place": roles.place(turn, card),
        }
        roles.tell(turn, card, [card.offered_by], turn.text("role-offer-not-taken", **given))
