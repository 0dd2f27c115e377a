"""What Telegram is told about us: our name is asked, the webhook set or removed, the commands listed."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog
from telegram import Bot, BotCommandScopeAllPrivateChats

from bot.channel import Alarm, Rejected, SendError
from bot.channels.telegram.polling import ALLOWED_UPDATES
from bot.channels.telegram.webhook import Webhook
from bot.channels.telegram.writing import called

log = structlog.get_logger()

Commands = Mapping[str, Sequence[tuple[str, str]]]
"""Pairs of command (without the slash) and description by language code; "" is the default."""

Step = tuple[str, Callable[[], Awaitable[None]]]


class SettingUp:
    """The settings of one account at Telegram. What fails is owed and tried again by ``tend``."""

    def __init__(self, bot: Bot, account: str, webhook: Webhook | None, alarm: Alarm) -> None:
        self._bot = bot
        self._account = account
        self._webhook = webhook
        self._alarm = alarm
        self._owed: list[Step] = []
        self.username = self.title = ""

    async def begin(self, commands: Commands) -> None:
        """Tell everything; failures are logged and owed."""
        self._owed = [("name", self._ask_name), ("updates", self.receive)]
        for language, listed in commands.items():
            self._owed.append((f"commands {language}".strip(), self._listing(language, listed)))
        await self._pay()

    async def introduce(self, commands: Commands, *, anew: bool) -> None:
        """Ask our name, have updates delivered to us and the commands listed if they are not, or always when
        ``anew``: the platform does not tell which secret it sends. Raises a SendError."""
        await self._ask_name()
        if self._webhook:
            info = await called(self._bot.get_webhook_info(), whole=True)
            if info.url == self._webhook.url(self._account) and not anew:
                return
            await self.receive()
        for language, listed in commands.items():
            await self._listing(language, listed)()

    async def take_leave(self) -> None:
        """Have nothing delivered any more; tolerates failure."""
        try:
            await called(self._bot.delete_webhook(drop_pending_updates=False), whole=True)
        except SendError as error:
            log.warning("the webhook stays", account=self._account, cause=str(error))

    async def ask(self) -> None:
        """Only ask our own name: somebody else tells the rest."""
        self._owed = [("name", self._ask_name)]
        await self._pay()

    async def tend(self) -> None:
        """Do what is still owed, and see that the webhook is still ours (call it every minute)."""
        await self._pay()
        if self._webhook:
            await self._check_hook(self._webhook)

    async def _pay(self) -> None:
        """Do the steps in order. A refusal of one is final; when Telegram cannot be reached the
        rest stays owed."""
        while self._owed:
            name, step = self._owed[0]
            try:
                await step()
            except Rejected as error:
                log.error("telegram refuses a setting", account=self._account, step=name, cause=str(error))
            except SendError as error:
                log.warning("a setting waits", account=self._account, step=name, cause=str(error))
                return
            del self._owed[0]

    async def _ask_name(self) -> None:
        me = await called(self._bot.get_me(), whole=True)
        self.username, self.title = me.username or "", me.first_name

    async def receive(self) -> None:
        """Have updates delivered to the webhook, or none set where we poll; nothing is dropped."""
        if self._webhook is None:
            await called(self._bot.delete_webhook(drop_pending_updates=False), whole=True)
            return
        call = self._bot.set_webhook(
            self._webhook.url(self._account),
            secret_token=self._webhook.secrets[0],
            allowed_updates=ALLOWED_UPDATES,
            max_connections=self._webhook.max_connections,
            drop_pending_updates=False,
        )
        await called(call, whole=True)

    def _listing(self, language: str, listed: Sequence[tuple[str, str]]) -> Callable[[], Awaitable[None]]:
        async def listing() -> None:
            scope = BotCommandScopeAllPrivateChats()
            call = self._bot.set_my_commands(listed, scope=scope, language_code=language or None)
            await called(call, whole=True)

        return listing

    async def repair(self) -> None:
        """Set or remove the webhook again; tolerates failure."""
        try:
            await self.receive()
        except SendError as error:
            log.warning("the webhook could not be repaired", account=self._account, cause=str(error))

    async def _check_hook(self, webhook: Webhook) -> None:
        try:
            info = await called(self._bot.get_webhook_info(), whole=True)
        except SendError as error:
            log.warning("the webhook could not be checked", account=self._account, cause=str(error))
            return
        if info.url != webhook.url(self._account):
            told = f"the webhook of account {self._account} was removed or moved; it is set again"
            await self._alarm("telegram.webhook_lost", told)
            await self.repair()
