"""A roll-up made of its week: five parts as data, and the figures to be frozen when it is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.case_kinds import GROUPS as CASE_GROUPS
from handlers.case_kinds import SOLVERS, group_of
from handlers.categories import GROUPS, HELP, label
from handlers.weekly.small_cells import LEAST, SENSITIVE, suppressed
from storage.figures import GROUPED, MATTERS, VISITS
from storage.records.case import Level
from storage.records.period import Period
from storage.records.rollup import (
    Adjustment,
    Cell,
    Coverage,
    Document,
    Figure,
    Named,
    PickedModel,
    Rollup,
    RollupState,
    Trouble,
    rollup_id,
)
from storage.rollups import STANDING, Item, Values
from storage.sums import PEOPLE, TIMES, WORK_DAYS
from storage.week_figures import AT_WORK, COVERAGE, FOUNDED, PROVEN
from storage.week_pictures import WeekPicture

ALWAYS = (VISITS, PEOPLE, TIMES, PROVEN, WORK_DAYS, AT_WORK, FOUNDED, COVERAGE)
"""Figures that are told also when they are zero."""
ORDER = (
    *(
        VISITS,
        "luot_doanh_nghiep",
        MATTERS,
        "ho_so",
        "lop",
        "hoc_vien",
        "tap_huan",
        "nguoi_tap_huan",
        "tin_bai",
    ),
    *(PEOPLE, TIMES, PROVEN, WORK_DAYS, AT_WORK, FOUNDED, COVERAGE, GROUPED),
)
HALVES = 2
Naming = Callable[[str], str]
"""The name of a unit with its kind, for its code."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A roll-up and what is to be frozen with it: the week's figures, and the changes of earlier weeks that
    it tells."""

    document: Document
    values: Values
    adjusted: Mapping[str, Values]


def draft_of(seen: WeekPicture, now: datetime) -> Rollup:
    """The edition that is being written: the draft there is, else a new one; after a return the next one,
    with what was written before. What was sent and not returned is no draft."""
    newest = seen.newest
    if newest is not None and newest.state is not RollupState.RETURNED:
        return newest
    edition = newest.edition + 1 if newest else 1
    return Rollup(
        tenant=seen.tenant.tenant,
        id=rollup_id(seen.unit_code, seen.period.since_on, edition),
        unit_code=seen.unit_code,
        level=seen.level,
        since_on=seen.period.since_on,
        until_on=seen.period.until_on,
        edition=edition,
        news=newest.news if newest else [],
        proposals=newest.proposals if newest else [],
        left_out=newest.left_out if newest else [],
        updated_at=now,
    )


def composed(seen: WeekPicture, draft: Rollup, named: Naming, now: datetime) -> Composed:
    """The roll-up as it would be sent now."""
    adjusted = {} if draft.state in STANDING else _adjusted(seen)
    document = Document(
        tenant=draft.tenant,
        unit_code=draft.unit_code,
        unit=named(draft.unit_code),
        level=draft.level,
        since_on=draft.since_on,
        until_on=draft.until_on,
        edition=draft.edition,
        updated_at=now,
        figures=tuple(_figures(seen, adjusted)),
        news=tuple(draft.news),
        models=tuple(_models(seen, draft, named)),
        troubles=tuple(_troubles(seen)),
        proposals=tuple(draft.proposals),
        coverage=_coverage(seen, named),
    )
    return Composed(document, seen.now.values, {week.since_on: by for week, by in adjusted.items()})


def _adjusted(seen: WeekPicture) -> Mapping[Period, Values]:
    """What changed in weeks already sent, and was not told yet; a few people of a sensitive group are told
    once they are five."""
    found: dict[Period, dict[Item, int]] = {}
    for week, values in seen.earlier.items():
        said = seen.published.get(week.since_on, {})
        changed = {
            key: values.get(key, 0) - said.get(key, 0)
            for key in sorted({*values, *said})
            if key[0] != FOUNDED and values.get(key, 0) != said.get(key, 0)
        }
        found[week] = {key: by for key, by in changed.items() if not sensitive(key) or abs(by) >= LEAST}
    return {week: by for week, by in found.items() if by}


def sensitive(key: Item) -> bool:
    """Whether a number counts people of a group that is sensitive in law."""
    return key[0] == GROUPED and key[1] in SENSITIVE


def figure_keys(*values: Values, level: Level) -> list[Item]:
    """The figures that are told of a week, in their order. A commune's roll-up has none of a sensitive group:
    it would let the number of a sister commune be computed back from the province's."""
    items = {key for one in values for key, count in one.items() if count} | {(key, "") for key in ALWAYS}
    told = {key for key in items if level is not Level.COMMUNE or not sensitive(key)}
    return sorted(told, key=_rank)


def _figures(seen: WeekPicture, adjusted: Mapping[Period, Values]) -> Sequence[Figure]:
    keys = figure_keys(seen.now.values, seen.before.values, *adjusted.values(), level=seen.level)
    told = [_figure(seen, key, adjusted) for key in keys]
    return [_hidden(seen, one) if one.sensitive else one for one in told]


def _figure(seen: WeekPicture, key: Item, adjusted: Mapping[Period, Values]) -> Figure:
    now, before = seen.now, seen.before
    additive, per = now.additive.get(key), HALVES if key[0] == WORK_DAYS else 1
    changes = [
        Adjustment(since_on=week.since_on, until_on=week.until_on, by=by[key])
        for week, by in sorted(adjusted.items())
        if key in by
    ]
    return Figure(
        key=key[0],
        item=key[1],
        value=now.values.get(key, 0),
        before=before.values.get(key, 0) if seen.compared else None,
        of=_whole(seen, key),
        per=per,
        definition=label("meaning", key[0]),
        approx=additive.approx if additive else 0,
        on_behalf=0 if sensitive(key) or additive is None else additive.on_behalf * per,
        sensitive=sensitive(key),
        adjustments=tuple(changes),
    )


def _whole(seen: WeekPicture, key: Item) -> int | None:
    if key[0] == COVERAGE:
        return len(seen.now.expecting)
    if key[0] == PROVEN:
        return seen.now.presence.times if seen.now.presence else 0
    return None


def _hidden(seen: WeekPicture, figure: Figure) -> Figure:
    """A sensitive figure as it may be shown. At the centre also not where the sum would tell the number of a
    single province, whose own roll-up said "<5"."""
    value = figure.value or 0
    cell = Cell.FEW if 0 < value < LEAST else Cell.SHOWN
    if cell is Cell.SHOWN and seen.level is Level.CENTRAL:
        cells = seen.now.by_tenant.get((figure.key, figure.item), {})
        cell = suppressed(cells, fixed=True).total
    before = figure.before
    if cell is not Cell.SHOWN:
        return figure.model_copy(update={"cell": cell, "value": None, "before": None})
    few = before is not None and 0 < before < LEAST
    return figure.model_copy(update={"before": None if few else before})


def _rank(key: Item) -> tuple[int, int, str]:
    figure, item = key
    listed = HELP if figure == MATTERS else GROUPS
    at = ORDER.index(figure) if figure in ORDER else len(ORDER)
    return at, listed.index(item) if item in listed else len(listed), f"{figure} {item}"


def _models(seen: WeekPicture, draft: Rollup, named: Naming) -> Sequence[PickedModel]:
    chosen = [one for one in seen.models if one.id not in draft.left_out]
    return [
        PickedModel(
            id=one.id,
            name=one.name,
            what=one.what,
            result=one.result,
            unit_code=one.unit_code,
            unit=named(one.unit_code) or one.team_name,
            tried=len(one.adoptions),
        )
        for one in chosen
    ]


def _troubles(seen: WeekPicture) -> Sequence[Trouble]:
    """By group in the order of government reports; inside one what met most communes first."""
    groups = tuple(CASE_GROUPS)
    told = [
        Trouble(
            group=group_of(one.code),
            code=one.code,
            cases=one.cases,
            communes=one.communes,
            days=one.days,
            people=one.people,
            stopped=one.stopped,
            solved=one.solved,
            solvers=SOLVERS.get(one.code, ()),
        )
        for one in seen.tallies
    ]
    return sorted(told, key=lambda one: (groups.index(one.group), -one.communes, -one.cases, one.code))


def _coverage(seen: WeekPicture, named: Naming) -> Coverage:
    week = seen.now
    silent = sorted(week.expecting - week.reporting)
    if seen.level is Level.CENTRAL:  # the centre hears of provinces; their communes are named in their own
        heard = {tenant for tenant, _ in week.reporting}
        silent = sorted({(tenant, tenant) for tenant, _ in week.expecting if tenant not in heard})
    names = {one.team_id: one.name for one in week.teams} if seen.level is Level.COMMUNE else {}
    below = seen.expected_below
    return Coverage(
        reported=len(week.reporting & week.expecting),
        expected=len(week.expecting),
        silent=tuple(Named(code=code, name=names.get(code) or named(code) or code) for _, code in silent),
        sent=sum(seen.below[key].state in STANDING for key in below if key in seen.below),
        below=len(below),
    )
