"""Reading a whole number as people in the field write it."""

import re
import unicodedata

from handlers.engine.spoken import SPOKEN
from storage.fold import fold

_LONGEST = 40
_PLAIN = re.compile(r"[0-9]{1,9}")
_NUMBER = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3}){1,2}|[0-9]{1,9}) ?([a-z][a-z ]*)?([0-9])?")


def bare_number(text: str) -> int | None:
    """The number ``text`` is, when it is nothing but digits (of any width) with spaces around."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    return int(plain) if _PLAIN.fullmatch(plain) else None


def read_number(text: str) -> int | None:
    """The whole number ``text`` says, or None: ``1.234`` · ``1k2`` · ``2 chục`` · ``15 ng`` · ``không``.

    Fractions, ranges, signs and words of doubt ("hơn 20") are not numbers: one number is asked for.
    """
    number = bare_number(text)
    if number is not None or len(text) > _LONGEST:
        return number
    plain = unicodedata.normalize("NFKC", text).strip()
    folded = fold(plain)
    if folded in SPOKEN.zero:
        return 0
    found = _NUMBER.fullmatch(folded)
    if found is None or not plain[0].isdigit():
        return None
    return _with_words(int(found[1].replace(".", "")), (found[2] or "").split(), found[3])


def _with_words(number: int, words: list[str], rest: str | None) -> int | None:
    """``number`` with the words after it: a multiplier ("1k2" is 1200), then what was counted."""
    times = SPOKEN.times.get(words[0]) if words else None
    counted = " ".join(words if times is None else words[1:])
    if counted and (counted not in SPOKEN.after or rest):
        return None
    if times is None:
        return None if rest else number
    return number * times + int(rest or 0) * times // 10
