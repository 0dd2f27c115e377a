"""The worker of time: APScheduler is the bell, the database says what is due and who does it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from handlers import audited
from handlers.allowance import ALLOWED, Allowance
from handlers.job import Job, Moment
from handlers.quiet import quiet
from locales.formats import HANOI
from storage import holidays, purge, slots
from storage.database import Database, StorageError
from storage.effects import Effect, Lost, carry_out
from storage.slots import Slot

log = structlog.get_logger()

TICK = 20
"""Seconds between two looks at what is due."""
SILENT = 60.0
"""Seconds without a tick after which the bell is built anew: after a clock step back it stops."""
LATE = timedelta(minutes=10)
PURGE_EVERY = timedelta(hours=1)


class SchedulerWorker:
    """See the module. ``beat`` is called with every tick."""

    def __init__(
        self,
        database: Database,
        jobs: Sequence[Job],
        *,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        new_id: Callable[[], str],
        beat: Callable[[], None] = lambda: None,
        allowance: Allowance = ALLOWED,
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._now = now
        self._monotonic = monotonic
        self._new_id = new_id
        self._beat = beat
        self._allowance = allowance
        self._purged: datetime | None = None
        self.ticked = monotonic()

    async def run(self) -> None:
        """Tick until cancelled; a bell that falls silent is replaced."""
        bell = self._bell()
        try:
            while True:
                await asyncio.sleep(SILENT / 6)
                if self._monotonic() - self.ticked > SILENT:
                    log.error("the clock fell silent; starting it anew")
                    bell.shutdown(wait=False)
                    bell = self._bell()
                    self.ticked = self._monotonic()
        finally:
            bell.shutdown(wait=False)

    def _bell(self) -> AsyncIOScheduler:
        bell = AsyncIOScheduler(
            timezone=HANOI,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        bell.add_job(self._rung, "interval", seconds=TICK, next_run_time=self._now())
        bell.start()
        return bell

    async def _rung(self) -> None:
        # Cancelled is what a tick is at an orderly stop; APScheduler would log it as a failure.
        with suppress(StorageError, asyncio.CancelledError):
            await self.tick()

    async def tick(self) -> None:
        """Do everything that is due now."""
        moment = await self._moment()
        for job in self._jobs:
            try:
                await self._do(job, moment)
            except StorageError:
                raise
            except Exception as error:  # one kind of job that fails must not silence the others
                log.error("a job failed", kind=job.kind, exc_info=error)
        await self._purge(moment.now)
        self.ticked = self._monotonic()
        self._beat()

    async def _moment(self) -> Moment:
        days_off = await self._database.read(holidays.days_off)
        return Moment(self._now(), self._new_id, frozenset(days_off), self._allowance)

    async def _do(self, job: Job, moment: Moment) -> None:
        if job.keeps_quiet and quiet(moment.now):
            return
        since = moment.now - job.useful_for
        due = [
            one for one in await self._database.read(lambda tx: job.due(tx, moment)) if one.slot_at >= since
        ]
        if not due:
            return
        taken = await self._database.read(lambda tx: slots.taken(tx, job.kind, since))
        open_slots = [one for one in due if (one.tenant, one.subject, one.slot_at) not in taken]
        if not open_slots:
            return
        late = [one for one in open_slots if moment.now - one.slot_at > LATE]
        if late and not job.alarm:
            log.warning("slots are done late", kind=job.kind, slots=len(late), first=late[0].subject)
        step = job.at_once or len(open_slots)
        for start in range(0, len(open_slots), step):
            await self._fill(job, open_slots[start : start + step], moment)
        if job.erases:
            await self._database.read(purge.swept)

    async def _fill(self, job: Job, piece: Sequence[Slot], moment: Moment) -> None:
        """Read what a piece of the slots needs, and write what they ask."""
        filled = await self._database.read(lambda tx: job.fill(tx, piece, moment))
        await asyncio.gather(*(self._claim(one, filled.get(one, []), moment.now) for one in piece))
        for one in piece if job.alarm else ():
            log.critical("a limit is near", alarm=job.alarm, subject=one.subject)
        await self._database.announce("outbox")

    async def _claim(self, slot: Slot, effects: Sequence[Effect], now: datetime) -> None:
        """Claim a slot and do what it asks, in one commit; whoever comes second does nothing."""
        claimed = slots.claimed(slot, now, late=now - slot.slot_at > LATE)
        entries = audited.entries(effects, by=audited.BOT, at=now, tenant=slot.tenant)
        with suppress(Lost):
            await self._database.write(lambda tx: carry_out(tx, [claimed, *effects, *entries]))

    async def _purge(self, now: datetime) -> None:
        if self._purged is None or now - self._purged >= PURGE_EVERY:
            await self._database.write(lambda tx: purge.purge(tx, now))
            await self._database.read(purge.swept)
            self._purged = now
