"""The wordings of rotas, from the data file that an officer may extend."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from handlers.rota.letters import bare

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads ten times faster
_DATA: Final = Path(__file__).parents[1] / "data" / "rota_words.yaml"
_COUNTED: Final = ("weekdays", "relative", "weeks", "whole_weeks", "months")
_APART: Final = ("several_weekdays", "parts", "numbers")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a wording: its kind, what it stands for, and how it is written with accents."""

    kind: str
    value: str
    written: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """``senses`` by wording without accents; ``pattern`` finds the longest; ``hours`` of the parts of a day.

    ``words`` are all single words that occur, for telling a known one from Telex.
    """

    senses: Mapping[str, tuple[Sense, ...]]
    pattern: re.Pattern[str]
    hours: Mapping[str, tuple[str, str]]
    words: frozenset[str]


def week_named(text: str) -> int | None:
    """How many weeks from this one "tuần sau" is; None for other words."""
    senses = wordings().senses.get(" ".join(bare(text).split()), ())
    return next((int(sense.value) for sense in senses if sense.kind in ("weeks", "whole_weeks")), None)


def _said(table: Mapping[str, Any]) -> Iterator[Sense]:
    """Every wording of the data file."""
    for kind, entries in table.items():
        if kind in _COUNTED:
            yield from (Sense(kind, str(code), said) for code, words in entries.items() for said in words)
        elif kind not in _APART:
            yield from (Sense(kind, "", said) for said in entries)
    for days, words in table["several_weekdays"].items():
        yield from (Sense("several_weekdays", days, said) for said in words)
    for part, entry in table["parts"].items():
        yield from (Sense("part", part, said) for said in entry["said"])
    yield from (Sense("number_word", str(value), said) for said, value in table["numbers"].items())


@cache
def wordings() -> Wordings:
    """The wordings shipped with the product, read once."""
    table = _LOADER(_DATA.read_text("utf-8")).get_single_data()
    senses: dict[str, list[Sense]] = {}
    for sense in _said(table):
        senses.setdefault(bare(sense.written), []).append(sense)
    longest_first = sorted(senses, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, said.split())) for said in longest_first)
    return Wordings(
        senses={said: tuple(found) for said, found in senses.items()},
        pattern=re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])"),
        hours={
            part: (entry["hours"][:5], entry["hours"][-5:])
            for part, entry in table["parts"].items()
            if "hours" in entry
        },
        words=frozenset(word for said in senses for word in said.split()),
    )
