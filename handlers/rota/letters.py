"""A typed text and its letters without accents, each knowing where it stood."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass

from handlers.telex import undo_telex

_WORD = re.compile(r"[a-z]+")
_SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "\u00a0": " ", "\t": "|", "đ": "d", "Đ": "d"})


def bare(text: str) -> str:
    """``text`` in small letters without accents, letter for letter."""
    return "".join(map(_bare, unicodedata.normalize("NFC", text)))


def _bare(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter.translate(_SIGNS).lower())
    return plain[0] if plain else " "


@dataclass(frozen=True, slots=True)
class Letters:
    """``plain`` is what is read; ``at`` says for each of its letters, and for its end, where in ``typed``
    (composed) it stood. Telex left over is undone in ``plain`` where that makes a word of ``known``."""

    typed: str
    plain: str
    at: tuple[int, ...]

    def between(self, start: int, end: int) -> str:
        """What was typed from ``start`` to ``end`` of ``plain``."""
        return self.typed[self.at[start] : self.at[end]]


def letters(text: str, known: Container[str]) -> Letters:
    """The letters of ``text``."""
    typed = unicodedata.normalize("NFC", text)
    plain = "".join(map(_bare, typed))
    kept, at, last = list[str](), list[int](), 0
    for found in _WORD.finditer(plain):
        word = found[0]
        meant = (
            word if word in known or not typed[found.start() : found.end()].isascii() else undo_telex(word)
        )
        if meant != word and meant in known:
            kept += [plain[last : found.start()], meant]
            at += [*range(last, found.start()), *([found.start()] * len(meant))]
            last = found.end()
    kept.append(plain[last:])
    at += [*range(last, len(plain)), len(plain)]
    return Letters(typed, "".join(kept), tuple(at))
