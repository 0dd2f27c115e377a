"""The week is over: its roll-up can be sent; once more before the hour until which it is to be sent.

Those of a province and of the centre hear with it where the log of its data ends: a mark that stays in their
chat, so that whoever writes the log anew on the machine is found out (``aoxanh audit verify --head``).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.attention import Kind, budget
from handlers.days import day_on, midnight
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound
from handlers.weekly import told
from handlers.weekly.asked import asking
from locales import Words, words
from locales.formats import clock, local
from storage import audit, rollups
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


@dataclass(frozen=True, slots=True)
class Call:
    """What a unit hears: that its roll-up ``waits``, and the ``mark`` at the end of its log, or ""."""

    unit: CoordinatedUnit
    waits: bool
    mark: str


class WeeklyReady(Job):
    """See the module. A unit whose roll-up was sent hears the mark alone; one of which somebody became
    coordinator only after that week hears nothing."""

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
        """One message to each coordinator of a unit that has not sent, or that has a log."""
        weeks = {(one.tenant, one.unit_code): one for one in await rollups.coordinated(tx)}
        sent = await rollups.standing(tx, _earliest(list(weeks.values()), moment.now))
        marks = {one.tenant: one.mark for one in await audit.ends(tx)}
        called = {slot: _call(slot, weeks.get(_unit(slot)), sent, marks, moment.now) for slot in slots}
        who = await rollups.coordinators(tx, [_unit(slot) for slot, call in called.items() if call])
        able = await budget(tx, Kind.ROLE, (key for keys in who.values() for key in keys), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, call in called.items():
            for key in who.get(_unit(slot), ()) if call else ():
                if call and able.allows(key, keep=KEPT):
                    said = _message(words(able.language(key)), call, slot, moment.now)
                    filled[slot] += able.told(key, said, moment)
        return filled


def calls(unit: CoordinatedUnit, now: datetime) -> tuple[datetime, datetime]:
    """When a unit is told that its last week can be sent, and when it is reminded; by day."""
    over = midnight(_last(unit, now).until + timedelta(days=1))
    cutoff = over + timedelta(minutes=unit.cutoff_minute)
    return over + READY, max(over + READY, cutoff - BEFORE)


def _last(unit: CoordinatedUnit, now: datetime) -> Period:
    return containing(local(now).date(), unit.week_starts).moved(-1)


def _call(
    slot: Slot,
    unit: CoordinatedUnit | None,
    sent: Mapping[UnitKey, set[str]],
    marks: Mapping[str, str],
    now: datetime,
) -> Call | None:
    """What is to be said; None where it is nothing."""
    if unit is None:
        return None
    waits = _last(unit, now).until_on not in sent.get((unit.tenant, unit.unit_code), set())
    first = slot.slot_at == calls(unit, now)[0]
    mark = marks.get(unit.tenant, "") if first and unit.unit_code == unit.tenant else ""
    return Call(unit, waits, mark) if waits or mark else None


def _earliest(units: Sequence[CoordinatedUnit], now: datetime) -> str:
    return min((_last(one, now).since_on for one in units), default=day_on(now))


def _unit(slot: Slot) -> UnitKey:
    return slot.tenant, slot.subject


def _message(reader: Words, call: Call, slot: Slot, now: datetime) -> Outbound:
    unit, period = call.unit, _last(call.unit, now)
    ready, _ = calls(unit, now)
    cutoff = midnight(period.until + timedelta(days=1)) + timedelta(minutes=unit.cutoff_minute)
    log = [reader("weekly-log", mark=call.mark)] if call.mark else []
    if not call.waits:
        return Outbound("\n".join(log), lane=Lane.ROLE, deadline_at=cutoff + timedelta(days=1))
    said = reader(
        "weekly-ready" if slot.slot_at == ready else "weekly-remind",
        week=told.week_named(reader, period),
        hour=clock(cutoff),
        central="yes" if unit.tenant == CENTRE else "no",
    )
    see = Button(reader("weekly-open"), asking("weekly", "see", unit.unit_code, period))
    text = "\n".join([said, *log])
    return Outbound(text, ((see,),), lane=Lane.ROLE, deadline_at=cutoff + timedelta(days=1))
