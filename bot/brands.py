"""Makes the channels of platforms that know us by a token, each wired to this program."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from hmac import digest
from typing import Protocol

import structlog

from bot import clock
from bot.calling import Connections
from bot.channel import Channel, Intake, Introduced
from bot.channels.telegram import Commands, TelegramChannel
from bot.channels.telegram import Webhook as TelegramWebhook
from bot.channels.zalo import Webhook as ZaloWebhook
from bot.channels.zalo import ZaloChannel
from bot.hook import Hook
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

    async def introduce(self, commands: Commands, *, anew: bool = False) -> Introduced:
        """Ask who the bot is, and have updates delivered if they are not, or always when ``anew``; the menu
        of commands too, where there is one. Raises a SendError."""

    async def take_leave(self) -> None:
        """Have nothing delivered any more; tolerates failure."""

    def hook(self) -> Hook | None:
        """Where updates are delivered; None where we poll."""

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
        keys = (secret_key, *settings.former_keys)
        self._keys = [sha256(b"hooks:" + one.encode()).digest() for one in keys]
        self._http = Connections()
        self._makers: dict[str, Callable[..., Tended]] = {"telegram": self._telegram, "zalo": self._zalo}

    def made(self, brand: str, token: str) -> Tended:
        """The account behind ``token``, its webhook with a secret of its own. Raises ValueError for what is
        no token of the brand's."""
        return self._makers[brand](token)

    def of_settings(self) -> Sequence[Tended]:
        """The accounts whose tokens the operator gave."""
        settings = self._settings
        given = {"telegram": settings.telegram_tokens, "zalo": settings.zalo_tokens}
        made = {"telegram": self._shared_telegram, "zalo": self._zalo}
        return [made[brand](token) for brand, tokens in given.items() for token in tokens]

    async def close(self) -> None:
        """Release the shared connections."""
        await self._http.close()

    def _shared_telegram(self, token: str) -> Tended:
        return self._telegram(token, self._settings.webhook_secret)

    def _telegram(self, token: str, secret: str = "") -> Tended:
        settings, hook = self._settings, None
        if settings.public_url:
            secrets = (secret,) if secret else self._secrets("telegram", token)
            hook = TelegramWebhook(settings.public_url, secrets)
        return TelegramChannel(
            token,
            intake=self._intake,
            http=self._http,
            monotonic=clock.monotonic,
            api_url=settings.telegram_api_url,
            rng=clock.chance(),
            webhook=hook,
            alarm=_alarm,
        )

    def _zalo(self, token: str) -> Tended:
        settings, hook, publish = self._settings, None, None
        if settings.public_url:
            hook = ZaloWebhook(settings.public_url, self._secrets("zalo", token))
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

    def _secrets(self, brand: str, token: str) -> tuple[str, ...]:
        """What proves that an update comes from the platform, another one for each account: the one in
        force, and those that a platform which was not told yet still sends."""
        account = f"{brand}:{token.partition(':')[0]}".encode()
        return tuple(digest(key, account, "sha256").hex() for key in self._keys)


async def _alarm(kind: str, text: str) -> None:
    log.critical(text, alarm=kind)
