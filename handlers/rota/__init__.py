"""Reads a leader's rota as it is typed: "T2–T6 7h30–11h30, 6 người, Một cửa phường Đống Đa, đến 31/12".

Pure and quick. The wordings are data (``handlers/data/rota_words.yaml``). The way: tokens → marks (days,
hours, counts, texts) → lines, with every day made absolute → the shifts of a calendar.
"""

from handlers.rota.calendar import Calendar, Days, Left, Slot, days_of, times
from handlers.rota.reading import read
from handlers.rota.sheet import Line, Sheet, Span
from handlers.rota.wordings import week_named

__all__ = [
    "Calendar",
    "Days",
    "Left",
    "Line",
    "Sheet",
    "Slot",
    "Span",
    "days_of",
    "read",
    "times",
    "week_named",
]
