"""The topics, ready to be asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from handlers.faq_search.answer import FaqAnswer
from handlers.faq_search.by_letters import ByLetters
from handlers.faq_search.by_word import ByWord
from handlers.faq_search.documents import EVERYWHERE, documents
from handlers.faq_search.judging import Seen, judge
from handlers.faq_words import faq_words
from locales.faq import FaqTopic
from locales.faq_beyond import Beyond
from storage.records.faq import FaqEntry, FaqPhrasing

Scores = NDArray[np.float32]

_WORD_SHARE: Final = 0.65
_WORDS_CAP: Final = 1.5
_MOST_CHOICES: Final = 3
_BEYOND_FROM: Final = 0.45
_CONTEXT: Final = 0.35
"""How much what was answered before counts beside the words of a question that follows it."""
_LEANS_WITHIN: Final = 12
"""Words of a question that may go on from the answer before it."""
_SUBJECT: Final = 1.7
"""How telling a word must be for a question to say what it is about."""
_HEARD: Final = 0.75
"""How near a question must come to a way of asking that somebody added to be taken for it."""
_IN_OUR_WORDS: Final = 0.6
"""How much of a question must be known words for people to be troubled with it unasked."""
_FEWEST_TELLING: Final = 3
_NOWHERE: Final = -1.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best topics with what the judge sees of them, and the best matter beyond; ``heard`` says that
    somebody taught the first one in nearly these words."""

    slugs: tuple[str, ...]
    seen: Seen
    beyond: str
    heard: bool


class FaqIndex:
    """See the module. Building takes about half a second, asking a few milliseconds.

    ``entries`` and ``phrasings`` are what coordinators added; each counts only at its own place.
    """

    def __init__(
        self,
        topics: Iterable[FaqTopic],
        beyond: Iterable[Beyond] = (),
        entries: Iterable[FaqEntry] = (),
        phrasings: Iterable[FaqPhrasing] = (),
    ) -> None:
        self._words = faq_words()
        found = documents(topics, beyond, entries, phrasings)
        places = {place for one in found for place in (one.place, *(at for _, at in one.local))}
        self._place = {place: number for number, place in enumerate(sorted(places | {EVERYWHERE}))}
        self._slugs = [one.slug for one in found]
        self._known_at = np.array([self._place[one.place] for one in found], np.int32)
        self._ours = np.array([one.ours for one in found], bool)
        lines = [[self._words.of(line) for line in one.lines] for one in found]
        local = [[self._words.of(line) for line, _ in one.local] for one in found]
        self._by_word = ByWord(lines, [self._words.of(one.body) for one in found], self._words)
        self._by_letters = ByLetters(
            [[*spoken, *added] for spoken, added in zip(lines, local, strict=True)],
            [[0] * len(one.lines) + [self._place[at] for _, at in one.local] for one in found],
        )
        self._titles = {one.slug: self._telling(said[0]) for one, said in zip(found, lines, strict=True)}

    def ask(self, query: str, *, here: Collection[str] = (), after: str = "") -> FaqAnswer:
        """The topics for a line of chat; "none" when it asks nothing the FAQ knows.

        ``here`` are the places of whoever asks, ``after`` the topic that was answered just before.
        """
        words = self._words.of(query)
        if not words or self._words.is_report(words):
            return FaqAnswer("none", ())
        found = self.rank(words, here=here, after=after)
        if found is None:
            return FaqAnswer("none", ())
        if found.heard or judge().is_right(found.seen) >= judge().answer_from:
            return FaqAnswer("answer", found.slugs, near=found.slugs)
        if judge().is_ours(found.seen) >= judge().offer_from:
            return FaqAnswer("choices", found.slugs, near=found.slugs)
        understood = found.seen.beyond >= _BEYOND_FROM and found.seen.over_beyond < 0
        beyond = found.beyond if understood else ""
        return FaqAnswer("none", (), beyond, near=found.slugs, asks=self._asks(query, words, found.seen))

    def rank(self, words: Sequence[str], *, here: Collection[str] = (), after: str = "") -> Ranking | None:
        """The best topics for a line of words, whether they fit or not; None when there is no topic."""
        places = [self._place[place] for place in (EVERYWHERE, *here) if place in self._place]
        scores, near, heard = self._scores(words, places)
        context = self._titles.get(after) if self._leans(words) else None
        if context:
            with_it, near_with_it, _ = self._scores((*context, *words), places)
            scores = (1 - _CONTEXT) * scores + _CONTEXT * with_it
            near = np.maximum(near, near_with_it)
        scores = np.where(np.isin(self._known_at, places), scores, _NOWHERE)
        ours = np.where(self._ours, scores + (heard >= _HEARD), _NOWHERE)
        first = np.argsort(-ours, kind="stable")[:_MOST_CHOICES]
        first = first[ours[first] > 0]
        if not len(first):
            return None
        against = np.where(self._ours, 0, scores)
        beyond = int(np.argmax(against))
        seen = self._seen(words, ours[first], first[0], near)
        return Ranking(
            tuple(self._slugs[one] for one in first),
            replace(
                seen,
                beyond=float(against[beyond]),
                over_beyond=seen.best - float(against[beyond]),
                leans=float(context is not None),
            ),
            self._slugs[beyond] if against[beyond] > 0 else "",
            heard=bool(heard[first[0]] >= _HEARD),
        )

    def _asks(self, query: str, words: Sequence[str], seen: Seen) -> bool:
        """Whether a line is a question in words of this field, not talk."""
        asking = query.rstrip().endswith("?") or any(word in self._words.asking for word in words)
        return asking and seen.known >= _IN_OUR_WORDS and len(self._telling(words)) >= _FEWEST_TELLING

    def _leans(self, words: Sequence[str]) -> bool:
        """Whether a question may go on from the answer before it: short, and beginning so or without a
        subject of its own."""
        if not words or len(words) > _LEANS_WITHIN:
            return False
        return words[0] in self._words.following or self._by_word.subject(words) < _SUBJECT

    def _scores(self, words: Sequence[str], places: Sequence[int]) -> tuple[Scores, Scores, Scores]:
        """How well each topic fits, how near its nearest phrasing comes, and the nearest one added there."""
        near, heard = self._by_letters.scores(words, places)
        by_word = np.minimum(self._by_word.scores(words), _WORDS_CAP)
        return _WORD_SHARE * by_word + (1 - _WORD_SHARE) * near, near, heard

    def _seen(self, words: Sequence[str], best: Scores, first: int, near: Scores) -> Seen:
        top, second, third = (*map(float, best), 0.0, 0.0)[:_MOST_CHOICES]
        telling = self._telling(words)
        return Seen(
            best=top,
            lead=top - second,
            lead_share=(top - second) / top,
            third_lead=top - third,
            beyond=0.0,
            over_beyond=top,
            evidence=min(self._by_word.evidence(words, first), 6.0),
            known=self._by_word.known(words),
            words=min(len(telling), 12) / 4,
            nearest=float(near[first]),
            leans=0.0,
        )

    def _telling(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(word for word in words if word not in self._words.filler)
