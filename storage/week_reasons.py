"""What stands behind the figures of one unit's week: the units one level below, and each report's fate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from storage import sums, teams
from storage.queries import Tx
from storage.records.case import Level
from storage.records.period import Period
from storage.records.work import HelpReport
from storage.sources import Source
from storage.sums import Place, Presence, ReportCount, Scope, Sum, TeamWeek
from storage.week_figures import WeekFigures, ends_at, figures, level_of
from storage.week_pictures import WeekKey, period_of, tenants_of

ReasonKey = WeekKey
"""As for a picture of the week."""
_BELOW: Mapping[Level, Place] = {Level.COMMUNE: "team", Level.PROVINCE: "unit", Level.CENTRAL: "tenant"}


@dataclass(frozen=True, slots=True)
class WeekReasons:
    """``sums`` and ``presences`` of each place one level below; ``states`` what became of reports; ``late``
    those that count although they came after their day was closed."""

    period: Period
    figures: WeekFigures
    sums: Sequence[Sum]
    presences: Sequence[Presence]
    states: Sequence[ReportCount]
    late: Sequence[HelpReport]

    def place_of(self, team: TeamWeek) -> str:
        """The place one level below that a team belongs to."""
        places = {"team": team.team_id, "unit": team.unit_code, "tenant": team.tenant}
        return places[_BELOW[self.figures.level]]


async def reasons(tx: Tx, key: ReasonKey) -> WeekReasons | None:
    """What stands behind one unit's week; None where the tenant is not known."""
    tenant_code, unit_code, since_on, today_on = key
    tenant = (await teams.tenant.load(tx, [tenant_code])).get(tenant_code)
    if tenant is None:
        return None
    level = level_of(tenant_code, unit_code)
    period = await period_of(tx, tenant, unit_code, since_on, today_on)
    tenants = await tenants_of(tx, tenant_code)
    own = (unit_code,) if level is Level.COMMUNE else ()
    scope = Scope(_BELOW[level], tenants, own)
    days = [period.since + timedelta(days=ahead) for ahead in range((period.until - period.since).days + 1)]
    closings = {
        day.isoformat(): ends_at(Period(day.isoformat(), day.isoformat()))
        + timedelta(minutes=tenant.closes_minute)
        for day in days
    }
    return WeekReasons(
        period=period,
        figures=await figures(tx, level, tenants, unit_code, period),
        sums=await sums.of_days(tx, scope, period),
        presences=list((await sums.presences(tx, scope, period)).values()),
        states=await sums.report_states(tx, scope, period),
        late=await sums.late_counted(tx, scope, period, closings),
    )


async def _load(tx: Tx, keys: Sequence[ReasonKey]) -> Mapping[ReasonKey, WeekReasons]:
    """One unit's week is eight queries, whatever its size; two are hardly asked for in one batch."""
    found = {key: await reasons(tx, key) for key in keys}
    return {key: one for key, one in found.items() if one is not None}


of_week = Source("week_reasons", _load)
