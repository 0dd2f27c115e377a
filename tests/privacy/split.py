"""Numbers in two pieces, made of the labelled lines; and what people honestly say one after another."""

import re
from collections.abc import Iterator

from tests.privacy.labelled import LINES, ROOT

WHOLE = {"identity": 12, "phone": 10, "insurance": 13}
"""Kinds that are known in pieces, and the fewest digits of one."""
LEAST = 3
_SAID = re.compile(r"(\w+)> (?!\[)(.+)")
_DIGIT = re.compile(r"[\doO]")


def split() -> Iterator[tuple[str, str]]:
    """(message, next message): every labelled number, cut at every place that leaves three digits or more on
    either side."""
    for kind, digits in WHOLE.items():
        for line in (LINES / f"hide_{kind}.txt").read_text(encoding="utf-8").splitlines():
            before, _, rest = line.partition("⟦")
            number, _, after = rest.partition("⟧")
            if len(_DIGIT.findall(number)) < digits:
                continue
            for cut in range(1, len(number)):
                left, right = number[:cut].strip(), number[cut:].strip()
                if min(len(_DIGIT.findall(left)), len(_DIGIT.findall(right))) >= LEAST:
                    yield before + left, right + after


def innocent() -> list[str]:
    """The lines of which nothing may be hidden."""
    return [
        line for path in sorted(LINES.glob("keep_*.txt")) for line in path.read_text("utf-8").splitlines()
    ]


def dialogues() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(name, what is typed: who and what) of every dialogue but the one about numbers in pieces."""
    for path in sorted((ROOT / "tests" / "transcripts").rglob("*.txt")):
        if path.stem != "split_number":
            yield path.stem, _SAID.findall(path.read_text(encoding="utf-8"))
