"""What several people do within some minutes is told in one message."""

from datetime import datetime, timedelta

AFTER = timedelta(minutes=5)
"""How long a change has to be taken back, or joined by others, before anybody hears of it."""
EVERY = timedelta(minutes=5)
"""Between two messages about the same."""
SELDOM = timedelta(hours=1)
"""The same, where it is not urgent."""


def slot_at(now: datetime, every: timedelta = EVERY) -> datetime:
    """The round to which ``now`` belongs: rounds of ``every`` begin on the whole hour."""
    whole = now.replace(minute=0, second=0, microsecond=0)
    return whole + (now - whole) // every * every
