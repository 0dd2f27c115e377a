"""A national day in records, and the same day sixty times: teams, presences, reports, difficulties, totals.

The day is written once and then copied inside the database, with other ids and days, so that four million
records take minutes. Every team works in a real commune; every fortieth team only exercises.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from storage import teams
from storage.database import Database
from storage.effects import Effect, carry_out
from storage.figures import of_report
from storage.queries import Tx
from storage.records.team import Campaign, Team, Tenant
from storage.records.unit import CENTRE
from storage.records.work import HelpReport
from storage.sums import TIMES
from storage.unit_file import read_units

TEAMS, PEOPLE, VISITS, REPORTS, STUCK = 5_013, 55_000, 460_000, 11_000, 600
EXERCISES = 40
TWICE, GUESTS, TOLD = 10, 20, 5
"""One presence of so many is of somebody who was there the other half of the day too, or is a guest's; the
leader of one team of so many says how often people came."""
CATEGORIES = ("reception", "form", "vneid", "online_service", "payment", "digitise")
KINDS = ("network", "portal", "vneid", "data", "equipment", "staffing")
LAST = date(2026, 11, 29)
"""The Sunday that ends the week that is measured."""
DAY = 86_400_000_000
SLICE = 20_000
Rows = Sequence[Sequence[Any]]


def team_unit(number: int) -> tuple[str, str]:
    """(tenant, commune) of a team: the communes in turn, so that each has one or two."""
    communes = _communes()
    return communes[number % len(communes)]


_KNOWN: list[tuple[str, str]] = []


def _communes() -> list[tuple[str, str]]:
    if not _KNOWN:
        _KNOWN.extend((unit.parent, unit.code) for unit in read_units() if unit.level == "commune")
    return _KNOWN


def ground(now: datetime) -> Iterator[Effect]:
    """Provinces, campaigns, teams."""
    tenants = sorted({tenant for tenant, _ in _communes()})
    for code in (CENTRE, *tenants):
        yield teams.tenant_saved(Tenant(tenant=code, unit_code=code, name=code, created_at=now))
    for code in tenants:
        for name, exercise in (("real", False), ("exercise", True)):
            yield teams.campaign_saved(
                Campaign(
                    tenant=code, id=name, name=name, starts_on="2026-01-01", ends_on="2027-12-31",
                    exercise=exercise, created_at=now,
                )
            )  # fmt: skip
    for number in range(TEAMS):
        tenant, unit = team_unit(number)
        yield teams.saved(
            Team(
                tenant=tenant, id=f"team-{number:05d}", name=f"Team {number}", unit_code=unit,
                campaign_id=campaign(number), created_at=now,
            )
        )  # fmt: skip


def campaign(number: int) -> str:
    """Which campaign a team works in."""
    return "exercise" if number % EXERCISES == EXERCISES - 1 else "real"


def presences(day: date) -> Iterator[tuple[Any, ...]]:
    """Half of them a morning, half an afternoon; three of four proven; who comes again stays longer."""
    for number in range(PEOPLE):
        team = number % TEAMS
        starts = _at(day, 7 if number % 2 else 13)
        again = number >= TEAMS and number % TWICE == TWICE - 1
        person = number - TEAMS if again else number
        guest = "" if again or number % GUESTS else f"Khách {number}"
        ends = starts + (6 if again else 4) * 3_600_000_000
        grade = "ABCD"[number % 4]
        yield (
            team_unit(team)[0], f"a-{number:06d}", f"team-{team:05d}", f"p-{person:06d}", "", campaign(team),
            day.isoformat(), starts, starts, ends, ends, "self", "self", grade, 0, None, 0, guest, 0, 0,
        )  # fmt: skip


def made_reports(day: date, chance: random.Random) -> Iterator[HelpReport]:
    """As many reports as there are, with all the visits of the day between them."""
    for number in range(REPORTS):
        team = number % TEAMS
        visits = VISITS // REPORTS + (number < VISITS % REPORTS)
        tenant, unit = team_unit(team)
        lines = {one: chance.randrange(1, 20) for one in CATEGORIES if chance.random() < 0.7}
        yield HelpReport(
            tenant=tenant, id=f"r-{number:06d}", team_id=f"team-{team:05d}", person_id=f"p-{number:06d}",
            unit_code=unit, campaign_id=campaign(team), exercise=campaign(team) == "exercise",
            day_on=day.isoformat(), visits=visits, lines=lines,
            groups={"elderly": chance.randrange(1, 12), "ethnic_minority": chance.randrange(1, 6)},
            created_at=datetime(day.year, day.month, day.day, 10, tzinfo=UTC),
        )  # fmt: skip


def totals(found: Sequence[HelpReport]) -> Iterator[tuple[Any, ...]]:
    """The totals of a day as the program keeps them."""
    sums: dict[tuple[str, ...], int] = {}
    for one in found:
        if not one.exercise:
            place = (one.tenant, one.day_on, one.team_id, one.unit_code, "", one.campaign_id)
            for figure, item, count, _ in of_report(one):
                key = (*place, figure, item)
                sums[key] = sums.get(key, 0) + count
    for row, count in sums.items():
        yield (*row, count, 0, count, 0, None, 0)
    day = found[0].day_on
    for number in range(0, TEAMS, TOLD):
        tenant, unit = team_unit(number)
        if campaign(number) == "real":
            told = (tenant, day, f"team-{number:05d}", unit, "", campaign(number), TIMES, "")
            yield (*told, PEOPLE // TEAMS, 0, 0, 0, PEOPLE // TEAMS, 0)


def stuck(day: date, chance: random.Random) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """A case and its difficulty, so many times."""
    at = _at(day, 9)
    for number in range(STUCK):
        team = chance.randrange(TEAMS)
        tenant, unit = team_unit(team)
        code, on = chance.choice(KINDS), day.isoformat()
        case = (
            tenant, f"k-{number:05d}", unit, code, on, 0, "commune", "moi", "", "", "", None, "",
            f"k-{number:05d}", None, None, at, 0,
        )  # fmt: skip
        told = (
            tenant, f"d-{number:05d}", f"k-{number:05d}", f"team-{team:05d}", unit, f"p-{number:06d}",
            campaign(team), on, code, "dung" if number % 3 else "cham", "", 0, at,
        )  # fmt: skip
        yield case, told


def _at(day: date, hour: int) -> int:
    return (
        int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1_000_000
        + (hour - 7) * 3_600_000_000
    )


async def settle(store: Database, now: datetime) -> None:
    """The ground, and the last day."""
    rest = iter(ground(now))
    while some := list(islice(rest, SLICE)):
        await store.write(lambda tx, some=some: carry_out(tx, some))  # type: ignore[misc]  # bound at once
    chance = random.Random(20261129)
    found = list(made_reports(LAST, chance))
    kinds = list(stuck(LAST, chance))
    for table, rows in (
        ("attendances", list(presences(LAST))),
        ("help_reports", [_columns(one) for one in found]),
        ("day_totals", list(totals(found))),
        ("cases", [case for case, _ in kinds]),
        ("difficulties", [told for _, told in kinds]),
    ):
        for start in range(0, len(rows), SLICE):
            part = rows[start : start + SLICE]
            await store.write(lambda tx, table=table, part=part: _put(tx, table, part))  # type: ignore[misc]  # bound at once


def _columns(report: HelpReport) -> tuple[Any, ...]:
    row = report.model_dump()
    return tuple(row[name] for name in REPORT_COLUMNS)


REPORT_COLUMNS = (
    *("tenant", "id", "team_id", "person_id", "attendance_id", "unit_code", "organisation_id", "campaign_id"),
    *("exercise", "day_on", "visits", "approx", "lines", "groups", "figures", "mode", "shift_part", "note"),
    *("state", "replaces", "told_by", "reason", "created_at", "version"),
)
COLUMNS = {
    "attendances": (
        "tenant, id, team_id, person_id, shift_id, campaign_id, day_on, in_at, in_received_at, out_at, "
        "out_received_at, in_origin, out_origin, grade, by_code, at_place, by_leader, guest, pending, version"
    ),
    "help_reports": ", ".join(REPORT_COLUMNS),
    "day_totals": (
        "tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx, "
        "parts, parts_approx, given, given_approx"
    ),
    "cases": (
        "tenant, id, unit_code, code, day_on, exercise, level, state, taken_by, answer, answered_by, "
        "solved_at, merged_into, root_id, told_at, due_at, created_at, version"
    ),
    "difficulties": (
        "tenant, id, case_id, team_id, unit_code, person_id, campaign_id, day_on, code, severity, note, "
        "pending, created_at"
    ),
}


async def _put(tx: Tx, table: str, rows: Rows) -> None:
    count = len(rows[0])
    marks = [f"${at}" if tx.engine == "postgresql" else "?" for at in range(1, count + 1)]
    await tx.put(f"insert into {table} ({COLUMNS[table]}) values ({', '.join(marks)})", rows)


async def repeat(store: Database, days: int) -> None:
    """The last day once more on each of ``days`` days before it."""
    for back in range(1, days + 1):
        day = (LAST - timedelta(days=back)).isoformat()

        async def work(tx: Tx, back: int = back, day: str = day) -> None:
            for table, names in COLUMNS.items():
                wanted = ", ".join(_copied(name.strip(), back, day) for name in names.split(","))
                last = f"day_on = '{LAST.isoformat()}'"
                await tx.fetch(f"insert into {table} ({names}) select {wanted} from {table} where {last}")

        await store.write(work)


def _copied(name: str, back: int, day: str) -> str:
    if name in ("id", "case_id", "root_id"):
        return f"{name} || '-{back}'"
    if name == "day_on":
        return f"'{day}'"
    return (
        f"{name} - {back * DAY}"
        if name in ("in_at", "in_received_at", "out_at", "out_received_at", "created_at")
        else name
    )
