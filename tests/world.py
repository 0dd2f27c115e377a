"""A whole bot on real SQLite, with the clock, the ids and the platform in the test's hand."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot import naming
from bot.channel import Capabilities, Channel
from bot.darkroom import Darkroom
from bot.intake import DurableIntake
from bot.naming import Naming
from bot.sealing import Beginnings, Seal
from bot.shelving import Shelving
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from bot.workers.scheduler import SchedulerWorker
from handlers import jobs
from handlers.desk import Desk
from handlers.faq_shelf import FaqShelf, Shelved
from handlers.job import Job
from handlers.messages import Button, Outbound
from handlers.registry import instances
from handlers.routing import Router
from handlers.unit_shelf import UnitShelf
from handlers.vocabulary import Vocabulary, vocabulary
from locales.faq import read_topics
from locales.faq_beyond import read_beyond
from storage.database import Database, database
from storage.effects import Effect, carry_out
from storage.queries import Row, Tx
from tests.chance import Chance, Clock, Ids
from tests.paper import PLENTY, Meant, PaperChannel


@dataclass
class World:
    """See the module."""

    database: Database
    clock: Clock
    ids: Ids
    channel: PaperChannel
    intake: DurableIntake
    inbox: InboxWorker
    outbox: OutboxWorker
    scheduler: SchedulerWorker
    desk: Desk
    shelving: Shelving
    naming: Naming
    darkroom: Darkroom
    keys: int = 0
    heard: dict[str, list[Outbound]] = field(default_factory=dict)

    async def says(self, who: str, text: str) -> list[Outbound]:
        """``who`` types ``text``; what they are told."""
        return await self.sends(who, text=text)

    async def taps(self, who: str, label: str) -> list[Outbound]:
        """``who`` taps the button with ``label`` on the last message that has it."""
        for message in reversed(self.heard.get(who, [])):
            for row in message.choices:
                for button in row:
                    if button.label == label:
                        return await self.presses(who, button)
        raise AssertionError(f"{who} sees no button {label!r}: {self.heard.get(who, [])[-1:]}")

    async def presses(self, who: str, button: Button) -> list[Outbound]:
        """``who`` taps ``button``, wherever they have it from."""
        if not self.channel.capabilities.buttons:
            return await self.sends(who, kind="tap", data=button.value)
        tap = f"tap{self.keys + 1}"
        return await self.sends(who, kind="tap", data=button.value, tapped="m1", callback=tap)

    async def all_tap(self, values: Mapping[str, str]) -> set[str]:
        """Each of ``values`` is tapped by somebody at once, wherever they have it from; who was answered,
        be it by a notice alone."""
        before = len(self.channel.sent)
        updates = []
        for who, value in values.items():
            self.keys += 1
            tap = {"tapped": "m1", "callback": f"tap{self.keys}"}
            updates.append({"key": f"u{self.keys}", "who": who, "kind": "tap", "data": value, **tap})
        await self.intake.store(self.channel, updates)
        await self.settle()
        return {chat for chat, _ in self.channel.sent[before:]}

    async def sends(self, who: str, **raw: object) -> list[Outbound]:
        """``who`` sends any raw update; what they are told."""
        self.keys += 1
        await self.intake.store(self.channel, [{"key": f"u{self.keys}", "who": who, **raw}])
        return (await self.settle()).get(who, [])

    async def settle(self) -> dict[str, list[Outbound]]:
        """Handle everything that waits and send everything that is due; what each person got."""
        before = len(self.channel.sent)
        while await self.inbox.step():
            pass
        await self.shelving.look()
        await self.naming.look()
        await self.darkroom.look()
        await self.outbox.settle()
        told: dict[str, list[Outbound]] = {}
        for chat, message in self.channel.sent[before:]:
            if not message.callback:
                told.setdefault(chat, []).append(message)
                self.heard.setdefault(chat, []).append(message)
        return told

    async def tick(self) -> None:
        """Let the clock ring once: everything that is due is done."""
        await self.scheduler.tick()

    async def write(self, *effects: Effect) -> None:
        """Write effects directly: the world as it was before the story begins."""
        await self.database.write(lambda tx: carry_out(tx, effects))

    async def rows(self, query: str, **params: object) -> list[Row]:
        """The rows of a named query."""

        async def work(tx: Tx) -> list[Row]:
            return await tx.all(query, **params)

        return await self.database.read(work)


_FURNITURE: dict[str, object] = {}


def furniture() -> tuple[Desk, Vocabulary]:
    """The desk and the vocabulary, built once for all tests."""
    if not _FURNITURE:
        _FURNITURE["desk"] = Desk(
            units=UnitShelf(naming.index([])),
            faq=FaqShelf(Shelved(read_topics(), read_beyond())),
            public_url="http://127.0.0.1:8080",
            controller_name="Tỉnh đoàn mẫu",
            controller_contact="lienhe@example.vn",
            start_links={("paper", "desk"): "https://chat.example/?start={code}"},
            new_code=Chance().new_code,
            new_token=Chance().new_token,
            code_key=b"test",
            unseal=lambda _: None,
            begun=Beginnings("test").opened,
            favourites=("vneid-forgot-password",),
        )
        _FURNITURE["vocabulary"] = vocabulary()
    desk, known = _FURNITURE["desk"], _FURNITURE["vocabulary"]
    assert isinstance(desk, Desk)
    assert isinstance(known, Vocabulary)
    return desk, known


@asynccontextmanager
async def world(
    path: Path, able: Capabilities = PLENTY, *, url: str = "", channel: PaperChannel | None = None
) -> AsyncIterator[World]:
    """A running world on the migrated database at ``path`` (or at ``url``); ``channel`` is another platform
    than plain paper."""
    store = database(url or f"sqlite+aiosqlite:///{path}")
    await store.start()
    clock, ids, channel = Clock(), Ids(), channel or PaperChannel(able)
    chance = Chance()
    furnished, known = furniture()
    desk = replace(
        furnished,
        faq=FaqShelf(furnished.faq.shelved),
        units=UnitShelf(furnished.units.index),
        new_code=chance.new_code,
        new_token=chance.new_token,
        unseal=Seal("test", clock.now).opened,
        place_channels=frozenset({"paper"} if able.place_path else ()),
        file_channels=frozenset({"paper"} if able.files else ()),
    )
    intake = DurableIntake(store, secret_key="test", now=clock.now, new_id=ids)
    typed: Channel = channel
    inbox = InboxWorker(store, {("paper", "desk"): typed}, Router(known), desk, now=clock.now, new_id=ids)
    meant: Channel = Meant(channel)
    darkroom = Darkroom(
        store, {("paper", "desk"): typed}, secret_key="test", public_url="", now=clock.now, new_id=ids
    )
    outbox = OutboxWorker(store, meant, now=clock.now, monotonic=clock.monotonic, exposes=darkroom.exposed)
    scheduler = SchedulerWorker(
        store,
        instances(jobs, Job),
        now=clock.now,
        monotonic=clock.monotonic,
        new_id=ids,
    )
    try:
        yield World(
            store,
            clock,
            ids,
            channel,
            intake,
            inbox,
            outbox,
            scheduler,
            desk,
            Shelving(store, desk.faq),
            Naming(store, desk.units, now=clock.now),
            darkroom,
        )
    finally:
        await store.close()


def shown(message: Outbound) -> str:
    """A message as a transcript shows it."""
    place = ["  [📍]"] if message.asks_place else []
    rows = ["  " + " ".join(f"[{one.label}]" for one in row) for row in message.choices]
    lines = [message.text, *place, *rows]
    if message.photo:
        lines.insert(0, f"(ảnh: {message.photo.alt})")
    if message.file:
        lines.insert(0, f"(tệp: {message.file.name})")
    return "\n".join(lines)


def body(row: Row) -> dict[str, object]:
    """The JSON body of a row."""
    found = json.loads(row["body"])
    assert isinstance(found, dict)
    return found
