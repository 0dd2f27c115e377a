"""Makes the channels of platforms that know us by a token, each wired to this program."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from hmac import digest
from typing import Protocol

import structlog

from bot import clock
from bot.channel import Channel, Intake
from bot.channels.telegram import Commands, TelegramChannel
from bot.channels.telegram import Webhook as TelegramWebhook
from bot.channels.zalo import Webhook as ZaloWebhook
from bot.channels.zalo import ZaloChannel, connections
from bot.pictures import Pictures
from bot.settings import Settings

log = structlog.get_logger()


class Tended(Channel, Protocol):
    """A bot account on a platform, which has to be introduced there and looked after."""

    @property
    def start_link(self) -> str:
        """The address that opens a chat, with ``{code}`` in it where the platform can carry a code; empty
        until the platform has told who we are."""

    async def set_up(self, commands: Commands) -> None:
        """Ask the bot's name, set or remove the webhook; tolerates failure."""

    async def ask_name(self) -> None:
        """Ask the bot's name only, where another process sets up the account; tolerates failure."""

    async def tend(self) -> None:
        """Catch up on what could not be done and repair a lost webhook; call it every minute."""

    def trouble_since(self) -> float | None:
        """Since when no update could be fetched; None when nothing hinders it."""


class Brands:
    """Everything an account needs of this program, and the connections that accounts share."""

    def __init__(self, settings: Settings, intake: Intake, secret_key: str, pictures: Pictures) -> None:
        self._settings = settings
        self._intake = intake
        self._pictures = pictures
        self._key = sha256(b"hooks:" + secret_key.encode()).digest()
        self._http = connections()
        self._makers: dict[str, Callable[[str], Tended]] = {"telegram": self._telegram, "zalo": self._zalo}

    def made(self, brand: str, token: str) -> Tended:
        """The account behind ``token``. Raises ValueError for what is no token of the brand's."""
        return self._makers[brand](token)

    def of_settings(self) -> Sequence[Tended]:
        """The accounts whose tokens the operator gave."""
        settings = self._settings
        given = {"telegram": settings.telegram_tokens, "zalo": settings.zalo_tokens}
        return [self.made(brand, token) for brand, tokens in given.items() for token in tokens]

    async def close(self) -> None:
        """Release the shared connections."""
        await self._http.aclose()

    def _telegram(self, token: str) -> TelegramChannel:
        settings, hook = self._settings, None
        if settings.public_url:
            hook = TelegramWebhook(settings.public_url, (settings.webhook_secret,))
        return TelegramChannel(
            token,
            intake=self._intake,
            monotonic=clock.monotonic,
            api_url=settings.telegram_api_url,
            rng=clock.chance(),
            webhook=hook,
            alarm=_alarm,
        )

    def _zalo(self, token: str) -> ZaloChannel:
        settings, hook, publish = self._settings, None, None
        if settings.public_url:
            secret = digest(self._key, f"zalo:{token.partition(':')[0]}".encode(), "sha256").hex()
            hook = ZaloWebhook(settings.public_url, (secret,))
            publish = self._pictures.publish
        return ZaloChannel(
            token,
            intake=self._intake,
            http=self._http,
            monotonic=clock.monotonic,
            api_url=settings.zalo_api_url,
            rng=clock.chance(),
            webhook=hook,
            publish=publish,
            alarm=_alarm,
        )


async def _alarm(kind: str, text: str) -> None:
    log.critical(text, alarm=kind)
