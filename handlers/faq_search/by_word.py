"""BM25 over topics: a topic's document is its phrasings, and faintly its answer."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from handlers.faq_search.postings import Postings
from handlers.faq_search.terms import terms
from handlers.faq_words import Words

Scores = NDArray[np.float32]

# Chosen on the phrasings with one part in five left out, and on the tuned half of the questions.
_SATURATION: Final = 1.5
_LENGTH: Final = 0.75
_BODY: Final = 0.3
_PAIR: Final = 0.7
_FILLER: Final = 0.7
_UNKNOWN: Final = 0.6
_RARITY_POWER: Final = 0.65  # the rarest words are often chance


class ByWord:
    """See the module. A score is divided by what the query's words could reach at most, so 1 means that
    every word belongs there."""

    def __init__(
        self, seeds: Sequence[Sequence[Sequence[str]]], bodies: Sequence[Sequence[str]], words: Words
    ) -> None:
        self._filler = words.filler
        self._topics = len(seeds)
        counts = [Counter(term for line in lines for term in set(terms(line))) for lines in seeds]
        self._rarity = self._rarities(counts, bodies)
        self._most = math.log(1 + (self._topics - 0.5) / 1.5) ** _RARITY_POWER
        self._postings = Postings(self._weighed(counts, bodies))

    def _rarities(self, counts: Sequence[Counter[str]], bodies: Sequence[Sequence[str]]) -> dict[str, float]:
        holders = Counter(term for count in counts for term in count)
        for body in bodies:
            holders.update(term for term in set(terms(body)) if term not in holders)
        return {
            term: math.log(1 + (self._topics - number + 0.5) / (number + 0.5)) ** _RARITY_POWER
            for term, number in holders.items()
        }

    def _weighed(
        self, counts: Sequence[Counter[str]], bodies: Sequence[Sequence[str]]
    ) -> Iterator[tuple[str, Iterable[int], Iterable[float]]]:
        """By term, the topics that hold it and how much it counts there."""
        usual = sum(count.total() for count in counts) / max(self._topics, 1)
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        for topic, count in enumerate(counts):
            damping = _SATURATION * (1 - _LENGTH + _LENGTH * count.total() / max(usual, 1))
            for term, number in count.items():
                weights[term][topic] = number / (number + damping)
            for term in terms(bodies[topic]):
                weights[term].setdefault(topic, _BODY)
        return ((term, held.keys(), held.values()) for term, held in weights.items())

    def scores(self, words: Sequence[str]) -> Scores:
        """How well each topic fits."""
        reached = np.zeros(self._topics, np.float32)
        reachable = 0.0
        for term in set(terms(words)):
            share = self._share(term)
            rarity = self._rarity.get(term)
            if "+" not in term:
                reachable += share * (self._most * _UNKNOWN if rarity is None else rarity)
            if rarity is not None:
                held, weights = self._postings.of(term)
                reached[held] += share * rarity * weights
        return reached / reachable if reachable else reached

    def evidence(self, words: Sequence[str], topic: int) -> float:
        """How much the words themselves speak for a topic, fillers and pairs aside; no share of anything."""
        found = 0.0
        for word in set(words) - self._filler:
            if word in self._rarity:
                held, weights = self._postings.of(word)
                found += self._rarity[word] * float(weights[held == topic].sum())
        return found

    def subject(self, words: Sequence[str]) -> float:
        """How telling the most telling word is; little where a question does not say what it is about."""
        return max((self._rarity.get(word, 0.0) for word in set(words) - self._filler), default=0.0)

    def known(self, words: Sequence[str]) -> float:
        """The share of the words, fillers aside, that stand in any topic at all."""
        telling = [word for word in words if word not in self._filler]
        return sum(word in self._rarity for word in telling) / max(len(telling), 1)

    def _share(self, term: str) -> float:
        parts = term.split("+")
        share = _PAIR if len(parts) > 1 else 1.0
        return share * _FILLER if any(part in self._filler for part in parts) else share
