"""What became of messages that a sender took up, until it is written down."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from storage import outbox
from storage.database import Database, Work
from storage.effects import Effect, carry_out
from storage.outbox import Mark, OutboxRow, OutboxState
from storage.queries import Tx

T = TypeVar("T")


async def nothing(_: Tx) -> None:
    """What to look for where only what happened is to be written."""


class Marking:
    """See the module. ``parts`` remembers how much of a message in several parts has left, so that only the
    rest is tried again."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._marks: list[Mark] = []
        self._effects: list[Effect] = []
        self._landed: list[str] = []
        self._parts: dict[str, int] = {}

    def __bool__(self) -> bool:
        """Whether anything waits to be written."""
        return bool(self._landed)

    def left(self, row: OutboxRow, parts: int) -> None:
        """So many parts of ``row`` have left."""
        self._parts[row.id] = parts

    def later(self, row: OutboxRow, pause: timedelta, *, count: bool) -> None:
        """``row`` stays due; ``count`` makes this try one of those that are counted."""
        self._mark(row, OutboxState.DUE, row.attempts + int(count), self._now() + pause)

    def done(self, row: OutboxRow, state: OutboxState, *, message_id: str = "", error: str = "") -> None:
        """``row`` is over."""
        self._mark(row, state, row.attempts + 1, self._now(), message_id=message_id, error=error)

    def changed(self, row: OutboxRow, *effects: Effect) -> None:
        """Something else is to be written about ``row``, which stays as it is."""
        self._effects += effects
        self._landed.append(row.subline)

    def note(self, *effects: Effect) -> None:
        """Have these written as well."""
        self._effects += effects

    @property
    def landed(self) -> Sequence[str]:
        """The sublines that are free once it is written."""
        return self._landed

    async def write(self, more: Sequence[Effect], then: Work[T]) -> tuple[Sequence[str], T]:
        """Write it all in one commit; the sublines that are free then, and what ``then`` finds in the same
        transaction. What could not be written is kept: what has left must be known before it leaves again."""
        marks, effects, landed = self._marks, [*self._effects, *more], self._landed
        self._marks, self._effects, self._landed = [], [], []

        async def work(tx: Tx) -> T:
            await outbox.mark(tx, marks)
            await carry_out(tx, effects)
            return await then(tx)

        try:
            found = await self._database.write(work)
        except BaseException:  # also when told to stop
            self._marks, self._effects = marks + self._marks, effects + self._effects
            self._landed = landed + self._landed
            raise
        return landed, found

    def _mark(
        self,
        row: OutboxRow,
        state: OutboxState,
        attempts: int,
        retry_at: datetime,
        *,
        message_id: str = "",
        error: str = "",
    ) -> None:
        parts = self._parts.pop(row.id, row.parts)
        done_at = None if state is OutboxState.DUE else retry_at
        self._marks.append(
            Mark(
                id=row.id, state=state, message_id=message_id, error=error, attempts=attempts, parts=parts,
                retry_at=retry_at, done_at=done_at,
            )
        )  # fmt: skip
        self._landed.append(row.subline)
