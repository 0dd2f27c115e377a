"""The week is over: its roll-up can be sent; once more before the hour until which it is to be sent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from handlers.attention import Kind, budget
from handlers.days import day_on, midnight
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound
from handlers.weekly import told
from handlers.weekly.asked import asking
from locales import Words, words
from locales.formats import clock, local
from storage import rollups
from storage.effects import Effect
from storage.queries import Tx
from storage.records.period import Period, containing
from storage.records.unit import CENTRE
from storage.rollups import CoordinatedUnit, UnitKey
from storage.slots import Slot

READY = timedelta(hours=7)
"""On the morning after the week."""
BEFORE = timedelta(hours=2)
"""How long before the hour the reminder comes."""
KEPT = 1
"""Messages of a day that are left for the evening digest."""


class WeeklyReady(Job):
    """See the module. A unit whose roll-up was sent hears nothing; nor does one of which somebody became
    coordinator only after that week."""

    kind = "weekly_ready"
    useful_for = timedelta(hours=10)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The last call, and the reminder, of every unit that somebody coordinates."""
        since = moment.now - self.useful_for
        return [
            Slot(tenant=one.tenant, kind=self.kind, subject=one.unit_code, slot_at=at)
            for one in await rollups.coordinated(tx)
            for at in calls(one, moment.now)
            if since <= at <= moment.now and one.since_at < midnight(_last(one, moment.now).until)
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message to each coordinator of a unit that has not sent."""
        weeks = {(one.tenant, one.unit_code): one for one in await rollups.coordinated(tx)}
        sent = await rollups.standing(tx, _earliest(list(weeks.values()), moment.now))
        waiting = [slot for slot in slots if _waits(weeks.get(_unit(slot)), sent, moment.now)]
        who = await rollups.coordinators(tx, [_unit(slot) for slot in waiting])
        able = await budget(tx, Kind.ROLE, (key for keys in who.values() for key in keys), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in waiting:
            for key in who.get(_unit(slot), ()):
                if able.allows(key, keep=KEPT):
                    said = _message(words(able.language(key)), weeks[_unit(slot)], slot, moment.now)
                    filled[slot] += able.told(key, said, moment)
        return filled


def calls(unit: CoordinatedUnit, now: datetime) -> tuple[datetime, datetime]:
    """When a unit is told that its last week can be sent, and when it is reminded; by day."""
    over = midnight(_last(unit, now).until + timedelta(days=1))
    cutoff = over + timedelta(minutes=unit.cutoff_minute)
    return over + READY, max(over + READY, cutoff - BEFORE)


def _last(unit: CoordinatedUnit, now: datetime) -> Period:
    return containing(local(now).date(), unit.week_starts).moved(-1)


def _waits(unit: CoordinatedUnit | None, sent: Mapping[UnitKey, set[str]], now: datetime) -> bool:
    if unit is None:
        return False
    return _last(unit, now).until_on not in sent.get((unit.tenant, unit.unit_code), set())


def _earliest(units: Sequence[CoordinatedUnit], now: datetime) -> str:
    return min((_last(one, now).since_on for one in units), default=day_on(now))


def _unit(slot: Slot) -> UnitKey:
    return slot.tenant, slot.subject


def _message(reader: Words, unit: CoordinatedUnit, slot: Slot, now: datetime) -> Outbound:
    period = _last(unit, now)
    ready, _ = calls(unit, now)
    cutoff = midnight(period.until + timedelta(days=1)) + timedelta(minutes=unit.cutoff_minute)
    said = reader(
        "weekly-ready" if slot.slot_at == ready else "weekly-remind",
        week=told.week_named(reader, period),
        hour=clock(cutoff),
        central="yes" if unit.tenant == CENTRE else "no",
    )
    see = Button(reader("weekly-open"), asking("weekly", "see", unit.unit_code, period))
    return Outbound(said, ((see,),), lane=Lane.ROLE, deadline_at=cutoff + timedelta(days=1))
