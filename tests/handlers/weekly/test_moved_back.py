"""Teams move from a day in the past on, twice in a month: what was counted goes along, sums stay, and weeks
that were sent are told anew."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from handlers.weekly.compose import sensitive
from storage import figures, teams, tree_changes
from storage.database import Database
from storage.records.period import Period, beginning
from storage.records.team import Team
from tests.handlers.weekly.land import FIRST, PROVINCES, Land
from tests.handlers.weekly.test_moved import SUMMED, TENANT, _adds_up, _summed, _values
from tests.handlers.weekly.test_restated import _kept, _published, _send, _truth

AT = datetime(2026, 12, 1, tzinfo=UTC)
COMMUNES = [(TENANT, code) for code in PROVINCES[TENANT]]
Homes = dict[str, list[tuple[str, str]]]
"""By team: (unit, first day) as a person would write them down, the first one first."""


async def _moves(land: Land, chance: random.Random, homes: Homes, within: Sequence[date]) -> None:
    """One team works elsewhere from one of these days on."""
    team = chance.choice([one for one in land.teams if one.tenant == TENANT])
    into = chance.choice([code for code in PROVINCES[TENANT] if code != team.unit_code])
    from_on = chance.choice(within).isoformat()
    await land.write(tree_changes.moved(team, into, land.id(), "x", AT, from_on))
    homes[team.id] = [*(one for one in homes[team.id] if one[1] < from_on), (into, from_on)]
    cards = (await land.store.read(lambda tx: teams.of_tenant.load(tx, [TENANT])))[TENANT]
    fresh = {one.id: one for one in cards}
    fields = set(Team.model_fields)
    land.teams = [
        Team(**fresh[one.id].model_dump(include=fields)) if one.id in fresh else one for one in land.teams
    ]
    for one in cards:
        assert [one.unit_on(day.isoformat()) for day in within] == [
            _home(homes[one.id], day.isoformat()) for day in within
        ]


def _home(been: Sequence[tuple[str, str]], day_on: str) -> str:
    return next(code for code, since in reversed(been) if since <= day_on)


@pytest.mark.parametrize("seed", range(4))
async def test_a_move_from_a_past_day_takes_along_what_was_counted(any_database: Database, seed: int) -> None:
    """Each commune's every day is what its teams of that day told; the sums of the province never move; weeks
    as sent and their adjustments are the truth."""
    chance = random.Random(seed)
    land = await Land(any_database, chance).founded()
    weeks = [beginning(FIRST + timedelta(days=7 * number)) for number in range(4)]
    homes: Homes = {one.id: [(one.unit_code, "")] for one in land.teams}
    sent = []
    for number, week in enumerate(weeks):
        days = [week.since + timedelta(days=ahead) for ahead in range(7)]
        await land.lived(days, 12)
        before = [_summed(await _values(land, TENANT, one)) for one in weeks[: number + 1]]
        for _ in range(2):
            await _moves(
                land, chance, homes, [FIRST + timedelta(days=day) for day in range(7 * (number + 1))]
            )
        assert [_summed(await _values(land, TENANT, one)) for one in weeks[: number + 1]] == before
        sent += [await _send(land, unit, week) for unit in COMMUNES]
    for ahead in range(28):
        day_on = (FIRST + timedelta(days=ahead)).isoformat()
        for _, code in COMMUNES:
            there = {key for key, been in homes.items() if _home(been, day_on) == code}
            counted = land.counted(there, {TENANT}, Period(day_on, day_on))
            now = await _values(land, code, Period(day_on, day_on))
            assert {key: now.get(key, 0) for key in counted} == counted, (code, day_on)
    for week in weeks:
        await _adds_up(land, week)
    for one in sent:
        assert (await _kept(land, (one.tenant, one.id))).body == one.body
    assert await any_database.read(figures.verify) == []
    await _told(land, weeks)


async def _told(land: Land, weeks: Sequence[Period]) -> None:
    """What was published of each week, with the next week's adjustments, is today's truth."""
    after = beginning(weeks[-1].since + timedelta(days=7))
    for unit in COMMUNES:
        await _send(land, unit, after)
        said = await _published(land, unit, weeks[0].since_on)
        for week in weeks:
            truth, told = await _truth(land, unit, week), said[week.since_on]
            off = {key: truth.get(key, 0) - told.get(key, 0) for key in {*truth, *told} if key[0] in SUMMED}
            assert not {key: by for key, by in off.items() if by and not (sensitive(key) and abs(by) < 5)}


async def test_what_comes_late_counts_where_the_team_was_that_day(any_database: Database) -> None:
    """Two moves within a month: a report for each of the three times."""
    land = await Land(any_database, random.Random(2)).founded()
    team = land.teams[0]
    assert team.unit_code == "00235"
    for into, from_on in (("00229", "2026-11-09"), ("00226", "2026-11-20")):
        now = (await land.store.read(lambda tx: teams.card.load(tx, [(TENANT, team.id)])))[TENANT, team.id]
        await land.write(tree_changes.moved(now, into, land.id(), "x", AT, from_on))
    card = (await land.store.read(lambda tx: teams.card.load(tx, [(TENANT, team.id)])))[TENANT, team.id]
    days = {"2026-11-08": "00235", "2026-11-09": "00229", "2026-11-19": "00229", "2026-11-20": "00226"}
    assert {day: card.unit_on(day) for day in days} == days
