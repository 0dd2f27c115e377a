"""What one bot on a platform that counts has spent this month, and which of its messages go without."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.channel import Channel
from handlers.allowance import Allowance
from handlers.messages import Lane
from handlers.outgoing import read, write_offered
from locales.formats import local
from storage import account_use, sessions
from storage.account_use import Use
from storage.database import Database
from storage.effects import Effect
from storage.outbox import OutboxRow, OutboxState

FRESH = timedelta(minutes=1)
"""How long what was read is good for: updates that came in are counted elsewhere."""

LASTING = timedelta(hours=24)
"""A message with less time than this is of its hour: a reminder, a question at the end of a shift."""


class Thrift:
    """Counts for the account of ``channel``; where messages are plenty nothing is counted."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        allowance: Allowance,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._account = (channel.name, channel.account)
        self._allowance = None if channel.capabilities.plenty else allowance
        self._now = now
        self._use = Use()
        self._read_at: datetime | None = None
        self._passed = Use()
        self._unseen: list[Effect] = []

    async def look(self) -> None:
        """Know what is spent; raises StorageError."""
        now = self._now()
        stale = self._read_at is None or now - self._read_at > FRESH
        if self._allowance is None or not stale:
            return
        month_on = local(now).date().isoformat()[:7]
        self._use = await self._database.read(lambda tx: account_use.month(tx, *self._account, month_on))
        self._read_at = now

    def sends(self, row: OutboxRow) -> bool:
        """Whether a message may go; one that may not is counted as dropped, and its choices are none."""
        lane = row.lane
        if self._allowance is None or self._allowance.sends(Lane(lane), self._use, local(self._now()).date()):
            return True
        self._count(dropped_lists=1) if lane == Lane.ROLE else self._count(dropped=1)
        self._unseen += _unoffered(row)
        return False

    def sent(self) -> None:
        """One message went."""
        if self._allowance is not None:
            self._count(sent=1)

    def counted(self) -> list[Effect]:
        """What passed since it was last asked, to be written."""
        passed, self._passed = self._passed, Use()
        unseen, self._unseen = self._unseen, []
        if passed == Use():
            return unseen
        return [*account_use.counted(*self._account, local(self._now()), **passed.model_dump()), *unseen]

    def _count(self, **more: int) -> None:
        self._use = _plus(self._use, more)
        self._passed = _plus(self._passed, more)


def unsent(row: OutboxRow) -> OutboxState:
    """What becomes of a message that may not go: to who is known it travels with their next answer, unless it
    is of its hour; of one that has left in part the rest is no message."""
    lasts = row.deadline_at is None or row.deadline_at - row.created_at >= LASTING
    return OutboxState.HELD if row.person_id and lasts and not row.parts else OutboxState.EXPIRED


def _unoffered(row: OutboxRow) -> list[Effect]:
    """Choices that nobody has seen are none: a "1" would choose from them, unseen."""
    message = read(row)
    if not row.person_id or not message.choices:
        return []
    offered = write_offered(button for line in message.choices for button in line)
    return [sessions.unoffered(row.person_id, offered)]


def _plus(use: Use, more: dict[str, int]) -> Use:
    return use.model_copy(update={name: getattr(use, name) + count for name, count in more.items()})
