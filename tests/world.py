"""A whole bot on real SQLite, with the clock, the ids and the platform in the test's hand."""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.routing import BaseRoute

from bot.channel import Capabilities, Channel, Envelope, Raw, SendError, Sent
from bot.drawing import drawn, units
from bot.intake import DurableIntake
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from bot.workers.scheduler import SchedulerWorker
from handlers import jobs
from handlers.desk import Desk
from handlers.faq_search import FaqIndex
from handlers.job import Job
from handlers.messages import Button, Inbound, Kind, Outbound
from handlers.registry import instances
from handlers.routing import Router
from handlers.unit_search import UnitIndex
from handlers.vocabulary import Vocabulary, vocabulary
from locales.faq import read_topics
from storage.database import Database, database
from storage.effects import Effect, carry_out
from storage.queries import Row, Tx
from storage.unit_file import read_aliases, read_units

START = datetime(2026, 11, 23, 0, 25, tzinfo=UTC)
"""Monday 23/11/2026, 7h25 in Vietnam."""

PLENTY = Capabilities(
    buttons=True,
    edits=True,
    photos=True,
    files=True,
    max_units=4096,
    per_second=10_000,
    chat_spacing=timedelta(0),
)
SCARCE = Capabilities(
    buttons=False,
    edits=False,
    photos=False,
    files=False,
    max_units=1800,
    per_second=10_000,
    chat_spacing=timedelta(0),
    plenty=False,
)


class Clock:
    """A wall clock and a monotonic one that move only when told."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at
        self.ticks = 1_000.0

    def now(self) -> datetime:
        """The aware time."""
        return self.at

    def monotonic(self) -> float:
        """Seconds that only grow; every look takes a while, as in life."""
        self.ticks += 0.01
        return self.ticks

    def move(self, to: datetime) -> None:
        """Go to a moment."""
        self.ticks += max(0.0, (to - self.at).total_seconds())
        self.at = to


class Ids:
    """Ids that sort in the order of their making, the same in every run."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> str:
        """The next id."""
        self.made += 1
        return f"01900000-0000-7000-8000-{self.made:012d}"


class Chance:
    """Join codes and link secrets that look drawn by chance, the same in every run."""

    LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"

    def __init__(self) -> None:
        self.drawn = 0

    def new_code(self) -> str:
        """The next join code."""
        return self._next(8)

    def new_token(self) -> str:
        """The next secret of a link."""
        return self._next(32)

    def _next(self, length: int) -> str:
        self.drawn += 1
        return "".join(self.LETTERS[(7 * self.drawn + 11 * at * at) % 30] for at in range(length))


@dataclass
class PaperChannel:
    """A platform on paper: chats are nicknames, messages are kept in order, as they were meant;
    how they are drawn under its capabilities is checked on the way."""

    capabilities: Capabilities
    name: str = "paper"
    account: str = "desk"
    sent: list[tuple[str, Outbound]] = field(default_factory=list)
    failing: Callable[[str, Outbound], SendError | None] = lambda chat, message: None

    def envelope(self, raw: Raw) -> Envelope:
        """See ``Channel``."""
        return Envelope(raw["key"], raw["who"], raw["who"])

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel``."""
        return {**raw, "text": mask(raw.get("text", ""))}

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel``; the text "raise" is a message that breaks the program."""
        if raw.get("text") == "raise":
            raise RuntimeError("a poisoned update")
        return Inbound(
            channel=self.name,
            account=self.account,
            chat=raw["who"],
            sender=raw["who"],
            update_key=raw["key"],
            kind=Kind(raw.get("kind", "text")),
            text=raw.get("text", ""),
            data=raw.get("data", ""),
            private=raw.get("private", True),
            addressed=raw.get("addressed", True),
            forwarded=raw.get("forwarded", False),
            tapped=raw.get("tapped", ""),
            callback=raw.get("callback", ""),
        )

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel``."""
        error = self.failing(chat, message)
        if error is not None:
            raise error
        for part in drawn(message, self.capabilities):
            assert units(part.text) <= self.capabilities.max_units
            if not self.capabilities.buttons:
                assert not part.choices
        self.sent.append((chat, message))
        return Sent(f"m{len(self.sent)}")

    def routes(self) -> Sequence[BaseRoute]:
        """See ``Channel``."""
        return ()

    async def run(self) -> None:
        """See ``Channel``."""

    async def close(self) -> None:
        """See ``Channel``."""


class Meant(PaperChannel):
    """The same paper for a sender that draws nothing itself."""

    def __init__(self, paper: PaperChannel) -> None:
        super().__init__(PLENTY, sent=paper.sent)
        self.paper = paper

    async def send(self, chat: str, message: Outbound) -> Sent:
        """As it was meant."""
        return await self.paper.send(chat, message)


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
        topics = read_topics()
        _FURNITURE["desk"] = Desk(
            units=UnitIndex(read_units(), read_aliases()),
            faq=FaqIndex(topics),
            topics={topic.slug: topic for topic in topics},
            public_url="http://127.0.0.1:8080",
            controller_name="Tỉnh đoàn mẫu",
            controller_contact="lienhe@example.vn",
            start_links={("paper", "desk"): "https://chat.example/?start={code}"},
            new_code=Chance().new_code,
            new_token=Chance().new_token,
            favourites=("vneid-forgot-password",),
        )
        _FURNITURE["vocabulary"] = vocabulary()
    desk, known = _FURNITURE["desk"], _FURNITURE["vocabulary"]
    assert isinstance(desk, Desk)
    assert isinstance(known, Vocabulary)
    return desk, known


@asynccontextmanager
async def world(path: Path, able: Capabilities = PLENTY, *, url: str = "") -> AsyncIterator[World]:
    """A running world on the migrated database at ``path`` (or at ``url``)."""
    store = database(url or f"sqlite+aiosqlite:///{path}")
    await store.start()
    clock, ids, channel = Clock(), Ids(), PaperChannel(able)
    chance = Chance()
    furnished, known = furniture()
    desk = replace(furnished, new_code=chance.new_code, new_token=chance.new_token)
    intake = DurableIntake(store, secret_key="test", now=clock.now, new_id=ids)
    typed: Channel = channel
    inbox = InboxWorker(store, {("paper", "desk"): typed}, Router(known), desk, now=clock.now, new_id=ids)
    meant: Channel = Meant(channel)
    outbox = OutboxWorker(store, meant, now=clock.now, monotonic=clock.monotonic)
    scheduler = SchedulerWorker(
        store,
        instances(jobs, Job),
        now=clock.now,
        monotonic=clock.monotonic,
        new_id=ids,
    )
    try:
        yield World(store, clock, ids, channel, intake, inbox, outbox, scheduler, desk)
    finally:
        await store.close()


def shown(message: Outbound) -> str:
    """A message as a transcript shows it."""
    lines = [message.text, *("  " + " ".join(f"[{one.label}]" for one in row) for row in message.choices)]
    if message.photo:
        lines.insert(0, f"(ảnh: {message.photo.alt})")
    return "\n".join(lines)


def body(row: Row) -> dict[str, object]:
    """The JSON body of a row."""
    found = json.loads(row["body"])
    assert isinstance(found, dict)
    return found
