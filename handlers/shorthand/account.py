"""Adds up what the clauses say: repeated things are summed, corrections replace, denied numbers go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from handlers.shorthand.binding import Bound
from handlers.shorthand.clauses import Clause
from handlers.shorthand.draft import Change
from handlers.shorthand.marks import Mark
from handlers.shorthand.stuck import told_in_pieces
from handlers.shorthand.together import told_together

_TOTALS: Final = ("total", "visit", "person", "case")
_FAMILIES: Final = ("category", "group", "figure")
_ATTENDED: Final = {"lop": ("person",), "tap_huan": ("person", "visit")}
_ATTENDING: Final = frozenset({"tnv_tham_gia"})
_THOSE_IN: Final = {"lop": "hoc_vien", "tap_huan": "nguoi_tap_huan"}


@dataclass(slots=True)
class Entry:
    """One count of the account."""

    kind: str
    code: str
    value: int


@dataclass(slots=True)
class Account:
    """What is counted so far, and what the telling words did to it."""

    entries: list[Entry] = field(default_factory=list)
    difficulties: list[str] = field(default_factory=list)
    left_over: list[Mark] = field(default_factory=list)
    change: Change = "new"
    maybe: list[Bound] = field(default_factory=list)
    """ "lớp 2": a class counted, if the line counts others of its kind."""
    _bare: list[Bound] = field(default_factory=list)
    _correcting: bool = False
    _denying: bool = False
    _subset: bool = False
    _since: int = 0
    """Where the entries begin that a "trong đó" may be part of."""

    def of(self, family: str) -> dict[str, int]:
        """Sums by code."""
        sums: dict[str, int] = {}
        for entry in self.entries:
            if entry.kind == family:
                sums[entry.code] = sums.get(entry.code, 0) + entry.value
        return sums

    @property
    def visits(self) -> int | None:
        """The total said: "tổng" wins over visits, visits over people, people over cases; of
        "10 lượt, 14 lượt, cả ngày 24 lượt" the last is the sum of the others."""
        for kind in _TOTALS:
            values = [entry.value for entry in self.entries if entry.kind == kind]
            if values:
                summed = len(values) > 2 and values[-1] == sum(values[:-1])
                return values[-1] if kind == "total" or summed else sum(values)
        return None

    @property
    def counted(self) -> int:
        return sum(entry.kind in _FAMILIES for entry in self.entries)

    def tell(self, kind: str) -> None:
        """A telling word."""
        if kind == "correction":
            self._correcting = bool(self.entries)
            if not self.entries:
                self.change = "replace"
        elif kind == "addition" and not self.entries:
            self.change = "add"
        elif kind == "reduction" and not self.entries:
            self.change = "less"
        elif kind == "denial":
            self._denying = True
        elif kind == "subset":
            self._subset = True
        elif kind == "closed":
            self._subset = False
        elif kind == "sentence":
            self._subset, self._since = False, len(self.entries)

    def count(self, said: Bound) -> None:
        """A counted thing or a total."""
        if self._denying:
            self._denying = False
            return
        entry = self._seated(Entry(said.kind, said.code, said.value), said.mark)
        same = [old for old in self.entries if (old.kind, old.code) == (entry.kind, entry.code)]
        if self._correcting:
            self._correcting = False
            self._replace(same[-1] if same else self.entries[-1], entry)
            return
        if (
            self._subset
            and entry.kind in _FAMILIES
            and any(old in same for old in self.entries[self._since :])
        ):
            return
        if entry.kind in _TOTALS and not self._subset:
            self._since = len(self.entries)
        self.entries.append(entry)

    def _replace(self, old: Entry, new: Entry) -> None:
        self.entries[self.entries.index(old)] = new

    def _seated(self, entry: Entry, mark: Mark) -> Entry:
        """ "1 lớp 25 người", "1 lớp 20 hs": people named right behind a class are its learners."""
        last = self.entries[-1] if self.entries else None
        if last is None or last.kind != "figure" or last.code not in _ATTENDED:
            return entry
        if entry.kind in _ATTENDED[last.code] or mark.word == "hs" or entry.code in _ATTENDING:
            return Entry("figure", _THOSE_IN[last.code], entry.value)
        return entry

    def stray(self, said: Bound) -> None:
        """A number alone: the right one behind "nhầm", the wrong one behind "không phải"."""
        if self._denying:
            self._denying = False
        elif self._correcting and self.entries:
            self._correcting = False
            self.entries[-1].value = said.value
        else:
            self.left_over.append(said.mark)
            self._bare += [] if said.code else [said]

    def settle(self) -> None:
        """At the end of the line: what may have been counted was, where something else is; and a number alone
        that is the sum of all lines is their total ("sáng nay 9, vneid 6 dvc 3")."""
        for said in self.maybe:
            if self.counted:
                self.entries.append(Entry("figure", said.code, said.value))
            else:
                self.left_over.append(said.mark)
        lines = [entry.value for entry in self.entries if entry.kind == "category"]
        bare = self._bare[0] if len(self._bare) == len(self.left_over) == 1 else None
        if bare is not None and self.visits is None and len(lines) > 1 and bare.value == sum(lines):
            self.entries.append(Entry("visit", "", bare.value))
            self.left_over.clear()

    def alone(self, said: Bound, *, scope: bool) -> None:
        """A thing without a number: behind "khó khăn" it is what was difficult."""
        senses = said.mark.senses
        code = senses.get("difficulty") or (senses.get("after_marker") if scope else None)
        if code:
            self.stuck(code)

    def stuck(self, code: str) -> None:
        if code not in self.difficulties:
            self.difficulties.append(code)


def account(row: Sequence[Clause]) -> Account:
    """The account of a line."""
    kept = Account()
    for clause, found in told_together(row):
        _in_pieces(kept, clause)
        for kind, said in _in_order(clause, found):
            if isinstance(said, Mark):
                kept.tell(kind)
            elif kind == "stray":
                kept.stray(said)
            elif kind == "maybe_figure":
                kept.maybe.append(said)
            elif kind == "alone":
                kept.alone(said, scope=clause.scope)
            elif kind == "difficulty":
                kept.stuck(said.code)
            else:
                kept.count(said)
        if clause.scope:
            _one_word_difficulties(kept, clause)
    kept.settle()
    return kept


def _in_pieces(kept: Account, clause: Clause) -> None:
    """Difficulties whose words stand apart; what stands between is understood with them."""
    for code, span in told_in_pieces(clause.words):
        kept.stuck(code)
        clause.unknown = [mark for mark in clause.unknown if mark not in span]


def _in_order(clause: Clause, found: Sequence[Bound]) -> Iterator[tuple[str, Bound | Mark]]:
    said: list[tuple[int, str, Bound | Mark]] = [(one.at or one.mark.start, one.kind, one) for one in found]
    said += [(mark.start, kind, mark) for kind, mark in clause.flags]
    yield from ((kind, one) for _, kind, one in sorted(said, key=lambda one: one[0]))


def _one_word_difficulties(kept: Account, clause: Clause) -> None:
    """Behind "khó khăn" one word is enough: "kk mạng"."""
    for mark in clause.words:
        if not mark.is_thing and mark.has("after_marker"):
            kept.stuck(mark.senses["after_marker"])
