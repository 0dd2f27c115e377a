"""How sure the search may be: two logistic models over what is seen of a ranking.

Their weights are data, trained on questions asked at desks by `python -m tests.faq.train`.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parent.parent / "data" / "faq_judge.json"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of one ranking: the best score, how far it leads, what speaks against it; ``leans`` is 1
    where the question leaned on the answer before it."""

    best: float
    lead: float
    lead_share: float
    third_lead: float
    beyond: float
    over_beyond: float
    evidence: float
    known: float
    words: float
    nearest: float
    leans: float


@dataclass(frozen=True, slots=True)
class Judge:
    """The trained weights: ``right`` for "the first is what was meant", ``ours`` for "one of them is".

    An answer is sent from ``answer_from``, choices are offered from ``offer_from``: probabilities.
    """

    mean: tuple[float, ...]
    spread: tuple[float, ...]
    right: tuple[float, ...]
    ours: tuple[float, ...]
    answer_from: float
    offer_from: float

    def is_right(self, seen: Seen) -> float:
        """How probable it is that the first topic answers the question."""
        return self._probable(seen, self.right)

    def is_ours(self, seen: Seen) -> float:
        """How probable it is that the question is one for the FAQ at all."""
        return self._probable(seen, self.ours)

    def _probable(self, seen: Seen, weights: Sequence[float]) -> float:
        """The first weight stands alone."""
        scaled = [
            (value - mean) / spread
            for value, mean, spread in zip(astuple(seen), self.mean, self.spread, strict=True)
        ]
        return 1 / (1 + math.exp(-weights[0] - sum(w * x for w, x in zip(weights[1:], scaled, strict=True))))


@cache
def judge() -> Judge:
    """The model shipped with the product, read once."""
    table = json.loads(_DATA.read_text(encoding="utf-8"))
    return Judge(
        mean=tuple(table["mean"]),
        spread=tuple(table["spread"]),
        right=tuple(table["right"]),
        ours=tuple(table["ours"]),
        answer_from=table["answer_from"],
        offer_from=table["offer_from"],
    )
