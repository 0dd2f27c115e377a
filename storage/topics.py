"""Who wants to know that something new is in the database: inside one process, by plain calls."""

from collections import defaultdict
from collections.abc import Callable

TOPICS = ("inbox", "outbox", "web", "accounts")
"""An update arrived; a message is owed; a web page has something to show (the payload is its chat; empty,
when nobody knows which: after announcements may have been lost); a bot was connected or let go."""

TOPIC_OF = {"add_bot_account": "accounts", "remove_bot_account": "accounts"}
"""Statements that others want to hear of at once."""

Heard = Callable[[str], None]
"""Called with the payload of an announcement; must return at once."""


class Topics:
    """Subscribers by topic."""

    def __init__(self) -> None:
        self._heard: dict[str, list[Heard]] = defaultdict(list)

    def subscribe(self, topic: str, heard: Heard) -> None:
        """Call ``heard`` with every announcement on ``topic`` from now on."""
        self._heard[topic].append(heard)

    def ring(self, topic: str, payload: str) -> None:
        """Tell the subscribers of ``topic``."""
        for heard in self._heard[topic]:
            heard(payload)
