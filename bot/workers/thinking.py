"""Thinking a batch of updates: reads for all at once, then a turn each; one that fails stands alone."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.channel import Channel, NewId
from bot.intake import SEALED_BEGUN, SEALED_PHOTO
from bot.workers.cutting import Stuck, cutting
from bot.workers.hints import Hints
from handlers.cleaning import cleaned
from handlers.desk import Desk
from handlers.dispatch import handle
from handlers.messages import Inbound, Kind
from handlers.permissions import Actor
from handlers.route import Route
from handlers.routing import Router
from handlers.seen import seen
from handlers.standing import Standing, Standings, lines_of, standings
from handlers.turn import Turn
from locales import words
from storage import json_text
from storage.database import Database
from storage.effects import Effect
from storage.inbox import InboxRow
from storage.sources import Facts

log = structlog.get_logger()

LONGEST_TURN = 5.0
"""Seconds after which a turn is cut: it should take milliseconds, and nobody else is served meanwhile."""


class Stray(Exception):
    """An update waits in the line of a contact whose person is known: it was stored while they joined."""

    def __init__(self, line: str) -> None:
        super().__init__("an update waits in the wrong line")
        self.line = line


@dataclass
class Thought:
    """What came of a batch: the updates that are done once ``effects`` are written, and those that failed."""

    done: list[InboxRow] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    failed: list[tuple[InboxRow, Exception | Stuck]] = field(default_factory=list)


@dataclass
class _Heard:
    row: InboxRow
    inbound: Inbound
    stand: Standing
    route: Route


Learn = Callable[[Collection[tuple[str, str]]], Awaitable[None]]
"""Looks up accounts (channel, account) that are not among the channels yet."""


async def knowing_all(_: Collection[tuple[str, str]]) -> None:
    """Where no account is ever added."""


class Thinker:
    """See the module."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[tuple[str, str], Channel],
        router: Router,
        desk: Desk,
        *,
        now: Callable[[], datetime],
        new_id: NewId,
        language: str,
        learn: Learn = knowing_all,
    ) -> None:
        self._database = database
        self._channels = channels
        self._router = router
        self._desk = desk
        self._now = now
        self._new_id = new_id
        self._language = language
        self._learn = learn
        self._hints = Hints()

    async def think(self, rows: Sequence[InboxRow], stand: Standings | None = None) -> Thought:
        """Think every row. ``stand`` is where those who wrote stand, read with the rows; without it, it is
        read now. What the reads for all of them raise is raised here."""
        now, thought = self._now(), Thought()
        unknown = {(row.channel, row.account) for row in rows} - self._channels.keys()
        if unknown:
            await self._learn(unknown)
        if stand is None:
            stand = await self._database.read(lambda tx: standings(tx, lines_of(rows)))
        heard = self._heard(rows, stand, now, thought)
        facts = Facts()
        needs = [need for one in heard for need in one.route.needs]
        if needs:
            await self._database.read(lambda tx: facts.load(tx, needs))
        with cutting(LONGEST_TURN) as cut:
            for one in heard:
                try:
                    with cut:
                        effects = self._turned(one, facts, now)
                except (Exception, Stuck) as error:  # a poisoned update must not stop the others
                    thought.failed.append((one.row, error))
                else:
                    thought.done.append(one.row)
                    thought.effects += effects
        return thought

    def _heard(
        self, rows: Sequence[InboxRow], stand: Standings, now: datetime, thought: Thought
    ) -> list[_Heard]:
        """The rows that somebody said something with, and which way each goes."""
        heard = []
        for row in rows:
            try:
                inbound = self._worth_an_answer(row, self._read(row), now)
                placed = self._placed(row, inbound, stand[row.contact_key], now) if inbound else None
            except Exception as error:  # as above
                thought.failed.append((row, error))
            else:
                if placed is None:
                    thought.done.append(row)
                else:
                    heard.append(placed)
        return heard

    def _read(self, row: InboxRow) -> Inbound | None:
        channel = self._channels.get((row.channel, row.account))
        if channel is None:
            log.warning("an update of an account that is no longer set up", account=row.account)
            return None
        body = json_text.read(row.body)
        inbound = channel.read(body)
        if inbound is None:
            return None
        photo, begun = body.get(SEALED_PHOTO, ""), body.get(SEALED_BEGUN, "")
        if photo or begun:
            inbound = replace(inbound, sealed_photo=photo, sealed_begun=begun)
        return cleaned(inbound)

    def _worth_an_answer(self, row: InboxRow, inbound: Inbound | None, now: datetime) -> Inbound | None:
        """``inbound``, unless it is one more of a series that was already answered; of what the platform
        keeps from us in a group, nothing is said."""
        if inbound is None or inbound.kind is not Kind.WITHHELD:
            return inbound
        return inbound if inbound.private and self._hints.due(row.line, now) else None

    def _placed(self, row: InboxRow, inbound: Inbound, stand: Standing, now: datetime) -> _Heard:
        person = stand.actor.person
        if person is not None and row.line != person.id:
            raise Stray(person.id)
        route = self._router.route(
            inbound,
            stand.actor,
            now,
            stand.session,
            stand.offered,
            stand.place_for,
            plenty=self._plenty(row),
        )
        return _Heard(row, inbound, stand, route)

    def _turned(self, heard: _Heard, facts: Facts, now: datetime) -> list[Effect]:
        actor = heard.stand.actor
        turn = Turn(
            heard.inbound,
            actor,
            facts=seen(facts, actor),
            desk=self._desk,
            words=words(self._language_of(actor)),
            now=now,
            new_id=self._new_id,
            session=heard.stand.session,
            offered=heard.stand.offered,
            plenty=self._plenty(heard.row),
            place_for=heard.stand.place_for,
        )
        handle(turn, heard.route, self._router.vocabulary)
        return turn.written()

    def _plenty(self, row: InboxRow) -> bool:
        return self._channels[row.channel, row.account].capabilities.plenty

    def _language_of(self, actor: Actor) -> str:
        if actor.person:
            return actor.person.language
        return (actor.contact.language if actor.contact else "") or self._language
