"""The figures of one unit's week as they are now: sums of days, distinct people, teams, coverage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from storage import sums
from storage.figures import GROUPED, VISITS
from storage.queries import Tx
from storage.records.case import Level
from storage.records.period import Period
from storage.records.unit import CENTRE
from storage.rollups import Item
from storage.sums import PEOPLE, TIMES, WORK_DAYS, Presence, Scope, Sum, TeamWeek

HANOI_OFFSET = timedelta(hours=7)
"""Vietnam has had one time all year since 1975; a day ends at 17:00 UTC."""
PROVEN, AT_WORK, FOUNDED, COVERAGE = "luot_xac_nhan", "doi_hoat_dong", "doi_thanh_lap", "do_phu"


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """The figures of one unit and week as they are now."""

    additive: Mapping[Item, Sum]
    presence: Presence | None
    teams: Sequence[TeamWeek]
    level: Level
    by_tenant: Mapping[Item, Mapping[str, int]] = field(default_factory=dict)
    """Each figure of a beneficiary group by tenant, where there are several."""

    @property
    def values(self) -> dict[Item, int]:
        """Every figure by name; work-days in halves, coverage as what reported."""
        found = {key: one.count for key, one in self.additive.items() if key[0] not in (TIMES, WORK_DAYS)}
        there = self.presence
        told = {
            key: self.additive[key, ""].count if (key, "") in self.additive else 0
            for key in (TIMES, WORK_DAYS)
        }
        found |= {
            (VISITS, ""): found.get((VISITS, ""), 0),
            (PEOPLE, ""): there.people if there else 0,
            (TIMES, ""): told[TIMES] + (there.times - there.told_times if there else 0),
            (PROVEN, ""): there.proven if there else 0,
            (WORK_DAYS, ""): 2 * told[WORK_DAYS] + (there.halves if there else 0),
            (AT_WORK, ""): sum(1 for one in self.teams if one.reported or one.worked),
            (FOUNDED, ""): sum(1 for one in self.teams if one.founded),
            (COVERAGE, ""): len(self.reporting & self.expecting),
        }
        return found

    @property
    def reporting(self) -> set[tuple[str, str]]:
        """Communes that reported (teams in a commune)."""
        return {self._covered(one) for one in self.teams if one.reported}

    @property
    def expecting(self) -> set[tuple[str, str]]:
        """Communes (teams in a commune) of which a report is expected."""
        return {self._covered(one) for one in self.teams if one.expected}

    def _covered(self, one: TeamWeek) -> tuple[str, str]:
        return one.tenant, one.team_id if self.level is Level.COMMUNE else one.unit_code


def level_of(tenant: str, unit_code: str) -> Level:
    """The level of a unit of a tenant."""
    if tenant == CENTRE:
        return Level.CENTRAL
    return Level.PROVINCE if unit_code == tenant else Level.COMMUNE


def ends_at(period: Period) -> datetime:
    """When a week is over, by the clocks of Vietnam."""
    until = period.until + timedelta(days=1)
    return datetime(until.year, until.month, until.day, tzinfo=UTC) - HANOI_OFFSET


async def figures(
    tx: Tx, level: Level, tenants: tuple[str, ...], unit_code: str, period: Period
) -> WeekFigures:
    """The figures of one unit and week: three queries."""
    own = (unit_code,) if level is Level.COMMUNE else ()
    scope = Scope("unit" if own else "tenant", tenants, own)
    there = list((await sums.presences(tx, scope, period)).values())
    additive = await sums.of_days(tx, scope, period)
    by_tenant: dict[Item, dict[str, int]] = {}
    for one in additive:
        if one.figure == GROUPED and one.count:
            by_tenant.setdefault((one.figure, one.item), {})[one.tenant] = one.count
    return WeekFigures(
        additive=sums.added(additive),
        presence=_all(there),
        teams=await sums.teams_of_week(tx, scope, period, ends_at(period)),
        level=level,
        by_tenant=by_tenant,
    )


def _all(found: Sequence[Presence]) -> Presence | None:
    """Persons belong to one tenant, so those of several can be added."""
    if len(found) < 2:
        return found[0] if found else None
    return replace(
        found[0],
        tenant="",
        place="",
        people=sum(one.people for one in found),
        times=sum(one.times for one in found),
        proven=sum(one.proven for one in found),
        told_times=sum(one.told_times for one in found),
        halves=sum(one.halves for one in found),
    )
