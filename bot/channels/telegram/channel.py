"""Telegram as a channel: puts its parts together."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import structlog
from starlette.routing import BaseRoute, Route
from telegram import Bot
from telegram.constants import MessageLimit

from bot.calling import Connections
from bot.channel import Alarm, Capabilities, Envelope, Intake, Introduced, Raw, Sent
from bot.channels.telegram import raw as raw_updates
from bot.channels.telegram import reading
from bot.channels.telegram.fetching import fetched
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.setting_up import Commands, SettingUp
from bot.channels.telegram.webhook import SECRET_HEADER, Webhook
from bot.channels.telegram.wire import Wire
from bot.channels.telegram.writing import Writer
from bot.hook import Hook
from handlers.messages import Inbound, Outbound

log = structlog.get_logger()

POLL_SLACK = 8.0
"""Seconds beyond the asked ones after which a poll's connection counts as dead."""


async def _logged(kind: str, text: str) -> None:
    log.error(text, kind=kind)


class TelegramChannel:
    """One bot account. Without ``webhook`` it polls.

    ``http`` are connections that accounts share and nobody closes here; ``api_url`` is the Bot API
    server; ``rng`` gives the jitter of pauses; ``alarm`` is told (kind, text) what an operator must
    know. ``place_label`` stands on the key that hands over a position. ``poll_timeout`` and
    ``send_timeout`` are seconds.

    Raises ValueError when ``token`` is not a bot's token.
    """

    name = reading.NAME
    capabilities = Capabilities(
        buttons=True,
        edits=True,
        photos=True,
        files=True,
        max_units=MessageLimit.MAX_TEXT_LENGTH.value,
        per_second=25,
        chat_spacing=timedelta(seconds=1),
        place_path=("message", "location"),
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
        alarm: Alarm = _logged,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        place_label: str = "📍",
        poll_timeout: float = 25.0,
        send_timeout: float = 30.0,
    ) -> None:
        self.account = _account(token)
        self._intake = intake
        self._monotonic = monotonic
        self._webhook = webhook
        self._heard_at: float | None = None
        self._wire = Wire(token, api_url=api_url, http=http, timeout=send_timeout)
        # Connections of its own: after a failure all of them are forgotten.
        self._polls = Connections()
        self._poll_wire = Wire(token, api_url=api_url, http=self._polls, timeout=poll_timeout + POLL_SLACK)
        # The library gets a stand-in for the token: it writes it into errors, logs and its repr.
        bot = Bot(f"{self.account}:hidden", request=self._wire, get_updates_request=self._poll_wire)
        self._writer = Writer(self._wire, bot, place_label)
        self._settings = SettingUp(bot, self.account, webhook, alarm)
        self._poller = Poller(
            self._poll_wire,
            self._store,
            account=self.account,
            unhook=self._settings.repair,
            alarm=alarm,
            monotonic=monotonic,
            sleep=sleep,
            rng=rng,
            timeout=poll_timeout,
        )

    @property
    def heard_at(self) -> float | None:
        """When updates were last fetched or delivered and kept, by the monotonic clock.

        A poll that brings nothing counts, after up to ``poll_timeout`` seconds; a webhook may
        be silent for as long as nobody writes.
        """
        return self._heard_at if self._webhook else self._poller.heard_at

    def trouble_since(self) -> float | None:
        """Since when no poll has succeeded, by the monotonic clock; None when nothing hinders it."""
        return self._poller.failing_since

    @property
    def username(self) -> str:
        """The bot's name in links; empty until Telegram has told it."""
        return self._settings.username

    @property
    def start_link(self) -> str:
        """The address that opens a chat with ``{code}`` already in it; empty until the name is known."""
        return f"https://t.me/{self.username}?start={{code}}" if self.username else ""

    async def set_up(self, commands: Commands) -> None:
        """Ask the bot's name, set or remove the webhook, list the commands; tolerates failure."""
        await self._settings.begin(commands)

    async def ask_name(self) -> None:
        """Ask the bot's name only, where another process sets up the account; tolerates failure."""
        await self._settings.ask()

    async def introduce(self, commands: Commands, *, anew: bool = False) -> Introduced:
        """See ``Tended``."""
        await self._settings.introduce(commands, anew=anew)
        hook = self._webhook.url(self.account) if self._webhook else ""
        return Introduced(self._settings.title, self.start_link, hook)

    async def take_leave(self) -> None:
        """See ``Tended``."""
        await self._settings.take_leave()

    def hook(self) -> Hook | None:
        """Where updates are delivered; None where we poll."""
        return Hook(SECRET_HEADER, self._webhook.secrets, self._store) if self._webhook else None

    async def tend(self) -> None:
        """Catch up on what ``set_up`` could not do and repair a lost webhook; call it every minute."""
        await self._settings.tend()

    def envelope(self, raw: Raw) -> Envelope:
        """See ``Channel.envelope``."""
        return raw_updates.envelope(raw)

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel.masked``."""
        return raw_updates.masked(raw, mask)

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel.read``."""
        return reading.read(raw, reading.Identity(self.account, self._settings.username))

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel.send``."""
        return await self._writer.send(chat, message)

    async def photo(self, reference: str) -> bytes:
        """See ``Channel.photo``: Telegram keeps it as long as we may ask."""
        return await fetched(self._wire, reference)

    def routes(self) -> Sequence[BaseRoute]:
        """The webhook's route, where there is one."""
        hook = self.hook()
        if self._webhook is None or hook is None:
            return []
        return [Route(self._webhook.path(self.account), hook, name=f"telegram-{self.account}")]

    async def run(self) -> None:
        """See ``Channel.run``.

        Raises ``PolledElsewhere`` when a second process polls the same account.
        """
        if self._webhook is None:
            await self._poller.run()

    async def close(self) -> None:
        """See ``Channel.close``."""
        await self._wire.shutdown()
        await self._poll_wire.shutdown()
        await self._polls.close()

    async def _store(self, updates: Sequence[Raw]) -> None:
        if updates:
            await self._intake.store(self, updates)
        self._heard_at = self._monotonic()


def _account(token: str) -> str:
    account, _, secret = token.partition(":")
    if not (account.isascii() and account.isdigit() and secret):
        raise ValueError(
            "a Telegram token is digits, a colon and a secret, as BotFather gives it; "
            "check TELEGRAM_BOT_TOKENS"
        )
    return account
