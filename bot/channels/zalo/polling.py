"""Fetching updates, to try things out without a public address.

Zalo hands each update over once and forgets it then, one a call, and keeps none for a bot that is away:
what is fetched while this process dies is lost, and so is what people write while it does not run.
"""

import random
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.channel import Alarm, Raw
from bot.channels.zalo.failures import Refusal, ZaloFailure, send_error
from bot.channels.zalo.limits import pause_after
from bot.channels.zalo.wire import Wire

log = structlog.get_logger()

SLACK = 10.0
"""Seconds beyond the asked ones after which a poll counts as dead."""
LONGEST_PAUSE = 30.0
REFUSED_PAUSE = 60.0

Store = Callable[[Sequence[Raw]], Awaitable[None]]


class Poller:
    """The receive loop of one account; ``timeout`` is the seconds Zalo holds a poll."""

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
        self._failures = 0
        self._told = False
        self.failing_since: float | None = None

    async def run(self) -> None:
        """Fetch until cancelled."""
        log.warning("zalo polling loses what is written while nobody polls; for trying out only",
                    account=self._account)  # fmt: skip
        await self._unhook()
        while True:
            pause = await self._turn()
            if pause:
                await self._sleep(pause)

    async def _turn(self) -> float:
        """One poll; the seconds to rest before the next."""
        began = self._monotonic()
        try:
            update = await self._fetch()
        except ZaloFailure as failure:
            return await self._failed(failure)
        while update is not None:
            try:
                await self._store([update])
            except Exception as error:  # Zalo has forgotten it: keep it here until the disk takes it
                await self._sleep(self._back_off(f"an update could not be stored ({type(error).__name__})"))
            else:
                break
        self._failures, self._told, self.failing_since = 0, False, None
        return 0.0 if update is not None else max(0.0, began + 1 - self._monotonic())

    async def _fetch(self) -> Raw | None:
        """The next update; None when nothing came, which Zalo calls 408."""
        try:
            found = await self._wire.call(
                "getUpdates", {"timeout": str(int(self._timeout))}, self._timeout + SLACK
            )
        except Refusal as refusal:
            if refusal.code == 408:
                return None
            raise
        return found if isinstance(found, dict) and found else None

    async def _failed(self, failure: ZaloFailure) -> float:
        pause = self._back_off(str(send_error(failure)))
        if not isinstance(failure, Refusal):
            return pause
        if failure.code == 429:
            return pause_after(self._failures).total_seconds()
        if failure.code != 401:
            return pause
        if not self._told:
            self._told = True
            await self._alarm("zalo.account_refused", f"Zalo refuses the token of account {self._account}")
        return REFUSED_PAUSE

    def _back_off(self, cause: str) -> float:
        """1, 2, 4 … 30 seconds and up to a quarter more."""
        self._failures += 1
        if self.failing_since is None:
            self.failing_since = self._monotonic()
        log.warning("a poll failed", account=self._account, cause=cause, failures=self._failures)
        pause = min(LONGEST_PAUSE, 2.0 ** min(self._failures - 1, 10))
        return self._rng.uniform(pause, 1.25 * pause)
