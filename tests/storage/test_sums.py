"""Who was there in a week and what was counted: the queries say what a plain count of the rows says."""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from storage import attendances, day_forms, figures, sums, tree_changes
from storage.database import Database
from storage.effects import Effect
from storage.queries import Tx
from storage.records.period import Period, beginning
from storage.records.work import Attendance, DayForm
from storage.sums import PlaceKey, Presence, Scope
from tests.handlers.weekly.land import FIRST, PROVINCES, Land, moment

WEEK = beginning(FIRST)
DAYS = [FIRST + timedelta(days=ahead) for ahead in range(-1, 8)]
"""The week with the days around it, which belong to others."""
TENANTS = tuple(PROVINCES)
COMMUNES = ("00235", "00229")
SCOPES = (
    *(Scope(place, TENANTS) for place in ("team", "unit", "tenant")),
    Scope("unit", ("01",), COMMUNES),
    Scope("unit", ("01",), COMMUNES[:1]),
    Scope("team", ("01",), COMMUNES[:1]),
    Scope("tenant", ("79",)),
)
HALF = timedelta(hours=5)
Homes = dict[str, list[tuple[str, str]]]
"""Of each team: the first day on which it worked in a commune, and the commune, oldest first."""


def _come(land: Land, day: date) -> Iterator[Attendance]:
    """Somebody who comes up to three times that day, to any of the teams of a province, or a guest; some of
    it is not over, not accepted, or an exercise."""
    chance = land.chance
    tenant = chance.choice(TENANTS)
    there = [one for one in land.teams if one.tenant == tenant]
    guest = chance.choice(("", "", "", "Bà Tư", "Anh Ba"))
    known = f"p{chance.randrange(6)}"
    for hour in chance.sample((6, 9, 12, 15, 18), k=chance.choice((1, 2, 3))):
        team, starts, over = chance.choice(there), moment(day, hour), chance.random() < 0.9
        number = land.id()
        person = known if over and not guest else f"{known}-{number}"
        yield Attendance(
            tenant=tenant, id=number, team_id=team.id, person_id=person,
            campaign_id=team.campaign_id, day_on=day.isoformat(), in_at=starts, in_received_at=starts,
            out_at=starts + timedelta(hours=chance.choice((2, 5, 8))) if over else None,
            grade=chance.choice("ABCD"), guest=guest, pending=chance.random() < 0.1,
        )  # fmt: skip


def _said(land: Land, day: date) -> Iterator[Effect]:
    """A leader tells how often people came that day, or how many days they worked, or both."""
    team = land.chance.choice(land.teams)
    key = (team.tenant, team.id, day.isoformat())
    if key in land.forms:
        return
    told = land.chance.choice(({"luot_tnv": 3}, {"ngay_cong": 2}, {"luot_tnv": 5, "ngay_cong": 4}))
    land.forms[key] = form = DayForm(
        tenant=team.tenant, id=land.id(), team_id=team.id, person_id="leader", unit_code=team.unit_code,
        campaign_id=team.campaign_id, exercise=team.campaign_id == "exercise", day_on=day.isoformat(),
        lines={}, figures=told, created_at=moment(day, 20),
    )  # fmt: skip
    yield day_forms.added(form)
    yield from figures.given(form)


async def _fortnight(land: Land) -> Homes:
    """What happens, and a team that moves to another commune in the middle of the week."""
    for day in DAYS:
        await land.lived([day], 2)
        came = [one for _ in range(land.chance.randrange(4, 12)) for one in _come(land, day)]
        land.presences += came
        await land.write([*map(attendances.opened, came), *_said(land, day), *_said(land, day)])
    homes: Homes = {one.id: [("", one.unit_code)] for one in land.teams}
    moving, from_on = land.teams[0], (FIRST + timedelta(days=3)).isoformat()
    await land.write(
        tree_changes.moved(moving, "00226", land.id(), "x", datetime(2026, 12, 1, tzinfo=UTC), from_on)
    )
    homes[moving.id].append((from_on, "00226"))
    return homes


def _plainly(land: Land, homes: Homes, scope: Scope) -> dict[PlaceKey, Presence]:
    """The same by hand: from every row, one after another."""
    exercising = {one.id for one in land.teams if one.campaign_id == "exercise"}
    told = {
        figure: {key for key, form in land.forms.items() if figure in form.figures and not form.exercise}
        for figure in ("luot_tnv", "ngay_cong")
    }
    rows: dict[PlaceKey, list[Attendance]] = defaultdict(list)
    for one in land.presences:
        home = next(code for since, code in reversed(homes[one.team_id]) if since <= one.day_on)
        counts = one.out_at and not one.pending and one.team_id not in exercising
        here = one.tenant in scope.tenants and (not scope.units or home in scope.units)
        if counts and here and WEEK.since_on <= one.day_on <= WEEK.until_on:
            place = {"team": one.team_id, "unit": home, "tenant": one.tenant}[scope.place]
            rows[one.tenant, place].append(one)
    return {key: _presence(key, there, told) for key, there in rows.items()}


def _presence(key: PlaceKey, there: list[Attendance], told: dict[str, set[tuple[str, str, str]]]) -> Presence:
    halves: dict[tuple[str, str], int] = defaultdict(int)
    for one in there:
        assert one.out_at
        if (one.tenant, one.team_id, one.day_on) not in told["ngay_cong"]:
            halves[_who(one), one.day_on] += 1 if one.out_at - one.in_at <= HALF else 2
    return Presence(
        *key,
        people=len({_who(one) for one in there}),
        times=len(there),
        proven=sum(one.grade != "D" for one in there),
        told_times=sum((one.tenant, one.team_id, one.day_on) in told["luot_tnv"] for one in there),
        halves=sum(min(2, some) for some in halves.values()),
    )


def _who(one: Attendance) -> str:
    return f"{one.team_id} {one.guest}" if one.guest else one.person_id


@pytest.mark.parametrize("seed", range(4))
async def test_presences_are_what_a_plain_count_gives(any_database: Database, seed: int) -> None:
    """Distinct people, times, proofs, and no more than a whole day of anybody in one place."""
    land = await Land(any_database, random.Random(seed)).founded()
    homes = await _fortnight(land)
    often = [(_who(one), one.day_on) for one in land.presences]
    assert len(set(often)) < len(often)
    for scope in SCOPES:
        found = await any_database.read(lambda tx, scope=scope: sums.presences(tx, scope, WEEK))  # type: ignore[misc]  # bound at once
        assert found == _plainly(land, homes, scope), scope


@pytest.mark.parametrize("seed", range(2))
async def test_the_sums_of_tenants_are_those_of_their_days(any_database: Database, seed: int) -> None:
    """Row by row what the totals hold, and the same as the teams together."""
    land = await Land(any_database, random.Random(seed)).founded()
    await _fortnight(land)
    scope = Scope("tenant", TENANTS)
    found = {
        (one.tenant, one.place, one.figure, one.item): (
            *(one.count, one.approx, one.parts, one.by_leader, one.on_behalf),
        )
        for one in await any_database.read(lambda tx: sums.of_days(tx, scope, WEEK))
    }
    assert found == await any_database.read(lambda tx: _totals(tx, WEEK))
    teams = await any_database.read(lambda tx: sums.of_days(tx, Scope("team", TENANTS), WEEK))
    assert sums.added(teams).keys() == {key[2:] for key in found}
    assert {key: one.count for key, one in sums.added(teams).items()} == {
        item: sum(numbers[0] for key, numbers in found.items() if key[2:] == item)
        for item in {key[2:] for key in found}
    }


async def _totals(tx: Tx, week: Period) -> dict[tuple[str, str, str, str], tuple[int, ...]]:
    total: dict[tuple[str, str, str, str], list[int]] = defaultdict(lambda: [0] * 5)
    for row in await tx.fetch("select * from day_totals order by tenant, day_on, team_id, figure, item"):
        if not week.since_on <= row["day_on"] <= week.until_on:
            continue
        given, parts = row["given"], row["parts"]
        numbers = (
            *(row["count"], row["approx"], parts, 0 if given is None else given - parts),
            (given or 0) - parts if row["behalf"] else 0,
        )
        key = (row["tenant"], row["tenant"], row["figure"], row["item"])
        total[key] = [had + more for had, more in zip(total[key], numbers, strict=True)]
    return {key: tuple(numbers) for key, numbers in total.items()}
