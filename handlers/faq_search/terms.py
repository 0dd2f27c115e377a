"""What a line is compared by: words and neighbouring pairs, and letter triples."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_SHORTEST_NUMBER: Final = 4
_GRAM: Final = 3


def terms(words: Sequence[str]) -> list[str]:
    """Words and neighbouring pairs ("a+b"), without small numbers."""
    kept = [word for word in words if not word.isdigit() or len(word) >= _SHORTEST_NUMBER]
    return kept + [f"{first}+{second}" for first, second in pairwise(kept)]


def grams(words: Sequence[str]) -> list[str]:
    """Every triple of letters, spaces between words counted."""
    line = f" {' '.join(words)} ".replace("_", " ")
    return [line[start : start + _GRAM] for start in range(len(line) - _GRAM + 1)]
