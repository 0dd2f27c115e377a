"""The worker that thinks: a batch of lines is read at once, thought, and written in one commit."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from bot.channel import Channel, NewId
from bot.workers.claims import Claims
from handlers.cleaning import cleaned
from handlers.desk import Desk
from handlers.dispatch import handle
from handlers.messages import Inbound, Outbound
from handlers.outgoing import Address, owed
from handlers.permissions import Actor
from handlers.routing import Route, Router
from handlers.standing import Standing, standings
from handlers.turn import Turn
from locales import words
from storage import inbox, outbox
from storage.database import Database, StorageError
from storage.effects import Effect, Lost, carry_out
from storage.inbox import Claim, InboxRow, Overtaken
from storage.queries import Tx
from storage.sources import Facts

log = structlog.get_logger()

BATCH = 50
"""Lines thought in one commit."""
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 30, 120))
"""How long a failed update waits before each further try; after the last it is set aside."""
ALONE = Claim()
"""The claim of the only worker there is."""
LOOK = 2.0
"""Seconds after which the worker looks by itself: an announcement may be lost with its process."""
SLOW_AFTER = 2
"""The try after which the person hears that we are slow."""


class Stray(Exception):
    """An update waits in the line of a contact whose person is known: it was stored while they joined."""

    def __init__(self, line: str) -> None:
        super().__init__("an update waits in the wrong line")
        self.line = line


class InboxWorker:
    """See the module. ``beat`` is called with every look into the inbox."""

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
    ) -> None:
        self._database = database
        self._channels = channels
        self._router = router
        self._desk = desk
        self._now = now
        self._new_id = new_id
        self._language = language
        self._beat = beat
        self._claims = Claims(database, claim, now)

    async def run(self, arrived: asyncio.Event) -> None:
        """Work until cancelled, woken by ``arrived`` and by retries that fall due."""
        while True:
            arrived.clear()
            try:
                if await self.step():
                    continue
                wait = await self._until_retry()
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
        rows = await self._claims.take(BATCH)
        if rows:
            async with self._claims.kept(rows):
                await self._together(rows)
            await self._database.announce("outbox")
        return len(rows)

    async def _together(self, rows: Sequence[InboxRow]) -> None:
        try:
            await self._finish(rows, await self._think(rows))
        except StorageError:
            raise
        except Exception as error:  # whatever one turn of the batch raised is found by thinking each alone
            log.info("a batch was refused; its turns are thought alone", cause=type(error).__name__)
            for row in rows:
                await self._alone(row)

    async def _alone(self, row: InboxRow) -> None:
        try:
            await self._finish([row], await self._think([row]))
        except Overtaken:
            log.warning("another worker took an update; this one leaves it", update=row.id)
        except Stray as stray:
            await self._settle(row, [inbox.line_given(row, stray.line)])
        except StorageError:
            raise
        except Exception as error:  # a poisoned update must not stop the others
            await self._put_off(row, error)

    async def _finish(self, rows: Sequence[InboxRow], effects: Sequence[Effect]) -> None:
        """Everything the turns noted, and that they are done, in one commit."""
        now = self._now()

        async def work(tx: Tx) -> None:
            await inbox.finish(tx, rows, now)
            await carry_out(tx, effects)

        await self._database.write(work)

    async def _think(self, rows: Sequence[InboxRow]) -> list[Effect]:
        """Read for all, think each, and give back everything to be written."""
        now = self._now()
        effects: list[Effect] = []
        heard = [(row, self._read(row)) for row in rows]
        said = [(row, inbound) for row, inbound in heard if inbound is not None]
        if not said:
            return effects
        lines = [(row.contact_key, row.line) for row, _ in said]
        stand = await self._database.read(lambda tx: standings(tx, lines))
        for row, _ in said:
            person = stand[row.contact_key].actor.person
            if person is not None and row.line != person.id:
                raise Stray(person.id)
        routes = [self._route(inbound, stand[row.contact_key], now) for row, inbound in said]
        facts = Facts()
        needs = [need for route in routes for need in route.needs]
        if needs:
            await self._database.read(lambda tx: facts.load(tx, needs))
        for (row, inbound), route in zip(said, routes, strict=True):
            effects += self._turned(inbound, stand[row.contact_key], route, facts, now)
        return effects

    def _read(self, row: InboxRow) -> Inbound | None:
        channel = self._channels.get((row.channel, row.account))
        if channel is None:
            log.warning("an update of an account that is no longer set up", account=row.account)
            return None
        inbound = channel.read(json.loads(row.body))
        return cleaned(inbound) if inbound else None

    def _route(self, inbound: Inbound, stand: Standing, now: datetime) -> Route:
        return self._router.route(inbound, stand.actor, now, stand.session, stand.offered)

    def _turned(
        self, inbound: Inbound, stand: Standing, route: Route, facts: Facts, now: datetime
    ) -> list[Effect]:
        turn = Turn(
            inbound,
            stand.actor,
            facts=facts,
            desk=self._desk,
            words=words(self._language_of(stand.actor)),
            now=now,
            new_id=self._new_id,
            session=stand.session,
            offered=stand.offered,
        )
        handle(turn, route, self._router.vocabulary)
        return turn.written()

    def _language_of(self, actor: Actor) -> str:
        if actor.person:
            return actor.person.language
        return (actor.contact.language if actor.contact else "") or self._language

    async def _put_off(self, row: InboxRow, error: Exception) -> None:
        """Count the failure; tell the person once that we are slow, and once that we gave up."""
        now = self._now()
        tries = row.attempts + 1
        cause = type(error).__name__
        log.error("an update failed", update=row.id, tries=tries, cause=cause, exc_info=error)
        if tries > len(PAUSES):
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

    async def _until_retry(self) -> float:
        at = await self._database.read(inbox.next_retry_at)
        return LOOK if at is None else min(LOOK, max(0.05, (at - self._now()).total_seconds()))
