"""The form of a report, its choices, and what in its answers is worth a second look."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, ClassVar

from handlers import doubts
from handlers.categories import (
    DIFFICULTIES,
    FIGURES,
    GROUPS,
    HELP,
    MODES,
    OF_VOLUNTEERS,
    OFF_BY_DEFAULT,
    SHIFT_PARTS,
    label,
)
from handlers.counted import helped
from handlers.doubts import Doubt
from handlers.engine import Choice, Day, Form, Many, Number, Option, Skippable, Tally, Text, YesNo
from handlers.turn import Turn
from locales import Words
from storage.records.work import HelpReport

LATER = ("figures", "groups", "mode", "difficulties", "part", "approx", "note")
"""Fields that are not asked in turn; they wait behind "sửa" on the summary."""
OWN = tuple(key for key in FIGURES if key not in OF_VOLUNTEERS)
"""The figures a single report may have."""
_CODES = {
    "lines": ("help", tuple(code for code in HELP if code not in OFF_BY_DEFAULT)),
    "figures": ("figure", OWN),
    "groups": ("group", GROUPS),
    "mode": ("mode", MODES),
    "difficulties": ("difficulty", DIFFICULTIES),
    "part": ("part", SHIFT_PARTS),
}


class ReportForm(Form):
    """What was done. ``replaces`` is carried, not asked: the version this one stands for."""

    name: ClassVar[str] = "report"
    version: ClassVar[int] = 2

    team: Annotated[str | None, Choice()] = None
    lines: Annotated[dict[str, int] | None, Tally(max=9999), Skippable()] = None
    visits: Annotated[int | None, Number(min=0, max=9999), Skippable()] = None
    figures: Annotated[dict[str, int] | None, Tally(max=9999), Skippable()] = None
    groups: Annotated[dict[str, int] | None, Tally(max=9999), Skippable()] = None
    mode: Annotated[str | None, Choice(), Skippable()] = None
    difficulties: Annotated[tuple[str, ...] | None, Many(), Skippable()] = None
    day: Annotated[str | None, Day()] = None
    part: Annotated[str | None, Choice(), Skippable()] = None
    approx: Annotated[bool | None, YesNo(), Skippable()] = None
    note: Annotated[str | None, Text(max=300), Skippable()] = None
    replaces: str = ""


def options(turn: Turn, field: str) -> Sequence[Option]:
    """The codes of a field with their labels."""
    return _options(turn.words, field)


@cache
def _options(words: Words, field: str) -> tuple[Option, ...]:
    family, codes = _CODES[field]
    return tuple(Option(code, words(label(family, code))) for code in codes)


def doubtful(turn: Turn, draft: Mapping[str, Any]) -> Iterator[str]:
    """What in a report of one person is odd, in words."""
    yield from worded(
        turn,
        doubts.of_one(
            draft.get("visits"),
            draft.get("lines") or {},
            draft.get("groups") or {},
            draft.get("figures") or {},
            draft.get("part") or "",
        ),
    )


def worded(turn: Turn, found: Iterator[Doubt]) -> Iterator[str]:
    """Doubts with their codes put into words."""
    for one in found:
        codes = {
            key: turn.text(label(key, str(value))) for key, value in one.args.items() if key in _FAMILIES
        }
        yield turn.text(one.key, **{**one.args, **codes})


_FAMILIES = ("group", "figure")


def amount(turn: Turn, report: HelpReport) -> str:
    """What a report amounts to, in words."""
    return helped(turn.words, report.visits, report.lines, approx=report.approx, figures=report.figures)
