"""Buttons that nobody ever made: every conversation is opened with arguments that are broken, forged or of
another day, by people of every role, and whatever form it begins is gone through."""

import ast
import inspect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

import structlog

from bot import sample
from handlers.conversation import Conversation, action
from handlers.vocabulary import vocabulary
from tests.sample import WHO, furnish
from tests.world import World, world

_JUNK = (
    "", "0", "1", "-1", "99999999999999999999", "x", "*", "*0", "*99999", "*²", "²", "none", "None", "null",
    "00", "01", "00235", "00235-261116-1", "00235-261116-x", "--", "-", "a-b-c", "261116", "269999", "999999",
    "2026-11-23", "2026-13-45", "0190aaaa-0000-7000-8000-000000000000", sample.TEAM_ID, "nobody",
    "đội", "' or 1=1", "<b>", "{x}", "%s", "a b", " ", "yes", "today", "a" * 40,
)  # fmt: skip
_MARKS = (":", ":", ":", "-", ",", " ", "::", "*")
_VERB = re.compile(r"[a-z_*-]{1,14}[:*-]?")
STEPS = 5
"""Answers to a form that a forged button began."""


@dataclass
class Found:
    """What came of it: how many were tried, and what must be empty."""

    tried: int = 0
    failed: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)


def verbs(conversation: Conversation) -> list[str]:
    """Every short word in the source of a conversation: what its arguments may begin with is among them."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(type(conversation)) or type(conversation)))
    said = {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is str
    }
    return sorted(one for one in said if _VERB.fullmatch(one))


def arguments(conversation: Conversation, chance: Random) -> Iterator[str]:
    """One after another, without end."""
    words = [*verbs(conversation), ""]
    while True:
        parts = [chance.choice(words if chance.random() < 0.6 else _JUNK)]
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            parts += [chance.choice(_MARKS), chance.choice(_JUNK if chance.random() < 0.7 else words)]
        yield "".join(parts)


class Forger:
    """See the module. Everybody of the sample taps at once, so that a round is one batch."""

    def __init__(self, town: World, seed: int) -> None:
        self._town = town
        self._chance = Random(seed)
        self._people = [*WHO, "tam", "van", "nobody"]
        self._logs: Sequence[structlog.typing.EventDict] = ()
        self.found = Found()

    async def go(self, conversations: Sequence[Conversation], each: int) -> None:
        """Open each of ``conversations`` so many times."""
        with structlog.testing.capture_logs() as self._logs:
            for one in conversations:
                made = arguments(one, self._chance)
                for _ in range(0, each, len(self._people)):
                    await self._round({who: action(one.name, next(made)) for who in self._people})
                    for _ in range(self._chance.choice((0, 1, STEPS))):
                        await self._round({who: self._answer(who) for who in self._people}, judged=False)

    async def _round(self, taps: dict[str, str], *, judged: bool = True) -> None:
        told = await self._town.all_tap(taps)
        self.found.tried += len(taps)
        errors = [
            one for one in self._logs if one["log_level"] in ("error", "critical") and "alarm" not in one
        ]
        if errors:  # whoever was failed waits a while, and the next round is not about them
            for _ in range(6):
                self._town.clock.move(self._town.clock.now() + timedelta(minutes=10))
                await self._town.settle()
            self.found.failed.append(f"{taps}: {errors[0].get('cause')} {errors[0].get('exc_info')!r}")
        self.found.unanswered += [f"{who}: {tap}" for who, tap in taps.items() if judged and who not in told]
        if isinstance(self._logs, list):
            self._logs.clear()

    def _answer(self, who: str) -> str:
        """A tap on something of the last message."""
        shown = [one for one in self._town.heard.get(who, [])[-1:] if one.choices]
        buttons = [button for one in shown for row in one.choices for button in row]
        return self._chance.choice(buttons).value if buttons else action("help")


async def forged(path: Path, seed: int, each: int, names: Sequence[str] = ()) -> Found:
    """Try every conversation (or those of ``names``) on a world of its own."""
    known = sorted(vocabulary().by_name.values(), key=lambda one: one.name)
    async with world(path) as town:
        await furnish(town)
        forger = Forger(town, seed)
        await forger.go([one for one in known if not names or one.name in names], each)
        return forger.found
