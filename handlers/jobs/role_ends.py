"""A role for a time ends after its last day; whoever gave it up has it back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from handlers.job import Job, Moment, addressed, reachable
from handlers.messages import Lane, Outbound, Unsure
from locales import Words, words
from locales.formats import HANOI, given_name, local
from storage import people, role_offers
from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Membership, Role
from storage.records.role_offer import OfferState
from storage.role_offers import OfferCard
from storage.slots import Slot

AT = time(6, 30)
"""When the quiet hours are over."""


class RoleEnds(Job):
    """See the module. Who has another role by then, or has left, keeps what they are."""

    kind = "role_ends"
    useful_for = timedelta(days=400)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The morning after the last day of each."""
        found = [(card, _ends_at(card)) for card in await role_offers.ending(tx, local(moment.now).date())]
        return [
            Slot(tenant=card.tenant, kind=self.kind, subject=card.id, slot_at=at)
            for card, at in found
            if at <= moment.now
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """End it, give it back, and tell both."""
        cards = {card.id: card for card in await role_offers.ending(tx, local(moment.now).date())}
        due = {slot: cards[slot.subject] for slot in slots if slot.subject in cards}
        concerned = sorted(
            {(c.tenant, who) for c in due.values() for who in (c.person_id, c.from_person_id) if who}
        )
        contacts = await reachable(tx, concerned)
        filled = {}
        for slot, card in due.items():
            filled[slot] = [
                role_offers.moved(card.model_copy(update={"state": OfferState.ENDED})),
                *_over(card, moment),
            ]
            for who, key in _news(card):
                contact = contacts.get((card.tenant, who))
                if contact is not None:
                    said = _said(words(contact.language), key, card)
                    filled[slot] += addressed(
                        contact, Outbound(said, lane=Lane.ROLE, unsure=Unsure.NEVER), moment
                    )
        return filled


def _news(card: OfferCard) -> tuple[tuple[str, str], ...]:
    """Who hears what. A unit whose former coordinator is not there any more keeps the one it has."""
    if card.unit_code and not card.giver:
        return ((card.person_id, "role-ends-stays"),)
    return (card.person_id, "role-ends-over"), (card.from_person_id, "role-ends-given-back")


def _said(reader: Words, key: str, card: OfferCard) -> str:
    unit = reader("unit-centre")
    if card.unit_name:
        unit = reader("unit-named", kind=card.unit_kind, unit=card.unit_name)
    role = reader("role-named", role=card.role)
    return reader(key, name=given_name(card.giver), role=role, place=card.team_name or unit)


def _over(card: OfferCard, moment: Moment) -> list[Effect]:
    """Both are what they were before, where they still are what the hand-over made them."""
    if card.unit_code:
        return _unit_over(card, moment)
    effects: list[Effect] = []
    if card.held is not None and card.held.role is card.role:
        effects += _became(card.held, Role.VOLUNTEER, moment)
    if card.given is not None and card.given.role is Role.VOLUNTEER:
        effects += _became(card.given, card.role, moment)
    return effects


def _unit_over(card: OfferCard, moment: Moment) -> list[Effect]:
    """The unit goes back to who handed it over, and only then from who has it: it is never without one."""
    holds = card.held is not None and card.held.role is card.role
    if not holds or not card.giver or card.held is None:
        return []
    ended = people.ended(card.held, moment.now)
    if card.given is not None:
        return [ended]
    back = {"id": moment.new_id(), "person_id": card.from_person_id, "from_at": moment.now, "to_at": None}
    return [ended, people.joined(Membership(**{**card.held.model_dump(), **back}))]


def _became(held: Membership, role: Role, moment: Moment) -> list[Effect]:
    after = Membership(
        **{**held.model_dump(), "id": moment.new_id(), "role": role, "from_at": moment.now, "to_at": None}
    )
    return [people.ended(held, moment.now), people.joined(after)]


def _ends_at(card: OfferCard) -> datetime:
    return datetime.combine(date.fromisoformat(card.ends_on) + timedelta(days=1), AT, tzinfo=HANOI)
