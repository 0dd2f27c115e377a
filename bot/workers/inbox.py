"""The worker that thinks: a batch of lines is read at once, thought, and written in one commit."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import takewhile

import structlog

from bot.channel import Channel, NewId
from bot.gathering import Gathering
from bot.workers.brake import Brake
from bot.workers.claims import Claims
from bot.workers.cutting import Stuck
from bot.workers.thinking import Learn, Stray, Thinker, Thought, knowing_all
from handlers.desk import Desk
from handlers.messages import Outbound
from handlers.outgoing import Address, owed
from handlers.routing import Router
from handlers.standing import Standings
from locales import words
from locales.formats import local
from storage import account_use, inbox, outbox
from storage.database import Database, StorageError
from storage.effects import Effect, Lost, carry_out
from storage.inbox import Claim, InboxRow, Overtaken
from storage.queries import Tx
from storage.topics import TOPIC_OF

log = structlog.get_logger()

BATCH = 50
"""Lines thought in one commit."""
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 30, 120))
"""How long a failed update waits before each further try; after the last it is set aside."""
ALONE = Claim()
"""The claim of the only worker there is."""
LOOK = 2.0
"""Seconds after which the worker looks by itself: an announcement may be lost with its process."""
TRIES_WHEN_STUCK = 2
"""A turn that had to be cut stopped everybody; it is not let do that five times."""
SLOW_AFTER = 2
"""The try after which the person hears that we are slow."""


class InboxWorker:
    """See the module. ``beat`` is called with every look into the inbox; without ``brake`` nobody writes
    too fast."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[tuple[str, str], Channel],
        router: Router,
        desk: Desk,
        *,
        now: Callable[[], datetime],
        new_id: NewId,
        language: str = "vi",
        beat: Callable[[], None] = lambda: None,
        claim: Claim = ALONE,
        brake: Brake | None = None,
        learn: Learn = knowing_all,
    ) -> None:
        self._database = database
        self._now = now
        self._new_id = new_id
        self._language = language
        self._beat = beat
        self._claims = Claims(database, claim, now)
        self._brake = brake
        self._channels = channels
        self._thinker = Thinker(
            database, channels, router, desk, now=now, new_id=new_id, language=language, learn=learn
        )

    async def run(self, arrived: asyncio.Event) -> None:
        """Work until cancelled, woken by ``arrived`` and by retries that fall due."""
        gathering = Gathering()
        while True:
            await gathering.turn()
            arrived.clear()
            try:
                done = await self.step()
                gathering.over(done)
                if done:
                    continue
                wait = self._until_retry()
            except StorageError as error:
                log.error("storage refused the inbox; trying again", cause=str(error))
                wait = 1.0
            # Not wait_for: it loses a cancellation that meets the event, and the stop waits for ever.
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await arrived.wait()

    async def step(self) -> int:
        """Handle one batch; how many updates it was."""
        self._beat()
        rows, stand = await self._claims.take(BATCH)
        if rows:
            async with self._claims.kept(rows):
                await self._together(await self._braked(rows), stand)
            await self._database.announce("outbox")
        return len(rows)

    async def _braked(self, rows: Sequence[InboxRow]) -> list[InboxRow]:
        """The rows that are to be thought; of a flood, all that waits is passed over, up to the next that
        may be thought again."""
        if self._brake is None:
            return list(rows)
        passing = []
        for row in rows:
            if row.attempts or self._brake.passes(row):
                passing.append(row)
            else:
                await self._pass_over(row, self._brake)
        return passing

    async def _pass_over(self, head: InboxRow, brake: Brake) -> None:
        now = self._now()
        waiting = await self._database.read(lambda tx: inbox.waiting(tx, head.line))
        flood = [one.id for one in takewhile(lambda one: not brake.passes(one), waiting)]
        effects = self._told(head, "flood", now) if brake.tells(head, now) else []

        async def work(tx: Tx) -> None:
            await inbox.pass_over(tx, flood, now)
            await carry_out(tx, effects)

        await self._database.write(work)
        log.warning("a flood was passed over", line=head.line, updates=len(flood))

    async def _together(self, rows: Sequence[InboxRow], stand: Standings | None) -> None:
        """What failed is written beside what did not: nobody waits for a commit more."""
        thought = Thought()
        try:
            thought = await self._thinker.think(rows, stand)
            failing = [self._failed(row, error) for row, error in thought.failed]
            await asyncio.gather(self._finish(thought.done, thought.effects), *failing)
        except StorageError:
            raise
        except Exception as error:  # whatever one turn's effects raised is found by writing each alone
            log.info("a batch was refused; its turns are thought alone", cause=type(error).__name__)
            failed = {row.id for row, _ in thought.failed}
            for row in rows:
                if row.id not in failed:
                    await self._alone(row)

    async def _alone(self, row: InboxRow) -> None:
        try:
            thought = await self._thinker.think([row])
            await self._finish(thought.done, thought.effects)
        except Overtaken:
            log.warning("another worker took an update; this one leaves it", update=row.id)
        except StorageError:
            raise
        except Exception as error:  # a poisoned update must not stop the others
            await self._failed(row, error)
        else:
            for failed, cause in thought.failed:
                await self._failed(failed, cause)

    async def _finish(self, rows: Sequence[InboxRow], effects: Sequence[Effect]) -> None:
        """Everything the turns noted, and that they are done, in one commit."""
        now = self._now()

        async def work(tx: Tx) -> None:
            await inbox.finish(tx, rows, now)
            await carry_out(tx, [*effects, *self._received(rows, now)])

        await self._database.write(work)
        for topic in sorted({TOPIC_OF[one.name] for one in effects if one.name in TOPIC_OF}):
            await self._database.announce(topic)

    def _received(self, rows: Sequence[InboxRow], now: datetime) -> list[Effect]:
        """Updates of bots on platforms that count."""
        counts = Counter((row.channel, row.account) for row in rows)
        scarce = [
            key for key in counts if key in self._channels and not self._channels[key].capabilities.plenty
        ]
        return [one for key in scarce for one in account_use.counted(*key, local(now), received=counts[key])]

    async def _failed(self, row: InboxRow, error: Exception | Stuck) -> None:
        if isinstance(error, Stray):
            await self._settle(row, [inbox.line_given(row, error.line)])
        else:
            await self._put_off(row, error)

    async def _put_off(self, row: InboxRow, error: Exception | Stuck) -> None:
        """Count the failure; tell the person once that we are slow, and once that we gave up."""
        now = self._now()
        tries = row.attempts + 1
        cause = type(error).__name__
        trace = error if tries == 1 else None  # the later tries tell the same, at half a millisecond each
        log.error("an update failed", update=row.id, tries=tries, cause=cause, exc_info=trace)
        if tries > (TRIES_WHEN_STUCK - 1 if isinstance(error, Stuck) else len(PAUSES)):
            effects = [inbox.set_aside(row, now, cause), *self._told(row, "set-aside", now)]
        else:
            effects = [inbox.put_off(row, now + PAUSES[tries - 1], cause)]
            if tries == SLOW_AFTER:
                effects += self._told(row, "slow", now)
        await self._settle(row, effects)

    async def _settle(self, row: InboxRow, effects: Sequence[Effect]) -> None:
        try:
            await self._database.write(lambda tx: carry_out(tx, effects))
        except Lost:
            log.warning("another worker took an update; this one leaves it", update=row.id)

    def _told(self, row: InboxRow, key: str, now: datetime) -> list[Effect]:
        _, _, sender = row.contact_key.split(":", 2)
        address = Address(row.channel, row.account, sender)
        message = owed(address, Outbound(words(self._language)(key)), new_id=self._new_id, now=now)
        return [outbox.added(message)]

    def _until_retry(self) -> float:
        at = self._claims.retry_at
        return LOOK if at is None else min(LOOK, max(0.05, (at - self._now()).total_seconds()))
