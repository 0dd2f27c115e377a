"""Reading several picks from a numbered list: "1 3 5-9", "tất cả", "tất cả trừ 4"."""

import re
import unicodedata

from handlers.engine.spoken import SPOKEN
from storage.fold import fold

_LONGEST = 300
_RANGE = re.compile(r"(?<![0-9])([0-9]{1,3}) ?(?:[-\u2010-\u2015~]|\.\.) ?(?=[0-9])")
_PICK = re.compile(r"([0-9]{1,3})(?:_([0-9]{1,3}))?")
_APART = re.compile(r"[\s,;.+&]+")


def read_picks(text: str, count: int) -> list[int] | None:
    """The numbers from 1 to ``count`` that ``text`` picks, in order; None when it says anything else, or
    names a number that is not there."""
    if len(text) > _LONGEST:
        return None
    plain = _RANGE.sub(r"\1_", unicodedata.normalize("NFKC", text))
    said = fold(plain.replace("_", "\0")).replace("\0", "_")
    everyone, rest = _after(said, SPOKEN.everyone)
    but, named = _after(rest, SPOKEN.but)
    picked = _numbers(named, count)
    if picked is None or (but and not picked) or (everyone and not but and picked):
        return None
    if but or everyone:
        return [number for number in range(1, count + 1) if number not in picked]
    return sorted(picked) or None


def _after(said: str, words: tuple[str, ...]) -> tuple[bool, str]:
    """Whether ``said`` begins with one of ``words``, and what follows."""
    for word in sorted(words, key=len, reverse=True):
        if said == word or said.startswith(f"{word} "):
            return True, said[len(word) :].strip()
    return False, said


def _numbers(said: str, count: int) -> set[int] | None:
    """Every number and range in ``said``; None where there is anything else."""
    found: set[int] = set()
    joined = re.sub(rf" (?:{'|'.join(SPOKEN.up_to)}) (?=[0-9])", "_", said)
    for part in filter(None, _APART.split(joined)):
        pick = _PICK.fullmatch(part)
        if part in SPOKEN.besides:
            continue
        if pick is None:
            return None
        first, last = int(pick[1]), int(pick[2] or pick[1])
        if not 1 <= first <= last <= count:
            return None
        found.update(range(first, last + 1))
    return found
