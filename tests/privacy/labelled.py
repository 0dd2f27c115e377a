"""Lines of our own, a file a kind: in ``hide_*`` all between ⟦ and ⟧ must vanish, in ``keep_*`` nothing may.

Every number in them is made up. A line of the other side of the shelf is one more: what volunteers write as
reports, what people ask the FAQ, and the pages of the FAQ themselves pass as they are.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handlers.privacy_filter import mask

ROOT = Path(__file__).parents[2]
LINES = Path(__file__).with_name("lines")
RECALL, FALSE_ALARMS = 0.995, 0.005
"""The least share of identifiers that is hidden, and the largest share of innocent lines that is touched."""
_DIGIT_OR_LETTER = re.compile(r"[^\W_]")


@dataclass
class Kind:
    """How many lines of a kind there are, and those the filter got wrong."""

    name: str
    hides: bool
    lines: int
    wrong: list[str]

    @property
    def right(self) -> float:
        """The share it got right."""
        return 1 - len(self.wrong) / self.lines


def measured() -> list[Kind]:
    """Every file, identifiers first."""
    return [_measured(path) for path in sorted(LINES.glob("*.txt"))]


def _measured(path: Path) -> Kind:
    lines = path.read_text(encoding="utf-8").splitlines()
    hides = path.stem.startswith("hide_")
    wrong = [line for line in lines if not (_hidden(line) if hides else mask(line).text == line)]
    return Kind(path.stem.partition("_")[2], hides, len(lines), wrong)


def _hidden(line: str) -> bool:
    """Whether nothing of the marked part can be read, and everything around it can."""
    text = line.replace("⟦", "").replace("⟧", "")
    start, end = line.index("⟦"), line.index("⟧") - 1
    left = mask(text).text
    around = left[:start] + left[end:] == text[:start] + text[end:]
    return around and not _DIGIT_OR_LETTER.search(left[start:end])


def ordinary() -> Iterator[tuple[str, str]]:
    """(where it stands, line) of what must pass untouched: reports, questions, and the FAQ itself."""
    corpus = ROOT / "tests" / "handlers" / "shorthand_corpus"
    for path in sorted(corpus.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.name, json.loads(line)["line"]
    for path in sorted((ROOT / "tests" / "faq" / "questions").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.name, line
    for folder in ("faq", "faq_beyond"):
        for path in sorted((ROOT / "locales" / "vi" / folder).glob("*.md")):
            for line in path.read_text(encoding="utf-8").splitlines():
                if "http" not in line:
                    yield path.name, line
