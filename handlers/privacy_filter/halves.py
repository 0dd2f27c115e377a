"""A number that is split over two or three messages: known by what they say one after another.

Only what is whole in all of them together and surely a citizen's counts: a telephone, an identity card, an
insurance card. Every part has three digits or more, so that the counts a report is answered with stay what
they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.privacy_filter.rules import innocent_end, sweep
from handlers.privacy_filter.shadow import cast

REACH = 40
"""Letters at the end of one message and at the beginning of the next that are looked at."""
_KINDS = frozenset({"phone", "identity", "insurance"})
_LEAST, _SHORTEST = 3, 10
_SLIPS = 2
"""Places in which a code that is typed once more, rightly, may differ from the wrong one."""
_NO_DIGIT = re.compile(r"\D")
_HOUR = re.compile(r"(?:0?[5-9]|1\d|2[0-2])[0-5]\d")
_HOURS = re.compile(r"\d[:/]\d")
_SHIFT_CODE = re.compile(r"ca\b", re.IGNORECASE)
_TAIL = re.compile(r"(?<![^\W_])0[\d .\-]*$")
_HEAD = re.compile(r"[\d .\-]*\d(?![^\W_])")
_WHOLE = re.compile(r"0(?:[35789]\d{8}|2\d{9}|(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8})")


@dataclass(frozen=True, slots=True)
class Joined:
    """A number in parts: what each message before said of it, and where its rest stands in the last."""

    began: tuple[str, ...]
    start: int
    end: int


def end_of(text: str) -> str:
    """What of ``text`` could be the beginning of a number that goes on in the next one; mostly nothing."""
    last = text.rstrip()[-REACH:]
    return last if any(letter.isdigit() for letter in last[-_LEAST:]) else ""


def goes_on(before: Sequence[str], after: str) -> bool:
    """Whether ``after`` could be the rest of a number that began in ``before``; a look that costs nothing."""
    here = sum(map(_may_count, after[:REACH]))
    return here >= _LEAST and here + sum(map(_may_count, "".join(before))) >= _SHORTEST


def _may_count(letter: str) -> bool:
    return letter.isdigit() or letter in "oOоОlI"


def joined(before: Sequence[str], after: str) -> Joined | None:
    """The number that begins in ``before`` (messages as ``end_of`` left them) and ends in ``after``; None
    when both together say no more than each alone."""
    said, rest = " ".join(before), after[:REACH]
    found = _swept(said, rest) or _drawn_together(said, rest)
    if found is None:
        return None
    began, end = _parts(said[found[0] :], before), found[1]
    split = _split(said, [*map(_digits, began), _digits(rest[:end])])
    if not split or _counts(began[-1], rest[:end]) or _SHIFT_CODE.match(began[0]):
        return None
    return Joined(began, next(at for at, letter in enumerate(rest) if letter.isalnum()), end)


def _swept(said: str, rest: str) -> tuple[int, int] | None:
    """What the rules find across the border: where it begins in ``said`` and ends in ``rest``."""
    shadow, border = cast(f"{said} {rest}"), len(said) + 1
    for first, last, kind in sweep(shadow.text):
        start, end = shadow.back(first, last)
        if kind in _KINDS and start < border < end:
            return start, end - border
    return None


def _drawn_together(said: str, rest: str) -> tuple[int, int] | None:
    """The same where dots and spaces stand so that each side looks like something else."""
    left, right = cast(said), cast(rest)
    tail, head = _TAIL.search(left.text), _HEAD.match(right.text)
    if tail is None or head is None:
        return None
    if _WHOLE.fullmatch(_NO_DIGIT.sub("", tail[0] + head[0])) is None:
        return None
    return left.back(tail.start(), tail.end())[0], right.back(0, head.end())[1]


def _parts(began: str, before: Sequence[str]) -> tuple[str, ...]:
    """``began``, the end of ``before``, message by message."""
    parts: list[str] = []
    for message in reversed(before):
        if began:
            parts.insert(0, began[-len(message) :])
            began = began[: -len(message) - 1]
    return tuple(parts)


def _counts(began: str, rest: str) -> bool:
    """Whether the rest is hours, or a list of counts: in a number that is told in ones or in pairs, only the
    first can be a pair that was cut."""
    cut, *sizes = map(len, [*began.split()[-1:], *rest.split()])
    mixed = 2 in sizes and (1 in sizes[1:] or (sizes[0] == 1 and cut > 1))
    return mixed or _HOURS.search(rest) is not None


def _digits(part: str) -> str:
    return _NO_DIGIT.sub("", cast(part).text)


def _split(said: str, parts: Sequence[str]) -> bool:
    """Whether ``parts`` are a number in pieces: no code typed twice, no hours of a day, and nothing that was
    whole, or nobody's, before the last of them."""
    *_, last, rest = parts
    again = len(last) == len(rest) and sum(a != b for a, b in zip(last, rest, strict=True)) <= _SLIPS
    hours = all(map(_HOUR.fullmatch, parts))
    alone = cast(said).text
    whole = any(kind in _KINDS and end == len(alone) for *_, end, kind in sweep(alone))
    return min(map(len, parts)) >= _LEAST and not (again or hours or whole or innocent_end(alone))
