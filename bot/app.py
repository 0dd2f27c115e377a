"""Puts the program together and runs it until it is told to stop."""

import asyncio
import random
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from types import FrameType
from typing import Any

import structlog

from bot import clock, furniture
from bot.channel import Channel
from bot.channels.telegram import Commands, PolledElsewhere, TelegramChannel, Webhook
from bot.channels.web import WebChannel
from bot.intake import DurableIntake
from bot.server import application, server
from bot.settings import Settings
from bot.telemetry import Vitals
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from bot.workers.scheduler import SchedulerWorker
from handlers import jobs
from handlers.job import Job
from handlers.registry import instances
from handlers.routing import Router
from handlers.vocabulary import Vocabulary, vocabulary
from locales import LANGUAGES, words
from storage.database import Database
from storage.web_chats import WebChats

log = structlog.get_logger()

STALLED = 70
"""Exit code of a process whose work stopped: whoever supervises it starts it again."""
POLLED_ELSEWHERE = 75
"""Exit code of the second of two processes that poll one account."""
STALL_GRACE = 60.0
LIMIT = 60.0
TICK_LIMIT = 90.0


class App:
    """One running program. ``extra`` channels (a terminal, a test's) run beside those of the settings."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        secret_key: str,
        *,
        extra: Callable[[DurableIntake], Sequence[Channel]] = lambda _: (),
    ) -> None:
        self.settings = settings
        self.database = database
        self.vitals = Vitals(clock.monotonic)
        self.new_id = clock.UuidSevens()
        self.intake = DurableIntake(database, secret_key=secret_key, now=clock.now, new_id=self.new_id)
        self.vocabulary = vocabulary()
        self.telegram = [self._telegram(token) for token in settings.telegram_tokens]
        self.web = self._web()
        self.channels: list[Channel] = [*self.telegram, self.web, *extra(self.intake)]
        self._outboxes: list[OutboxWorker] = []
        self._start_links: dict[tuple[str, str], str] = {}
        self._stop = asyncio.Event()

    def stop(self, *_: int | FrameType | None) -> None:
        """Have ``run`` end in order."""
        self._stop.set()

    async def run(self) -> int:
        """Run until stopped; the exit code. What was in flight is finished first."""
        for channel in self.channels:
            link = furniture.start_link(channel, self.settings)
            if link:
                self._start_links[channel.name, channel.account] = link
        desk = furniture.desk(self.settings, self._start_links)
        inbox = InboxWorker(
            self.database,
            {(one.name, one.account): one for one in self.channels},
            Router(self.vocabulary),
            desk,
            now=clock.now,
            new_id=self.new_id,
            language=self.settings.default_language,
            sent=self.ring,
            beat=self.vitals.watch("inbox", LIMIT),
        )
        self._outboxes = [self._outbox(channel) for channel in self.channels]
        scheduler = self._scheduler()
        works: list[Awaitable[object]] = [
            inbox.run(self.intake.arrived),
            *(one.run() for one in self._outboxes),
            scheduler.run(),
            *(self._receive(channel) for channel in self.channels),
            *(self._tend(channel) for channel in self.telegram),
            *(self._listen(channel) for channel in self.telegram if not self.settings.public_url),
        ]
        return await self._until_stopped([asyncio.ensure_future(work) for work in works])

    def ring(self) -> None:
        """Something may be waiting in the outbox."""
        for one in self._outboxes:
            one.wake.set()

    async def _until_stopped(self, works: Sequence["asyncio.Future[Any]"]) -> int:
        settings = self.settings
        routes = [route for channel in self.channels for route in channel.routes()]
        web = server(application(self.database, self.vitals, routes), settings.web_host, settings.web_port)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        serving: asyncio.Future[Any] = asyncio.ensure_future(web.serve())
        stopping: asyncio.Future[Any] = asyncio.ensure_future(self._stop.wait())
        watching: asyncio.Future[Any] = asyncio.ensure_future(self._watch())
        done, _ = await asyncio.wait(
            [*works, serving, stopping, watching], return_when=asyncio.FIRST_COMPLETED
        )
        code = _exit_code(done, watching)
        await self._wind_down([*works, watching, stopping])
        web.should_exit = True
        with suppress(SystemExit):
            await serving
        for channel in self.channels:
            await channel.close()
        return code

    async def _wind_down(self, works: Sequence["asyncio.Future[Any]"]) -> None:
        """Stop receiving and thinking; senders mark what they have under way."""
        for channel in self.channels:
            if isinstance(channel, WebChannel):
                await channel.close()
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)

    async def _receive(self, channel: Channel) -> None:
        await channel.run()
        # A channel that is served by HTTP has nothing to run; its task waits with the others.
        await asyncio.Event().wait()

    async def _tend(self, channel: TelegramChannel) -> None:
        """Introduce ourselves beside the running server, then look after the account every minute."""
        await channel.set_up(_commands(self.vocabulary))
        self._name_link(channel)
        while True:
            await asyncio.sleep(60)
            await channel.tend()
            self._name_link(channel)

    def _name_link(self, channel: TelegramChannel) -> None:
        link = furniture.start_link(channel, self.settings)
        if link:
            self._start_links[channel.name, channel.account] = link

    async def _listen(self, channel: TelegramChannel) -> None:
        """Health turns bad when a polling account has not been heard for a minute; the web chat lives on."""
        silent = self.vitals.sign(f"poll {channel.account}")
        while True:
            await asyncio.sleep(5)
            heard = channel.heard_at
            silent(heard is None or clock.monotonic() - heard > LIMIT)

    async def _watch(self) -> list[str]:
        """End when a part of the program has been silent for too long: a restart is the cure."""
        while True:
            await asyncio.sleep(5)
            silent = self.vitals.silent(grace=STALL_GRACE)
            if silent:
                log.critical("work has stopped; leaving so that a restart can cure it", parts=silent)
                return silent

    def _telegram(self, token: str) -> TelegramChannel:
        settings = self.settings
        hook = Webhook(settings.public_url, (settings.webhook_secret,)) if settings.public_url else None
        return TelegramChannel(
            token,
            intake=self.intake,
            monotonic=clock.monotonic,
            api_url=settings.telegram_api_url,
            rng=random.Random(),  # noqa: S311  # jitter of pauses needs no secrecy
            webhook=hook,
            alarm=_alarm,
        )

    def _web(self) -> WebChannel:
        return WebChannel(
            intake=self.intake,
            store=WebChats(self.database),
            new_id=self.new_id,
            now=clock.now,
            words=words(self.settings.default_language),
            secure=self.settings.secure,
            new_token=clock.new_token,
        )

    def _outbox(self, channel: Channel) -> OutboxWorker:
        part = f"outbox {channel.name} {channel.account}"
        beat = self.vitals.watch(part, LIMIT)
        return OutboxWorker(self.database, channel, now=clock.now, monotonic=clock.monotonic, beat=beat)

    def _scheduler(self) -> SchedulerWorker:
        return SchedulerWorker(
            self.database,
            instances(jobs, Job),
            now=clock.now,
            monotonic=clock.monotonic,
            new_id=self.new_id,
            sent=self.ring,
            beat=self.vitals.watch("scheduler", TICK_LIMIT),
        )


async def _alarm(kind: str, text: str) -> None:
    log.critical(text, alarm=kind)


def _exit_code(done: set["asyncio.Future[Any]"], watching: "asyncio.Future[Any]") -> int:
    if watching in done:
        return STALLED
    for one in done:
        error = None if one.cancelled() else one.exception()
        if isinstance(error, PolledElsewhere):
            log.critical(str(error))
            return POLLED_ELSEWHERE
        if error is not None:
            log.critical("a part of the program failed", exc_info=error)
            return STALLED
    return 0


def _commands(known: Vocabulary) -> Commands:
    """The menu of chat commands, Vietnamese by default and English for English phones."""
    listed: Mapping[str, list[tuple[str, str]]] = {
        language: [
            (command, words(language)(f"menu-{one.name.replace('_', '-')}"))
            for command, one in sorted(known.by_command.items())
        ]
        for language in LANGUAGES
    }
    return {"": listed["vi"], **{language: pairs for language, pairs in listed.items() if language != "vi"}}
