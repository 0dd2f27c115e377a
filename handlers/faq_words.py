"""Brings a question into the words the FAQ search compares.

Volunteers type without accents, with Telex left over, in short forms and in their own dialect. The table of
such words is data (`data/faq_words.yaml`); here is only how it is applied.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from handlers.short_forms import ShortForms, short_forms
from handlers.telex import undo_telex
from storage.fold import fold

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads ten times faster
_DATA: Final = Path(__file__).parent / "data"
_TYPED: Final = re.compile(r"[^\W\d_]+|\d+")
_MOST_WORDS: Final = 120  # a longer message is a story whose question stands in its first half
_SURE_REPORT: Final = 2
_SHORT_REPORT: Final = 7
_LONGEST_FIGURE: Final = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The table of how questions are typed; a term of several words is one word joined by "_".

    ``same`` are the short forms; ``accented`` maps so before accents are dropped,
    ``alone`` for English and for letters that stand alone, before anything is taken for Telex.
    ``filler`` is said in any talk, ``asking`` marks a question, ``following`` begins one that goes on from
    another, ``keep`` is never taken for Telex,
    ``counted`` is what reports count, a number behind a ``numbered`` word is a name.
    """

    same: ShortForms
    accented: Mapping[str, str]
    alone: Mapping[str, str]
    filler: frozenset[str]
    asking: frozenset[str]
    following: frozenset[str]
    keep: frozenset[str]
    counted: frozenset[str]
    numbered: frozenset[str]

    def of(self, text: str) -> tuple[str, ...]:
        """The words of a line, folded, spelled out, one wording for one meaning."""
        typed = _TYPED.findall(unicodedata.normalize("NFC", text).lower())[:_MOST_WORDS]
        plain = " ".join(self._plain(word) for word in typed)
        return tuple(word for word, _ in self.same.spelled(plain.split()))

    def is_report(self, words: Sequence[str]) -> bool:
        """Whether a line counts what was done ("5 vneid 2 dvc") instead of asking."""
        figures = sum(self._is_figure(words, place) for place in range(len(words)))
        if any(word in self.asking for word in words):
            return figures > _SURE_REPORT
        return figures >= _SURE_REPORT or (figures == 1 and len(words) <= _SHORT_REPORT)

    def _is_figure(self, words: Sequence[str], place: int) -> bool:
        word = words[place]
        if place and words[place - 1] in self.numbered:
            return False
        beside = (*words[max(place - 1, 0) : place], *words[place + 1 : place + 3])
        return (
            word.isdigit() and len(word) <= _LONGEST_FIGURE and any(near in self.counted for near in beside)
        )

    def _plain(self, word: str) -> str:
        folded = fold(self.accented.get(word, word))
        if word in self.alone:
            return self.alone[word]
        return folded if folded in self.keep or " " in folded else undo_telex(folded)


@cache
def faq_words() -> Words:
    """The table shipped with the product, read once."""
    table = _LOADER((_DATA / "faq_words.yaml").read_text(encoding="utf-8")).get_single_data()
    same = {
        tuple(typed.split()): kept.replace(" ", "_")
        for kept, typings in table["same"].items()
        for typed in (kept, *typings)
    }
    return Words(
        same=short_forms(same),
        accented=table["accented"],
        alone={**table["english"], **table["short"]},
        filler=frozenset(table["filler"]),
        asking=frozenset(table["asking"]),
        following=frozenset(table["following"]),
        keep=frozenset(table["keep"]),
        counted=frozenset(phrase.replace(" ", "_") for phrase in table["counted"]),
        numbered=frozenset(table["numbered"]),
    )
