"""What is kept about a person, in words and as files: a summary to read, a copy to keep."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from handlers.notice import Purpose
from locales import Words
from locales.formats import clock, local, number
from storage.own_data import Held

COUNTED = (
    "attendances",
    "help_reports",
    "day_forms",
    "difficulties",
    "help_requests",
    "good_models",
    "signups",
    "statements",
    "faq_questions",
)
"""The tables that the summary counts one by one; the others are one number."""
_SHOWN_ELSEWHERE = ("persons", "contacts", "memberships", "consents")


def counts(words: Words, held: Held) -> str:
    """How much there is of each kind, with its first and last day; a line each."""
    lines = [
        words(f"my-data-{_dashed(table)}", count=len(held[table]), span=_span(held[table]))
        for table in COUNTED
        if table in held
    ]
    others = sum(len(rows) for table, rows in held.items() if table not in (*COUNTED, *_SHOWN_ELSEWHERE))
    if others:
        lines.append(words("my-data-others", count=others))
    return "\n".join(lines) or words("my-data-none")


def agreed(held: Held) -> dict[Purpose, bool]:
    """What the person last said to each purpose; off where they said nothing."""
    said = {row["purpose"]: bool(row["answer"]) for row in held.get("consents", ())}
    return {purpose: said.get(purpose, False) for purpose in Purpose}


def as_json(held: Held, *, controller: str, made_at: datetime) -> bytes:
    """The copy for machines: every row under the name of its table."""
    body = {"made_at": local(made_at).isoformat(), "controller": controller, "data": held}
    return json.dumps(body, ensure_ascii=False, indent=1, default=_plain).encode()


def as_text(words: Words, held: Held, *, controller: str, made_at: datetime) -> str:
    """The copy for people: every row in words, a line each under the name of its table."""
    head = copy_head(words, controller=controller, made_at=made_at)
    return "\n".join([head, *_paragraphs(words, held)])


def copy_head(words: Words, *, controller: str, made_at: datetime) -> str:
    """What stands above a copy: what it is, of when, whose responsibility."""
    return words("my-data-copy-head", when=_when(made_at), controller=controller)


def paragraphs(words: Words, held: Held) -> list[tuple[str, list[str]]]:
    """(heading, lines) for each table that holds something."""
    return [
        (words(f"my-data-table-{_dashed(table)}"), [_line(words, row) for row in rows])
        for table, rows in held.items()
    ]


def _paragraphs(words: Words, held: Held) -> Iterable[str]:
    for heading, lines in paragraphs(words, held):
        yield f"\n{heading} ({len(lines)})"
        yield from (f"- {line}" for line in lines)


def _line(words: Words, row: Mapping[str, Any]) -> str:
    told = ((words(f"my-data-column-{_dashed(name)}"), _told(words, value)) for name, value in row.items())
    return "; ".join(f"{name}: {value}" for name, value in told if value)


def _dashed(name: str) -> str:
    """A name of a table or column as keys of words have it."""
    return name.replace("_", "-")


def _told(words: Words, value: Any) -> str:
    if isinstance(value, datetime):
        return _when(value)
    if isinstance(value, bool):
        return words("word-yes" if value else "word-no")
    if isinstance(value, dict):
        return ", ".join(f"{key} {count}" for key, count in value.items())
    return number(value) if isinstance(value, int) else str(value or "")


def _when(moment: datetime) -> str:
    return f"{clock(moment)} {local(moment):%d/%m/%Y}"


def _plain(value: Any) -> str:
    return local(value).isoformat() if isinstance(value, datetime) else str(value)


def _span(rows: Iterable[Mapping[str, Any]]) -> str:
    """The first and last day of rows, by the first time each of them tells: 07/07–22/11/2026."""
    days = sorted(day for day in map(_day, rows) if day)
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return f"{last[8:]}/{last[5:7]}/{last[:4]}"
    return f"{first[8:]}/{first[5:7]}/{first[:4]}–{last[8:]}/{last[5:7]}/{last[:4]}"


def _day(row: Mapping[str, Any]) -> str:
    if row.get("day_on"):
        return str(row["day_on"])
    at = next((value for value in row.values() if isinstance(value, datetime)), None)
    return f"{local(at):%Y-%m-%d}" if at else ""
