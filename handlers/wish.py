"""What somebody wants of the desk, said as people say it: "dạ em tới rồi ạ", "mai em k đi dc". Pure.

A line is brought down to what carries its meaning (no courtesy, nobody's "em" or "anh", short forms spelled
out) and must then be, as a whole, one of the wordings of ``data/wishes.yaml`` or the name of a conversation;
where it is not, so is it without the day or hour it names. Words with accents must be those of the wording,
words without may be any: "vâng" is not "vắng".
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from storage.fold import fold

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C one is quick; all is text, also "off"
_DATA: Final = Path(__file__).parent / "data" / "wishes.yaml"
_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 80
"""Characters; a longer line tells more than one wish."""
_STRETCHED: Final = 200
"""Characters of a wish that has much said around it."""
_Said = tuple[str, ...]


def same_word(typed: str, said: str) -> bool:
    """Whether ``typed`` may stand for ``said``: without accents, or with the same ones, wherever in the
    syllable the tone was put."""
    if typed in (said, fold(said)):
        return True
    return sorted(unicodedata.normalize("NFD", typed)) == sorted(unicodedata.normalize("NFD", said))


class Phrases:
    """Wordings of one or more words, found in a row of typed words; the longest first."""

    def __init__(self, said: Iterable[str]) -> None:
        self._by_first: dict[str, list[_Said]] = {}
        for phrase in sorted(map(spelled, said), key=len, reverse=True):
            self._by_first.setdefault(fold(phrase[0]), []).append(phrase)

    def at(self, row: Sequence[str], place: int) -> _Said | None:
        """The wording that begins at ``place`` of ``row``."""
        for phrase in self._by_first.get(fold(row[place]), ()):
            typed = row[place : place + len(phrase)]
            if len(typed) == len(phrase) and all(map(same_word, typed, phrase)):
                return phrase
        return None

    def dropped(self, row: _Said, but: Sequence[str] = ()) -> _Said:
        """``row`` without any of them; a word in ``but`` stays."""
        kept, place = [], 0
        while place < len(row):
            found = None if row[place] in but else self.at(row, place)
            if found is None:
                kept.append(row[place])
            place += len(found or (1,))
        return tuple(kept)


@dataclass(frozen=True)
class Wording:
    """The data file: ``short`` is a short form and what it is short for, ``wishes`` what each opens,
    ``parts`` the parts of a day, ``longer`` what is longer than a day, ``doubtful`` what without accents may
    be courtesy or a word that counts, ``reasons`` why somebody cannot come, ``stretched`` what may begin a
    longer line, behind a word of ``will``, ``asks`` what ends a question, ``titles``
    what stands before a name."""

    around: Phrases
    when: Phrases
    me: Phrases
    nods: Phrases
    of: Phrases
    forms: Phrases
    short: Mapping[_Said, _Said]
    wishes: Mapping[str, Sequence[str]]
    parts: Mapping[str, Sequence[str]]
    longer: Sequence[str]
    doubtful: Sequence[str]
    reasons: Mapping[str, Phrases]
    stretched: Mapping[str, Phrases]
    will: Phrases
    asks: Phrases
    titles: Phrases

    def reason(self, text: str) -> str:
        """Why somebody cannot come, where ``text`` says it: a code; else empty."""
        row = spelled(text)
        found = (code for code, said in self.reasons.items() for at in range(len(row)) if said.at(row, at))
        return next(found, "")

    def begun(self, row: _Said) -> list[str]:
        """What the words at the head of ``row`` open, whatever follows but a question."""
        head = self.will.dropped(self.when.dropped(row))
        return [] if not head else [opens for opens, said in self.stretched.items() if said.at(head, 0)]

    def asking(self, text: str) -> bool:
        """Whether ``text`` ends as a question does."""
        row = self.plain(text)
        return text.rstrip().endswith("?") or (bool(row) and self.asks.at(row, len(row) - 1) is not None)

    def called(self, text: str) -> str:
        """``text`` without a title in front of a name: "bạn Mai Anh" is "mai anh"."""
        row = spelled(text)
        while len(row) > 1 and (self.me.at(row, 0) or self.titles.at(row, 0)):
            row = row[1:]
        return fold(" ".join(row))

    def names(self, called: str) -> bool:
        """Whether a name is somebody's, and not a word for whoever writes."""
        row = spelled(called)
        return bool(row) and (len(row) > 1 or self.me.at(row, 0) is None)

    def plain(self, text: str, *, but: Sequence[str] = ()) -> _Said:
        """What carries the meaning of ``text``; "của em" stays, whoever "em" is, a word in ``but``, and a
        word of courtesy that is all there is: "dạ" is an answer."""
        whole = self._spelled_out(spelled(text))
        row = self.around.dropped(whole, but)
        kept: list[str] = []
        for place, word in enumerate(row):
            whose = bool(kept) and self.of.at(kept, len(kept) - 1) is not None
            if word in but or self.me.at(row, place) is None:
                kept.append(word)
            elif whose:
                kept.append("em")
        return tuple(kept) or whole[:1]

    def _spelled_out(self, row: _Said) -> _Said:
        spelled: list[str] = []
        place = 0
        while place < len(row):
            found = self.forms.at(row, place)
            spelled += self.short[found] if found else (row[place],)
            place += len(found or (1,))
        return tuple(spelled)


@cache
def wording() -> Wording:
    """The data file, read once."""
    table = yaml.load(_DATA.read_text("utf-8"), Loader=_LOADER)  # noqa: S506  # builds text alone
    short = {spelled(form): spelled(full) for full, forms in table["same"].items() for form in forms}
    around, when, me, nods, of = (Phrases(table[name]) for name in ("around", "when", "me", "nods", "of"))
    return Wording(
        around=around,
        when=when,
        me=me,
        nods=nods,
        of=of,
        forms=Phrases(map(" ".join, short)),
        short=short,
        wishes=table["wishes"],
        parts=table["parts"],
        longer=table["longer"],
        doubtful=table["doubtful"],
        reasons={code: Phrases(said) for code, said in table["reasons"].items()},
        stretched={opens: Phrases(said) for opens, said in table["stretched"].items()},
        will=Phrases(table["will"]),
        asks=Phrases(table["asks"]),
        titles=Phrases(table["titles"]),
    )


class Wishes:
    """Which conversations a line may open. ``named`` are the names people know them by."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._wording = wording()
        self._found: dict[_Said, list[tuple[_Said, str]]] = {}
        for opens, phrases in self._wording.wishes.items():
            for phrase in phrases:
                self._learn(self._wording.plain(phrase), opens)
        for name, opens in named:
            row = self._wording.plain(name)
            if len(row) == len(spelled(name)):  # "của mình" is no "của"
                self._learn(row, opens)

    def meant(self, text: str) -> list[str]:
        """What ``text`` may open: names of conversations, with ``.argument`` where one has several ways."""
        if len(text) > _STRETCHED:
            return []
        rows = [self._wording.plain(text, but=doubtful) for doubtful in ((), self._wording.doubtful)]
        for row in rows if len(text) <= _LONGEST else ():
            if found := self._all(row) or self._all(self._wording.when.dropped(row)):
                return found
        asks = self._wording.asking(text)
        return [] if asks else next(filter(None, map(self._wording.begun, rows)), [])

    def nods(self, text: str) -> bool:
        """Whether ``text`` only says that it was heard: "vâng ạ", a thumb."""
        row = self._wording.plain(text)
        return not row or self._wording.nods.dropped(row) == ()

    @property
    def shared(self) -> Mapping[_Said, Sequence[str]]:
        """The wordings that may open several conversations, and which."""
        opened = {said: sorted({opens for _, opens in found}) for said, found in self._found.items()}
        return {said: names for said, names in opened.items() if len(names) > 1}

    def _learn(self, row: _Said, opens: str) -> None:
        found = self._found.setdefault(tuple(map(fold, row)), [])
        if (row, opens) not in found:
            found.append((row, opens))

    def _all(self, row: _Said) -> list[str]:
        known = self._found.get(tuple(map(fold, row)), ()) if row else ()
        return list(dict.fromkeys(opens for said, opens in known if all(map(same_word, row, said))))


def spelled(text: str) -> _Said:
    """The words of ``text`` as they were typed, in lower case."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).lower()))
