"""How well the FAQ search does, in figures: `python -m tests.faq.evaluate`.

Prints, for the half kept aside and the tuned one: results by style, which topics are taken for which, how
talk that is none of ours fares, latency with 127 and with 1,000 topics, size and build time of the index,
and the topics whose facts are weak or old.
"""

import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from time import process_time

from handlers.faq_search import FaqAnswer
from handlers.faq_search.index import FaqIndex
from locales.faq import FaqTopic, read_topics
from locales.faq_beyond import read_beyond
from tests.faq.questions import Half, Question, questions


@dataclass(frozen=True, slots=True)
class Result:
    """One question and what the search decided."""

    asked: Question
    found: FaqAnswer

    @property
    def first(self) -> bool:
        """Whether the topic meant is shown first."""
        return self.found.slugs[:1] == (self.asked.slug,)

    @property
    def in_three(self) -> bool:
        """Whether the topic meant is shown at all."""
        return self.asked.slug in self.found.slugs

    @property
    def wrong(self) -> bool:
        """Whether another topic was sent as the answer."""
        return self.found.decision == "answer" and not self.first


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of questions of ours: shown first, shown among three, answered at once, answered wrongly."""

    number: int
    first: float
    in_three: float
    answered: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Apart:
    """Shares of talk that is none of ours: answered at once, offered choices."""

    number: int
    answered: float
    offered: float


def asked(index: FaqIndex, wanted: Sequence[Question]) -> list[Result]:
    """Ask every question."""
    return [Result(one, index.ask(one.text, after=one.after)) for one in wanted]


def ours(results: Sequence[Result]) -> Figures:
    """The figures of questions that have a topic."""
    mine = [one for one in results if one.asked.slug]
    return Figures(
        number=len(mine),
        first=_share([one.first for one in mine]),
        in_three=_share([one.in_three for one in mine]),
        answered=_share([one.found.decision == "answer" for one in mine]),
        wrong=_share([one.wrong for one in mine]),
    )


def not_ours(results: Sequence[Result]) -> Apart:
    """The figures of talk."""
    talk = [one.found.decision for one in results if not one.asked.slug]
    return Apart(
        len(talk), _share([one == "answer" for one in talk]), _share([one == "choices" for one in talk])
    )


def of_half(half: Half) -> list[Question]:
    """The questions of one half."""
    return [one for one in questions() if one.half == half]


def thousand(topics: Sequence[FaqTopic]) -> list[FaqTopic]:
    """As many as a thousand topics, made of those there are."""
    return [
        replace(topics[at % len(topics)], slug=f"{topics[at % len(topics)].slug}-{at}") for at in range(1000)
    ]


def latencies(index: FaqIndex, wanted: Sequence[Question]) -> tuple[float, float]:
    """(p50, p99) of a query in milliseconds."""
    taken = []
    for one in wanted:
        begun = process_time()
        index.ask(one.text)
        taken.append((process_time() - begun) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[len(taken) * 99 // 100]


def _share(true: Sequence[bool]) -> float:
    return sum(true) / len(true) if true else 0.0


def _by_style(results: Sequence[Result]) -> Iterator[str]:
    yield f"{'style':14}{'n':>6}{'first':>8}{'three':>8}{'answered':>10}{'wrong':>8}"
    mine = [one for one in results if one.asked.slug]
    for style in [*sorted({one.asked.style for one in mine}), "all"]:
        found = ours([one for one in mine if style in (one.asked.style, "all")])
        yield (
            f"{style:14}{found.number:6}{found.first:8.1%}{found.in_three:8.1%}"
            f"{found.answered:10.1%}{found.wrong:8.1%}"
        )


def _talk(results: Sequence[Result]) -> Iterator[str]:
    yield f"{'not ours':18}{'n':>6}{'answered':>10}{'choices':>9}"
    talk = [one for one in results if not one.asked.slug]
    for kind in [*sorted({one.asked.style for one in talk}), "all"]:
        found = not_ours([one for one in talk if kind in (one.asked.style, "all")])
        yield f"{kind:18}{found.number:6}{found.answered:10.1%}{found.offered:9.1%}"


def _confusions(results: Sequence[Result]) -> Iterator[str]:
    pairs = Counter(
        (one.asked.slug, one.found.slugs[0] if one.found.slugs else "nothing")
        for one in results
        if one.asked.slug and not one.first
    )
    for (meant, shown), number in pairs.most_common(25):
        yield f"{number:4}  {meant} -> {shown}"


def _speed(topics: Sequence[FaqTopic]) -> Iterator[str]:
    beyond = read_beyond()
    for listed in (topics, thousand(topics)):
        begun = process_time()
        FaqIndex(listed, beyond)
        built = process_time() - begun
        tracemalloc.start()
        index = FaqIndex(listed, beyond)
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        p50, p99 = latencies(index, questions())
        yield (
            f"{len(listed)} topics, {sum(len(one.seeds) + 1 for one in listed)} phrasings: "
            f"built in {built:.2f} s, {size / 2**20:.1f} MB, p50 {p50:.2f} ms, p99 {p99:.2f} ms"
        )


def _weak(topics: Sequence[FaqTopic], today_on: date) -> Iterator[str]:
    for one in topics:
        past = one.valid_until is not None and one.valid_until < today_on
        if past or one.confidence == "thap":
            until = f", valid until {one.valid_until}" if one.valid_until else ""
            yield f"  {one.slug}: confidence {one.confidence}{until}"


def report() -> Iterator[str]:
    """Every figure, a line each."""
    topics = read_topics()
    index = FaqIndex(topics, read_beyond())
    halves: dict[Half, str] = {"held": "kept aside", "tuned": "tuned on"}
    for half, called in halves.items():
        results = asked(index, of_half(half))
        yield from (f"== the half {called}", *_by_style(results), "", *_talk(results), "")
        yield from ("meant -> shown first instead", *_confusions(results), "")
    checked_on = max(one.checked_on for one in topics)
    yield from ("== speed (of one processor) and size", *_speed(topics), "")
    yield from ("== weak, or past on the day of the last check", *_weak(topics, checked_on))


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in report())
