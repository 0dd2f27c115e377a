"""Updates that wait for the bot, as Telegram keeps them: numbered, with a life, confirmed by offset."""

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.ledger import Ledger

MESSAGE_LIFE = 86_400.0
TAP_LIFE = 150.0
LARGEST_UPDATE = 65_536
LARGEST_PAGE = 4 * 1024 * 1024
FUTURE_SLACK = 10
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Event:
    """One update. ``line`` is what the webhook keeps in order; ``expires_at`` is unix seconds."""

    update_id: int
    body: dict[str, Any]
    line: str
    expires_at: float
    size: int


class UpdateQueue:
    """Events by ascending id.

    ``now`` gives unix seconds of the fake; ``monotonic`` the seconds the ledger uses;
    ``changed`` is told whenever something is taken off.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        first_id: int,
        now: Callable[[], float],
        monotonic: Callable[[], float],
        changed: Callable[[], None],
    ) -> None:
        self._ledger = ledger
        self._now = now
        self._monotonic = monotonic
        self._changed = changed
        self._events: OrderedDict[int, Event] = OrderedDict()
        self._again: list[Event] = []
        self._seen: OrderedDict[int, Event] = OrderedDict()
        self._next_id = first_id

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        return iter(list(self._events.values()))

    def push(self, update: dict[str, Any], *, line: str, life: float) -> Event | None:
        """Number ``update`` and keep it; None when it is larger than Telegram carries."""
        update_id = self._next_id
        self._next_id += 1
        body = {"update_id": update_id, **update}
        size = len(json.dumps(body).encode())
        if size > LARGEST_UPDATE:
            self._ledger.dropped.append(update_id)
            return None
        event = Event(update_id, body, line, self._now() + life, size)
        self._events[update_id] = self._seen[update_id] = event
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return event

    def start_ids_anew(self, first_id: int) -> None:
        """What Telegram does after an idle week: the next update gets ``first_id``."""
        if self._events:
            raise AssertionError("ids start anew only when nothing waits; let the bot drain the queue first")
        self._next_id = first_id

    def again(self, update_id: int) -> Event:
        """Have an update seen before delivered once more, under its own id."""
        event = self._seen[update_id]
        self._again.append(event)
        return event

    def confirm(self, event: Event) -> None:
        """Take one event off: it was delivered."""
        if self._events.pop(event.update_id, None):
            self._ledger.confirmed[event.update_id] = self._monotonic()
            self._changed()

    def drop(self, event: Event) -> None:
        """Give one event up: its life ended before the bot took it."""
        if self._events.pop(event.update_id, None):
            self._ledger.dropped.append(event.update_id)
            self._changed()

    def clear(self) -> None:
        """Forget everything that waits (``drop_pending_updates``)."""
        for event in self:
            self.drop(event)

    def confirm_below(self, offset: int) -> None:
        """Confirm what is older than ``offset``; a negative one keeps only the newest ``-offset``.

        An offset more than ten past the end confirms nothing, as on the real server.
        """
        if offset < 0:
            while len(self._events) > -offset:
                self.confirm(next(iter(self._events.values())))
        elif offset <= self._next_id + FUTURE_SLACK:
            while self._events and next(iter(self._events)) < offset:
                self.confirm(next(iter(self._events.values())))

    def page(self, limit: int) -> list[dict[str, Any]]:
        """Up to ``limit`` updates from the head, within 4 MiB; expired ones are dropped on the way."""
        repeated, self._again = self._again, []
        page = [event.body for event in repeated]
        size = sum(event.size for event in repeated)
        expired = []
        for event in self._events.values():
            if event.expires_at <= self._now():
                expired.append(event)
                continue
            size += event.size
            if len(page) >= limit or size > LARGEST_PAGE:
                break
            page.append(event.body)
        for event in expired:
            self.drop(event)
        return page
