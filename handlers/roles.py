"""Roles that change hands: an offer takes effect once whoever it is for has accepted it and, where two must
agree, a coordinator has confirmed it. What somebody was stays in the history, from and to."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from handlers.conversation import action
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Actor, covers
from handlers.turn import Turn
from locales.formats import given_name, short_day
from storage import people, role_offers
from storage.effects import Effect
from storage.join_codes import CodeCard
from storage.records.membership import Membership, Role
from storage.records.person import Person
from storage.records.role_offer import OfferKind, OfferState, RoleOffer
from storage.records.unit import CENTRE
from storage.role_offers import OfferCard

ANSWERED_WITHIN = timedelta(days=7)
"""After this an offer made in the chat comes to nothing."""


def may_confirm(actor: Actor, card: OfferCard) -> bool:
    """Whether ``actor`` coordinates above what is offered, and neither offers nor receives it."""
    own = actor.key[1] in (card.person_id, card.offered_by, card.from_person_id)
    return not own and any(covers(code, card.placed) for code in actor.coordinated)


def stands(offer: RoleOffer, given: Membership | None, now: datetime) -> bool:
    """Whether an offer can still be accepted: what one hands over they must still hold (``given``), and
    within days."""
    if offer.kind is OfferKind.IMPORT:
        return True
    holds = offer.kind is not OfferKind.HANDOVER or (given is not None and given.role is offer.role)
    return holds and now < offer.created_at + ANSWERED_WITHIN


def lapsed(card: CodeCard, now: datetime) -> bool:
    """Whether the role that a personal code was for is not offered any more."""
    return card.idle or (card.offer is not None and not stands(card.offer, card.given, now))


def came_in(turn: Turn, card: CodeCard, person: Person) -> None:
    """Whoever a personal code names has come in; their membership is made with the rest of them. Whoever
    hands the role over gives it up in the same moment, and hears of it."""
    offer = card.offer
    if offer is None:
        return
    turn.note(role_offers.moved(_accepted(offer, person.id, turn.now)))
    if not offer.confirmed:
        return
    turn.note(*_given_up(turn, offer, card.given))
    giver = best(card.giver_contacts)
    if giver is not None:
        given = {"role": named(turn, offer), "place": place(turn, offer, card.team_name)}
        said = turn.text("role-offer-taken", name=given_name(person.name), **given)
        turn.tell(giver, Outbound(said, lane=Lane.ROLE))


def accepted(
    turn: Turn, offer: RoleOffer, person_id: str, held: Membership | None, given: Membership | None = None
) -> list[Effect]:
    """Somebody says yes; where nobody else has to agree, the role is theirs."""
    effects = [role_offers.moved(_accepted(offer, person_id, turn.now))]
    return [*effects, *_taken(turn, offer, person_id, held, given)] if offer.confirmed else effects


def confirmed(turn: Turn, card: OfferCard) -> list[Effect]:
    """A coordinator says yes; where it was accepted already, the role changes hands."""
    by = card.model_copy(update={"confirmed_by": turn.actor.key[1]})
    if card.accepted_at is None:
        return [role_offers.moved(by)]
    return [
        role_offers.moved(by.model_copy(update={"state": OfferState.DONE, "done_at": turn.now})),
        *_taken(turn, card, card.person_id, card.held, card.given),
    ]


def closed(turn: Turn, offer: RoleOffer, state: OfferState) -> list[Effect]:
    """It comes to nothing: refused, or taken back."""
    return [role_offers.moved(offer.model_copy(update={"state": state, "done_at": turn.now}))]


def stepped_down(turn: Turn, held: Membership) -> list[Effect]:
    """Somebody of a team is one of its volunteers again."""
    after = held.model_copy(update={"id": turn.new_id(), "role": Role.VOLUNTEER, "from_at": turn.now})
    return [people.ended(held, turn.now), people.joined(Membership(**after.model_dump()))]


def _accepted(offer: RoleOffer, person_id: str, now: datetime) -> RoleOffer:
    told = {"person_id": person_id, "accepted_at": now}
    ended = {"state": OfferState.DONE, "done_at": now} if offer.confirmed else {}
    return offer.model_copy(update={**told, **ended})


def _taken(
    turn: Turn, offer: RoleOffer, person_id: str, held: Membership | None, given: Membership | None
) -> list[Effect]:
    return [*_became(turn, offer, person_id, offer.role, held), *_given_up(turn, offer, given)]


def _given_up(turn: Turn, offer: RoleOffer, given: Membership | None) -> list[Effect]:
    """Who hands a team over is one of its volunteers; who hands a unit over has nothing there any more."""
    if offer.kind is not OfferKind.HANDOVER or given is None:
        return []
    return _became(turn, offer, given.person_id, Role.VOLUNTEER if offer.team_id else None, given)


def _became(
    turn: Turn, offer: RoleOffer, person_id: str, role: Role | None, held: Membership | None
) -> list[Effect]:
    """What somebody was in the place of ``offer`` ends, and they are ``role`` there from now on."""
    effects = [people.ended(held, turn.now)] if held is not None else []
    if role is None:
        return effects
    membership = Membership(
        tenant=offer.tenant,
        id=turn.new_id(),
        person_id=person_id,
        team_id=offer.team_id,
        unit_code=offer.unit_code,
        role=role,
        from_at=turn.now,
    )
    return [*effects, people.joined(membership)]


def named(turn: Turn, card: RoleOffer) -> str:
    """The role in words; with its last day where it is for a time."""
    role = turn.text("role-named", role=card.role)
    if not card.ends_on:
        return role
    return turn.text("role-until", role=role, day=short_day(date.fromisoformat(card.ends_on)))


def place(turn: Turn, card: RoleOffer, team_name: str = "") -> str:
    """Where the role is: the team, or the unit with its kind."""
    if card.unit_code == CENTRE:
        return turn.text("unit-centre")
    unit = turn.desk.units.unit(card.unit_code)
    named = turn.text("unit-named", kind=unit.kind, unit=unit.name) if unit else turn.text("join-unit")
    return team_name or (card.team_name if isinstance(card, OfferCard) else "") or named


def tell(
    turn: Turn, card: OfferCard, who: Sequence[str], text: str, rows: Sequence[Sequence[Button]] = ()
) -> None:
    """Say ``text`` to those of ``who`` that can be reached, but for whoever acts."""
    for person_id in dict.fromkeys(who):
        contact = best(card.contact_of(person_id))
        if contact is not None and person_id != turn.actor.key[1]:
            turn.tell(contact, Outbound(text, tuple(map(tuple, rows)), lane=Lane.ROLE))


def answers(turn: Turn, card: RoleOffer) -> list[Button]:
    """Yes and no, for whoever the role is offered."""
    return [
        Button(turn.text(f"role-offer-{verb}"), action("role_offer", f"{card.id}:{verb}"))
        for verb in ("accept", "refuse")
    ]
