"""Who has not sent a week to the unit above: communes and provinces no roll-up, teams not one figure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage import holders, people, rollups, sums, teams, week_pictures
from storage.queries import Tx
from storage.records.case import Level
from storage.records.moments import from_micros, to_micros
from storage.records.period import Period, containing
from storage.records.person import Contact
from storage.records.team import Tenant
from storage.rollups import STANDING, UnitKey
from storage.slots import Slot
from storage.sources import Facts, Source, json_list
from storage.sums import Scope
from storage.week_figures import ends_at, level_of
from storage.week_pictures import WeekKey

REMINDED = "weekly_nudge"
"""The kind of the slots that keep one from being reminded twice a day: subject is a unit or a team."""
BehindKey = tuple[str, str, str, str, datetime]
"""(tenant, unit code, first day of the week or empty, today: days as ISO text, midnight of today)."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A unit one level below, or a team: ``code`` is its code or id, ``name`` is empty for units.
    ``chats`` are those of whoever answers for it, by person."""

    tenant: str
    code: str
    name: str
    chats: Mapping[str, Sequence[Contact]]


@dataclass(frozen=True, slots=True)
class WeekBehind:
    """Who is ``behind`` with a week; of whom somebody was ``reminded`` today already. ``over`` is whether the
    week can be sent."""

    level: Level
    period: Period
    over: bool
    behind: Sequence[Behind]
    reminded: frozenset[UnitKey]


async def _of_week(tx: Tx, key: BehindKey) -> WeekBehind | None:
    tenant_code, unit_code, since_on, today_on, midnight = key
    tenant = (await teams.tenant.load(tx, [tenant_code])).get(tenant_code)
    if tenant is None:
        return None
    level = level_of(tenant_code, unit_code)
    if level is Level.COMMUNE:
        period = await week_pictures.period_of(tx, tenant, unit_code, since_on, today_on)
        behind = await _teams(tx, tenant_code, unit_code, period)
    else:
        period = _sendable(tenant, since_on, today_on)
        behind = await _units(tx, (tenant_code, unit_code, period.since_on, today_on))
    over = level is Level.COMMUNE or today_on >= period.until_on
    return WeekBehind(level, period, over, behind, await _reminded(tx, behind, midnight))


def _sendable(tenant: Tenant, since_on: str, today_on: str) -> Period:
    """The week that is meant; where none is named the newest one that can be sent."""
    week = containing(Period(since_on or today_on, "").since, tenant.week_starts)
    return week if since_on or today_on >= week.until_on else week.moved(-1)


async def _teams(tx: Tx, tenant: str, unit_code: str, period: Period) -> list[Behind]:
    there = await sums.teams_of_week(tx, Scope("unit", (tenant,), (unit_code,)), period, ends_at(period))
    silent = [one for one in there if one.expected and not one.reported]
    found = await holders.of_team.load(tx, [(one.tenant, one.team_id) for one in silent])
    behind = []
    for one in silent:
        chats: dict[str, list[Contact]] = defaultdict(list)
        for each in found.get((one.tenant, one.team_id), ()):
            if each.level is Level.TEAM:
                chats[each.person_id].append(each)
        behind.append(Behind(one.tenant, one.team_id, one.name, chats))
    return behind


async def _units(tx: Tx, key: WeekKey) -> list[Behind]:
    seen = await week_pictures.units_below(tx, key)
    if seen is None:
        return []
    came = {unit for unit, one in seen.newest.items() if one.state in STANDING}
    missing = [unit for unit in seen.expected if unit not in came]
    who, facts = await rollups.coordinators(tx, missing), Facts()
    await facts.load(tx, [people.contacts_of.of(person) for keys in who.values() for person in keys])
    return [
        Behind(*unit, "", {one[1]: facts.get(people.contacts_of.of(one)) or () for one in who.get(unit, ())})
        for unit in missing
    ]


async def _reminded(tx: Tx, behind: Sequence[Behind], midnight: datetime) -> frozenset[UnitKey]:
    tenants = json_list(sorted({one.tenant for one in behind}))
    rows = await tx.all("nudged_people", kind=REMINDED, tenants=tenants, slot_at=to_micros(midnight))
    return frozenset((row["tenant"], row["subject"]) for row in rows)


async def _load(tx: Tx, keys: Sequence[BehindKey]) -> Mapping[BehindKey, WeekBehind]:
    found = {key: await _of_week(tx, key) for key in keys}
    return {key: one for key, one in found.items() if one is not None}


of_unit = Source("week_behind", _load)


def reminder(one: Behind, midnight: datetime) -> Slot:
    """The slot that only one reminder a day can claim."""
    return Slot(tenant=one.tenant, kind=REMINDED, subject=one.code, slot_at=from_micros(to_micros(midnight)))
