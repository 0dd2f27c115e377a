"""What a platform that counts messages allows one bot, and what goes without when that runs short."""

import calendar
from dataclasses import dataclass
from datetime import date

from handlers.messages import Lane
from storage.account_use import Use

SCARCE = "zalo"
"""The platform that counts."""
WARNED = (80, 95)
"""Percent of the month, and of the day, after which leaders and operators hear of it, each once."""
EARLY = 5
"""Days of a month that say little of the rest."""
NEARLY_FULL = 45
"""People on one bot after which they hear of it; of fifty."""
_KEPT_BACK = {Lane.ROLE: 0.95, Lane.REMINDER: 0.8, Lane.BROADCAST: 0.8}
"""How much of the month may be spent before a lane goes without; answers and safety never do."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """People of one bot and its messages a month; whether messages that come in count is not published, so
    they do until somebody knows. ``day`` is no limit of the platform: a tenth of the month on one day is
    worth hearing of while it lasts."""

    people: int = 50
    month: int = 3000
    counts_received: bool = True
    day: int = 300

    def spent(self, use: Use) -> int:
        """Messages of the month that count."""
        return use.sent + use.received * self.counts_received

    def ahead(self, use: Use, today_on: date) -> int:
        """Messages of the whole month if it goes on as it has."""
        return self.spent(use) * _days(today_on) // today_on.day

    def lasts(self, use: Use, today_on: date) -> bool:
        """Whether the month will do, as far as can be said yet."""
        return today_on.day < EARLY or self.ahead(use, today_on) <= self.month

    def full(self, people: int) -> bool:
        """Whether nobody more finds room."""
        return people >= self.people

    def sends(self, lane: Lane, use: Use, today_on: date) -> bool:
        """Whether a message of ``lane`` may go. While less is spent than the calendar has gone, all may;
        ahead of it reminders stop at 80 % of the month and what leaders are told by itself at 95 %, so that
        answers and safety have the rest."""
        if lane not in _KEPT_BACK:
            return True
        share = max(_KEPT_BACK[lane], min(1.0, today_on.day / _days(today_on)))
        return self.spent(use) < share * self.month


def _days(today_on: date) -> int:
    return calendar.monthrange(today_on.year, today_on.month)[1]


ALLOWED = Allowance()
"""What Zalo allows a free bot."""
