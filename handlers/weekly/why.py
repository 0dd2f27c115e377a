"""Why a number is what it is: the units it comes from, what is in it and what is not; it sums up exactly."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from handlers.weekly.compose import HALVES
from handlers.weekly.small_cells import SENSITIVE, suppressed
from storage.figures import GROUPED, of_report
from storage.records.case import Level
from storage.records.rollup import Cell
from storage.records.work import ReportState
from storage.sums import PEOPLE, TIMES, WORK_DAYS, TeamWeek
from storage.week_figures import AT_WORK, COVERAGE, FOUNDED, PROVEN
from storage.week_reasons import WeekReasons

DISTINCT = (PEOPLE, TIMES, PROVEN, WORK_DAYS, AT_WORK, FOUNDED, COVERAGE)
WAITING = (ReportState.PENDING, ReportState.LATE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """``total`` = the sum of ``parts`` = the sum of ``units`` − ``repeated``.

    ``parts`` are what the number is made of, by the name of the part: ``in_time``, ``late`` (came after the
    day was closed, and counts), ``leader`` (by how much leaders' figures differ from the reports),
    ``behalf`` (the same of figures that were put in from above), ``there``
    (confirmed presences). ``units`` are the units one level below with what each adds, largest first;
    ``repeated`` is what two of them both count. ``expected``, ``reported`` and ``silent`` count those units.
    ``corrected`` reports stand in the place of older ones; ``excluded`` ones are not in the number, by why:
    ``waiting``, ``set_aside``, ``exercise``. ``cells`` says which units' numbers may not be shown.
    """

    total: int
    per: int
    parts: Mapping[str, int]
    units: Mapping[str, int]
    repeated: int
    expected: int
    reported: int
    silent: tuple[str, ...]
    corrected: int
    excluded: Mapping[str, int]
    cells: Mapping[str, Cell]
    total_cell: Cell = Cell.SHOWN


def explained(seen: WeekReasons, figure: str, item: str) -> Explanation:
    """Why ``figure`` (of category or group ``item``) of a unit's week is what it is."""
    total = seen.figures.values.get((figure, item), 0)
    units = {place: count for place, count in _units(seen, figure, item).items() if count}
    expecting, reporting = _places(seen, "expected"), _places(seen, "reported")
    hidden = suppressed(units) if figure == GROUPED and item in SENSITIVE else None
    return Explanation(
        total=total,
        per=HALVES if figure == WORK_DAYS else 1,
        parts={name: count for name, count in _parts(seen, figure, item, total).items() if count},
        units=dict(sorted(units.items(), key=lambda one: (-one[1], one[0]))),
        repeated=sum(units.values()) - total,
        expected=len(expecting),
        reported=len(reporting & expecting),
        silent=tuple(sorted(expecting - reporting)),
        corrected=sum(one.reports for one in seen.states if one.corrected and not one.exercise),
        excluded=_excluded(seen),
        cells=hidden.cells if hidden else {},
        total_cell=hidden.total if hidden else Cell.SHOWN,
    )


def _units(seen: WeekReasons, figure: str, item: str) -> dict[str, int]:
    """What each unit one level below adds."""
    told = {one.place: one.count for one in seen.sums if (one.figure, one.item) == (figure, item)}
    if figure in (TIMES, WORK_DAYS):
        each = {place: HALVES * count if figure == WORK_DAYS else count for place, count in told.items()}
        there = {
            one.place: one.halves if figure == WORK_DAYS else one.times - one.told_times
            for one in seen.presences
        }
        return dict(Counter(each) + Counter(there))
    if figure == PEOPLE:
        return {one.place: one.people for one in seen.presences}
    if figure == PROVEN:
        return {one.place: one.proven for one in seen.presences}
    if figure in (AT_WORK, FOUNDED):
        return _teams(seen, figure)
    if figure == COVERAGE:
        return _covered(seen)
    return told


def _teams(seen: WeekReasons, figure: str) -> dict[str, int]:
    working = [
        one
        for one in seen.figures.teams
        if (one.founded if figure == FOUNDED else one.reported or one.worked)
    ]
    return dict(Counter(seen.place_of(one) for one in working))


def _covered(seen: WeekReasons) -> dict[str, int]:
    """Communes that reported, by where they are counted: itself one, or as many as a province has."""
    found = seen.figures.reporting & seen.figures.expecting
    if seen.figures.level is Level.CENTRAL:
        return dict(Counter(tenant for tenant, _ in found))
    return {place: 1 for _, place in found}


def _parts(seen: WeekReasons, figure: str, item: str, total: int) -> dict[str, int]:
    if figure in DISTINCT:
        name = "there" if figure in (PEOPLE, TIMES, PROVEN, WORK_DAYS) else "teams"
        told = seen.figures.additive.get((figure, item)) if figure in (TIMES, WORK_DAYS) else None
        if told is None:
            return {name: total}
        per = HALVES if figure == WORK_DAYS else 1
        leader, behalf = per * (told.count - told.on_behalf), per * told.on_behalf
        return {name: total - leader - behalf, "leader": leader, "behalf": behalf}
    late = sum(
        count
        for report in seen.late
        for key, of, count, _ in of_report(report)
        if (key, of) == (figure, item)
    )
    found = seen.figures.additive.get((figure, item))
    if found is None:
        return {"in_time": -late, "late": late}
    leader = found.by_leader - found.on_behalf
    return {"in_time": found.parts - late, "late": late, "leader": leader, "behalf": found.on_behalf}


def _excluded(seen: WeekReasons) -> dict[str, int]:
    found: Counter[str] = Counter()
    for one in seen.states:
        if one.exercise:
            found["exercise"] += one.reports
        elif one.state in WAITING:
            found["waiting"] += one.reports
        elif one.state == ReportState.SET_ASIDE:
            found["set_aside"] += one.reports
    return dict(found)


def _places(seen: WeekReasons, what: str) -> set[str]:
    return {seen.place_of(one) for one in seen.figures.teams if _is(one, what)}


def _is(one: TeamWeek, what: str) -> bool:
    return bool(getattr(one, what))
