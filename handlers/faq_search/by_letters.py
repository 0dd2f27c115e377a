"""Letter triples, TF-IDF and cosine: how near a query comes to a topic's nearest phrasings."""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from handlers.faq_search.postings import Postings
from handlers.faq_search.terms import grams

Scores = NDArray[np.float32]

_NEAREST_SHARE: Final = 0.7
_NEAREST: Final = 3
_COMMON: Final = 0.12  # triples in more of the phrasings tell little and cost most of the time


class ByLetters:
    """See the module. Phrasings stand in a grid, a row a topic, so that one step sorts every row.

    ``places`` says for each phrasing where it is known: 0 is everywhere.
    """

    def __init__(self, seeds: Sequence[Sequence[Sequence[str]]], places: Sequence[Sequence[int]]) -> None:
        self._topics = len(seeds)
        self._width = max((len(lines) for lines in seeds), default=0) + _NEAREST
        self._places = np.zeros((self._topics, self._width), np.int32)
        spots: list[tuple[int, Sequence[str]]] = []
        for topic, lines in enumerate(seeds):
            for column, line in enumerate(lines):
                spots.append((topic * self._width + column, line))
                self._places[topic, column] = places[topic][column]
        self._local = bool(self._places.any())
        # Triples are made twice: to hold those of thousands of phrasings at once takes fifteen megabytes.
        holders = Counter(gram for _, line in spots for gram in set(grams(line)))
        self._most = math.log(len(spots) + 1)
        self._rarity = {gram: self._most - math.log(number + 1) for gram, number in holders.items()}
        self._common = {gram for gram, number in holders.items() if number > _COMMON * len(spots)}
        self._postings = Postings(self._weighed(spots))

    def _weighed(
        self, spots: Sequence[tuple[int, Sequence[str]]]
    ) -> Iterator[tuple[str, Iterable[int], Iterable[float]]]:
        """By triple, the phrasings that hold it and how much it counts there."""
        found: dict[str, tuple[array[int], array[float]]] = defaultdict(lambda: (array("i"), array("f")))
        for spot, line in spots:
            for gram, weight in self._unit(Counter(grams(line))).items():
                held, weights = found[gram]
                held.append(spot)
                weights.append(weight)
        return ((gram, *held) for gram, held in found.items())

    def _unit(self, count: Counter[str]) -> dict[str, float]:
        weights = {
            gram: (1 + math.log(number)) * self._rarity.get(gram, self._most)
            for gram, number in count.items()
            if gram not in self._common
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {gram: weight / length for gram, weight in weights.items()}

    def scores(self, words: Sequence[str], here: Sequence[int] = ()) -> tuple[Scores, Scores]:
        """By topic, the nearest phrasing steadied by the few behind it; and how near the nearest local one
        comes. Of local phrasings only those known at one of the places ``here`` count."""
        flat = np.zeros(self._topics * self._width, np.float32)
        for gram, weight in self._unit(Counter(grams(words))).items():
            spots, weights = self._postings.of(gram)
            flat[spots] += weight * weights
        near = flat.reshape(self._topics, self._width)
        heard = np.zeros(self._topics, np.float32)
        if self._local:
            near[(self._places > 0) & ~np.isin(self._places, here)] = 0
            heard = np.where(self._places > 0, near, 0).max(axis=1)
        best = np.partition(near, -_NEAREST, axis=1)[:, -_NEAREST:]
        most: Scores = best.max(axis=1)
        return _NEAREST_SHARE * most + (1 - _NEAREST_SHARE) * best.mean(axis=1), heard
