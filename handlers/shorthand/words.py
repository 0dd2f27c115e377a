"""Cuts a line into words and numbers, and spells each word the way the lexicon does.

Repairs on the way: Telex left-overs, words typed together ("tokhai", "5vneid2dvc"), slips of the finger.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.shorthand.lexicon import Lexicon, lexicon
from handlers.telex import is_syllable, undo_telex
from storage.fold import fold

Shape = Literal["word", "number", "time", "date", "odd", "sign"]

_SCAN: Final = re.compile(
    r"(?P<odd>\d+(?:\.\d+){2,}(?<!\.\d{4})(?!\d)(?<!\.\d{3})|\d+(?:[.,]\d+)?\s?%|\d+\.0(?!\d)|\d{7,})"
    r"|(?P<date>\d{1,2}(?P<sep>[./\-])\d{1,2}(?P=sep)(?:20)?\d{2}(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?![\d/])"
    r"|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?![\d.]))"
    r"|(?P<time>\d{1,2}(?:h(?:[0-5]\d)?p?|g[0-5]\d|:[0-5]\d)(?!\w))"
    r"|(?P<number>\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?k(?!\w)|\d{1,3}k\d(?!\w)|\d+[.,]\d{1,2}(?!\d)|\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>->|[\n,;.()|:=+~≈?!<>/\-–—→])"
)
_SHAPES: Final[tuple[Shape, ...]] = ("odd", "date", "time", "number", "word", "sign")
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
# Vowels that end a syllable: "taon" has the letters of a syllable but is a slip of "toan".
_NO_SYLLABLE: Final = re.compile(r".*(?:a[iouy]|e[ou]|[iu]u|[ou]i|u[oa]y|ieu|yeu)[cmnpt].*")
_MEASURES: Final = frozenset({"k", "km", "m", "cm", "kg", "g", "gb", "mb", "h", "p", "tr", "a", "b", "c"})
_INITIALS: Final = frozenset("vd")
_PLAIN_SIGNS: Final = {"->": "→", "–": "-", "—": "-"}
_NEAR, _LONG_WORD, _SHORTEST_SLIP = 1, 8, 4
_MEMORY: Final = 4096
_LONGEST_GLUED: Final = 12


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line. ``word``: as the lexicon spells it; ``typed``: in lower case with accents;
    ``start``/``end``: where it stood; ``glued``: no space before it; ``number``: its value, if plain."""

    shape: Shape
    word: str
    typed: str
    start: int
    end: int
    glued: bool = False
    number: float | None = None


def tokens(line: str) -> list[Token]:
    """The tokens of a composed (NFC) line."""
    cut = list(_cut(line))
    cut = [_initial(cut, at) for at in range(len(cut))]
    row = [token for clump in _clumps(cut) for token in _spelled(clump)]
    return _short_forms([_denied(row, at) for at in range(len(row))])


def _denied(row: list[Token], at: int) -> Token:
    """ "0 có ai": a zero for "không"."""
    token, after = row[at], row[at + 1 : at + 2]
    if token.typed != "0" or not after or after[0].word not in lexicon().after_zero:
        return token
    return replace(token, shape="word", word="khong", typed="không", number=None)


def _initial(cut: list[Token], at: int) -> Token:
    """A single letter before a number is its short form: "v 5, d: 7"."""
    token, after = cut[at], cut[at + 1 : at + 3]
    if after and after[0].typed in {":", "=", "-"}:
        del after[0]
    if token.typed in _INITIALS and after and after[0].number is not None:
        return replace(token, typed=lexicon().glued[token.typed])
    return token


def _cut(line: str) -> Iterator[Token]:
    last = -1
    for found in _SCAN.finditer(line):
        shape = next(name for name in _SHAPES if found[name])
        typed = _PLAIN_SIGNS.get(found[0], found[0].lower())
        number = _value(typed) if shape == "number" else None
        yield Token(shape, typed, typed, found.start(), found.end(), found.start() == last, number)
        last = found.end()


def _value(typed: str) -> float:
    if "k" in typed:
        whole, _, rest = typed.partition("k")
        return float(whole.replace(",", ".")) * 1000 + (int(rest) * 100 if rest else 0)
    return float(typed.replace(".", "") if _GROUPED.fullmatch(typed) else typed.replace(",", "."))


def _clumps(cut: list[Token]) -> Iterator[list[Token]]:
    """Runs of words and numbers typed without a space between."""
    clump: list[Token] = []
    for token in cut:
        if clump and not (token.glued and {token.shape, clump[-1].shape} <= {"word", "number"}):
            yield clump
            clump = []
        clump.append(token)
    if clump:
        yield clump


def _spelled(clump: list[Token]) -> list[Token]:
    """Each word of a clump as known words; a clump with a strange piece is a name ("ct07", "11a3", "5km")."""
    known = lexicon()
    if len(clump) == 1:
        return _words(clump[0], known)
    whole = "".join(token.typed for token in clump)
    if fold(whole) in known.words:
        return [_merged(clump, fold(whole))]
    row: list[Token] = []
    for token in clump:
        row += _glued_words(token, known) if token.shape == "word" else [token]
    if any(token.shape == "odd" for token in row):
        return [replace(_merged(clump, whole), shape="odd")]
    return row


def _glued_words(token: Token, known: Lexicon) -> list[Token]:
    """A word touching a number: "5v", "12ng", "vneid5"."""
    said = known.glued.get(token.typed)
    if said is not None:
        return _apart(token, fold(said))
    words = _words(token, known)
    strange = token.typed in _MEASURES or any(word.word not in known.words for word in words)
    return [replace(token, shape="odd")] if strange else words


def _words(token: Token, known: Lexicon) -> list[Token]:
    if token.shape != "word":
        return [token]
    meant = known.accented.get(token.typed)
    if meant:
        return [
            replace(word, typed=typed)
            for word, typed in zip(_apart(token, fold(meant)), meant.split(), strict=True)
        ]
    return _apart(token, " ".join(_repaired(fold(token.typed))))


def _apart(token: Token, words: str) -> list[Token]:
    """One token for each word, all at the place of the first."""
    return [replace(token, word=word, glued=token.glued and not at) for at, word in enumerate(words.split())]


@lru_cache(_MEMORY)
def _repaired(folded: str) -> tuple[str, ...]:
    """The known word or words behind a folded one; itself when there is none."""
    known = lexicon()
    if folded in known.words:
        return (folded,)
    if folded in known.joined:
        return known.joined[folded]
    plain = undo_telex(folded)
    if plain in known.words or _is_syllable(folded):
        return (plain,)
    near = _nearest(folded, known)
    if near is not None:
        return (near,)
    return (plain,) if _is_syllable(plain) else _halves(folded, known)


def _is_syllable(word: str) -> bool:
    return is_syllable(word) and not _NO_SYLLABLE.fullmatch(word)


def _nearest(folded: str, known: Lexicon) -> str | None:
    """The one known word a slip away."""
    if len(folded) < _SHORTEST_SLIP:
        return None
    limit = _NEAR + (len(folded) >= _LONG_WORD)
    found = process.extract(folded, known.words, scorer=OSA.distance, score_cutoff=limit, limit=9)
    nearest = [word for word, distance, _ in found if distance == found[0][1]]
    best = [kept for word in nearest for kept, _ in known.kept((word,))]
    best = sorted({word for word in best if len(word) > 2})
    swapped = [word for word in best if sorted(word) == sorted(folded)]
    return next((few[0] for few in (best, swapped) if len(few) == 1), None)


def _halves(folded: str, known: Lexicon) -> tuple[str, ...]:
    """Two known words typed as one."""
    if len(folded) <= _LONGEST_GLUED:
        for at in range(2, len(folded) - 1):
            if folded[:at] in known.words and folded[at:] in known.words:
                return folded[:at], folded[at:]
    return (folded,)


def _short_forms(row: list[Token]) -> list[Token]:
    """Short forms spelled the one way kept ("dich vu cong" → "dvc")."""
    kept: list[Token] = []
    at = 0
    for word, length in lexicon().kept(token.word for token in row):
        part = row[at : at + length]
        kept.append(part[0] if length == 1 and word == part[0].word else _merged(part, word))
        at += length
    return kept


def _merged(part: list[Token], word: str) -> Token:
    typed = " ".join(dict.fromkeys(token.typed for token in part))
    return replace(part[0], shape="word", word=word, typed=typed, end=part[-1].end)
