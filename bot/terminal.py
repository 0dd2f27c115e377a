"""``bot chat``: the whole program behind one terminal."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from bot import clock, operations, sample
from bot.app import App
from bot.channel import Channel
from bot.channels.console import CHAT, ConsoleChannel
from bot.intake import DurableIntake
from bot.keys import secret_key
from bot.operating import OperationError
from bot.server import free_port
from bot.settings import Settings
from bot.starting import opened
from handlers.messages import Outbound
from locales import words
from storage import people
from storage.database import Database
from storage.effects import carry_out
from storage.records.person import Contact, contact_key

_SETTLE = 0.3
"""Seconds without an answer after which the next line may be typed."""


class Dialogue:
    """What was said, and a transcript of it where one is wanted."""

    def __init__(self, who: str, record: Path | None) -> None:
        self._who = who
        self._record = record
        self._lines: list[str] = []
        self.answered = asyncio.Event()

    def said(self, line: str) -> None:
        """The person typed ``line``."""
        self._lines.append(f"{self._who}> {line}")

    def shown(self, message: Outbound) -> None:
        """The bot answered."""
        typer.echo(message.text + "\n")
        self._lines += ["  " + line if line else "" for line in message.text.splitlines()]
        self.answered.set()

    def keep(self) -> None:
        """Write the transcript."""
        if self._record is not None:
            self._record.write_text("\n".join(self._lines) + "\n", encoding="utf-8")


async def chat(settings: Settings, who: str, record: Path | None) -> None:
    """Chat until the input ends. Raises OperationError for an unknown ``who``."""
    if who not in (*sample.PEOPLE, "stranger"):
        raise OperationError(f"--as {who}: write volunteer, leader, coordinator or stranger")
    # Somebody's own bot may be running beside it.
    port = free_port(settings.web_host, settings.web_port)
    settings = settings.model_copy(update={"web_port": port})
    async with opened(settings) as store:
        await operations.load(store, {})
        await operations.seed(store, {"web_url": settings.web_url})
        await _be(store, who)
        dialogue = Dialogue(who, record)
        consoles: list[ConsoleChannel] = []

        def console(intake: DurableIntake) -> Sequence[Channel]:
            consoles.append(ConsoleChannel(intake, clock.UuidSevens(), dialogue.shown))
            return consoles

        app = App(settings, store, secret_key(settings), extra=console)
        running = asyncio.ensure_future(app.run())
        typer.echo(words(settings.default_language)("cli-chat") + "\n")
        await _talk(consoles[0], dialogue)
        app.stop()
        await running
        dialogue.keep()


async def _talk(console: ConsoleChannel, dialogue: Dialogue) -> None:
    while line := await asyncio.to_thread(sys.stdin.readline):
        text = line.strip()
        if not text:
            continue
        dialogue.said(text)
        dialogue.answered.clear()
        await console.type(text)
        try:
            await asyncio.wait_for(dialogue.answered.wait(), 10)
        except TimeoutError:
            continue
        await asyncio.sleep(_SETTLE)


async def _be(store: Database, who: str) -> None:
    """The terminal speaks for this sample person, or for nobody yet."""
    known = who in sample.PEOPLE
    contact = Contact(
        key=contact_key(ConsoleChannel.name, ConsoleChannel.account, CHAT),
        channel=ConsoleChannel.name,
        account=ConsoleChannel.account,
        chat=CHAT,
        tenant=sample.TENANT if known else "",
        person_id=sample.person_id(who) if known else "",
        preferred=False,
        seen_at=clock.now(),
    )
    await store.write(lambda tx: carry_out(tx, [people.contact_saved(contact)]))
