"""The evening before, whoever is signed up for tomorrow is asked once whether they come."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import groupby

from handlers import coming
from handlers.attention import Kind, budget, willing
from handlers.conversation import action
from handlers.days import day_on, span
from handlers.exercise import marked
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.shift_told import placed
from locales import words
from locales.formats import HANOI, local, near_day
from storage import rounds, signups, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.records.signup import PlacedSignup
from storage.slots import Slot
from storage.sources import Facts, PersonKey

AT = time(19)
FRESH = timedelta(hours=3)
"""Whoever signed up so shortly before has just said that they come."""


class PledgeQuestion(Job):
    """See the module. To those who agreed to reminders; on holidays, and about them, nobody is asked."""

    kind = "pledge_question"
    useful_for = timedelta(hours=1, minutes=45)
    at_once = 256

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Everybody with a shift tomorrow who was not asked."""
        at = datetime.combine(local(moment.now).date(), AT, tzinfo=HANOI)
        tomorrow = at.date() + timedelta(days=1)
        in_time = at <= moment.now <= at + self.useful_for
        if not in_time or {at.date(), tomorrow} & moment.days_off:
            return []
        people = {(one.tenant, one.person_id) for one in await self._to_ask(tx, moment)}
        return [Slot(tenant=one[0], kind=self.kind, subject=one[1], slot_at=at) for one in sorted(people)]

    async def _to_ask(self, tx: Tx, moment: Moment, of: Iterable[str] = ()) -> list[PlacedSignup]:
        at = datetime.combine(local(moment.now).date(), AT, tzinfo=HANOI)
        tomorrow = span(at.date() + timedelta(days=1))
        return await rounds.to_ask(tx, *tomorrow, made_before=at - FRESH, kind=self.kind, slot_at=at, of=of)

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One question a person."""
        by_key = {(slot.tenant, slot.subject): slot for slot in slots}
        named = await self._to_ask(tx, moment, of=[slot.subject for slot in slots])
        found = [one for one in named if _key(one) in by_key]
        able = await budget(tx, Kind.REMINDER, await willing(tx, map(_key, found)), moment.now)
        facts = Facts()
        await facts.load(tx, {teams.card.of((one.tenant, one.team_id)) for one in found})
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for key, group in groupby(found, key=_key):
            places = list(group)
            if able.allows(key):
                message = _message(places, able.language(key), exercise=_exercise(facts, places))
                filled[by_key[key]] += able.told(key, message, moment)
                filled[by_key[key]] += [signups.asked(one, moment.now) for one in places]
                if able.scarce(key):
                    filled[by_key[key]] += [coming.noted(key, one.starts_at, moment.now) for one in places]
        return filled


def _key(place: PlacedSignup) -> PersonKey:
    return place.tenant, place.person_id


def _exercise(facts: Facts, places: Sequence[PlacedSignup]) -> bool:
    cards = [facts.get(teams.card.of((one.tenant, one.team_id))) for one in places]
    return all(card is not None and card.exercise for card in cards)


def _message(places: Sequence[PlacedSignup], language: str, *, exercise: bool) -> Outbound:
    reader, first = words(language), places[0]
    said = reader(
        "pledge-question",
        day=near_day(local(first.starts_at).date(), language),
        count=len(places),
        shifts="; ".join(placed(reader, one) for one in places),
    )
    only = first.id if len(places) == 1 else ""
    yes = Button(reader("my-shifts-pledge"), action("pledge", day_on(first.starts_at)))
    no = Button(reader("my-shifts-absent"), action("absence", only))
    return Outbound(
        marked(reader, said, exercise=exercise),
        ((yes, no), (Button(reader("my-shifts-swap"), action("swap", only)),)),
        lane=Lane.REMINDER,
        unsure=Unsure.NEVER,
        deadline_at=first.starts_at,
    )
