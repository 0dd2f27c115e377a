"""The leaders hear together who will not come, and what became of the shifts that looked for somebody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from handlers import signing
from handlers.attention import Kind, budget
from handlers.conversation import action
from handlers.exercise import marked
from handlers.job import Job, Moment, leaders
from handlers.merging import AFTER, EVERY, SELDOM, slot_at
from handlers.messages import Button, Lane, Outbound
from handlers.shift_told import brief, dated
from locales import Words, words
from locales.formats import given_name, local
from storage import offers, people, rounds, signups, teams
from storage.effects import Effect
from storage.offers import SentAsk
from storage.queries import Tx
from storage.records.offer import OfferKind
from storage.records.signup import PlacedSignup, SignupState
from storage.rounds import EndedOffer
from storage.slots import Slot
from storage.sources import Facts, Need, TeamKey

SOON = timedelta(hours=3)
"""What concerns a shift that begins so soon is told within minutes, the rest once an hour."""
HELD = (time(19), time(20, 35))
"""While everybody is asked about tomorrow, nobody is told one by one: the list of the evening says it all."""
KEPT = 2
"""Messages of a leader's day that are left for the list of the evening and the digest."""
MOST = 4


@dataclass
class _News:
    """What the leaders of one team have not heard."""

    absent: list[PlacedSignup] = field(default_factory=list)
    ended: list[EndedOffer] = field(default_factory=list)

    def soonest(self) -> datetime:
        """When the first shift begins that this is about."""
        return min([*(one.starts_at for one in self.absent), *(one.starts_at for one in self.ended)])


class Dropouts(Job):
    """See the module."""

    kind = "dropouts"
    useful_for = SELDOM

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Teams with news that had some minutes to be taken back."""
        due, held = [], HELD[0] <= local(moment.now).time() < HELD[1]
        for key, news in (await _news(tx, moment)).items():
            soon = news.soonest() - moment.now < SOON
            if held and not soon:
                continue
            at = slot_at(moment.now, EVERY if soon else SELDOM)
            due.append(Slot(tenant=key[0], kind=self.kind, subject=key[1], slot_at=at))
        return due

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message a leader and team; whoever has heard enough today hears it tomorrow, or sees it."""
        news = await _news(tx, moment)
        meant = {slot: news[_key(slot)] for slot in slots if _key(slot) in news}
        facts = Facts()
        await facts.load(tx, [need for slot, one in meant.items() for need in _needs(_key(slot), one)])
        heard = {slot: leaders(facts, _key(slot)) for slot in meant}
        able = await budget(tx, Kind.ROLE, (key for found in heard.values() for key in found), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, one in meant.items():
            listening = [key for key in heard[slot] if able.allows(key, keep=KEPT)]
            if heard[slot] and not listening:
                continue
            filled[slot] += [signups.told(each, moment.now) for each in one.absent]
            filled[slot] += [offers.told(each, moment.now) for each in one.ended]
            for key in listening:
                message = _message(words(able.language(key)), facts, _key(slot), one)
                filled[slot] += able.told(key, message, moment)
        return filled


async def _news(tx: Tx, moment: Moment) -> Mapping[TeamKey, _News]:
    before = moment.now - AFTER
    found: dict[TeamKey, _News] = defaultdict(_News)
    for one in await rounds.changes_untold(tx, before, moment.now):
        if one.absent:
            found[one.tenant, one.team_id].absent.append(one)
    for ended in await rounds.offers_untold(tx, before, moment.now):
        found[ended.tenant, ended.team_id].ended.append(ended)
    return found


def _key(slot: Slot) -> TeamKey:
    return slot.tenant, slot.subject


def _needs(key: TeamKey, news: _News) -> Iterable[Need[Any, Any]]:
    yield from (teams.card.of(key), people.members.of(key))
    for shift_id in {one.shift_id for one in news.absent if one.state is SignupState.ABSENT}:
        yield signups.of_shift.of((key[0], shift_id))
    for ended in news.ended:
        yield offers.asks.of((key[0], ended.id))


def _message(reader: Words, facts: Facts, key: TeamKey, news: _News) -> Outbound:
    card = facts.get(teams.card.of(key))
    lines = [reader("dropouts-head", team=card.name if card else "")]
    lines += [_absent(reader, one) for one in news.absent]
    lines += [
        _ended(reader, one, facts.get(offers.asks.of((one.tenant, one.id))) or []) for one in news.ended
    ]
    rows: list[tuple[Button, ...]] = []
    for one in {one.shift_id: one for one in news.absent if one.state is SignupState.ABSENT}.values():
        here = signing.expected(facts.get(signups.of_shift.of((key[0], one.shift_id))) or [])
        if signing.left(one.needed, len(here)) != 0 and len(rows) < MOST:
            rows.append((Button(reader("call-for", shift=brief(reader, one)), action("call", one.shift_id)),))
    rows.append((Button(reader("crew-see"), action("crew", key[1])),))
    said = marked(reader, "\n".join(lines), exercise=bool(card and card.exercise))
    return Outbound(said, tuple(rows), lane=Lane.ROLE)


def _absent(reader: Words, one: PlacedSignup) -> str:
    name, shift = given_name(one.name), dated(reader, one)
    return reader("dropouts-absent", name=name, shift=shift, why=signing.why(reader, one))


def _ended(reader: Words, one: EndedOffer, asks: Sequence[SentAsk]) -> str:
    takers = ", ".join(given_name(ask.name) for ask in asks if ask.answer == "yes")
    shift = dated(reader, one)
    if one.kind is OfferKind.CALL:
        return reader("dropouts-found" if takers else "dropouts-full", names=takers, shift=shift)
    if one.back_id:
        return reader("dropouts-exchanged", name=given_name(one.name), other=takers, shift=shift)
    return reader("dropouts-swapped", name=given_name(one.name), takers=takers, shift=shift)
