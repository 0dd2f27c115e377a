"""A shift looks for somebody: a few free members at a time, those who worked least first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from handlers import finding
from handlers.attention import Budget, Kind, budget, willing
from handlers.exercise import marked
from handlers.job import Job, Moment
from handlers.messages import Lane, Outbound
from handlers.shift_told import dated
from locales import Words, words
from locales.formats import given_name
from storage import exchanges, offers, people, signups
from storage.effects import Effect
from storage.exchanges import Exchange
from storage.queries import Tx
from storage.records.offer import Ask, Offer, OfferKind
from storage.slots import Slot
from storage.sources import Facts, Need, PersonKey


class ShiftSearch(Job):
    """See the module. Only those who agreed to reminders, and never the last reminder of somebody's day."""

    kind = "shift_search"
    useful_for = timedelta(days=2)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Every open offer whose next few are to be asked."""
        found = await offers.due(tx, moment.now)
        return [
            Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=one.next_at)
            for one in found
            if one.next_at is not None
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """Ask the next few for each, or give the search up."""
        facts = Facts()
        keys = {slot: (slot.tenant, slot.subject) for slot in slots}
        await facts.load(
            tx,
            [need for key in keys.values() for need in (exchanges.of_offer.of(key), offers.asks.of(key))],
        )
        found = {slot: facts.get(exchanges.of_offer.of(key)) for slot, key in keys.items()}
        sought = [one.offer for one in found.values() if one is not None]
        await facts.load(tx, {people.members.of((one.tenant, one.team_id)) for one in sought})
        members = sorted({key for one in sought for key in _members(facts, one)})
        await facts.load(tx, [need for key in members for need in _of_person(key, moment)])
        able = await budget(tx, Kind.REMINDER, members, moment.now)
        wanting = set(await willing(tx, members))
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, one in found.items():
            if one is not None:
                filled[slot] += _searched(facts, one, able, wanting, moment)
            else:  # the shift was called off: nobody is sought for it
                filled[slot].append(offers.dropped(keys[slot], moment.now))
        return filled


def _members(facts: Facts, offer: Offer) -> list[PersonKey]:
    team = facts.get(people.members.of((offer.tenant, offer.team_id))) or []
    return [(one.tenant, one.person_id) for one in team]


def _of_person(key: PersonKey, moment: Moment) -> list[Need[Any, Any]]:
    since = moment.now - finding.LOOK_BACK
    return [signups.of_person.of((*key, moment.now)), offers.worked.of((*key, since))]


def _searched(
    facts: Facts, exchange: Exchange, able: Budget, wanting: set[PersonKey], moment: Moment
) -> list[Effect]:
    """Whom to ask now and when to go on, or that it is over."""
    offer, now = exchange.offer, moment.now
    if finding.over(offer, now) or (offer.signup_id and exchange.given is None):
        return [offers.closed(offer, now, told_at=now)]
    if finding.filled(offer):
        return [offers.closed(offer, now, told_at=None)]
    able_now = [
        person_id
        for person_id in _next(facts, offer, moment)
        if (offer.tenant, person_id) in wanting and able.allows((offer.tenant, person_id), keep=1)
    ]
    if not able_now:
        return _nobody_left(facts, offer, able, moment)
    effects: list[Effect] = [offers.moved(offer, now + finding.pause(offer, now))]
    for person_id in able_now[: finding.A_WAVE]:
        key = (offer.tenant, person_id)
        told = able.told(key, finding.question(words(able.language(key)), exchange), moment)
        row_id = next(str(one.params["id"]) for one in told if one.name == "add_outbound")
        ask = Ask(tenant=offer.tenant, offer_id=offer.id, person_id=person_id, outbox_id=row_id, asked_at=now)
        effects += [*told, offers.asked(ask)]
    return effects


def _next(facts: Facts, offer: offers.OfferCard, moment: Moment) -> list[str]:
    team = facts.get(people.members.of((offer.tenant, offer.team_id))) or []
    since = moment.now - finding.LOOK_BACK
    held, worked = {}, {}
    for one in team:
        key = (one.tenant, one.person_id)
        held[one.person_id] = facts.get(signups.of_person.of((*key, moment.now))) or []
        worked[one.person_id] = facts.get(offers.worked.of((*key, since))) or timedelta()
    asked = {one.person_id for one in facts.get(offers.asks.of((offer.tenant, offer.id))) or []}
    return finding.candidates(offer, team, held, asked, worked)


def _nobody_left(facts: Facts, offer: offers.OfferCard, able: Budget, moment: Moment) -> list[Effect]:
    """Everybody was asked. The last ones are given their time, then whoever looks for somebody is told once;
    a yes is taken as long as it helps."""
    asks = facts.get(offers.asks.of((offer.tenant, offer.id))) or []
    waiting = [one.asked_at for one in asks if not one.answer]
    go_on_at = max(waiting, default=moment.now) + finding.pause(offer, moment.now)
    if waiting and go_on_at > moment.now:
        return [offers.moved(offer, go_on_at)]
    until = offer.ends_at if offer.kind is OfferKind.CALL else offer.starts_at
    key = (offer.tenant, offer.person_id)
    told: list[Effect] = []
    if able.reaches(key) and not (offer.to_id and asks):
        message = _nobody(words(able.language(key)), facts, offer, len(asks))
        told = able.answered(key, message, moment)
    return [offers.moved(offer, until), *told]


def _nobody(reader: Words, facts: Facts, offer: offers.OfferCard, asked: int) -> Outbound:
    shift = dated(reader, offer)
    if offer.kind is OfferKind.CALL:
        said = reader("call-nobody", shift=shift, asked=asked, missing=offer.places - offer.taken)
    elif offer.to_id:
        team = facts.get(people.members.of((offer.tenant, offer.team_id))) or []
        name = next((given_name(one.name) for one in team if one.person_id == offer.to_id), "…")
        said = reader("swap-not-asked", shift=shift, name=name)
    else:
        said = reader("swap-nobody", shift=shift, asked=asked)
    return Outbound(marked(reader, said, exercise=offer.exercise), lane=Lane.ROLE)
