"""The labelled sheets of ``sheets.txt``, and how a line is written there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handlers.rota import Line, Sheet, Span
from locales.formats import clock_text, short_day

TODAY = date(2026, 11, 23)
"""A Monday."""
PLACES = ("Một cửa phường Đống Đa", "Chợ Khâm Thiên")
_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What was typed, and what is to be understood."""

    typed: str
    wanted: tuple[str, ...]

    def __str__(self) -> str:
        return self.typed.replace("\n", " ⏎ ")


def labelled(name: str) -> Iterator[Labelled]:
    """Every example of one file."""
    typed: list[str] = []
    wanted: list[str] = []
    for line in [*Path(__file__).with_name(f"{name}.txt").read_text("utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line.startswith("  "):
            wanted.append(line.strip())
        elif line.strip():
            typed.append(line)
        elif typed:
            yield Labelled("\n".join(typed), tuple(wanted))
            typed, wanted = [], []


def written(sheet: Sheet) -> tuple[str, ...]:
    """A sheet as the file writes it."""
    if not sheet.lines:
        return (*(f"? {piece}" for piece in sheet.unknown), "không phải lịch")
    missing = [
        *(["thiếu ngày"] if any(not line.has_days for line in sheet.lines) else []),
        *(["thiếu giờ"] if any(not line.spans for line in sheet.lines) else []),
    ]
    return (*map(_line, sheet.lines), *(f"? {piece}" for piece in sheet.unknown), *missing)


def _line(line: Line) -> str:
    hours = ", ".join(map(_span, line.spans)) or "-"
    return " | ".join((_days(line) or "-", hours, str(line.needed or "-"), line.place or "-"))


def _span(span: Span) -> str:
    return f"{clock_text(span.starts)}–{clock_text(span.ends)}"


def _days(line: Line) -> str:
    parts = [_WEEKDAYS[day] for day in line.weekdays] or (["mọi ngày"] if line.since else [])
    parts += map(short_day, line.dates)
    if line.since:
        parts.append(f"{short_day(line.since)}–{short_day(line.until) if line.until else ''}")
    if line.off:
        parts += ["trừ", *map(short_day, line.off)]
    return " ".join(parts + (["cả lễ"] if line.holidays else []))
