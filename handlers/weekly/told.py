"""A roll-up in words: five parts in the order of a giao ban, short enough for a phone."""

from collections.abc import Sequence
from datetime import date

from handlers.categories import label
from locales import Words
from locales.formats import clock, local, near_day, number, short_day
from storage.figures import GROUPED, MATTERS, VISITS
from storage.records.period import Period
from storage.records.rollup import Adjustment, Cell, Document, Figure, PickedModel
from storage.sums import PEOPLE, TIMES, WORK_DAYS
from storage.week_figures import AT_WORK, COVERAGE, FOUNDED, PROVEN

PRESENCE = (PEOPLE, TIMES, WORK_DAYS)
MOST_SILENT = 12
"""Silent units named in one message; all of them are in the document."""
CELLS = {Cell.FEW: "weekly-cell-few", Cell.HIDDEN: "weekly-cell-hidden"}
"""What stands in the place of a number that may not be shown."""
_APART = frozenset({VISITS, MATTERS, GROUPED, *PRESENCE, PROVEN, AT_WORK, FOUNDED, COVERAGE})


def week_named(words: Words, period: Period) -> str:
    """Week 47 (16/11–22/11)."""
    return words(
        "weekly-week",
        number=str(period.number),
        since=short_day(period.since),
        until=short_day(period.until),
    )


def period_of(document: Document) -> Period:
    """The days a roll-up is about."""
    return Period(document.since_on, document.until_on)


def named(words: Words, figure: Figure) -> str:
    """What a figure is called: the label of its category or group, else its own."""
    return called(words, figure.key, figure.item)


def called(words: Words, key: str, item: str) -> str:
    """The label of a figure."""
    if key == MATTERS and item:
        return words(label("help", item))
    return words(label("group", item)) if item else words(label("figure", key))


def valued(words: Words, figure: Figure) -> str:
    """The number as it may be shown: 6,5; "<5"; hidden."""
    if figure.cell is not Cell.SHOWN:
        return words(CELLS[figure.cell])
    return number(figure.number or 0, words.language)


def signed(words: Words, by: int, per: int = 1) -> str:
    """+3; −0,5."""
    size = number(abs(by) if per == 1 else abs(by) / per, words.language)
    return f"{'+' if by > 0 else '−'}{size}"


def counted(words: Words, figure: Figure) -> str:
    """Name, number, the change to the week before, what was put in from above: VNeID 50 (+3; nhập hộ 8)."""
    notes = []
    if figure.value is not None and figure.before is not None and figure.value != figure.before:
        notes.append(signed(words, figure.value - figure.before, figure.per))
    if figure.on_behalf:
        notes.append(words("weekly-behalf", count=number(figure.on_behalf / figure.per, words.language)))
    said = f"{named(words, figure)} {valued(words, figure)}"
    return f"{said} ({'; '.join(notes)})" if notes else said


def told(words: Words, document: Document) -> str:
    """All five parts."""
    parts = (
        ("results", results(words, document)),
        ("news", [f"· {one}" for one in document.news]),
        ("models", [_model(words, one) for one in document.models]),
        ("troubles", troubles(words, document)),
        ("proposals", [f"· {one}" for one in document.proposals]),
    )
    lines = [head(words, document)]
    for name, said in parts:
        lines += ["", words(f"weekly-part-{name}"), *(said or [words("weekly-nothing")])]
    return "\n".join([*lines, *silent(words, document)])


def head(words: Words, document: Document) -> str:
    """Whose week, and how fresh the figures are."""
    at = document.updated_at
    return words(
        "weekly-head",
        unit=document.unit,
        week=week_named(words, period_of(document)),
        edition=str(document.edition),
        at=clock(at),
        day=near_day(local(at).date(), words.language),
    )


def results(words: Words, document: Document) -> list[str]:
    """Part one: figures with their change, then what changed in weeks already sent."""
    found = {(one.key, one.item): one for one in document.figures}

    def of(*keys: str) -> list[Figure]:
        return [found[key, ""] for key in keys if (key, "") in found]

    rows = [
        [counted(words, one) for one in of(VISITS)],
        [counted(words, one) for one in document.figures if one.key == MATTERS],
        [counted(words, one) for one in document.figures if one.key not in _APART],
        [counted(words, one) for one in of(*PRESENCE)],
        [
            words("weekly-proven", count=_number(words, one.value), whole=_number(words, one.of))
            for one in of(PROVEN)
        ],
        [_teams(words, of(AT_WORK, FOUNDED))],
        [_covered(words, document, one) for one in of(COVERAGE)],
        [counted(words, one) for one in document.figures if one.key == GROUPED],
    ]
    return [*(", ".join(row) for row in rows if row), *adjustments(words, document)]


def _number(words: Words, value: int | None) -> str:
    return number(value or 0, words.language)


def _teams(words: Words, figures: Sequence[Figure]) -> str:
    at_work, founded = (_number(words, one.value) for one in figures)
    return words("weekly-teams", working=at_work, founded=founded)


def _covered(words: Words, document: Document, figure: Figure) -> str:
    return words(
        "weekly-covered",
        reported=_number(words, figure.value),
        expected=_number(words, figure.of),
        level=document.level,
    )


def adjustments(words: Words, document: Document) -> list[str]:
    """One line for each week that was sent and has changed since."""
    weeks: dict[Period, list[str]] = {}
    for figure in document.figures:
        for one in figure.adjustments:
            change = f"{named(words, figure)} {signed(words, one.by, figure.per)}"
            weeks.setdefault(_week(one), []).append(change)
    return [
        words("weekly-adjusted", week=week_named(words, week), changes=", ".join(changes))
        for week, changes in sorted(weeks.items())
    ]


def _week(one: Adjustment) -> Period:
    return Period(one.since_on, one.until_on)


def _model(words: Words, one: PickedModel) -> str:
    return words("weekly-model", name=one.name, unit=one.unit, result=one.result or "none", tried=one.tried)


def troubles(words: Words, document: Document) -> list[str]:
    """Part four: by group, each kind with where, how long, and who can solve it."""
    groups: dict[str, list[str]] = {}
    for one in document.troubles:
        solvers = ", ".join(words(f"case-level-{level}") for level in one.solvers)
        said = words(
            "weekly-trouble",
            what=words(label("difficulty", one.code)),
            level=document.level,
            communes=one.communes,
            days=one.days,
            open=one.cases - one.solved,
            stopped=one.stopped,
            solvers=solvers or "none",
        )
        groups.setdefault(one.group, []).append(said)
    return [f"{words(f'case-group-{group}')}: {'; '.join(said)}" for group, said in groups.items()]


def silent(words: Words, document: Document) -> list[str]:
    """Who has not reported, by name; above the commune also how many roll-ups have come."""
    coverage = document.coverage
    lines = []
    if coverage.below:
        lines.append(
            words("weekly-sent-below", sent=coverage.sent, below=coverage.below, level=document.level)
        )
    if coverage.silent:
        names = ", ".join(one.name for one in coverage.silent[:MOST_SILENT])
        more = max(0, len(coverage.silent) - MOST_SILENT)
        lines.append(words("weekly-silent", count=len(coverage.silent), names=names, more=more))
    return ["", *lines] if lines else []


def day_named(words: Words, day_on: str) -> str:
    """Sunday 22/11."""
    return near_day(date.fromisoformat(day_on), words.language)
