"""Teams move, communes merge and split: what was counted stays where it was counted, and nothing is lost."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest

from storage import figures, teams, tree_changes
from storage.database import Database
from storage.queries import Tx
from storage.records.period import Period, beginning
from storage.records.team import Team
from storage.rollups import Item
from storage.week_figures import figures as figures_now
from storage.week_figures import level_of
from tests.handlers.weekly.land import FIRST, PROVINCES, Land
from tests.handlers.weekly.test_restated import UNITS, _kept, _send

TENANT = "01"
WEEKS = 4
SUMMED = ("luot_nguoi_dan", "luot_noi_dung", "nhom", "ho_so", "luot_tnv", "luot_xac_nhan")
"""Figures that can be added over communes; people who came to two of them cannot."""


async def _values(land: Land, unit: str, period: Period) -> Mapping[Item, int]:
    async def work(tx: Tx) -> Mapping[Item, int]:
        return (await figures_now(tx, level_of(TENANT, unit), (TENANT,), unit, period)).values

    return await land.store.read(work)


async def _moved(land: Land, chance: random.Random, day: date) -> None:
    """Some teams move: one, all of a commune (a merge), or some of one (a split); from the next day on."""
    here = [one for one in land.teams if one.tenant == TENANT]
    source = chance.choice(here).unit_code
    there = [one for one in here if one.unit_code == source]
    into = chance.choice([code for code in PROVINCES[TENANT] if code != source])
    some = chance.choice((there, there[:1], there[1:]))
    from_on = (day + timedelta(days=1)).isoformat()
    for team in some:
        await land.write(
            tree_changes.moved(team, into, land.id(), "x", datetime(2026, 12, 1, tzinfo=UTC), from_on)
        )
    cards = await land.store.read(lambda tx: teams.of_tenant.load(tx, [TENANT]))
    fresh = {one.id: Team(**one.model_dump(include=set(Team.model_fields))) for one in cards[TENANT]}
    land.teams = [fresh.get(one.id, one) for one in land.teams]


@pytest.mark.parametrize("seed", range(3))
async def test_no_move_changes_what_was_counted(any_database: Database, seed: int) -> None:
    """Every commune's every day stays as it was, the communes together are the province, and both are what
    was told, whatever moved between; what was sent upward stays byte for byte."""
    chance = random.Random(seed)
    land = await Land(any_database, chance).founded()
    weeks = [beginning(FIRST + timedelta(days=7 * number)) for number in range(WEEKS)]
    before: dict[tuple[str, str], Mapping[Item, int]] = {}
    homes: dict[str, list[tuple[str, str]]] = {one.id: [(one.unit_code, "")] for one in land.teams}
    sent = []
    for week in weeks:
        for ahead in range(7):
            day = week.since + timedelta(days=ahead)
            await land.lived([day], 3)
            for code in PROVINCES[TENANT]:
                one_day = Period(day.isoformat(), day.isoformat())
                before[code, one_day.since_on] = await _values(land, code, one_day)
            if chance.random() < 0.4:
                await _moved(land, chance, day)
                _noted(land, homes, (day + timedelta(days=1)).isoformat())
        sent.append(await _send(land, UNITS[1], week))
    for (code, day_on), values in before.items():
        there = {key for key, been in homes.items() if _home(been, day_on) == code}
        await _stands(land, code, day_on, values, there)
    for week in weeks:
        await _adds_up(land, week)
    for one in sent:
        assert (await _kept(land, (one.tenant, one.id))).body == one.body
    assert await any_database.read(figures.verify) == []


def _noted(land: Land, homes: dict[str, list[tuple[str, str]]], from_on: str) -> None:
    for one in land.teams:
        if homes[one.id][-1][0] != one.unit_code:
            homes[one.id].append((one.unit_code, from_on))


async def _stands(land: Land, code: str, day_on: str, values: Mapping[Item, int], there: set[str]) -> None:
    """A commune's day is what it was, and what the teams told that were there."""
    now = await _values(land, code, Period(day_on, day_on))
    assert _summed(now) == _summed(values)
    counted = land.counted(there, {TENANT}, Period(day_on, day_on))
    assert {key: now.get(key, 0) for key in counted} == counted, (code, day_on)


async def _adds_up(land: Land, week: Period) -> None:
    parts: Counter[Item] = Counter()
    for code in PROVINCES[TENANT]:
        parts.update(_summed(await _values(land, code, week)))
    assert dict(+parts) == {
        key: count for key, count in _summed(await _values(land, TENANT, week)).items() if count
    }


def _summed(values: Mapping[Item, int]) -> dict[Item, int]:
    return {key: count for key, count in values.items() if key[0] in SUMMED}


def _home(been: list[tuple[str, str]], day_on: str) -> str:
    return next(code for code, since in reversed(been) if since <= day_on)


async def test_a_move_is_taken_back_by_moving_again(any_database: Database) -> None:
    """The same day nothing remains of it; later the days between stay where they were spent."""
    land = await Land(any_database, random.Random(1)).founded()
    team = land.teams[0]
    at = datetime(2026, 12, 1, tzinfo=UTC)
    for into, from_on in (("00229", "2026-11-05"), (team.unit_code, "2026-11-05"), ("00226", "2026-11-09")):
        cards = await land.store.read(lambda tx: teams.card.load(tx, [(team.tenant, team.id)]))
        now = cards[team.tenant, team.id]
        await land.write(tree_changes.moved(now, into, land.id(), "x", at, from_on))
    card = (await land.store.read(lambda tx: teams.card.load(tx, [(team.tenant, team.id)])))[
        team.tenant, team.id
    ]
    assert [card.unit_on(day) for day in ("2026-11-04", "2026-11-08", "2026-11-09")] == [
        "00235",
        "00235",
        "00226",
    ]
