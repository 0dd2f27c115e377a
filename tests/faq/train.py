"""Trains the judge of the FAQ search on the tuned half and writes `handlers/data/faq_judge.json`.

`python -m tests.faq.train` after topics, phrasings or the tables of words have changed much. The judge sees
questions of ours, talk that is not, and both once more with what they should be told by left out: matters
beyond that nobody foresaw, topics that nobody has written yet. So it learns to doubt what it does not know.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from handlers.faq_search import judging
from handlers.faq_search.index import FaqIndex
from handlers.faq_words import faq_words
from locales.faq import FaqTopic, read_topics
from locales.faq_beyond import Beyond, read_beyond
from tests.faq.questions import Question, questions

FILE: Final = Path(judging.__file__).parent.parent / "data" / "faq_judge.json"
ANSWER_FROM: Final = 0.7
OFFER_FROM: Final = 0.1
FOLDS: Final = 6
"""Each topic is left out once, with a sixth of the others."""
UNWRITTEN: Final = 0.12
UNFORESEEN: Final = 0.7
CHANGED_SUBJECT: Final = 0.3
"""How much such a case counts beside a plain one: the last is whatever was asked, after another topic."""
_DECAY: Final = 1.0
_STEPS: Final = 60

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """What the judge saw, what was true, and how much it counts."""

    seen: tuple[float, ...]
    right: bool
    ours: bool
    weight: float


def cases(asked: Sequence[Question]) -> Iterator[Case]:
    """Every question under every condition."""
    topics, beyond = read_topics(), read_beyond()
    mine, other = [one for one in asked if one.slug], [one for one in asked if not one.slug]
    everything = FaqIndex(topics, beyond)
    yield from _seen(everything, [*mine, *other], 1.0)
    slugs = [one.slug for one in topics]
    elsewhere = [
        replace(one, after=slugs[crc32(one.text.encode()) % len(slugs)]) for one in asked if not one.after
    ]
    yield from _seen(everything, elsewhere, CHANGED_SUBJECT)
    for fold in range(2):
        yield from _seen(FaqIndex(topics, beyond[fold::2]), other, UNFORESEEN)
    yield from _seen(FaqIndex(topics, beyond[:1]), other, UNFORESEEN)
    for fold in range(FOLDS):
        yield from _unwritten(topics, beyond, mine, fold)


def _unwritten(
    topics: Sequence[FaqTopic], beyond: Sequence[Beyond], asked: Sequence[Question], fold: int
) -> Iterator[Case]:
    out = {one.slug for one in topics if crc32(one.slug.encode()) % FOLDS == fold}
    index = FaqIndex([one for one in topics if one.slug not in out], beyond)
    for case in _seen(index, [one for one in asked if one.slug in out], UNWRITTEN):
        yield Case(case.seen, right=False, ours=False, weight=case.weight)


def _seen(index: FaqIndex, asked: Sequence[Question], weight: float) -> Iterator[Case]:
    for one in asked:
        found = index.rank(faq_words().of(one.text), after=one.after)
        if found is not None:
            seen = astuple(found.seen)
            yield Case(seen, right=found.slugs[0] == one.slug, ours=bool(one.slug), weight=weight)


def fitted(inputs: Matrix, truth: Matrix, weights: Matrix) -> Matrix:
    """Logistic regression by Newton's steps, the first input being 1."""
    found = np.zeros(inputs.shape[1])
    kept = np.diag([0.0, *[_DECAY] * (inputs.shape[1] - 1)])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (weights * (likely - truth)) + kept @ found
        curve = (inputs * (weights * likely * (1 - likely))[:, None]).T @ inputs + kept
        found = found - np.linalg.solve(curve + 1e-9 * np.eye(len(curve)), slope)
    return found


def trained(known: Sequence[Case]) -> dict[str, object]:
    """The table of the judge."""
    seen = np.array([one.seen for one in known])
    plain = seen[np.array([one.weight == 1 for one in known])]
    mean, spread = plain.mean(axis=0), plain.std(axis=0) + 1e-9
    inputs = np.hstack([np.ones((len(seen), 1)), (seen - mean) / spread])
    weights = np.array([one.weight for one in known])
    right = fitted(inputs, np.array([float(one.right) for one in known]), weights)
    ours = fitted(inputs, np.array([float(one.ours) for one in known]), weights)
    return {
        "answer_from": ANSWER_FROM,
        "offer_from": OFFER_FROM,
        "mean": _rounded(mean),
        "spread": _rounded(spread),
        "right": _rounded(right),
        "ours": _rounded(ours),
    }


def _rounded(numbers: Matrix) -> list[float]:
    return [round(float(one), 5) for one in numbers]


def main() -> None:
    """Train on the tuned half and write the file."""
    table = trained(list(cases([one for one in questions() if one.half == "tuned"])))
    FILE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
