"""Finds the lexicon's wordings in a row of tokens, forgiving what a hurried thumb does to them."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.short_forms import Phrase
from handlers.shorthand.lexicon import APART, Sense, lexicon
from handlers.shorthand.words import Token
from handlers.telex import is_syllable
from storage.fold import fold

_TONES: Final = {"\u0300": "`", "\u0301": "´", "\u0303": "~", "\u0309": "~", "\u0323": "."}
_MOST_WORDS, _LONG_RUN = 4, 10
_MEMORY: Final = 8192
_COUNTED: Final = frozenset({"category", "group", "figure"})
# Little words that mean something else without their accents, where the line has accents elsewhere.
_STRICT: Final = frozenset(
    {"about", "about_after", "uncounted", "question", "plan", "duty", "request", "correction"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A wording: what it may mean, kind → code, and its length in tokens."""

    senses: dict[str, str]
    size: int


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks into one line. ``accents``: whether it is typed with accents at all."""

    line: str
    row: Sequence[Token]
    accents: bool

    def at(self, place: int) -> Found | None:
        """The longest wording that begins at ``place``, a near one before a single word."""
        found = self._exact(place)
        return (self._near(place) or found) if found is None or found.size == 1 else found

    def kinds(self, place: int) -> set[str]:
        """What the longest wording at ``place`` may be, accents aside."""
        for _, senses in self._wordings(place):
            if senses:
                return {sense.kind for sense in senses}
        return set()

    def _wordings(self, place: int, shortest: int = 1) -> Iterator[tuple[Sequence[Token], tuple[Sense, ...]]]:
        known = lexicon()
        for size in range(min(known.longest, len(self.row) - place), shortest - 1, -1):
            part = self.row[place : place + size]
            yield part, known.phrases.get(tuple(token.word for token in part), ())

    def _exact(self, place: int) -> Found | None:
        """One wrongly accented word is forgiven in a longer wording that no clean one overlaps: "thanh toàn"
        is "thanh toán", but in "người giả danh công an" nobody is old."""
        for part, senses in self._wordings(place):
            for slips in (0, 1) if senses and len(part) > 1 else (0,):
                fitting = {s.kind: s.code for s in reversed(senses) if self._fits(part, s, slips)}
                overlapped = slips and self._overlapped(place, len(part))
                if fitting and not overlapped and not self._gives_way(fitting, place, len(part)):
                    return Found(fitting, len(part))
        return None

    def _gives_way(self, senses: dict[str, str], place: int, size: int) -> bool:
        """Whether a wording is only half a difficulty and holds a thing to count: "tài khoản định danh"."""
        return (
            size > 1
            and all(kind.startswith(APART) for kind in senses)
            and any(
                sense.kind in _COUNTED and self._fits(part, sense, 0)
                for start in range(place, place + size)
                for part, found in self._wordings(start)
                if len(part) < size
                for sense in found
            )
        )

    def _overlapped(self, place: int, size: int) -> bool:
        return any(
            self._fits(part, sense, 0)
            for start in range(place + 1, place + size)
            for part, senses in self._wordings(start, place + size - start + 1)
            for sense in senses
        )

    def _near(self, place: int) -> Found | None:
        """A wording of several words with a slip in one that is no known word ("doanh ngiep")."""
        known = lexicon()
        for size in range(min(_MOST_WORDS, len(self.row) - place), 1, -1):
            part = self.row[place : place + size]
            if all(token.shape == "word" for token in part) and any(
                token.word not in known.words for token in part
            ):
                phrase = _near_phrase("".join(token.word for token in part))
                if phrase is not None:
                    return Found({sense.kind: sense.code for sense in reversed(known.phrases[phrase])}, size)
        return None

    def _fits(self, part: Sequence[Token], sense: Sense, slips: int) -> bool:
        """Whether tokens with the right letters may be this wording, up to so many wrong accents."""
        if sense.capitals:
            return self.line[part[0].start : part[-1].end].isupper()
        if sense.exact:
            return " ".join(token.typed for token in part) == sense.written
        written = sense.written.split()
        if any(self._is_particle(token, part) and token.typed not in written for token in part):
            return False
        if len(written) != len(part):
            return True
        if len(part) == 1 and self.accents and sense.kind in _STRICT:
            return _marked(part[0].typed) == _marked(sense.written)
        wrong = sum(not _may_be(token.typed, word) for token, word in zip(part, written, strict=True))
        return wrong <= slips

    def _is_particle(self, token: Token, part: Sequence[Token]) -> bool:
        """ "20 người nha": where accents are typed, or by itself at the end of a line, "nha" is no "nhà"."""
        alone_at_end = len(part) == 1 and token is self.row[-1]
        return token.typed in lexicon().particles and (self.accents or alone_at_end)


@lru_cache(_MEMORY)
def _near_phrase(run: str) -> Phrase | None:
    known = lexicon()
    limit = 1 + (len(run) >= _LONG_RUN)
    near = process.extractOne(run, known.run_names, scorer=OSA.distance, score_cutoff=limit)
    return known.runs[near[0]] if near and near[0][0] == run[0] else None


@lru_cache(_MEMORY)
def _may_be(typed: str, written: str) -> bool:
    """Whether a word may stand for another: marks may be missing, but not different ("có" is no "cô").

    The tones hỏi and ngã are taken for one: half the country says them alike.
    """
    if typed.isascii() or " " in typed:
        return True
    (shape, tone), (wanted, right_tone) = _marked(typed), _marked(written)
    if len(shape) != len(wanted):  # one of them is a short form, unless both are whole words: "không", "hỏng"
        return written.isascii() or not (is_syllable(fold(typed)) and is_syllable(fold(written)))
    return tone in ("", right_tone) and all(has <= may for has, may in zip(shape, wanted, strict=True))


def _marked(word: str) -> tuple[list[set[str]], str]:
    """The vowel marks of each letter, and the tone of the word."""
    shape: list[set[str]] = []
    tone = ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in _TONES:
            tone = _TONES[letter]
        elif unicodedata.combining(letter):
            shape[-1].add(letter)
        else:
            shape.append({letter} if letter == "đ" else set())
    return shape, tone
