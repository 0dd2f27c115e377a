"""Reads one sloppy Vietnamese chat line as a report: "sang nay 5 vneid, 2dvc, 1 kk mat mang".

Pure and quick. The wordings are data (``handlers/data/shorthand_*.yaml``): an officer adds a word there.
The way: words → marks → days → clauses → numbers bound to things → account → verdict.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from handlers.shorthand.account import Account, account
from handlers.shorthand.clauses import Clause, clauses
from handlers.shorthand.complaint import complaint_of
from handlers.shorthand.days import SaidDay, said_days
from handlers.shorthand.draft import Ask, Day, ShorthandDraft
from handlers.shorthand.marks import Mark, marks
from handlers.shorthand.verdict import ends_open, is_report, nobody_came, trusted
from handlers.shorthand.words import tokens

__all__ = ["ShorthandDraft", "complaint", "parse"]

_SINCE = frozenset({"tu", "vao", "den", "toi"})
_LONGEST_LINE, _MOST_TOKENS, _LONGEST_COMPLAINT = 2_000, 300, 120


@lru_cache(maxsize=256)
def parse(line: str, today_on: date) -> ShorthandDraft:
    """The report that ``line`` makes on the day ``today_on``; anything else is ``is_report=False``.

    Remembered for a moment: a line is read to find its way, and again by whoever takes it.
    """
    text = unicodedata.normalize("NFC", line)
    if not text.strip() or len(text) > _LONGEST_LINE:
        return ShorthandDraft()
    row = tokens(text)
    if len(row) > _MOST_TOKENS:
        return ShorthandDraft(unknown=[line.strip()])
    found = marks(text, row)
    days = said_days(found, text, today_on)
    found, days, rest = _first_day(found, days)
    spoken = clauses(_without_days(found, said_days(found, text, today_on)))
    heard = trusted(spoken, ends_open=not rest and ends_open(found), has_day=bool(days))
    kept = account(heard)
    if not is_report(heard, kept, has_day=bool(days), cut=len(heard) < len(spoken)):
        return ShorthandDraft(unknown=[line.strip()])
    draft = _draft(text, spoken, heard, kept, days[0].day if days else None, rest, today_on)
    return replace(
        draft,
        shift=_only(found, "shift"),
        mode=next(iter(_said(found, "mode")), ""),
        whose="self" if _said(found, "of_self") else "team" if _said(found, "of_team") else "",
    )


def complaint(line: str, today_on: date) -> str:
    """The code of the one thing that got stuck which ``line`` tells without saying so, and nothing else:
    "mất điện rồi"; empty for anything else. Whoever wrote it is asked first: it is no report."""
    text = unicodedata.normalize("NFC", line)
    if len(text) > _LONGEST_COMPLAINT:
        return ""
    found = marks(text, tokens(text))
    spoken = clauses(_without_days(found, said_days(found, text, today_on)))
    heard = trusted(spoken, ends_open=ends_open(found), has_day=False)
    return complaint_of(text, heard, account(heard)) if len(heard) == len(spoken) else ""


def _said(found: Sequence[Mark], kind: str) -> list[str]:
    """What the marks say of ``kind``; "treo từ sáng" says when it hung, not when people came."""
    return [
        mark.senses[kind]
        for before, mark in zip([None, *found], found, strict=False)
        if mark.has(kind) and not (before is not None and before.word in _SINCE)
    ]


def _only(found: Sequence[Mark], kind: str) -> str:
    """What all marks that say it agree on; "sáng … chiều …" is about no single shift."""
    said = set(_said(found, kind))
    return said.pop() if len(said) == 1 else ""


def _first_day(found: list[Mark], days: list[SaidDay]) -> tuple[list[Mark], list[SaidDay], list[Mark]]:
    """The marks about the first day that counts anything, what says that day, and the rest of the line."""
    if len({said.day for said in days}) < 2:
        return found, days, []
    trailing = _counts(found[: days[0].first])
    ends = [said.last + 1 for said in days] if trailing else [said.first for said in days[1:]]
    starts = [0, *ends[:-1]] if trailing else [0, *ends]
    ends = [*ends[:-1], len(found)] if trailing else [*ends, len(found)]
    counted = [
        at for at, (start, end) in enumerate(zip(starts, ends, strict=True)) if _counts(found[start:end])
    ]
    if not counted:
        return found, days[:1], []
    first = counted[0]
    end = ends[first] if len(counted) > 1 else len(found)
    return found[:end], [days[first]], found[end:]


def _counts(row: Sequence[Mark]) -> bool:
    return any(mark.amount for mark in row) and any(
        mark.is_thing or mark.is_unit or mark.has("doing") for mark in row
    )


def _without_days(found: list[Mark], days: list[SaidDay]) -> list[Mark]:
    said = {place for day in days for place in range(day.first, day.last + 1)}
    return [mark for place, mark in enumerate(found) if place not in said]


def _draft(
    text: str,
    spoken: list[Clause],
    row: list[Clause],
    kept: Account,
    day: Day | None,
    rest: list[Mark],
    today_on: date,
) -> ShorthandDraft:
    nobody = not kept.counted and (kept.visits == 0 or (kept.visits is None and nobody_came(row)))
    approx = any(clause.approx or clause.said("uncounted") for clause in row)
    asks = _asks(row, kept, approx=approx)
    if rest:
        asks = (*asks, "several_days")
    if isinstance(day, date) and day > today_on:
        asks = (*asks, "future_day")
    return ShorthandDraft(
        is_report=True,
        visits=0 if nobody else kept.visits,
        lines={code: count for code, count in kept.of("category").items() if count},
        approx=approx,
        difficulties=kept.difficulties,
        groups=kept.of("group"),
        figures=kept.of("figure"),
        day=day,
        unknown=_unknown(text, spoken, row, kept, rest),
        asks=asks,
        same_as_yesterday=any(clause.said("same_as_yesterday") for clause in row),
        nobody=nobody,
        change=kept.change,
    )


def _asks(row: list[Clause], kept: Account, *, approx: bool) -> tuple[Ask, ...]:
    asks: list[Ask] = ["approx"] if approx else []
    if any(clause.said("uncounted") for clause in row):
        asks.append("count")
    if "ho_so" in kept.of("figure") and not kept.of("category") and _says_hs(row):
        asks.append("hs")
    return tuple(asks)


def _says_hs(row: list[Clause]) -> bool:
    """Whether "hs" stands alone: it may be dossiers or pupils; "nộp 5 hs" says which."""
    return any(
        mark.word == "hs" and not any(other.word == "nop" for other in clause.words)
        for clause in row
        for mark in clause.words
    )


def _unknown(
    text: str, spoken: list[Clause], row: list[Clause], kept: Account, rest: list[Mark]
) -> list[str]:
    """The pieces nobody understood, as they were typed."""
    places = sorted(
        [(mark.start, mark.end) for clause in row for mark in clause.unknown]
        + [(mark.start, mark.end) for mark in kept.left_over]
        + [(clause.words[0].start, clause.words[-1].end) for clause in spoken[len(row) :]]
    )
    pieces: list[tuple[int, int]] = []
    for start, end in places:
        if pieces and not text[pieces[-1][1] : start].strip():
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    found = [text[start:end].strip() for start, end in pieces]
    return found + ([text[rest[0].start : rest[-1].end].strip()] if rest else [])
