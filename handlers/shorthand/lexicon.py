"""The wordings of reports, from the data files that an officer may extend."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from sys import intern
from typing import Any, Final

import yaml

from handlers.short_forms import Phrase, ShortForms, short_forms
from storage.fold import fold

_DATA: Final = Path(__file__).parents[1] / "data"
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads ten times faster
_SHORTEST_RUN = 6
_OF_DAY: Final = frozenset({"today", "yesterday", "day_before", "fillers"})
_AT: Final = ("tại", "ở", "ra", "về", "đến", "tới")
_UNSAID: Final = frozenset({"after_zero", "particles"})
_JOINED: Final = frozenset({"category", "difficulty", "figure", "group"})
_AS: Final = {"composed": "difficulty"}
_EXACT, _CAPITALS = "=", "^"
APART: Final = ("things", "faults", "lacks")
"""Roles of words that name a difficulty only together: "mạng" … "chập chờn", "thiếu" … "máy"."""


def apart(role: str, code: str) -> str:
    """The kind of sense of a word that plays ``role`` for the difficulty ``code``."""
    return f"{role}:{code}"


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a wording: its kind, its code, how it is written, and how strictly."""

    kind: str
    code: str
    written: str
    exact: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``phrases``: folded words → senses. ``short``: the short forms, folded.

    ``accented``: words whose meaning shows only in their accents. ``glued``: letters glued to a number.
    ``after_zero``: words before which a zero says no.
    ``particles``: little words written without accents that are none of the words they look like.
    ``numbers``: number words by role, each accented wording → value. ``joined``: phrases typed without
    spaces → their words. ``runs``: the longer ones → how ``phrases`` has them.
    """

    phrases: Mapping[Phrase, tuple[Sense, ...]]
    short: ShortForms
    accented: Mapping[str, str]
    glued: Mapping[str, str]
    after_zero: frozenset[str]
    particles: frozenset[str]
    numbers: Mapping[str, Mapping[str, int]]
    joined: Mapping[str, Phrase]
    runs: Mapping[str, Phrase]
    run_names: tuple[str, ...]
    words: frozenset[str]
    longest: int

    def kept(self, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """The words with short forms spelled the one way kept, and how many each of them replaces."""
        return self.short.spelled(words)


def read_data(name: str) -> Any:
    """A data file of the shorthand."""
    return _LOADER((_DATA / f"shorthand_{name}.yaml").read_text("utf-8")).get_single_data()


def _wordings() -> Iterator[tuple[str, str, str]]:
    """Every (wording, kind, code) of the data files."""
    for kind, table in (("category", read_data("categories")), ("group", read_data("groups"))):
        yield from ((said, kind, code) for code, wordings in table.items() for said in wordings)
    yield from _difficulties(read_data("difficulties"))
    for code, parts in read_data("figures").items():
        yield from ((said, "figure", code) for said in parts["said"])
        yield from ((said, "counted_figure", code) for said in parts.get("counted", ()))
    numbers = read_data("numbers")
    yield from (
        (said, kind, "") for kind in ("about", "about_after", "uncounted", "to") for said in numbers[kind]
    )
    yield from ((said, "mode", code) for code, wordings in read_data("places").items() for said in wordings)
    for name in ("words", "days", "not_a_report"):
        yield from _plain(read_data(name))


def _difficulties(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    adverbs = ("", *table["adverbs"])
    for code, parts in table.items():
        if code == "adverbs":
            continue
        yield from ((said, "difficulty", code) for said in parts["said"])
        yield from ((said, "after_marker", code) for said in parts["after_marker"])
        for role in APART:
            yield from ((said, apart(role, code), code) for said in parts.get(role, ()))
        for words in product(parts.get("things", ()), adverbs, parts.get("faults", ())):
            yield " ".join(filter(None, words)), "composed", code


def _plain(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for kind, wordings in table.items():
        if kind == "units":
            yield from ((said, code, "") for code, words in wordings.items() for said in words)
        elif kind == "shifts":
            yield from ((said, "shift", code) for code, words in wordings.items() for said in words)
        elif kind == "weekdays":
            yield from ((said, "weekday", str(day)) for day, words in wordings.items() for said in words)
        elif kind == "same_as_yesterday":
            yield from ((said, kind, "") for said in wordings["said"])
            yield from (
                (f"{like} {day}", kind, "") for like, day in product(wordings["like"], wordings["days"])
            )
        elif kind == "nobody":
            yield from ((said, "nobody", "") for said in wordings["said"])
            yield from ((said, "unless", "") for said in wordings["unless"])
            for no, whom in product(wordings["negations"], wordings["whom"]):
                yield f"{no} {whom}", "nobody", ""
        elif isinstance(wordings, list) and kind not in _UNSAID:
            yield from ((said, kind, "") for said in wordings)


def _sense(said: str, kind: str, code: str) -> Sense:
    kind = _AS.get(kind, kind)
    exact, capitals = said.startswith(_EXACT) and len(said) > 1, said.startswith(_CAPITALS)
    return Sense(kind, code, said[1:] if exact or capitals else said, exact, capitals)


def _variants(written: str, kind: str) -> Iterator[str]:
    """ "hồ sơ" is as often "hs"; "số lớp: 2"; "tại trung tâm"."""
    yield written
    if "hồ sơ" in written and written != "hồ sơ":
        yield written.replace("hồ sơ", "hs")
    if kind in ("figure", "counted_figure"):
        yield f"số {written}"
    elif kind == "mode":
        yield from (f"{front} {written.removeprefix(_EXACT)}" for front in _AT)


@cache
def _words(written: str) -> Phrase:
    """The folded words of one written word ("vnei-d" is two): the same few hundred stand in all wordings, and
    each is folded and held once."""
    return tuple(map(intern, fold(written).split()))


@dataclass(slots=True)
class _Gathered:
    """The phrases while the files are read."""

    short: ShortForms
    phrases: dict[Phrase, list[Sense]] = field(default_factory=dict)
    joined: dict[str, Phrase] = field(default_factory=dict)
    runs: dict[str, Phrase] = field(default_factory=dict)
    spelled: set[str] = field(default_factory=set)

    def add(self, said: str, kind: str, code: str) -> None:
        sense = _sense(said, kind, code)
        words = [word for said in sense.written.split() for word in _words(said)] or [sense.written]
        phrase = tuple(words)
        if not self.short.in_none(words):
            phrase = tuple(word for word, _ in self.short.spelled(words))
        self.spelled.update(words, phrase)
        known = self.phrases.setdefault(phrase, [])
        if sense not in known:
            known.append(sense)
        if len(words) > 1 and kind in _JOINED:
            run = "".join(words)
            self.joined.setdefault(run, tuple(words))
            if len(run) >= _SHORTEST_RUN:
                self.runs.setdefault(run, phrase)


@cache
def lexicon() -> Lexicon:
    """The lexicon shipped with the product, read once."""
    table, numbers = (
        read_data("words"),
        {role: _values(words) for role, words in read_data("numbers").items()},
    )
    short = {
        tuple(fold(typed).split()): kept
        for kept, typings in table["short_forms"].items()
        for typed in typings
    }
    gathered = _Gathered(short_forms(short))
    for written, kind, code in _wordings():
        for said in _variants(written, kind):
            gathered.add(said, kind, code)
    _part_of_day(gathered, read_data("days")["shifts"])
    spelled = gathered.spelled | {word for typed in short for word in typed}
    spelled |= {fold(word) for role in numbers.values() for word in role}
    return Lexicon(
        phrases={phrase: tuple(senses) for phrase, senses in gathered.phrases.items()},
        short=gathered.short,
        accented=table["accented"],
        particles=frozenset(table["particles"]),
        after_zero=frozenset(map(fold, table["after_zero"])),
        glued={fold(letters): said for letters, said in table["glued"].items()},
        numbers=numbers,
        joined={word: phrase for word, phrase in gathered.joined.items() if word not in spelled},
        runs=gathered.runs,
        run_names=tuple(gathered.runs),
        words=frozenset(spelled),
        longest=max(map(len, gathered.phrases)),
    )


def _part_of_day(gathered: _Gathered, shifts: Mapping[str, list[str]]) -> None:
    """ "sáng qua" says a day and a shift: every wording of a day or around figures that names one."""
    parts_of = {word.removeprefix(_EXACT): code for code, words in shifts.items() for word in words}
    for senses in gathered.phrases.values():
        for sense in [one for one in senses if one.kind in _OF_DAY and not one.exact]:
            parts = {parts_of[word] for word in sense.written.split() if word in parts_of}
            if len(parts) == 1 and "shift" not in {one.kind for one in senses}:
                senses.append(Sense("shift", parts.pop(), sense.written, exact=" " not in sense.written))


def _values(words: Mapping[str, int] | list[str]) -> Mapping[str, int]:
    return words if isinstance(words, Mapping) else dict.fromkeys(words, 0)
