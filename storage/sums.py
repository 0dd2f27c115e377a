"""Sums of a week for all units of a level at once: one grouped query a kind, however many units there are.

``place`` says what is summed for: each ``team``, each commune (``unit``), or each ``tenant``. Additive
figures come from the totals of the days, distinct ones (people, presences, teams at work) from the records,
because days of them cannot be added. An exercise counts nowhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.queries import Tx
from storage.records.moments import Flag, Record, to_micros
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
        return {
            "tenants": json_list(self.tenants),
            "units": json_list(self.units),
            "since_on": period.since_on,
            "until_on": period.until_on,
        }


class Sum(Record):
    """One figure of one place: what counts; how many numbers behind it are "about"; the sum of the reports,
    and by how much leaders' figures differ from that: ``count`` = ``parts`` + ``by_leader``."""

    tenant: str
    place: str
    figure: str
    item: str = ""
    count: int
    approx: int = 0
    parts: int = 0
    by_leader: int = 0


class Presence(Record):
    """Who was there: distinct ``people``, ``times`` they came and how many of these are ``proven``, work-days
    in ``halves``. ``told_times`` are those in whose place a leader's figure counts; such halves are left out.
    """

    tenant: str
    place: str
    people: int
    times: int
    proven: int
    told_times: int = 0
    halves: int


class TeamWeek(Record):
    """What a team did in a week. ``founded``: it was not closed at the end; ``expected`` to report;
    ``reported`` it has, a zero too; ``worked``: somebody's presence is confirmed."""

    tenant: str
    unit_code: str
    team_id: str
    name: str
    founded: Flag
    expected: Flag
    reported: Flag
    worked: Flag


class ReportCount(Record):
    """How many reports of a place are in a state; ``corrected`` ones stand in the place of an older one."""

    tenant: str
    place: str
    state: str
    exercise: Flag
    corrected: Flag
    reports: int


async def of_days(tx: Tx, scope: Scope, period: Period) -> list[Sum]:
    """Every additive figure of every place, in the order of place, figure, item."""
    rows = await tx.all("sums", place=scope.place, **scope.asked(period))
    return [Sum.model_construct(**dict(row)) for row in rows]


async def presences(tx: Tx, scope: Scope, period: Period) -> dict[PlaceKey, Presence]:
    """Who was there in every place. A person who came to two communes is one in the province."""
    rows = await tx.all("presences", place=scope.place, **scope.asked(period))
    return {(row["tenant"], row["place"]): Presence.model_construct(**dict(row)) for row in rows}


async def teams_of_week(tx: Tx, scope: Scope, period: Period, ends_at: datetime) -> list[TeamWeek]:
    """Every team there was until ``ends_at``, when the week was over."""
    rows = await tx.all("teams_of_week", until_at=to_micros(ends_at), **scope.asked(period))
    return [TeamWeek.model_construct(**dict(row)) for row in rows]


async def report_states(tx: Tx, scope: Scope, period: Period) -> list[ReportCount]:
    """Reports of the week by what became of them."""
    rows = await tx.all("report_states", place=scope.place, **scope.asked(period))
    return [ReportCount.model_construct(**dict(row)) for row in rows]


async def late_counted(
    tx: Tx, scope: Scope, period: Period, closings: Mapping[str, datetime]
) -> list[HelpReport]:
    """Reports that count although they came after their day was closed; ``closings`` says for each day when
    that was."""
    asked = scope.asked(period)
    told = json_list(f"{day} {to_micros(at)}" for day, at in closings.items())
    rows = await tx.all("late_counted", tenants=asked["tenants"], units=asked["units"], closings=told)
    return [HelpReport.model_validate(dict(row)) for row in rows]


def added(figures: Sequence[Sum]) -> dict[tuple[str, str], Sum]:
    """Sums of several places as one, by figure and item."""
    found: dict[tuple[str, str], Sum] = {}
    for one in figures:
        key = (one.figure, one.item)
        had = found.get(key)
        found[key] = one if had is None else _both(had, one)
    return found


def _both(one: Sum, other: Sum) -> Sum:
    update = {
        name: getattr(one, name) + getattr(other, name) for name in ("count", "approx", "parts", "by_leader")
    }
    return one.model_copy(update=update)
