"""The questions of the evaluation, as people at a desk ask them.

They were written from the facts alone, by topic and by style, before anybody read how the topics' own files
put it. Half of them is kept aside: the search is tuned on the other half only.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Half = Literal["tuned", "held"]

FOLDER = Path(__file__).parent / "questions"
NOT_OURS = "16_not_ours.txt"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: ``slug`` is the topic meant, empty where it is none of ours; ``after`` the topic that
    was answered just before. ``style`` is how it is put, or what kind of talk it is."""

    text: str
    slug: str
    style: str
    after: str = ""

    @property
    def half(self) -> Half:
        """Which half it is in; fixed by its words."""
        return "held" if hashlib.sha256(self.text.encode()).digest()[0] & 1 else "tuned"


@cache
def questions() -> tuple[Question, ...]:
    """Every question, in the order of the files."""
    return tuple(one for path in sorted(FOLDER.glob("*.txt")) for one in _read(path))


def _read(path: Path) -> Iterator[Question]:
    head = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            head = line.removeprefix("## ")
        elif line and not line.startswith("# "):
            yield _not_ours(line, head) if path.name == NOT_OURS else _asked(line, head)


def _asked(line: str, slug: str) -> Question:
    how, text = line.split(" | ", 1)
    after = how.removeprefix("after ") if how.startswith("after ") else ""
    return Question(text, slug, "follow-up" if after else how, after)


def _not_ours(line: str, kind: str) -> Question:
    return Question(line, "", kind)
