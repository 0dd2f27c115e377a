"""Fetching updates: kept first, confirmed after, whatever the network, the disk or an update does."""

import json
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram.constants import UpdateType
from telegram.error import TelegramError

from bot.channel import Alarm, Raw
from bot.channels.telegram.failures import Garbled, Refusal, pause_asked, send_error
from bot.channels.telegram.wire import Wire

log = structlog.get_logger()

ALLOWED_UPDATES = (
    UpdateType.MESSAGE.value,
    UpdateType.EDITED_MESSAGE.value,
    UpdateType.CALLBACK_QUERY.value,
    UpdateType.MY_CHAT_MEMBER.value,
)
PAGE = 100
LONGEST_PAUSE = 6.0
"""Seconds between two tries, and a quarter more: people are heard within ten seconds once it works again."""
REFUSED_PAUSE = 60.0
SILENT_AFTER = 60.0
"""Seconds without a successful poll after which the operator is told."""
REFUSALS_FOR_GOOD = 3
NEW_FOR = 10.0
"""Seconds after its start for which a process counts as the one that came second."""
CONFLICTS_OF_THE_SECOND = 2
CONFLICTS_OF_THE_FIRST = 8
"""Conflicts in a row after which a process leaves: the one that came second long before the one
that people are already talking to."""

Store = Callable[[Sequence[Raw]], Awaitable[None]]


class PolledElsewhere(Exception):
    """Another process fetches this account's updates; two of them tear each other's polls down."""

    def __init__(self, account: str) -> None:
        super().__init__(
            f"another process fetches the updates of Telegram account {account}; "
            "stop it, or give this process another account"
        )


class Poller:
    """The receive loop of one account.

    ``store`` returns when the updates are on disk; only then does the offset move. ``unhook``
    removes a webhook that someone has set. ``timeout`` is the seconds Telegram holds a poll.
    """

    def __init__(
        self,
        wire: Wire,
        store: Store,
        *,
        account: str,
        unhook: Callable[[], Awaitable[None]],
        alarm: Alarm,
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        rng: random.Random,
        timeout: float,
    ) -> None:
        self._wire = wire
        self._store = store
        self._account = account
        self._unhook = unhook
        self._alarm = alarm
        self._monotonic = monotonic
        self._sleep = sleep
        self._rng = rng
        self._timeout = timeout
        self._offset: int | None = None
        self._failures = 0
        self._refusals = 0
        self._conflicts = 0
        self._came_second = True
        self._alarmed: set[str] = set()
        self._began = self._since = monotonic()
        self.heard_at: float | None = None
        self.failing_since: float | None = None

    async def run(self) -> None:
        """Fetch until cancelled.

        Raises ``PolledElsewhere`` when a second process polls the same account.
        """
        self._began = self._since = self._monotonic()
        while True:
            pause = await self._turn()
            await self._warn_of_silence()
            if pause:
                await self._sleep(pause)

    async def _turn(self) -> float:
        """One poll; the seconds to rest before the next, so that none follows within a second
        unless the one before brought something."""
        began = self._monotonic()
        try:
            page = await self._fetch()
        except Refusal as refusal:
            return await self._refused(refusal)
        except TelegramError as error:
            self._wire.renew()
            return self._back_off(str(send_error(error)))
        try:
            await self._store([raw for raw in page if isinstance(raw, dict)])
        except Exception as error:  # the disk's errors are not ours to know; nothing is confirmed
            return self._back_off(f"updates could not be stored ({type(error).__name__})")
        if page and not self._confirm(page):
            return self._back_off("updates without an id")
        self._succeeded()
        return 0.0 if page else max(0.0, began + 1 - self._monotonic())

    async def _fetch(self) -> list[Any]:
        asked = {"limit": PAGE, "timeout": int(self._timeout), "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if self._offset is not None:
            asked["offset"] = self._offset
        body = await self._wire.retrieve(f"getUpdates?{urlencode(asked)}")
        page = self._wire.parse_json_payload(body)["result"]
        if not isinstance(page, list):
            raise Garbled("a page of updates that is no list")
        return page

    def _confirm(self, page: Sequence[Any]) -> bool:
        """Let the next poll confirm ``page``. Ids may start anew, so only this page counts."""
        numbers = [raw.get("update_id") for raw in page if isinstance(raw, dict)]
        known = [number for number in numbers if isinstance(number, int)]
        if known:
            self._offset = max(known) + 1
        return bool(known)

    def _succeeded(self) -> None:
        if self._failures or self._alarmed:
            log.info("telegram is heard again", account=self._account)
        self._failures = self._refusals = self._conflicts = 0
        self._alarmed.clear()
        self.failing_since = None
        self.heard_at = self._since = self._monotonic()

    def _back_off(self, cause: str) -> float:
        """1, 2, 4, 6, 6 … seconds and up to a quarter more."""
        self._failures += 1
        if self.failing_since is None:
            self.failing_since = self._monotonic()
        log.warning("a poll failed", account=self._account, cause=cause, failures=self._failures)
        pause = min(LONGEST_PAUSE, 2.0 ** min(self._failures - 1, 10))
        return self._rng.uniform(pause, 1.25 * pause)

    async def _refused(self, refusal: Refusal) -> float:
        if refusal.code == 409:
            return await self._conflicted(refusal)
        if refusal.code == 429:
            log.warning("polls are throttled", account=self._account)
            return pause_asked(refusal).total_seconds()
        pause = self._back_off(str(send_error(refusal)))
        if refusal.code not in (401, 404):
            return pause
        self._refusals += 1
        if self._refusals < REFUSALS_FOR_GOOD:
            return pause
        await self._tell("account_refused", f"Telegram refuses the token of account {self._account}")
        return REFUSED_PAUSE

    async def _conflicted(self, refusal: Refusal) -> float:
        """A webhook that someone set is removed; a second poller ends this one."""
        pause = self._back_off("conflict with a webhook or another process")
        if refusal.says("webhook"):
            told = f"a webhook was set for account {self._account}, which polls; it is removed"
            await self._tell("webhook_set_elsewhere", told)
            await self._unhook()
            return pause
        self._conflicts += 1
        if self._conflicts == 1:
            self._came_second = self._monotonic() - self._began < NEW_FOR
        if self._conflicts >= (CONFLICTS_OF_THE_SECOND if self._came_second else CONFLICTS_OF_THE_FIRST):
            raise PolledElsewhere(self._account)
        return pause

    async def _warn_of_silence(self) -> None:
        if self._monotonic() - self._since > SILENT_AFTER:
            await self._tell("silent", f"no update could be fetched for account {self._account} for a minute")

    async def _tell(self, kind: str, text: str) -> None:
        """Alarm once until polls succeed again."""
        if kind not in self._alarmed:
            self._alarmed.add(kind)
            await self._alarm(f"telegram.{kind}", text)
