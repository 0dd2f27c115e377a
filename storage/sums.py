"""Sums of a week for all units of a level at once: one grouped query a kind, however many units there are.

``place`` says what is summed for: each ``team``, each commune (``unit``), or each ``tenant``. Additive
figures come from the totals of the days, distinct ones (people, presences, teams at work) from the records,
because days of them cannot be added. An exercise counts nowhere.

A nation's day has fifty thousand rows, so they are plain dataclasses, made from columns in their order.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from storage.queries import Row, Tx
from storage.records.moments import to_micros
from storage.records.period import Period
from storage.records.work import HelpReport
from storage.sources import json_list

Place = Literal["team", "unit", "tenant"]
PlaceKey = tuple[str, str]
"""(tenant, what it is summed for)."""
PEOPLE, TIMES, WORK_DAYS = "tnv_tham_gia", "luot_tnv", "ngay_cong"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose week is summed: those of ``tenants``, or only the communes ``units`` of them."""

    place: Place
    tenants: tuple[str, ...]
    units: tuple[str, ...] = ()

    def asked(self, period: Period) -> dict[str, str]:
        """As parameters of a query; a scope of teams or communes has few units, one of tenants has none."""
        return {**self.whole(period), "units": json_list(self.units)}

    def whole(self, period: Period) -> dict[str, str]:
        """As parameters of a query about all of the tenants."""
        return {
            "tenants": json_list(self.tenants),
            "since_on": period.since_on,
            "until_on": period.until_on,
        }


@dataclass(frozen=True, slots=True)
class Sum:
    """One figure of one place: what counts; how many numbers behind it are "about"; the sum of the reports,
    and by how much leaders' figures differ from that: ``count`` = ``parts`` + ``by_leader``;
    ``on_behalf`` is as much of that as was put in from above."""

    tenant: str
    place: str
    figure: str
    item: str
    count: int
    approx: int
    parts: int
    by_leader: int
    on_behalf: int


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there: distinct ``people``, ``times`` they came and how many of these are ``proven``, work-days
    in ``halves``. ``told_times`` are those in whose place a leader's figure counts; such halves are left out.
    """

    tenant: str
    place: str
    people: int
    times: int
    proven: int
    told_times: int
    halves: int


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """What a team did in a week. ``founded``: it was not closed at the end; ``expected`` to report;
    ``reported`` it has, a zero too; ``worked``: somebody's presence is confirmed."""

    tenant: str
    unit_code: str
    team_id: str
    name: str
    founded: bool
    expected: bool
    reported: bool
    worked: bool


@dataclass(frozen=True, slots=True)
class ReportCount:
    """How many reports of a place are in a state; ``corrected`` ones stand in the place of an older one."""

    tenant: str
    place: str
    state: str
    exercise: bool
    corrected: bool
    reports: int


async def of_days(tx: Tx, scope: Scope, period: Period) -> list[Sum]:
    """Every additive figure of every place, in the order of place, figure, item."""
    if scope.place == "tenant":
        rows = await tx.all("sums_of_tenants", **scope.whole(period))
    else:
        rows = await tx.all("sums", place=scope.place, **scope.asked(period))
    return [Sum(*_cells(row)) for row in rows]


async def means(tx: Tx, tenants: Sequence[str], period: Period) -> dict[PlaceKey, float]:
    """The daily mean of visits of every team, over the days on which it had any."""
    rows = await tx.all(
        "visits_of_teams",
        tenants=json_list(tenants),
        since_on=period.since_on,
        until_on=period.until_on,
    )
    return {(row["tenant"], row["team_id"]): row["visits"] / row["days"] for row in rows}


async def presences(tx: Tx, scope: Scope, period: Period) -> dict[PlaceKey, Presence]:
    """Who was there in every place. A person who came to two communes is one in the province, and two halves
    of a day are the most that count of anybody in a place, however often they came."""
    if scope.place == "tenant":
        return await _of_tenants(tx, scope, period)
    if scope.units:
        rows = await tx.all("presences_in_communes", place=scope.place, **scope.asked(period))
    else:
        rows = await tx.all("presences", place=scope.place, **scope.whole(period))
    return {(row["tenant"], row["place"]): Presence(*_cells(row)) for row in rows}


async def _of_tenants(tx: Tx, scope: Scope, period: Period) -> dict[PlaceKey, Presence]:
    days = [(period.since + timedelta(days=ahead)).isoformat() for ahead in range(7)]
    if period.until_on > days[-1]:
        raise ValueError(f"{period.since_on} to {period.until_on} is more than a week; ask for it in parts")
    each = {f"day_{number}": day for number, day in enumerate(days, 1)}
    rows = await tx.all("presences_of_tenants", **scope.whole(period), **each)
    found = {row["tenant"]: json.loads(row["counted"]) for row in rows if row["counted"]}
    return {(tenant, tenant): Presence(tenant, tenant, *counted) for tenant, counted in found.items()}


async def teams_of_week(tx: Tx, scope: Scope, period: Period, ends_at: datetime) -> list[TeamWeek]:
    """Every team there was until ``ends_at``, when the week was over."""
    rows = await tx.all("teams_of_week", until_at=to_micros(ends_at), **scope.asked(period))
    return [TeamWeek(*_cells(row)) for row in rows]


async def report_states(tx: Tx, scope: Scope, period: Period) -> list[ReportCount]:
    """Reports of the week by what became of them."""
    rows = await tx.all("report_states", place=scope.place, **scope.asked(period))
    return [ReportCount(*_cells(row)) for row in rows]


async def late_counted(
    tx: Tx, scope: Scope, period: Period, closings: Mapping[str, datetime]
) -> list[HelpReport]:
    """Reports that count although they came after their day was closed; ``closings`` says for each day when
    that was."""
    asked = scope.asked(period)
    told = json_list(f"{day} {to_micros(at)}" for day, at in closings.items())
    rows = await tx.all("late_counted", tenants=asked["tenants"], units=asked["units"], closings=told)
    return [HelpReport.model_validate(dict(row)) for row in rows]


def _cells(row: Row) -> Iterable[Any]:
    """The columns of a row in their order: rows of both drivers give them when walked, unlike mappings."""
    return cast(Iterable[Any], row)


def added(figures: Sequence[Sum]) -> dict[tuple[str, str], Sum]:
    """Sums of several places as one, by figure and item."""
    found: dict[tuple[str, str], Sum] = {}
    for one in figures:
        key = (one.figure, one.item)
        had = found.get(key)
        found[key] = one if had is None else _both(had, one)
    return found


def _both(one: Sum, other: Sum) -> Sum:
    return Sum(
        one.tenant,
        one.place,
        one.figure,
        one.item,
        one.count + other.count,
        one.approx + other.approx,
        one.parts + other.parts,
        one.by_leader + other.by_leader,
        one.on_behalf + other.on_behalf,
    )
