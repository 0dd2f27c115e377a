"""A run: every batch has one update of each of many people, some of them broken."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import structlog

from bot import sample
from handlers.messages import Outbound
from tests.fuzz.wires import PEOPLE, Wire, mutated
from tests.fuzz.words import Speech
from tests.sample import contact, furnish
from tests.world import World, world

PER_BATCH = 40
STRANGERS = 60
BROKEN = 0.35
"""Share of updates that are mutated."""


@dataclass
class Found:
    """What a run saw: updates taken, answers due, and what must be empty."""

    updates: int = 0
    due: int = 0
    unanswered: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Run:
    """See the module."""

    def __init__(self, wire: Wire, seed: int) -> None:
        self._wire = wire
        self._chance = Random(seed)
        self._speech = Speech(self._chance)
        self._heard: dict[str, list[tuple[str, Outbound]]] = {}
        self._number = 0
        self.found = Found()

    async def go(self, path: Path, updates: int) -> Found:
        """``updates`` of them on a database of its own."""
        with structlog.testing.capture_logs() as logs:
            async with world(path, self._wire.capabilities, channel=self._wire) as town:
                await furnish(town)
                for who, sender in PEOPLE.items():
                    person = {"lan": "volunteer", "nam": "leader", "hoa": "coordinator"}.get(who)
                    await town.write(contact(sender, sample.person_id(person) if person else who, town))
                while self.found.updates < updates:
                    logs.clear()
                    await self._batch(town)
                    self.found.failed += [
                        f"{one.get('cause')}: {one.get('exc_info')!r}"
                        for one in logs
                        if one["log_level"] in ("error", "critical") and "alarm" not in one
                    ]
        return self.found

    async def _batch(self, town: World) -> None:
        senders = self._chance.sample(self._people(), PER_BATCH)
        made = [self._made(sender) for sender in senders]
        if self._chance.random() < 0.3:
            made += made[:3]  # a platform may bring one twice
        before = len(self._wire.sent)
        await town.intake.store(self._wire, [raw for raw, _ in made])
        await town.settle()
        self._judge(senders, made, before)
        self.found.updates += len(made)
        town.clock.move(town.clock.now() + timedelta(seconds=self._chance.choice((1, 30, 900, 7200))))
        if self._chance.random() < 0.1:
            await town.tick()
        del self._wire.sent[:]

    def _people(self) -> list[str]:
        return [*PEOPLE.values(), *(str(700 + at) for at in range(STRANGERS))]

    def _made(self, sender: str) -> tuple[dict[str, Any], str]:
        """An update, and what was meant by it where an answer is due."""
        self._number += 1
        does = self._does(sender)
        raw = self._wire.raw(self._number, sender, does)
        if self._chance.random() < BROKEN:
            return mutated(raw, self._chance), ""
        return raw, repr(does)[:200]

    def _does(self, sender: str) -> dict[str, Any]:
        heard, way = self._heard.get(sender, []), self._chance.random()
        if heard and way < 0.4:
            name, shown = self._chance.choice(heard[-3:])
            button = self._chance.choice([one for row in shown.choices for one in row])
            return {"tap": button.value, "label": button.label, "on": name}
        if way < 0.47:
            return {"other": self._chance.randrange(100)}
        return {"text": self._speech.line()}

    def _judge(self, senders: list[str], made: list[tuple[dict[str, Any], str]], before: int) -> None:
        told = self._wire.sent[before:]
        answered = {chat for chat, _ in told}
        for at, (chat, shown) in enumerate(told, start=1):
            if shown.choices:
                self._heard.setdefault(chat, []).append((f"m{before + at}", shown))
        for sender, (_, meant) in zip(senders, made, strict=False):
            if meant and _speaks(meant):
                self.found.due += 1
                if sender not in answered:
                    self.found.unanswered.append(f"{sender}: {meant}")


def _speaks(meant: str) -> bool:
    """Whether somebody said something at all: an empty text never leaves a phone."""
    return not meant.startswith("{'text': ''")
