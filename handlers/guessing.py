"""How often somebody may be wrong with a code that lets people in, before not even a right one is taken."""

from collections.abc import Sequence
from datetime import datetime, timedelta

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
TRIES_AN_HOUR, TRIES_A_DAY = 5, 20


def tired(wrong: Sequence[datetime], now: datetime) -> bool:
    """Whether ``wrong``, when one person's codes of the last day were wrong, are too many by now."""
    return len(wrong) >= TRIES_A_DAY or sum(at > now - AN_HOUR for at in wrong) >= TRIES_AN_HOUR
