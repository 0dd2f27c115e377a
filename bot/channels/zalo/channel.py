"""Zalo as a channel: puts its parts together."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import structlog
from starlette.routing import BaseRoute, Route

from bot.calling import Connections
from bot.channel import Alarm, Capabilities, Envelope, Intake, Introduced, Raw, Sent
from bot.channels.zalo import raw as raw_updates
from bot.channels.zalo import reading
from bot.channels.zalo.fetching import fetched
from bot.channels.zalo.polling import Poller
from bot.channels.zalo.setting_up import SECRET_HEADER, SettingUp, Webhook
from bot.channels.zalo.wire import Wire
from bot.channels.zalo.writing import Publish, Writer
from bot.hook import Hook
from handlers.messages import Inbound, Outbound

log = structlog.get_logger()

LONGEST_TEXT = 1800
"""UTF-16 units. Zalo says 2,000 characters and not which ones."""


async def _logged(kind: str, text: str) -> None:
    log.error(text, kind=kind)


class ZaloChannel:
    """One bot account. Without ``webhook`` it polls; without ``publish`` it has no pictures.

    ``http`` are connections that accounts share and nobody closes here; ``api_url`` is the Bot API server;
    ``rng`` gives the jitter of pauses; ``alarm`` is told (kind, text) what an operator must know.
    ``poll_timeout`` and ``send_timeout`` are seconds.

    Raises ValueError when ``token`` is not a bot's token.
    """

    name = reading.NAME
    capabilities = Capabilities(
        buttons=False,
        edits=False,
        photos=True,
        files=False,
        max_units=LONGEST_TEXT,
        per_second=5,
        chat_spacing=timedelta(seconds=1),
        longest_pause=timedelta(seconds=30),
        plenty=False,
    )

    def __init__(
        self,
        token: str,
        *,
        intake: Intake,
        http: Connections,
        monotonic: Callable[[], float],
        api_url: str,
        rng: random.Random,
        webhook: Webhook | None = None,
        publish: Publish | None = None,
        alarm: Alarm = _logged,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        poll_timeout: float = 30.0,
        send_timeout: float = 20.0,
    ) -> None:
        self.account = account_of(token)
        self._intake = intake
        self._webhook = webhook
        self._http = http
        wire = Wire(token, api_url=api_url, http=http, timeout=send_timeout)
        self._writer = Writer(wire, publish)
        if publish is None:
            self.capabilities = replace(self.capabilities, photos=False)
        self.settings = SettingUp(wire, self.account, webhook, alarm)
        self._poller = Poller(
            wire,
            self._store,
            account=self.account,
            unhook=self.settings.unhook,
            alarm=alarm,
            monotonic=monotonic,
            sleep=sleep,
            rng=rng,
            timeout=poll_timeout,
        )

    def trouble_since(self) -> float | None:
        """Since when no poll has succeeded, by the monotonic clock; None when nothing hinders it."""
        return self._poller.failing_since

    @property
    def start_link(self) -> str:
        """Where people find the bot, no code in it; empty until Zalo has told who it is."""
        return f"https://zalo.me/{self.settings.bot_id}" if self.settings.bot_id else ""

    async def set_up(self, _: object = None) -> None:
        """Ask who the bot is and have updates delivered; tolerates failure. Zalo has no list of commands."""
        await self.settings.begin()

    async def ask_name(self) -> None:
        """Ask who the bot is, where another process sets up the account; tolerates failure."""
        await self.settings.ask()

    async def introduce(self, _: object = None, *, anew: bool = False) -> Introduced:
        """See ``Tended``."""
        await self.settings.introduce(anew=anew)
        hook = self._webhook.url(self.account) if self._webhook else ""
        return Introduced(self.settings.title, self.start_link, hook)

    async def take_leave(self) -> None:
        """See ``Tended``."""
        await self.settings.take_leave()

    def hook(self) -> Hook | None:
        """Where updates are delivered; None where we poll."""
        if self._webhook is None:
            return None
        return Hook(SECRET_HEADER, self._webhook.secrets, self._store, probes=True)

    async def tend(self) -> None:
        """Catch up on what ``set_up`` could not do; look after the webhook. Call it every minute."""
        await self.settings.tend()

    def envelope(self, raw: Raw) -> Envelope:
        """See ``Channel.envelope``."""
        return raw_updates.envelope(raw)

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel.masked``."""
        return raw_updates.masked(raw, mask)

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel.read``."""
        return reading.read(raw, self.account)

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel.send``."""
        return await self._writer.send(chat, message)

    async def photo(self, reference: str) -> bytes:
        """See ``Channel.photo``: an address at Zalo's, for as long as Zalo keeps it."""
        return await fetched(self._http, reference)

    def routes(self) -> Sequence[BaseRoute]:
        """The webhook's route, where there is one."""
        hook = self.hook()
        if self._webhook is None or hook is None:
            return []
        return [Route(self._webhook.path(self.account), hook, name=f"zalo-{self.account}")]

    async def run(self) -> None:
        """See ``Channel.run``."""
        if self._webhook is None:
            await self._poller.run()

    async def close(self) -> None:
        """Nothing of its own to release: the connections are shared."""

    async def _store(self, updates: Sequence[Raw]) -> None:
        await self._intake.store(self, updates)


def account_of(token: str) -> str:
    """The account a token names. Raises ValueError for what is no token."""
    account, _, secret = token.partition(":")
    if not (account.isascii() and account.isdigit() and secret and secret.isascii() and secret.isprintable()):
        raise ValueError(
            "a Zalo token is digits, a colon and a secret, as Zalo Bot Creator gives it; "
            "check ZALO_BOT_TOKENS"
        )
    return account
