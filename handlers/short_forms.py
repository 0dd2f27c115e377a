"""Short forms of words, spelled the one way kept: "dvctt" and "dvc tt" are one thing. Pure.

The tables of the FAQ search and of reports are data; both are looked up so, word by word. (The phrases of
``wish`` are not: there accents decide what a word may stand for.)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShortForms:
    """``by_first``: by its first word, what is typed and the one wording kept for it, the longest first."""

    by_first: Mapping[str, Sequence[tuple[Phrase, str]]]

    def spelled(self, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """The words with short forms spelled the one way kept, and how many each of them replaces."""
        row, place = tuple(words), 0
        while place < len(row):
            wording, length = row[place], 1
            for typed, kept in self.by_first.get(row[place], ()):
                if row[place : place + len(typed)] == typed:
                    wording, length = kept, len(typed)
                    break
            yield wording, length
            place += length

    def in_none(self, words: Iterable[str]) -> bool:
        """Whether no short form begins with any of ``words``."""
        return self.by_first.keys().isdisjoint(words)


def short_forms(table: Mapping[Phrase, str]) -> ShortForms:
    """Of what is typed and the wording kept for it."""
    found: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for typed in sorted(table, key=len, reverse=True):
        found[typed[0]].append((typed, table[typed]))
    return ShortForms(dict(found))
