"""What Zalo is told about us: our name is asked, the webhook set or removed, and looked after."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.channel import Alarm
from bot.channels.zalo.failures import Refusal, ZaloFailure, send_error
from bot.channels.zalo.wire import Wire

log = structlog.get_logger()

SECRET_HEADER = b"x-bot-api-secret-token"
CHECK_EVERY = 10
"""Of so many looks after the account, one asks Zalo whether the webhook is still ours."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Zalo reaches us, and the secrets it may send: the first is the one in force.

    Raises ValueError when a secret is missing or not of 8 to 256 characters.
    """

    public_url: str
    secrets: tuple[str, ...] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.secrets or not all(8 <= len(one) <= 256 and one.isascii() for one in self.secrets):
            raise ValueError("a webhook secret needs 8 to 256 plain characters")

    def path(self, account: str) -> str:
        """The path of an account's hook."""
        return f"/hooks/zalo/{account}"

    def url(self, account: str) -> str:
        """The address Zalo is given."""
        return self.public_url.rstrip("/") + self.path(account)


class SettingUp:
    """The settings of one account at Zalo. What fails is owed and tried again by ``tend``."""

    def __init__(self, wire: Wire, account: str, webhook: Webhook | None, alarm: Alarm) -> None:
        self._wire = wire
        self._account = account
        self._webhook = webhook
        self._alarm = alarm
        self._told: set[str] = set()
        self._looks = 0
        self.bot_id = ""
        self.title = ""
        self.hooked = False

    async def begin(self) -> None:
        """Ask our name and have updates delivered; failures are logged and owed."""
        await self.ask()
        if self._webhook:
            await self._kept(self.hook(), "the webhook waits")

    async def introduce(self, *, anew: bool) -> None:
        """Ask our name, and have updates delivered to us if they are not, or always when ``anew``: Zalo does
        not tell which secret it sends. Raises a SendError."""
        try:
            await self.know()
            hook = self._webhook
            if hook and (anew or await self._address() != hook.url(self._account)):
                await self.hook()
        except ZaloFailure as failure:
            raise send_error(failure) from None

    async def take_leave(self) -> None:
        """Have nothing delivered any more; tolerates failure."""
        await self._kept(self._wire.call("deleteWebhook", {}), "the webhook stays")

    async def ask(self) -> None:
        """Only ask our own name: somebody else tells the rest."""
        await self._kept(self.know(), "the name waits")

    async def tend(self) -> None:
        """Do what is still owed, and see that the webhook is still ours."""
        if not self.bot_id:
            await self.ask()
        self._looks += 1
        if self._webhook and (self._looks % CHECK_EVERY == 0 or not self.hooked):
            await self._kept(self._check_hook(self._webhook), "the webhook could not be checked")

    async def know(self) -> None:
        """Ask who the bot is. Raises ZaloFailure."""
        me = await self._wire.call("getMe", {})
        if isinstance(me, Mapping):
            self.bot_id = str(me.get("id") or "")
            self.title = str(me.get("display_name") or me.get("account_name") or "")

    async def hook(self) -> None:
        """Have updates delivered to the webhook; nothing where there is none. Raises ZaloFailure."""
        if self._webhook is None:
            return
        given = {"url": self._webhook.url(self._account), "secret_token": self._webhook.secrets[0]}
        result = await self._wire.call("setWebhook", given)
        self.hooked = True
        await self._judge(result.get("verification") if isinstance(result, Mapping) else None)

    async def unhook(self) -> None:
        """Where we poll, a webhook that is set would keep every update from us; tolerates failure."""
        await self._kept(self._remove(), "the webhook could not be removed")

    async def _remove(self) -> None:
        if await self._address():
            await self._tell(
                "webhook_removed", f"a webhook was set for {self._account}, which polls; removed"
            )
            await self._wire.call("deleteWebhook", {})

    async def _check_hook(self, webhook: Webhook) -> None:
        if await self._address() != webhook.url(self._account):
            if self.hooked:
                told = f"the webhook of account {self._account} was removed or moved; it is set again"
                await self._tell("webhook_lost", told)
            await self.hook()
        self.hooked = True

    async def _address(self) -> str:
        """The webhook that is set; Zalo answers 404 where there is none."""
        try:
            info = await self._wire.call("getWebhookInfo", {})
        except Refusal as refusal:
            if refusal.code == 404:
                return ""
            raise
        return str(info.get("url") or "") if isinstance(info, Mapping) else ""

    async def _judge(self, verification: Any) -> None:
        """Zalo keeps an address it could not reach, and only says so."""
        if isinstance(verification, Mapping) and verification.get("ok") is False:
            outcome = verification.get("outcome")
            told = (
                f"Zalo could not reach the webhook of account {self._account} ({outcome}); look at the proxy"
            )
            await self._tell("webhook_unreachable", told)

    async def _tell(self, kind: str, text: str) -> None:
        if kind not in self._told:
            self._told.add(kind)
            await self._alarm(f"zalo.{kind}", text)

    async def _kept(self, call: Any, waits: str) -> None:
        """Make a call that may fail: it is tried again later."""
        try:
            await call
        except ZaloFailure as failure:
            log.warning(waits, account=self._account, cause=str(failure))
            if isinstance(failure, Refusal) and failure.code == 401:
                await self._tell("account_refused", f"Zalo refuses the token of account {self._account}")
