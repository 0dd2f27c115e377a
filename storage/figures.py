"""Totals that move with their records, in the same transaction, with the sign of the change.

A row holds the sum of the parts and, where the leader said one, the figure of the whole day; what counts is
the leader's figure, else the sum. Both move by themselves, so that reports and the leader's word may arrive
in any order and from several processes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storage.attendances import TeamDays
from storage.effects import Effect, weeks_moved
from storage.queries import Tx
from storage.records.moments import Flag, Record
from storage.records.work import DayForm, HelpReport
from storage.sources import Source, json_list

VISITS = "luot_nguoi_dan"
MATTERS = "luot_noi_dung"
GROUPED = "nhom"
"""Citizens by beneficiary group: groups overlap, so their counts are never added up."""
NO_VISIT = frozenset({"digitise", "officer", "info_safety"})
"""Help categories whose counts are papers, errands and leaflets, not citizens who came."""
OF_PEOPLE = frozenset({"tnv_tham_gia"})
"""Figures that count people: distinct over a period, no sum of days. They stay with their records."""

Item = tuple[str, str]
"""(figure, help category or empty)."""


class DayTotal(Record):
    """One additive figure of one team on one day; ``item`` is a category, or empty.

    ``count`` is what counts: ``given``, the leader's figure, where there is one, else ``parts``, the sum of
    the reports; ``behalf`` says that somebody above gave it. ``approx`` is how many numbers are "about".
    """

    tenant: str
    day_on: str
    team_id: str
    unit_code: str
    organisation_id: str = ""
    campaign_id: str
    figure: str
    item: str = ""
    count: int
    approx: int = 0
    parts: int = 0
    given: int | None = None
    behalf: Flag = False


def visits_of(visits: int | None, lines: Mapping[str, int]) -> int:
    """Citizens' visits: as said, else one for each matter somebody came with.

    Whoever names only what was done means as many people; but a scanned file, a hand lent to an official or a
    leaflet is nobody's visit.
    """
    if visits is not None:
        return visits
    return sum(count for category, count in lines.items() if category not in NO_VISIT)


def of_report(report: HelpReport) -> Iterable[tuple[str, str, int, int]]:
    """What one counted report adds: (figure, item, count, approx reports)."""
    approx = int(report.approx)
    yield VISITS, "", visits_of(report.visits, report.lines), approx
    for category, count in sorted(report.lines.items()):
        yield MATTERS, category, count, approx
    for group, count in sorted(report.groups.items()):
        yield GROUPED, group, count, approx
    for figure, count in sorted(report.figures.items()):
        if figure not in OF_PEOPLE:
            yield figure, "", count, approx


def of_form(form: DayForm) -> dict[Item, int]:
    """The figures a leader's word stands for."""
    said = {(MATTERS, category): count for category, count in form.lines.items()}
    groups = {(GROUPED, group): count for group, count in form.groups.items()}
    return said | groups | {(key, ""): count for key, count in form.figures.items() if key not in OF_PEOPLE}


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a team's day: what counts, the sum of the reports, the leader's figure if one was given,
    and whether any number behind it is "about"."""

    parts: int = 0
    given: int | None = None
    approx: bool = False

    @property
    def count(self) -> int:
        return self.parts if self.given is None else self.given


def of_day(reports: Iterable[HelpReport], form: DayForm | None) -> dict[Item, Told]:
    """The figures of one team's day from its counted reports and the leader's word, groups aside."""
    parts: Counter[Item] = Counter()
    about: Counter[Item] = Counter()
    for report in reports:
        for figure, item, count, approx in of_report(report):
            parts[figure, item] += count
            about[figure, item] += approx
    given = of_form(form) if form else {}
    return {
        key: Told(parts[key], given.get(key), form.approx if form and key in given else bool(about[key]))
        for key in sorted({*parts, *given})
        if key[0] != GROUPED
    }


def moved(report: HelpReport, sign: int) -> list[Effect]:
    """Move the totals by ``report`` (sign +1 or −1); an exercise moves nothing."""
    if report.exercise:
        return []
    return [
        Effect(
            "move_total",
            {
                **_where(report),
                "figure": figure,
                "item": item,
                "count": sign * count,
                "approx": sign * approx,
            },
            moves=(report.tenant, report.team_id, report.day_on),
        )
        for figure, item, count, approx in of_report(report)
    ]


def given(form: DayForm | None, before: DayForm | None = None) -> list[Effect]:
    """Let the totals follow the leader's word: ``form`` stands instead of ``before``, nothing where None."""
    now = _given(form)
    gone = {key: None for key in _given(before) if key not in now}
    return [
        Effect(
            "give_total",
            dict(zip(_KEY, key, strict=True))
            | dict(
                zip(
                    ("given", "approx", "behalf"),
                    (count, *_manner(form if count is not None else None)),
                    strict=True,
                )
            ),
            moves=(key[0], key[2], key[1]),
        )
        for key, count in {**gone, **now}.items()
    ]


def _manner(form: DayForm | None) -> tuple[int, int]:
    """How a figure was given: as "about", on behalf of the team."""
    return int(bool(form and form.approx)), int(bool(form and form.on_behalf))


def _given(form: DayForm | None) -> dict[tuple[str, ...], int | None]:
    if form is None or form.exercise:
        return {}
    where = tuple(_where(form).values())
    return {(*where, *item): count for item, count in of_form(form).items()}


def _where(record: HelpReport | DayForm) -> dict[str, str]:
    return {name: getattr(record, name) for name in _PLACE}


async def _of_teams(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, list[DayTotal]]:
    rows = await tx.all(
        "totals_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
        until_on=max(key[3] for key in keys),
    )
    found: dict[tuple[str, str], list[DayTotal]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(DayTotal.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if key[2] <= one.day_on <= key[3]] for key in keys}


of_team = Source("totals_of_team", _of_teams)

_PLACE = ("tenant", "day_on", "team_id", "unit_code", "organisation_id", "campaign_id")
_KEY = (*_PLACE, "figure", "item")
_Row = tuple[int, int, int, int, int | None, int, int]
_NONE: _Row = (0, 0, 0, 0, None, 0, 0)
_VALUES = ("count", "approx", "parts", "parts_approx", "given", "given_approx", "behalf")


async def _from_records(tx: Tx) -> dict[tuple[str, ...], _Row]:
    parts: Counter[tuple[str, ...]] = Counter()
    about: Counter[tuple[str, ...]] = Counter()
    for row in await tx.all("counted_reports"):
        report = HelpReport.model_validate(dict(row))
        where = tuple(_where(report).values())
        for figure, item, count, approx in of_report(report):
            parts[*where, figure, item] += count
            about[*where, figure, item] += approx
    said: dict[tuple[str, ...], tuple[int | None, int, int]] = {}
    for row in await tx.all("counted_day_forms"):
        form = DayForm.model_validate(dict(row))
        manner = _manner(form)
        said |= {key: (count, *manner) for key, count in _given(form).items()}
    found = {key: _row(parts[key], about[key], said.get(key)) for key in {*parts, *said}}
    return {key: row for key, row in found.items() if row != _NONE}


def _row(parts: int, about: int, said: tuple[int | None, int, int] | None) -> _Row:
    if said is None or said[0] is None:
        return parts, about, parts, about, None, 0, 0
    return said[0], said[1], parts, about, said[0], said[1], said[2]


async def _kept(tx: Tx) -> dict[tuple[str, ...], tuple[Any, ...]]:
    return {_key(row): tuple(row[name] for name in _VALUES) for row in await tx.all("totals_all")}


async def verify(tx: Tx) -> list[str]:
    """Compare every total with its records; one line a difference, none when all agree."""
    wanted, kept = await _from_records(tx), await _kept(tx)
    return [
        f"{' / '.join(part for part in key if part)}: kept {_told(kept.get(key, _NONE))}, "
        f"records {_told(wanted.get(key, _NONE))}"
        for key in sorted(wanted.keys() | kept.keys())
        if wanted.get(key) != kept.get(key)
    ]


def _told(row: Sequence[int | None]) -> str:
    """A row in words: what counts, and where a leader's figure stands for it, the sum of its parts."""
    return str(row[0]) if row[4] is None else f"{row[0]} for {row[2]}"


async def rebuild(tx: Tx) -> int:
    """Make the totals anew from the records; the number of rows. What that changes in weeks that were sent,
    the next roll-up tells."""
    wanted, kept = await _from_records(tx), await _kept(tx)
    changed = {key for key in wanted.keys() | kept.keys() if wanted.get(key) != kept.get(key)}
    await weeks_moved(tx, {(key[0], key[2], key[1]) for key in changed})
    await tx.run("clear_totals")
    rows = [
        dict(zip(_KEY, key, strict=True)) | dict(zip(_VALUES, row, strict=True))
        for key, row in sorted(wanted.items())
    ]
    await tx.many("put_total", rows)
    return len(rows)


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(row[name] for name in _KEY)
