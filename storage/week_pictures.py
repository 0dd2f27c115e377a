"""Everything a roll-up is made of: a unit's week, the week before, and what changed in weeks already sent."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from storage import case_tallies, good_models, rollups, sums, teams
from storage.case_tallies import CaseTally
from storage.queries import Tx
from storage.records.care import ModelCard
from storage.records.case import Level
from storage.records.period import WEEK, Period, containing
from storage.records.rollup import Rollup
from storage.records.team import Tenant
from storage.records.unit import CENTRE
from storage.rollups import UnitKey, Values
from storage.sources import Source
from storage.sums import Scope, TeamWeek
from storage.week_figures import HANOI_OFFSET, WeekFigures, ends_at, figures, level_of

LOOK_BACK: Mapping[Level, int] = {Level.COMMUNE: 4, Level.PROVINCE: 4, Level.CENTRAL: 1}
"""Last weeks that are compared with today's truth in any case; every older one whose figures have moved since
it was sent is compared too. A week of the nation is half a million rows, so it is read when it has moved."""
STILL_LAST = timedelta(days=2)
"""How long after its end a week that was not sent is the one that is meant."""
WeekKey = tuple[str, str, str, str]
"""(tenant, unit code, first day of the week or empty, today): days as ISO text. Without a first day it is the
last week until it is sent, for two days at most, and then the running one."""


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """One unit's week. ``editions`` are its roll-ups of this and earlier weeks; ``below`` the newest ones of
    the units one level below; ``over`` is whether its last day has come; ``earlier`` the figures of weeks
    already sent as they are now, ``published`` what was said of each, ``moved`` how often those of a week
    have moved since they were last told."""

    tenant: Tenant
    unit_code: str
    level: Level
    period: Period
    now: WeekFigures
    before: WeekFigures
    tallies: Sequence[CaseTally] = ()
    models: Sequence[ModelCard] = ()
    editions: Sequence[Rollup] = ()
    over: bool = True
    below: Mapping[UnitKey, Rollup] = field(default_factory=dict)
    earlier: Mapping[Period, Values] = field(default_factory=dict)
    published: Mapping[str, Values] = field(default_factory=dict)
    moved: Mapping[str, int] = field(default_factory=dict)

    @property
    def compared(self) -> bool:
        """Whether to compare: the week before had reports or presences, and this one is all but over."""
        return self.over and any(one.reported or one.worked for one in self.before.teams)

    @property
    def expected_below(self) -> list[UnitKey]:
        """The units one level below that have something to send: communes with teams, provinces with such."""
        if self.level is Level.COMMUNE:
            return []
        central = self.level is Level.CENTRAL
        return sorted(
            {(one.tenant, one.tenant if central else one.unit_code) for one in self.now.teams if one.expected}
        )

    @property
    def newest(self) -> Rollup | None:
        """The newest edition of this week, a draft or sent."""
        return next((one for one in reversed(self.editions) if one.since_on == self.period.since_on), None)


@dataclass(frozen=True, slots=True)
class WeekBelow:
    """The roll-ups of the units one level below: the ``newest`` edition of each, and of which units one is
    ``expected``."""

    unit_code: str
    period: Period
    expected: Sequence[UnitKey]
    newest: Mapping[UnitKey, Rollup]


async def tenants_of(tx: Tx, tenant: str) -> tuple[str, ...]:
    """Whose records a roll-up of a tenant counts: its own, at the centre those of all."""
    if tenant != CENTRE:
        return (tenant,)
    return tuple(row["tenant"] for row in await tx.all("tenants_all") if row["tenant"] != CENTRE)


async def picture(tx: Tx, key: WeekKey) -> WeekPicture | None:
    """The week of one unit; None where the tenant is not known."""
    tenant_code, unit_code, since_on, today_on = key
    tenant = (await teams.tenant.load(tx, [tenant_code])).get(tenant_code)
    if tenant is None:
        return None
    level = level_of(tenant_code, unit_code)
    moved = await rollups.moved(tx, (tenant_code, unit_code))
    recent = (Period(since_on or today_on, "").since - (LOOK_BACK[level] + 2) * WEEK).isoformat()
    since = min([recent, *moved])
    editions = await rollups.of_unit(tx, (tenant_code, unit_code), since)
    period = meant_by(tenant, since_on, today_on, editions)
    tenants = await tenants_of(tx, tenant_code)

    sent = _looked_at(level, period, editions, moved)
    weeks = {
        week: await figures(tx, level, tenants, unit_code, week)
        for week in sorted({period, period.moved(-1), *sent})
    }
    return WeekPicture(
        tenant=tenant,
        unit_code=unit_code,
        level=level,
        period=period,
        now=weeks[period],
        before=weeks[period.moved(-1)],
        tallies=await _tallies(tx, level, tenants, unit_code, period),
        models=await _models(tx, level, tenants, unit_code, period),
        editions=editions,
        over=today_on >= period.until_on,
        below=await _below(tx, level, tenants, period),
        earlier={week: weeks[week].values for week in sorted(sent)},
        published=await rollups.published(tx, (tenant_code, unit_code), since),
        moved={day: times for day, times in moved.items() if day <= period.since_on},
    )


def _looked_at(
    level: Level, period: Period, editions: Sequence[Rollup], moved: Container[str]
) -> set[Period]:
    """The weeks before ``period`` that were sent and are compared with today's truth."""
    since_on = (period.since - LOOK_BACK[level] * WEEK).isoformat()
    sent = [one for one in editions if one.state in rollups.STANDING and one.until_on < period.since_on]
    return {Period(*_days(one)) for one in sent if one.until_on >= since_on or one.since_on in moved}


def _days(one: Rollup) -> tuple[str, str]:
    return one.since_on, one.until_on


async def period_of(tx: Tx, tenant: Tenant, unit_code: str, since_on: str, today_on: str) -> Period:
    """The week that a key means."""
    since = (Period(since_on or today_on, "").since - 2 * WEEK).isoformat()
    editions = await rollups.of_unit(tx, (tenant.tenant, unit_code), since)
    return meant_by(tenant, since_on, today_on, editions)


def meant_by(tenant: Tenant, since_on: str, today_on: str, editions: Sequence[Rollup]) -> Period:
    """The week that begins on ``since_on``; without it the last one or the running one."""
    running = containing(Period(today_on, "").since, tenant.week_starts)
    meant = week_at(tenant, since_on, editions) if since_on else _meant(tenant, running, editions, today_on)
    return _unclaimed(meant, editions)


def week_at(tenant: Tenant, since_on: str, editions: Sequence[Rollup]) -> Period:
    """The week that begins on a day, as it was sent; else as weeks are now."""
    sent = next((one for one in editions if one.since_on == since_on), None)
    return Period(*_days(sent)) if sent else containing(Period(since_on, "").since, tenant.week_starts)


def _meant(tenant: Tenant, running: Period, editions: Sequence[Rollup], today_on: str) -> Period:
    last = running.moved(-1)
    sent = any(_days(one) == last and one.state in rollups.STANDING for one in editions)
    fresh = Period(today_on, today_on).since - last.until <= STILL_LAST
    known = (tenant.created_at + HANOI_OFFSET).date() <= last.until
    return last if fresh and known and not sent else running


def _unclaimed(period: Period, editions: Sequence[Rollup]) -> Period:
    """The days of a week that no roll-up of another week has: where weeks begin on another day since then,
    the first one is shorter, so that no day counts twice."""
    for one in editions:
        own = one.until_on == period.until_on
        if one.state in rollups.STANDING and not own and one.since_on < period.since_on <= one.until_on:
            after = Period(one.until_on, one.until_on).until + timedelta(days=1)
            return Period(after.isoformat(), period.until_on)
        if own and one.since_on > period.since_on:
            return Period(*_days(one))
    return period


async def _tallies(
    tx: Tx, level: Level, tenants: tuple[str, ...], unit_code: str, period: Period
) -> Sequence[CaseTally]:
    if level is Level.CENTRAL:
        return await case_tallies.of_all(tx, tenants, *period)
    key = (tenants[0], unit_code, *period)
    return (await case_tallies.of_unit.load(tx, [key])).get(key) or []


async def _models(
    tx: Tx, level: Level, tenants: tuple[str, ...], unit_code: str, period: Period
) -> list[ModelCard]:
    since = ends_at(Period(period.since_on, period.since_on)) - timedelta(days=1)
    found = await good_models.of_weeks(tx, tenants, since, ends_at(period))
    own = level is Level.COMMUNE
    return [one for one in found if not own or one.unit_code == unit_code]


async def _below(tx: Tx, level: Level, tenants: tuple[str, ...], period: Period) -> Mapping[UnitKey, Rollup]:
    if level is Level.COMMUNE:
        return {}
    below = Level.COMMUNE if level is Level.PROVINCE else Level.PROVINCE
    return await rollups.of_level(tx, below, tenants, period)


def _expected(level: Level, teams_there: Sequence[TeamWeek]) -> list[UnitKey]:
    central = level is Level.CENTRAL
    return sorted(
        {(one.tenant, one.tenant if central else one.unit_code) for one in teams_there if one.expected}
    )


async def units_below(tx: Tx, key: WeekKey) -> WeekBelow | None:
    """The roll-ups one level below a province or the centre, without any figures."""
    tenant_code, unit_code, since_on, today_on = key
    tenant = (await teams.tenant.load(tx, [tenant_code])).get(tenant_code)
    if tenant is None:
        return None
    level = level_of(tenant_code, unit_code)
    running = containing(Period(since_on or today_on, "").since, tenant.week_starts)
    editions = await rollups.of_unit(tx, (tenant_code, unit_code), running.moved(-1).since_on)
    period = running if since_on else _meant(tenant, running, editions, today_on)
    tenants = await tenants_of(tx, tenant_code)
    there = await sums.teams_of_week(tx, Scope("tenant", tenants), period, ends_at(period))
    return WeekBelow(unit_code, period, _expected(level, there), await _below(tx, level, tenants, period))


async def _load_below(tx: Tx, keys: Sequence[WeekKey]) -> Mapping[WeekKey, WeekBelow]:
    found = {key: await units_below(tx, key) for key in keys}
    return {key: one for key, one in found.items() if one is not None}


below = Source("week_below", _load_below)


async def _load(tx: Tx, keys: Sequence[WeekKey]) -> Mapping[WeekKey, WeekPicture]:
    """A unit's week is a dozen queries, whatever its size; two units are hardly asked for in one batch."""
    found = {key: await picture(tx, key) for key in keys}
    return {key: one for key, one in found.items() if one is not None}


of_unit = Source("week_picture", _load)
