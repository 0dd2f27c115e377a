"""A coordinator confirms the roles that were proposed: all with one tap, or one by one."""

from collections import Counter

from handlers import roles
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import role_offers
from storage.effects import Effect
from storage.records.membership import Role
from storage.records.role_offer import OfferState
from storage.role_offers import OfferCard

SHOWN = 50
"""Names in one message; the next come after these are confirmed."""
_ALL = "all"


class ConfirmRoles(Conversation):
    """See the module. What is confirmed is what was shown: the button says how far the list went."""

    name = "confirm_roles"
    access = Access.COORDINATOR
    keeps_form = True

    def guards(self, arg: str) -> bool:
        """Confirming; not looking."""
        return arg.partition(":")[0] == _ALL

    def needs(self, opening: Opening) -> Needs:
        """Every offer of the tenant that waits for a coordinator."""
        yield role_offers.to_confirm.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Show what waits, or confirm it up to the one that was shown last."""
        every = turn.facts.get(role_offers.to_confirm.of(turn.actor.tenant)) or []
        waiting = [card for card in every if roles.may_confirm(turn.actor, card)]
        verb, _, last = arg.partition(":")
        if verb == _ALL:
            self._confirm(turn, _up_to(waiting, last))
        elif verb == "drop":
            self._drop(turn, [card for card in waiting if card.id == last])
        else:
            self._show(turn, waiting, one=verb == "one")
        return None

    def _show(self, turn: Turn, waiting: list[OfferCard], *, one: bool) -> None:
        if not waiting:
            turn.say(turn.text("confirm-roles-none"), self.way_back(turn))
            return
        shown = waiting[: 1 if one else SHOWN]
        said = turn.text(
            "confirm-roles-list",
            count=len(shown),
            left=len(waiting) - len(shown),
            lines="\n".join(self._line(turn, number, card) for number, card in enumerate(shown, start=1)),
        )
        yes = Button(
            turn.text("confirm-roles-all", count=len(shown)), action(self.name, f"{_ALL}:{shown[-1].id}")
        )
        if len(shown) == 1:
            no = Button(turn.text("confirm-roles-drop"), action(self.name, f"drop:{shown[0].id}"))
        else:
            no = Button(turn.text("confirm-roles-one"), action(self.name, "one"))
        turn.say(said, [[yes], [no]])

    def _line(self, turn: Turn, number: int, card: OfferCard) -> str:
        place = roles.place(turn, card)
        given = {"name": card.name, "role": roles.named(turn, card), "place": place}
        return turn.text(
            "confirm-roles-line", number=number, accepted="yes" if card.accepted_at else "no", **given
        )

    def _confirm(self, turn: Turn, cards: list[OfferCard]) -> None:
        if not cards:
            turn.say(turn.text("role-offer-gone"), self.way_back(turn))
            return
        effects: list[Effect] = []
        for card in cards:
            effects += roles.confirmed(turn, card)
            self._tell(turn, card)
        turn.note(*effects)
        counts = Counter(card.role for card in cards)
        said = turn.text(
            "confirm-roles-done",
            leaders=counts[Role.LEADER],
            deputies=counts[Role.DEPUTY],
            coordinators=counts[Role.COORDINATOR],
            waiting=sum(card.accepted_at is None for card in cards),
        )
        turn.say(said, [[Button(turn.text("confirm-roles-more"), action(self.name))]])

    def _tell(self, turn: Turn, card: OfferCard) -> None:
        """Who has accepted holds the role now; who has a chat and has not is asked."""
        given = {"role": roles.named(turn, card), "place": roles.place(turn, card)}
        if card.accepted_at is not None:
            roles.tell(turn, card, [card.person_id], turn.text("role-offer-accepted", **given))
        elif card.person_id:
            asked = turn.text("role-offer-asks", **given)
            roles.tell(turn, card, [card.person_id], asked, [roles.answers(turn, card)])

    def _drop(self, turn: Turn, cards: list[OfferCard]) -> None:
        for card in cards:
            turn.note(*roles.closed(turn, card, OfferState.WITHDRAWN))
        key = "confirm-roles-dropped" if cards else "role-offer-gone"
        turn.say(turn.text(key), [[Button(turn.text("confirm-roles-more"), action(self.name))]])


def _up_to(waiting: list[OfferCard], last: str) -> list[OfferCard]:
    """Those that were shown, as far as they still wait; one that came since is shown first."""
    at = next((number for number, card in enumerate(waiting) if card.id == last), -1)
    return waiting[: min(at + 1, SHOWN)]
