"""Finds the FAQ topic that answers a question typed at the desk.

Two views are blended. Words (BM25) know which terms belong to which topic; letter triples (TF-IDF) forgive
spelling and find the nearest phrasing. Lines that ask nothing compete as a topic of their own, so that talk
and reports get no answer. Everything is built from the topics given: a new file is a new topic.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from handlers.faq_words import Words, faq_words
from locales.faq import FaqTopic

Decision = Literal["answer", "choices", "none"]

# Chosen on the seeds and the chatter with one part in ten left out. Lower answers more and errs more.
_ANSWER_FROM: Final = 0.5
_ANSWER_LEAD: Final = 0.1
_ANSWER_EVIDENCE: Final = 1.6
_CHOICES_FROM: Final = 0.33
_CHOICES_EVIDENCE: Final = 1.1
_MOST_CHOICES: Final = 3

_WORD_SHARE: Final = 0.45
_NEAREST_SHARE: Final = 0.7
_SATURATION: Final = 1.2
_LENGTH: Final = 0.75
_BODY: Final = 0.3
_PAIR: Final = 0.6
_FILLER: Final = 0.5
_UNKNOWN: Final = 0.6
_WORDS_CAP: Final = 1.5
_SHORTEST_NUMBER: Final = 4
_GRAM: Final = 3
_NEAREST: Final = 3
_COMMON: Final = 0.12  # triples in more of the phrasings tell little and cost most of the time


@dataclass(frozen=True, slots=True)
class FaqAnswer:
    """What to do with a question: send the first topic, offer up to three, or say that none fits.

    ``slugs`` are best first; with "answer" those behind the first are its nearest neighbours.
    """

    decision: Decision
    slugs: tuple[str, ...]


class FaqIndex:
    """The topics, ready to be asked. Building takes well under a second, asking a few milliseconds."""

    def __init__(self, topics: Iterable[FaqTopic]) -> None:
        self._words = faq_words()
        listed = tuple(topics)
        self._slugs = tuple(topic.slug for topic in listed)
        seeds = [[self._words.of(line) for line in (topic.title, *topic.seeds)] for topic in listed]
        bodies = [self._words.of(topic.body) for topic in listed]
        seeds.append([self._words.of(line) for line in self._words.chatter])
        bodies.append(())
        self._by_word = _WordIndex(seeds, bodies, self._words)
        self._by_gram = _GramIndex(seeds)

    def ask(self, query: str) -> FaqAnswer:
        """The topics for a line of chat; "none" when it asks nothing the FAQ knows."""
        words = self._words.of(query)
        if not words or self._words.is_report(words):
            return FaqAnswer("none", ())
        *scores, chatter = self.scores(words)
        ranked = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)[:_MOST_CHOICES]
        decision = self._decide(words, ranked, [scores[topic] for topic in ranked], chatter)
        return FaqAnswer(
            decision, () if decision == "none" else tuple(self._slugs[topic] for topic in ranked)
        )

    def _decide(
        self, words: Sequence[str], ranked: Sequence[int], scores: Sequence[float], chatter: float
    ) -> Decision:
        if not ranked or scores[0] < _CHOICES_FROM or scores[0] <= chatter:
            return "none"
        evidence = self._by_word.evidence(words, ranked[0])
        if evidence < _CHOICES_EVIDENCE:
            return "none"
        lead = scores[0] - scores[1] if len(scores) > 1 else scores[0]
        sure = scores[0] >= _ANSWER_FROM and lead >= _ANSWER_LEAD * scores[0]
        return "answer" if sure and evidence >= _ANSWER_EVIDENCE else "choices"

    def scores(self, words: Sequence[str]) -> list[float]:
        """How well each topic fits, in the order given; last how much the line is mere talk."""
        nearest = self._by_gram.scores(words)
        return [
            _WORD_SHARE * min(by_word, _WORDS_CAP) + (1 - _WORD_SHARE) * by_gram
            for by_word, by_gram in zip(self._by_word.scores(words), nearest, strict=True)
        ]


class _WordIndex:
    """BM25 over topics: a topic's document is its phrasings, and faintly its answer.

    A score is divided by what the query's words could reach at most, so 1 means every word belongs there.
    """

    def __init__(
        self, seeds: Sequence[Sequence[Sequence[str]]], bodies: Sequence[Sequence[str]], words: Words
    ) -> None:
        self._filler = words.filler
        self._topics = len(seeds)
        counts = [Counter(term for line in lines for term in set(_terms(line))) for lines in seeds]
        self._rarity = self._rarities(counts, bodies)
        self._most = math.log(1 + (self._topics - 0.5) / 1.5)
        usual = sum(count.total() for count in counts) / max(self._topics, 1)
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        for topic, count in enumerate(counts):
            damping = _SATURATION * (1 - _LENGTH + _LENGTH * count.total() / usual)
            for term, number in count.items():
                self._weights[term][topic] = number / (number + damping)
            for term in _terms(bodies[topic]):
                self._weights[term].setdefault(topic, _BODY)

    def _rarities(self, counts: Sequence[Counter[str]], bodies: Sequence[Sequence[str]]) -> dict[str, float]:
        holders = Counter(term for count in counts for term in count)
        for body in bodies:
            holders.update(term for term in set(_terms(body)) if term not in holders)
        return {
            term: math.log(1 + (self._topics - number + 0.5) / (number + 0.5))
            for term, number in holders.items()
        }

    def scores(self, words: Sequence[str]) -> list[float]:
        reached = [0.0] * self._topics
        reachable = 0.0
        for term in set(_terms(words)):
            share = self._share(term)
            rarity = self._rarity.get(term)
            if "+" not in term:
                reachable += share * (self._most * _UNKNOWN if rarity is None else rarity)
            if rarity is not None:
                for topic, weight in self._weights[term].items():
                    reached[topic] += share * rarity * weight
        return [score / reachable for score in reached] if reachable else reached

    def evidence(self, words: Sequence[str], topic: int) -> float:
        """How much the words themselves speak for a topic, fillers and pairs aside; no share of anything."""
        return sum(
            self._rarity[word] * self._weights[word].get(topic, 0.0)
            for word in set(_terms(words))
            if word in self._rarity and word not in self._filler and "+" not in word
        )

    def _share(self, term: str) -> float:
        parts = term.split("+")
        share = _PAIR if len(parts) > 1 else 1.0
        return share * _FILLER if any(part in self._filler for part in parts) else share


class _GramIndex:
    """Letter triples, TF-IDF and cosine: how near a query comes to a topic's nearest phrasings."""

    def __init__(self, seeds: Sequence[Sequence[Sequence[str]]]) -> None:
        self._topics = len(seeds)
        self._topic_of = [topic for topic, lines in enumerate(seeds) for _ in lines]
        counts = [Counter(_grams(line)) for lines in seeds for line in lines]
        holders = Counter(gram for count in counts for gram in count)
        self._most = math.log(len(counts) + 1)
        self._rarity = {gram: self._most - math.log(number + 1) for gram, number in holders.items()}
        self._common = {gram for gram, number in holders.items() if number > _COMMON * len(counts)}
        self._weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for line, count in enumerate(counts):
            for gram, weight in self._unit(count).items():
                self._weights[gram].append((line, weight))

    def _unit(self, count: Counter[str]) -> dict[str, float]:
        weights = {
            gram: (1 + math.log(number)) * self._rarity.get(gram, self._most)
            for gram, number in count.items()
            if gram not in self._common
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {gram: weight / length for gram, weight in weights.items()}

    def scores(self, words: Sequence[str]) -> list[float]:
        by_line = [0.0] * len(self._topic_of)
        for gram, weight in self._unit(Counter(_grams(words))).items():
            for line, known in self._weights.get(gram, ()):
                by_line[line] += weight * known
        nearest: list[list[float]] = [[] for _ in range(self._topics)]
        for topic, score in zip(self._topic_of, by_line, strict=True):
            nearest[topic].append(score)
        return [_blend(sorted(scores, reverse=True)[:_NEAREST]) for scores in nearest]


def _blend(nearest: Sequence[float]) -> float:
    """The nearest phrasing, steadied by the few behind it."""
    return _NEAREST_SHARE * nearest[0] + (1 - _NEAREST_SHARE) * sum(nearest) / _NEAREST if nearest else 0.0


def _terms(words: Sequence[str]) -> list[str]:
    """Words and neighbouring pairs, without small numbers."""
    kept = [word for word in words if not word.isdigit() or len(word) >= _SHORTEST_NUMBER]
    return kept + [f"{first}+{second}" for first, second in pairwise(kept)]


def _grams(words: Sequence[str]) -> list[str]:
    line = f" {' '.join(words)} ".replace("_", " ")
    return [line[start : start + _GRAM] for start in range(len(line) - _GRAM + 1)]
