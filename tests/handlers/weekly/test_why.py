"""Every number of a roll-up is what a count by hand gives, and its explanation sums up to it exactly."""

import random
from datetime import timedelta

import pytest

from handlers.weekly.why import explained
from storage.database import Database
from storage.queries import Tx
from storage.records.case import Level
from storage.records.period import Period, beginning
from storage.records.unit import CENTRE
from storage.week_figures import AT_WORK, COVERAGE, FOUNDED
from storage.week_reasons import WeekReasons, reasons
from tests.handlers.weekly.land import FIRST, PROVINCES, Land

ROUNDS = 10
"""Times that more happens; each of eight units has some fifteen figures then."""
OF_TEAMS = {AT_WORK, FOUNDED, COVERAGE}
WEEK = beginning(FIRST)
DAYS = [FIRST + timedelta(days=ahead) for ahead in range(-1, 8)]
"""The week with the days around it, which belong to others."""


async def _reasons(land: Land, tenant: str, unit: str) -> WeekReasons:
    async def work(tx: Tx) -> WeekReasons | None:
        return await reasons(tx, (tenant, unit, WEEK.since_on, WEEK.until_on))

    found = await land.store.read(work)
    assert found
    return found


def _units() -> list[tuple[str, str, Level]]:
    communes = [(tenant, code, Level.COMMUNE) for tenant, codes in PROVINCES.items() for code in codes]
    provinces = [(tenant, tenant, Level.PROVINCE) for tenant in PROVINCES]
    return [*communes, *provinces, (CENTRE, CENTRE, Level.CENTRAL)]


def _by_hand(land: Land, tenant: str, unit: str, level: Level) -> dict[tuple[str, str], int]:
    tenants = set(PROVINCES) if level is Level.CENTRAL else {tenant}
    inside = {one.id for one in land.teams if level is not Level.COMMUNE or one.unit_code == unit}
    return land.counted(inside, tenants, Period(*WEEK))


def _sums_up(seen: WeekReasons, key: tuple[str, str], total: int) -> None:
    found = explained(seen, *key)
    assert found.total == total, key
    assert sum(found.parts.values()) == total, (key, found)
    assert sum(found.units.values()) - found.repeated == total, (key, found)
    assert found.repeated >= 0, (key, found)
    assert found.reported + len(found.silent) == found.expected, (key, found)


async def test_a_thousand_numbers_are_explained_exactly(any_database: Database) -> None:
    """At every level: by units, and by what they are made of; the numbers themselves as counted by hand."""
    looked_at, from_above = 0, 0
    land = await Land(any_database, random.Random(1)).founded()
    for _ in range(ROUNDS):
        await land.lived(DAYS, 40)
        for tenant, unit, level in _units():
            seen = await _reasons(land, tenant, unit)
            by_hand = {key: count for key, count in _by_hand(land, tenant, unit, level).items() if count}
            values = {key: count for key, count in seen.figures.values.items() if count}
            assert {key: count for key, count in values.items() if key[0] not in OF_TEAMS} == by_hand
            for key, total in seen.figures.values.items():
                _sums_up(seen, key, total)
                looked_at += 1
                from_above += bool(explained(seen, *key).parts.get("behalf"))
    assert looked_at > 1_000
    assert from_above


@pytest.mark.parametrize("figure", sorted(OF_TEAMS))
async def test_teams_and_coverage_are_those_of_the_list(any_database: Database, figure: str) -> None:
    """A commune that reported zero has reported; an exercise is no team at all."""
    land = await Land(any_database, random.Random(1)).founded()
    await land.lived([FIRST], 6)
    seen = await _reasons(land, "01", "01")
    real = [one for one in land.teams if one.tenant == "01" and one.campaign_id == "real"]
    told = {one.team_id for one in land.reports if one.state == "counted"} | {key[1] for key in land.forms}
    there = {one.team_id for one in land.presences if one.out_at and not one.pending}
    expected = {
        FOUNDED: len(real),
        AT_WORK: sum(one.id in told | there for one in real),
        COVERAGE: len({one.unit_code for one in real if one.id in told}),
    }
    assert seen.figures.values[figure, ""] == expected[figure]
