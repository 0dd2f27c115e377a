"""Everybody opens everything, follows what they are offered, and then presses what others were offered."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from handlers.conversation import action
from handlers.messages import Kind
from tests.permissions.asking import Asking, Heard
from tests.permissions.forest import PROVINCES, Forest, Someone, Spot, found, sees

DEEP = 3
"""Questions of a form that are answered, each with some of the options."""
_VERBS = ("", ":new", ":back", ":leader", ":see", ":accept", ":one", ":261123")
_BEFORE = ("", "see:", "case:", "all:", "open:", "send:", "u:", "take:", "drop:")


@dataclass(frozen=True, slots=True)
class Leak:
    """Somebody was shown ``mark`` of ``spot``, which is not theirs, when ``asker`` pressed ``pressed``."""

    shown_to: str
    asker: str
    pressed: str
    mark: str
    spot: Spot


@dataclass
class Crawl:
    """See the module. ``leaks`` is what came of it; with ``enough`` of them nothing more is asked."""

    asking: Asking
    forest: Forest
    chance: random.Random
    leaks: list[Leak] = field(default_factory=list)
    offered: dict[str, Spot] = field(default_factory=dict)
    turns: int = 0
    enough: int = 1_000_000
    marks: set[str] = field(default_factory=set)

    async def opened(self, who: Sequence[Someone]) -> None:
        """Each opens every conversation, and answers the first questions of those that ask."""
        for one in self.asking.conversations:
            for someone, heard in zip(who, await self._pressed(who, action(one.name)), strict=True):
                await self._answered(someone, heard, DEEP)

    async def _answered(self, one: Someone, heard: Heard, left: int) -> None:
        form = [button.value for button in heard.buttons if button.value.startswith("f:")]
        if left and heard.session and form:
            for value in self.chance.sample(form, min(2, len(form))):
                [further] = await self._pressed([one], value, place=heard)
                await self._answered(one, further, left - 1)

    async def followed(self, who: Sequence[Someone], most: int) -> None:
        """All press what any of them was offered, until nothing new is offered or ``most`` were pressed."""
        done: set[str] = set()
        while (fresh := sorted(self.offered.keys() - done)) and len(done) < most:
            some = self.chance.sample(fresh, min(len(fresh), most - len(done), 50))
            for data in some:
                await self._pressed(who, data)
            done.update(some)

    async def forged(self, who: Sequence[Someone], most: int) -> None:
        """All press what none was offered: any conversation with any id, unit or name there is."""
        ids = [f"i-{mark}" for mark, spot in self.forest.marks.items() if spot.kind == "id"]
        ids += [f"q-{mark}" for mark, spot in self.forest.marks.items() if spot.kind == "spread"]
        ids += [*PROVINCES, *(code for codes in PROVINCES.values() for code in codes)]
        ids += [f"{code}-{kind}-261123" for code in ids[-6:] for kind in ("network", "skill")]
        words = [mark for mark, spot in self.forest.marks.items() if spot.kind == "name"]
        names = [one.name for one in self.asking.conversations]
        for _ in range(most):
            arg = self.chance.choice((*_BEFORE,)) + self.chance.choice(ids) + self.chance.choice(_VERBS)
            if self.chance.random() < 0.2:
                arg = self.chance.choice(words)
            await self._pressed(who, action(self.chance.choice(names), arg))

    async def typed(self, who: Sequence[Someone], lines: Sequence[str]) -> None:
        """All type these lines."""
        for line in lines:
            await self._pressed(who, line, kind=Kind.TEXT)

    async def _pressed(
        self, who: Sequence[Someone], data: str, place: Heard | None = None, kind: Kind = Kind.TAP
    ) -> list[Heard]:
        if len(self.leaks) >= self.enough:
            return [Heard((), None, ()) for _ in who]
        found_here = await self.asking.asked(who, data, place, kind=kind)
        for one, heard in zip(who, found_here, strict=True):
            self.turns += 1
            await self._looked(one, data, heard)
            for button in heard.buttons:
                if button.value.startswith("do:"):
                    self.offered.setdefault(button.value, one.spot)
        return found_here

    async def _looked(self, one: Someone, data: str, heard: Heard) -> None:
        for person_id, message in heard.said:
            reader = next((other for other in self.forest.people if other.id == person_id), None)
            if reader is not None:
                shown = found(await self.asking.text(message))
                self.leaks += list(self.foreign(reader, one, data, shown))

    def foreign(self, reader: Someone, one: Someone, data: str, shown: set[str]) -> Iterator[Leak]:
        """What is not the reader's; what whoever asks has typed they know already, and may say to others."""
        for mark in sorted((shown & self.forest.marks.keys()) - found(data)):
            self.marks.add(mark)
            spot = self.forest.marks[mark]
            if not sees(reader, spot, self.forest.homes):
                yield Leak(_told(reader), _told(one), data, mark, spot)


def _told(one: Someone) -> str:
    """Somebody, for whoever reads a failure."""
    led = "leads" if one.led else "is in" if one.member_of else "has nothing"
    return f"{one.id} of {one.tenant}: coordinates {', '.join(one.units)}" if one.units else f"{one.id} {led}"
