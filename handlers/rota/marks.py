"""Turns the tokens of one piece of a sheet into marks: days, hours, counts, texts, and what parts them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from handlers.rota.reading_days import days_at
from handlers.rota.reading_hours import Hours, hours_at
from handlers.rota.row import Row
from handlers.rota.said import NOTHING, Said
from handlers.rota.sheet import Span

Kind = Literal["days", "hours", "count", "text", "part", "unknown"]

_PARTING: Final = frozenset({",", "|", ":", "(", ")", ".", "!", "?", "*", "•", ">", "="})
_MOST: Final = 500
"""People of a shift; a larger number counts something else."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing said, from letter ``start`` to ``end``: days, hours (``part``: only the part of the day is
    said), a count, a text nobody read, what parts two things, or something wrong."""

    kind: Kind
    start: int
    end: int
    said: Said = NOTHING
    spans: tuple[Span, ...] = ()
    part: str = ""
    count: int = 0
    text: str = ""
    place: bool = False


def marks(row: Row) -> list[Mark]:
    """The marks of a row, in order."""
    found: list[Mark] = []
    loose: list[int] = []
    at = _behind_bullet(row)
    while at < len(row.tokens):
        mark, end = _read(row, at, found)
        if mark is None and row.at(at).text not in _PARTING:
            loose.append(at)
        else:
            found += _texts(row, loose)
            loose = []
            found += [mark] if mark else [_mark(row, "part", at, at + 1, text=row.at(at).text)]
        at = end
    return found + list(_texts(row, loose))


def _behind_bullet(row: Row) -> int:
    """Where the row begins behind "-", "1." or "2)"."""
    if row.at(0).text in ("-", "*", "•", "+"):
        return 1
    return 2 if row.at(0).number() is not None and row.at(1).text in (".", ")") else 0


def _read(row: Row, at: int, before: Sequence[Mark]) -> tuple[Mark | None, int]:
    """The mark that begins at token ``at``, if any, and where to go on."""
    if _within_name(row, at):
        return None, at + 1
    bound = any(mark.kind in ("hours", "days") for mark in before)
    until_first = row.at(at).has("to") and bound
    count = _count(row, at, before)
    if count is not None:
        return _mark(row, "count", at, count[1], count=count[0]), count[1]
    if not until_first and (hours := hours_at(row, at)) is not None:
        return _hours(row, at, hours), hours.end
    days = days_at(row, at)
    if days is not None:
        wrong = _mark(row, "unknown", at, days.end, said=days.said, text=row.typed(at, days.end).strip())
        return (wrong if days.wrong else _mark(row, "days", at, days.end, said=days.said)), days.end
    if until_first and (hours := hours_at(row, at)) is not None:
        return _hours(row, at, hours), hours.end
    return None, at + 1


def _hours(row: Row, at: int, hours: Hours) -> Mark:
    return _mark(row, "hours", at, hours.end, said=hours.day, spans=hours.spans, part=hours.part)


def _within_name(row: Row, at: int) -> bool:
    """Whether a number or date belongs to the name before it: "thôn 2", "trường 30/4"."""
    before, token = row.at(at - 1), row.at(at)
    if token.has("office_hours"):  # "Trung tâm Phục vụ hành chính công"
        return before.shape == "word" or before.has("place")
    named = before.has("named_by_date", "place") and token.shape in ("date", "number")
    return named and not row.at(at + 1).has("people")


def _mark(
    row: Row,
    kind: Kind,
    first: int,
    end: int,
    *,
    said: Said = NOTHING,
    spans: tuple[Span, ...] = (),
    part: str = "",
    count: int = 0,
    text: str = "",
) -> Mark:
    start, stop = row.tokens[first].start, row.tokens[end - 1].end
    return Mark(kind, start, stop, said=said, spans=spans, part=part, count=count, text=text)


def _count(row: Row, at: int, before: Sequence[Mark]) -> tuple[int, int] | None:
    """How many people, and where that ends: "6 người/ca", "5-7 bạn", "cần 6", "x6", a figure behind hours."""
    begin = at
    while row.at(at).has("need", "about") or (at > begin and row.at(at).text == ":"):
        at += 1
    needed = at > begin
    token, following = row.at(at), row.at(at + 1)
    if token.shape == "count":
        return _counted(row, token.numbers[0], at + 1)
    number = token.number()
    if number is None:
        word = token.value("number_word")
        number = int(word) if word and following.has("people") else None
    if number is None:
        return None
    if following.text == "-" and (wide := _wide(row, at + 2)) is not None:
        return wide
    if following.has("people"):
        return _counted(row, number, at + 2)
    alone = following.text in (",", ".", "|", "") and _stands_alone(row, at, before)
    per_shift = following.text == "/" and row.at(at + 2).has("per_shift")
    return _counted(row, number, at + 1) if needed or alone or per_shift else None


def _wide(row: Row, at: int) -> tuple[int, int] | None:
    """The upper end of "5-7 người"."""
    token = row.at(at)
    if token.shape == "count":
        return _counted(row, token.numbers[0], at + 1)
    number = token.number()
    return _counted(row, number, at + 2) if number is not None and row.at(at + 1).has("people") else None


def _counted(row: Row, number: int, end: int) -> tuple[int, int] | None:
    """The count with "/ca" or "mỗi ca" behind it."""
    if not 0 < number <= _MOST:
        return None
    if (row.at(end).text == "/" or row.at(end).number() == 1) and row.at(end + 1).has("per_shift"):
        return number, end + 2
    behind = row.at(end).has("per_shift") and row.at(end).text not in ("ca", "buoi", "ngay")
    return number, end + 1 if behind else end


def _stands_alone(row: Row, at: int, before: Sequence[Mark]) -> bool:
    """Whether a bare figure is all there is between two commas, or stands right behind hours."""
    if not any(mark.kind == "hours" for mark in before) or row.at(at - 1).text == ".":
        return False
    return row.at(at - 1).text in (",", "|") or before[-1].end + 1 >= row.at(at).start > before[-1].end - 1


def _texts(row: Row, loose: Sequence[int]) -> Iterator[Mark]:
    """Tokens nobody read, as one text without the small talk around it; "… tại …" parts it in two."""
    inner = [place for place, one in enumerate(loose) if place and row.at(one).has("at")]
    for first, end in zip([0, *inner], [*inner, len(loose)], strict=True):
        yield from _text(row, loose[first:end])


def _text(row: Row, loose: Sequence[int]) -> Iterator[Mark]:
    kept = [] if all(row.at(one).has("filler") for one in loose) else list(loose)
    said_place = False
    while kept and _is_small_talk(row, kept[0]):
        said_place = row.at(kept[0]).has("at")
        del kept[0]
    while kept and _is_small_talk(row, kept[-1]) and not row.at(kept[-1]).has("place"):
        del kept[-1]
    if not kept:
        return
    first, end = kept[0], kept[-1] + 1
    begins = row.at(first).has("place") or any(row.at(one).has("place") for one in kept)
    typed = row.typed(first, end)
    yield Mark("text", row.at(first).start, row.at(end - 1).end, text=typed, place=said_place or begins)


def _is_small_talk(row: Row, at: int) -> bool:
    token = row.at(at)
    if token.shape == "sign":
        return True
    if token.shape == "number":  # "ca 1:", "3 ca"
        named = row.at(at - 1).text == "ca" and row.at(at + 1).text in _PARTING
        return named or row.at(at + 1).text.split(" ")[0] == "ca"
    return (
        token.shape == "words" and token.has("filler", "at", "and", "each", "need") and not token.has("place")
    )
