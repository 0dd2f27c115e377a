"""Where each term stands and how much it counts there: two arrays for all terms, which are thousands, because
most stand in few places."""

from array import array
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Spots = NDArray[np.int32]
Weights = NDArray[np.float32]

_NOWHERE: Final = slice(0, 0)


class Postings:
    """Made from each term with its spots and, in the same order, their weights."""

    def __init__(self, found: Iterable[tuple[str, Iterable[int], Iterable[float]]]) -> None:
        spots, weights = array("i"), array("f")
        self._stretches: dict[str, slice] = {}
        for term, held, weighed in found:
            begin = len(spots)
            spots.extend(held)
            weights.extend(weighed)
            self._stretches[term] = slice(begin, len(spots))
        self._spots: Spots = np.array(spots, np.int32)
        self._weights: Weights = np.array(weights, np.float32)

    def of(self, term: str) -> tuple[Spots, Weights]:
        """The spots of ``term`` and its weights there; both empty where it stands nowhere."""
        stretch = self._stretches.get(term, _NOWHERE)
        return self._spots[stretch], self._weights[stretch]
