"""Puts the program together: channels, intake, workers, each in the roles this process was given."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from typing import Any

import structlog
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from bot import clock, furniture, outliving
from bot.accounts import Accounts
from bot.addresses import Patience
from bot.brands import Brands, Tended
from bot.channel import Channel
from bot.channels.web import WebChannel
from bot.collector import spare_the_collector
from bot.darkroom import Darkroom
from bot.intake import DurableIntake
from bot.leased import Lease
from bot.legal import Legal, Responsible
from bot.life import Life
from bot.naming import Naming
from bot.own_bots import OwnBots
from bot.own_copy import OwnCopy
from bot.papers import Papers
from bot.pictures import Pictures
from bot.pin_page import PinPage
from bot.server import application, server
from bot.settings import Settings
from bot.shelving import Shelving
from bot.telemetry import Vitals
from bot.tokens import Tokens
from bot.verifying import Verifying
from bot.watching import follow
from bot.workers.brake import Brake
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from bot.workers.scheduler import TICK, SchedulerWorker
from handlers import jobs
from handlers.job import Job
from handlers.registry import instances
from handlers.routing import Router
from handlers.vocabulary import vocabulary
from locales import words
from storage.database import Database
from storage.inbox import Claim
from storage.web_chats import WebChats

log = structlog.get_logger()

LIMIT = 8.0
"""Seconds within which every worker looks at its work; a part that is silent for longer is ill."""
FETCH_LIMIT = 60.0
"""One picture may take this long to be fetched."""
TICK_LIMIT = 2.0 * TICK + 5


class Role(StrEnum):
    """What a process does; on SQLite one process does everything."""

    WEB = "web"
    INBOX = "inbox"
    OUTBOX = "outbox"
    SCHEDULER = "scheduler"


ALL_ROLES = frozenset(Role)


class App:
    """One running program. ``extra`` channels (a terminal, a test's) run beside those of the settings."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        secret_key: str,
        *,
        roles: frozenset[Role] = ALL_ROLES,
        port: int = 0,
        extra: Callable[[DurableIntake], Sequence[Channel]] = lambda _: (),
    ) -> None:
        self.settings = settings
        self.database = database
        self._secret_key = secret_key
        self.roles = roles
        self.port = port or settings.web_port
        self.vitals = Vitals(clock.monotonic)
        self.new_id = clock.UuidSevens()
        self.holder = self.new_id()
        self.intake = DurableIntake(database, secret_key=secret_key, now=clock.now, new_id=self.new_id)
        self.vocabulary = vocabulary()
        self.pictures = Pictures(
            database, secret_key=secret_key, public_url=settings.public_url, now=clock.now
        )
        self.papers = Papers(
            database, public_url=settings.public_url, now=clock.now, new_token=clock.new_token
        )
        self.brands = Brands(settings, self.intake, secret_key, self.pictures)
        self.accounts = self.brands.of_settings()
        self.web = self._web()
        others = [self.web, *extra(self.intake)]
        self.channels: list[Channel] = [*self.accounts, *others]
        bots = Accounts(
            database, self.brands, Tokens(secret_key, settings.former_keys), self.accounts, others
        )
        commands = furniture.commands(self.vocabulary)
        self.own_bots = OwnBots(database, bots, settings, commands, self._alone, self.new_id)
        self.darkroom = Darkroom(
            database, bots, secret_key=secret_key, public_url=settings.public_url, now=clock.now,
            new_id=self.new_id, former_keys=settings.former_keys,
        )  # fmt: skip
        self._outboxes: list[OutboxWorker] = []
        self._start_links: dict[tuple[str, str], str] = {}
        self._life = Life(self.vitals, database, self.web.close)

    def stop(self) -> None:
        """Have ``run`` end in order."""
        self._life.stop()

    async def run(self) -> int:
        """Run until stopped; the exit code. What was in flight is finished first."""
        parts: Mapping[Role, Callable[[], list[Awaitable[Any]]]] = {
            Role.WEB: self._receiving,
            Role.INBOX: self._thinking,
            Role.OUTBOX: self._sending,
            Role.SCHEDULER: self._ticking,
        }
        works = [work for role, part in parts.items() if role in self.roles for work in part()]
        works += self.own_bots.working(receives=Role.WEB in self.roles)
        served = self.channels if Role.WEB in self.roles else []
        settings, said = self.settings, words(self.settings.default_language)
        # Each is tried in turn, so those that are called all day come first.
        routes = [route for channel in served for route in channel.routes()]
        routes += self.own_bots.hooks.routes() if served else []
        routes += [*self.pictures.routes(), *self.papers.routes(), *self.darkroom.routes()]
        routes += [*Verifying(self.database, said, secure=settings.secure).routes(), *self._legal()]
        patience = [Middleware(Patience, now=clock.now, told=said("address-patience"))]
        app = application(self.database, self.vitals, routes, hosts=settings.hosts, patience=patience)
        spare_the_collector()
        try:
            return await self._life.run(works, server(app, settings.web_host, self.port))
        finally:
            await self.own_bots.close()
            for channel in self.channels:
                await channel.close()
            await self.brands.close()

    def _receiving(self) -> list[Awaitable[Any]]:
        """Poll where no webhook is set, each account in one process; keep the pages fresh."""
        self.database.subscribe("web", self.web.wake)
        polling = [] if self.settings.public_url else self.accounts
        return [
            *(self._alone(f"poll {one.account}", partial(self._poll, one)) for one in polling),
            *(self._tend(channel) for channel in self.accounts),
        ]

    def _thinking(self) -> list[Awaitable[Any]]:
        arrived = asyncio.Event()
        self.database.subscribe("inbox", lambda _: arrived.set())
        for channel in self.channels:
            self._name_link(channel)
        desk = furniture.desk(self.settings, self._start_links, self._secret_key, self.channels)
        self.darkroom.beat = self.vitals.watch("darkroom", FETCH_LIMIT)
        shelving = Shelving(self.database, desk.faq, beat=self.vitals.watch("faq", LIMIT))
        naming = Naming(self.database, desk.units, now=clock.now, beat=self.vitals.watch("units", LIMIT))
        worker = InboxWorker(
            self.database,
            self.own_bots.accounts,
            Router(self.vocabulary),
            desk,
            now=clock.now,
            new_id=self.new_id,
            language=self.settings.default_language,
            beat=self.vitals.watch("inbox", LIMIT),
            claim=Claim(by=self.holder if self.database.engine != "sqlite" else ""),
            brake=Brake(),
            learn=self.own_bots.accounts.learn,
        )
        # Whoever receives tends the accounts; else their names are asked here, for links and mentions.
        tended = [] if Role.WEB in self.roles else self.accounts
        return [
            worker.run(arrived),
            shelving.run(),
            naming.run(),
            self.darkroom.run(),
            *(self._tend(channel) for channel in tended),
        ]

    def _sending(self) -> list[Awaitable[Any]]:
        """Each account's messages leave from one process, so its rate and its order hold."""
        self._outboxes = [self._outbox(channel) for channel in self.channels]
        self.database.subscribe("outbox", lambda _: self._ring())
        beat = self.vitals.watch("outbox of own bots", LIMIT)
        return [
            *(
                self._alone(
                    f"send {channel.name} {channel.account}", partial(self._send, worker), worker.beat
                )
                for channel, worker in zip(self.channels, self._outboxes, strict=True)
            ),
            *self.own_bots.sending(lambda key: self._sender(self.own_bots.accounts.own(key)), beat),
        ]

    async def _send(self, worker: OutboxWorker) -> None:
        """Send what an account owes; health turns bad while that fails."""
        with self._followed(f"send {worker.name}", worker.trouble_since):
            await worker.run()

    def _ticking(self) -> list[Awaitable[Any]]:
        scheduler = SchedulerWorker(
            self.database,
            instances(jobs, Job),
            now=clock.now,
            monotonic=clock.monotonic,
            new_id=self.new_id,
            beat=self.vitals.watch("scheduler", TICK_LIMIT),
            allowance=self.settings.allowance,
        )
        return [scheduler.run(), outliving.listing(self.database, self.settings.data_folder)]

    def _ring(self) -> None:
        for one in self._outboxes:
            one.wake.set()

    def _alone(
        self, name: str, work: Callable[[], Awaitable[None]], beat: Callable[[], None] = lambda: None
    ) -> Awaitable[None]:
        return Lease(self.database, name, self.holder, clock.monotonic, beat).while_held(work)

    async def _tend(self, channel: Tended) -> None:
        """Introduce ourselves beside the running server, then look after the account every minute."""
        if Role.WEB in self.roles:
            await channel.set_up(furniture.commands(self.vocabulary))
        else:
            await channel.ask_name()
        while True:
            self._name_link(channel)
            await asyncio.sleep(60)
            await channel.tend()

    def _name_link(self, channel: Channel) -> None:
        if link := furniture.start_link(channel, self.settings):
            self._start_links[channel.name, channel.account] = link

    async def _poll(self, channel: Tended) -> None:
        """Fetch what comes for an account; health turns bad while that fails."""
        with self._followed(f"poll {channel.account}", channel.trouble_since):
            await channel.run()

    @contextmanager
    def _followed(self, part: str, trouble_since: Callable[[], float | None]) -> Iterator[None]:
        say = self.vitals.sign(part)
        following = asyncio.create_task(follow(say, trouble_since, clock.monotonic))
        try:
            yield
        finally:
            following.cancel()
            say(False)

    def _legal(self) -> list[BaseRoute]:
        """What the law wants everybody to find, and the copies people ask for."""
        settings, said = self.settings, words(self.settings.default_language)
        controller = settings.controller_name or said("sample-controller")
        contact = settings.controller_contact or said("sample-contact")
        copies = OwnCopy(self.database, said, controller, now=clock.now, secure=settings.secure)
        legal = Legal(said, Responsible(controller, contact), self.database, secure=settings.secure)
        pin = PinPage(self.database, said, now=clock.now, new_id=self.new_id, secure=settings.secure)
        return [*copies.routes(), *pin.routes(), *legal.routes()]

    def _web(self) -> WebChannel:
        return WebChannel(
            intake=self.intake,
            store=WebChats(self.database),
            new_id=self.new_id,
            now=clock.now,
            words=words(self.settings.default_language),
            secure=self.settings.secure,
            new_token=clock.new_token,
            announce=lambda chat: self.database.announce("web", chat),
        )

    def _outbox(self, channel: Channel) -> OutboxWorker:
        return self._sender(channel, self.vitals.watch(f"outbox {channel.name} {channel.account}", LIMIT))

    def _sender(self, channel: Channel, beat: Callable[[], None] = lambda: None) -> OutboxWorker:
        return OutboxWorker(
            self.database,
            channel,
            now=clock.now,
            monotonic=clock.monotonic,
            beat=beat,
            publish=self.papers.publish if self.settings.public_url else None,
            exposes=self.darkroom.exposed,
            allowance=self.settings.allowance,
        )
