"""The worker that sends: what is owed leaves in order per chat, outside any transaction."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.channel import (
    AccountRefused,
    Channel,
    Doubtful,
    Moved,
    NetworkDown,
    Rejected,
    SendError,
    Throttled,
    Unreachable,
)
from bot.darkroom import Exposes, unexposed
from bot.drawing import drawn
from bot.easel import pictured
from bot.gathering import Gathering
from bot.scribe import Publish, Scribe
from bot.workers.doubt import DOUBT, goes_again
from bot.workers.marking import Marking, nothing
from bot.workers.outage import Fate, Outage
from bot.workers.pacing import Pace
from bot.workers.thrift import Thrift, unsent
from handlers.allowance import ALLOWED, Allowance
from handlers.messages import Lane, Outbound
from handlers.outgoing import read
from locales import Words, words
from storage import bot_accounts, outbox, people
from storage.database import Database, StorageError, T, Work
from storage.outbox import UNSENT, OutboxRow, OutboxState
from storage.queries import Tx

log = structlog.get_logger()

IN_FLIGHT = 100
"""Messages of one account on their way at once, four seconds of its rate: what a kill can double at most."""
LOOK = 2.0
"""Seconds after which the worker looks by itself: an announcement may be lost with its process."""
REFUSED_PAUSE = 60.0
REFUSALS_FOR_GOOD = 3
"""Refusals of the account in a row after which it is tried once a minute only."""


class OutboxWorker:
    """Sends for one account of one channel."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        *,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        beat: Callable[[], None] = lambda: None,
        language: str = "vi",
        publish: Publish | None = None,
        exposes: Exposes = unexposed,
        allowance: Allowance = ALLOWED,
    ) -> None:
        self.beat = beat
        self._exposes = exposes
        self._words: Words = words(language)
        self._scribe = Scribe(database, self._words, publish)
        self._outage = Outage(monotonic, now)
        self._database = database
        self._channel = channel
        self._now = now
        self._thrift = Thrift(database, channel, allowance, now)
        self._pace = Pace(channel.capabilities, monotonic)
        self._busy: set[str] = set()
        self._flights: set[asyncio.Task[None]] = set()
        self._marking = Marking(database, now)
        self._longest_pause = channel.capabilities.longest_pause.total_seconds()
        self._pause, self._refusals = 0.0, 0
        self.idle = self._recalled = self._doubted = False
        self._monotonic = monotonic
        self._trouble_since: float | None = None
        self.name = f"{channel.name} {channel.account}"
        self.wake = asyncio.Event()

    def trouble_since(self) -> float | None:
        """Since when nothing could be sent, by the monotonic clock; None when nothing hinders it."""
        return self._trouble_since

    async def run(self) -> None:
        """Send until cancelled; what is in flight then is given the time to arrive and be marked."""
        gathering = Gathering()
        try:
            while True:
                await gathering.turn()
                self.wake.clear()
                try:
                    wait = await self.step()
                    gathering.over(len(self._flights))
                except StorageError as error:
                    log.error("storage refused the outbox; trying again", cause=str(error))
                    wait = 1.0
                # Not wait_for: it loses a cancellation that meets the event, and the stop waits for ever.
                with suppress(TimeoutError):
                    async with asyncio.timeout(min(wait, LOOK)):
                        await self.wake.wait()
        finally:
            await asyncio.shield(self.land())

    async def step(self) -> float:
        """Mark what has landed, let the next ones leave; seconds until the next look."""
        self.beat()
        self.idle = False
        await self._recall()
        if self._outage.looks():
            await self._landed()  # what has not been marked counts as on its way, and would stay
            await self._detour()
        free = min(self._pace.free(), IN_FLIGHT - len(self._flights))
        if free <= 0:
            return 0.0 if await self._landed() else self._pace.wait()
        now, name, account = self._now(), self._channel.name, self._channel.account
        held = [*self._busy.difference(self._marking.landed), *self._pace.resting()]

        async def look(tx: Tx) -> tuple[list[OutboxRow], datetime | None]:
            if self._database.held:
                return [], None
            due = await outbox.heads(tx, name, account, now, held, free)
            return due, None if due else await outbox.next_due_at(tx, name, account, now)

        rows, later = await self._mark(look)
        await self._thrift.look()
        for row in rows:
            self._launch(row, now)
        self.idle = not (rows or held or self._flights or self._marking)
        if rows:
            return 0.0 if self._marking else self._pace.wait()
        return self._until(later, now)

    async def settle(self) -> None:
        """Send everything that may leave now and mark it (for tests and an orderly stop)."""
        while True:
            await self.step()
            if not self._flights and not self._marking:
                return
            await asyncio.gather(*self._flights)

    async def _recall(self) -> None:
        """Once, at the beginning: what has waited for minutes tells of trouble that was there before us."""
        if not self._recalled:
            name, account, now = self._channel.name, self._channel.account, self._now()
            waits = await self._database.read(lambda tx: outbox.waits_since(tx, name, account, now))
            self._outage.recalled(waits)
            self._recalled = True

    async def _detour(self) -> None:
        """The account is away: who has another chat is answered there."""
        name, account, busy = self._channel.name, self._channel.account, [*self._busy]
        moved = await self._database.write(lambda tx: outbox.detour(tx, name, account, busy, self._now()))
        if moved:
            log.warning("messages go another way while an account is away", account=account, messages=moved)
            await self._database.announce("outbox")

    def _launch(self, row: OutboxRow, now: datetime) -> None:
        self._busy.add(row.subline)
        over = row.deadline_at is not None and row.deadline_at < now
        fate = self._outage.fate(row.chat, row.created_at, own_accord=row.lane >= Lane.ROLE)
        spared = not (over or fate is Fate.DROPPED) and not self._thrift.sends(row)
        if over or fate is Fate.DROPPED or spared:
            state = unsent(row) if spared else OutboxState.EXPIRED
            self._marking.done(row, state, error=UNSENT if spared else "")
            return
        self._pace.spend(row.subline)
        flight = asyncio.create_task(self._send(row, fate), name=f"send-{row.id}")
        self._flights.add(flight)
        flight.add_done_callback(self._flights.discard)

    async def _send(self, row: OutboxRow, fate: Fate) -> None:
        try:
            message_id, notice = "", self._notice(row)
            able = self._channel.capabilities
            exposed = await self._exposes(self._worded(row, fate, notice), able)
            message = await self._scribe.filed(await pictured(exposed, able), able)
            for number, part in enumerate(drawn(message, able)[row.parts :], start=row.parts + 1):
                message_id = (await self._channel.send(row.chat, part)).message_id
                self._thrift.sent()
                self._marking.left(row, number)
        except SendError as error:
            self._failed(row, error)
        except Exception as error:  # a mistake of ours in one message must not stop the others
            log.error("a message could not be sent", row=row.id, exc_info=error)
            self._marking.done(row, OutboxState.FAILED, error=type(error).__name__)
        else:
            self._fine()
            self._outage.ends()
            if notice:
                self._outage.heard(row.chat)
            self._marking.done(row, OutboxState.SENT, message_id=message_id)
        self.wake.set()

    def _notice(self, row: OutboxRow) -> str:
        """What stands before the first message to a chat after an outage; the answer to a tap and what has
        left in part stay as they are."""
        whole = row.subline == row.chat and not row.parts
        return self._outage.notice(row.chat, row.created_at, self._words) if whole else ""

    def _worded(self, row: OutboxRow, fate: Fate, notice: str) -> Outbound:
        """The message of ``row`` with its notice; of answers that are out of date a word that they are."""
        message = Outbound(self._words("outage-missed")) if fate is Fate.MISSED else read(row)
        return replace(message, text=f"{notice}\n{message.text}".strip()) if notice else message

    def _failed(self, row: OutboxRow, error: SendError) -> None:
        log.warning("a send failed", row=row.id, channel=self._channel.name, kind=type(error).__name__)
        if isinstance(error, Throttled):
            self._throttled(row, error)
        elif isinstance(error, NetworkDown | AccountRefused):
            self._down(row, error)
        elif isinstance(error, Doubtful):
            self._doubtful(row)
        elif isinstance(error, Moved):
            moved = people.contact_moved(row.channel, row.account, row.chat, error.chat)
            self._marking.changed(row, moved, outbox.readdressed(row, error.chat))
        else:
            assert isinstance(error, Unreachable | Rejected)  # noqa: S101  # every SendError has its way above
            if isinstance(error, Unreachable):
                gone = people.contact_marked(row.channel, row.account, row.chat, unreachable=True)
                self._marking.note(gone)
            self._marking.done(row, OutboxState.FAILED, error=str(error))

    def _throttled(self, row: OutboxRow, error: Throttled) -> None:
        if error.whole:
            self._outage.begins()
            self._pace.hold_all(error.retry_after)
        else:
            self._pace.hold(row.subline, error.retry_after)
        self._marking.later(row, error.retry_after, count=False)

    def _down(self, row: OutboxRow, error: SendError) -> None:
        """Messages that left together fail together: the pause grows once for all of them."""
        self._outage.begins()
        if isinstance(error, AccountRefused) and not self._refusals:
            self._marking.note(bot_accounts.doubted((row.channel, row.account)))
            self._doubted = True
        if not self._pace.paused():
            self._refusals = self._refusals + 1 if isinstance(error, AccountRefused) else 0
            self._pause = min(self._longest_pause, max(1.0, self._pause * 2))
            if self._refusals >= REFUSALS_FOR_GOOD:
                self._pause = REFUSED_PAUSE
            if self._trouble_since is None:
                self._trouble_since = self._monotonic()
            self._pace.hold_all(timedelta(seconds=self._pause))
        self._marking.later(row, timedelta(0), count=False)

    def _fine(self) -> None:
        self._pause, self._refusals, self._trouble_since = 0.0, 0, None

    def _doubtful(self, row: OutboxRow) -> None:
        """Nobody knows whether it arrived; if nothing else arrives either, that is an outage too."""
        self._outage.begins()
        if goes_again(row, self._channel.capabilities):
            self._marking.later(row, DOUBT, count=True)
            return
        self._outage.gave_up(row.chat)
        self._marking.done(row, OutboxState.FAILED, error="unknown whether delivered")

    async def _mark(self, look: Work[T]) -> T:
        """Write what happened, in one commit; only then may the chat's next message leave. The same
        transaction gives what ``look`` finds."""
        if self._marking:
            landed, found = await self._marking.write(self._thrift.counted(), look)
            self._busy.difference_update(landed)
        else:
            found = await self._database.read(look)
        if self._doubted:
            self._doubted = False
            await self._database.announce("accounts")
        return found

    async def land(self) -> None:
        """Give what is on its way the time to arrive, and mark it."""
        if self._flights:
            await asyncio.wait(self._flights, timeout=8)
        with suppress(StorageError):
            await self._landed()

    async def _landed(self) -> bool:
        """Mark what has landed, where nothing is looked for with it; whether anything had."""
        if not self._marking:
            return False
        await self._mark(nothing)
        return True

    def _until(self, at: datetime | None, now: datetime) -> float:
        """Seconds until the message that falls due at ``at``, if there is one."""
        if at is None and not self._flights:
            self._fine()
        due = LOOK if at is None else max(0.005, (at - now).total_seconds())
        return min(due, self._pace.wait())
