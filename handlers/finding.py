"""Looking for somebody to take a shift: who is asked next, in which words, and what the others are told."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta

from handlers import signing
from handlers.conversation import action
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.outgoing import Address, owed
from handlers.quiet import kept
from handlers.shift_told import dated
from locales import Words, words
from locales.formats import given_name
from storage import outbox
from storage.effects import Effect
from storage.exchanges import Exchange
from storage.offers import OfferCard, SentAsk
from storage.people import Member
from storage.records.offer import OfferKind
from storage.records.signup import PlacedSignup

A_WAVE = 3
"""People asked at once, so that few hear in vain."""
WAIT, HURRY, SOON = timedelta(minutes=10), timedelta(minutes=3), timedelta(hours=1)
"""How long a wave has before the next one is asked; less when the shift begins within an hour."""
LOOK_BACK = timedelta(days=30)
"""Whose hours are compared, so that those who worked least are asked first."""


def pause(offer: OfferCard, now: datetime) -> timedelta:
    """Until the next few are asked."""
    return HURRY if offer.starts_at - now < SOON else WAIT


def over(offer: OfferCard, now: datetime) -> bool:
    """Whether nobody can take the shift any more: a place is handed on before it begins, a call helps until
    its end."""
    return now >= (offer.ends_at if offer.kind is OfferKind.CALL else offer.starts_at)


def filled(offer: OfferCard) -> bool:
    """Whether a call has become needless: all places are taken by people who have not been silent."""
    sure = offer.coming - offer.unanswered
    return offer.kind is OfferKind.CALL and signing.left(offer.needed, sure) == 0


def candidates(
    offer: OfferCard,
    members: Iterable[Member],
    held: Mapping[str, Iterable[PlacedSignup]],
    asked: Collection[str],
    worked: Mapping[str, timedelta],
) -> list[str]:
    """Who may be asked, whoever worked least first: free at that time, not asked yet, not one who told us
    that they will not come to this very shift. ``held``, ``asked`` and ``worked`` are by person."""
    free = [
        one.person_id
        for one in members
        if one.person_id not in {offer.person_id, *asked}
        and (not offer.to_id or one.person_id == offer.to_id)
        and not _taken(held.get(one.person_id, ()), offer)
    ]
    return sorted(free, key=lambda person_id: (worked.get(person_id, timedelta()), person_id))


def _taken(held: Iterable[PlacedSignup], offer: OfferCard) -> bool:
    """Whether somebody with the places ``held`` cannot come; the place given in return does not count."""
    there = [one for one in held if one.id != offer.back_id]
    refused = any(one.shift_id == offer.shift_id for one in there)
    return refused or signing.clash(signing.expected(there), offer) is not None


def question(reader: Words, exchange: Exchange) -> Outbound:
    """What somebody is asked."""
    offer = exchange.offer
    shift, name = dated(reader, offer), given_name(offer.name)
    rows: list[tuple[Button, ...]] = [
        (
            Button(reader("take-agree" if exchange.back else "take-yes"), action("take", offer.id)),
            Button(reader("take-no"), action("take", f"no:{offer.id}")),
        )
    ]
    if offer.kind is OfferKind.CALL:
        said = reader("take-asked-call", shift=shift, team=offer.team_name)
    elif exchange.back is not None:
        said = reader("take-asked-back", shift=shift, name=name, back=dated(reader, exchange.back))
    else:
        said = reader("take-asked", shift=shift, name=name)
        rows.append((Button(reader("take-for"), action("swap", f"for:{offer.id}")),))
    return Outbound(
        marked(reader, said, exercise=offer.exercise),
        tuple(rows),
        lane=Lane.REMINDER,
        unsure=Unsure.NEVER,
        deadline_at=offer.ends_at if offer.kind is OfferKind.CALL else offer.starts_at,
    )


def others_told(
    offer: OfferCard, asks: Iterable[SentAsk], *, new_id: Callable[[], str], now: datetime
) -> list[Effect]:
    """Those who were asked and have not answered hear that the shift has somebody, in the place of the
    question where the channel can; a question that has not left yet never does."""
    effects: list[Effect] = []
    for one in asks:
        if one.answer:
            continue
        if one.state == outbox.OutboxState.DUE:
            effects.append(outbox.cancelled(one.outbox_id, now))
        elif one.state == outbox.OutboxState.SENT:
            reader = words(one.language)
            said = Outbound(
                marked(reader, reader("take-filled", shift=dated(reader, offer)), exercise=offer.exercise),
                edits=one.message_id,
                lane=Lane.REMINDER,
                unsure=Unsure.AGAIN,
            )
            address = Address(one.channel, one.account, one.chat, one.tenant, one.person_id)
            due_at = kept(now, now + timedelta(days=1))
            effects.append(outbox.added(owed(address, said, new_id=new_id, now=now, due_at=due_at)))
    return effects
