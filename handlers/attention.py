"""How often the bot may write first: so many messages a person a day, reminders only to who wants them.

Each kind is counted by itself. Within a job the count goes on in memory, so that two messages of one round
cannot both be the last one allowed.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from handlers.allowance import SCARCE
from handlers.days import day_on
from handlers.job import Moment, addressed, reachable
from handlers.messages import Outbound
from storage import attention, people
from storage.effects import Effect
from storage.queries import Tx
from storage.records.person import Contact
from storage.sources import Facts, PersonKey


class Kind(StrEnum):
    """``REMINDER``: about one's own shifts, with a consent of its own. ``ROLE``: what a leader is told."""

    REMINDER = "reminder"
    ROLE = "role"


A_DAY = {Kind.REMINDER: 3, Kind.ROLE: 6}
"""Messages of a kind that a person gets on one day at most."""


class Budget:
    """What may still be said today, and to whom it can be said."""

    def __init__(
        self, kind: Kind, day: str, spent: Mapping[PersonKey, int], contacts: Mapping[PersonKey, Contact]
    ) -> None:
        self._kind = kind
        self._day = day
        self._spent = dict(spent)
        self._contacts = contacts

    def language(self, key: PersonKey) -> str:
        """The language of somebody who can be told something."""
        return self._contacts[key].language

    def reaches(self, key: PersonKey) -> bool:
        """Whether there is a way to the person at all."""
        return key in self._contacts

    def scarce(self, key: PersonKey) -> bool:
        """Whether the person is reached where messages are counted."""
        return self.reaches(key) and self._contacts[key].channel == SCARCE

    def allows(self, key: PersonKey, *, keep: int = 0) -> bool:
        """Whether the person can be reached and has more than ``keep`` messages of the day left."""
        return self.reaches(key) and self._spent.get(key, 0) + keep < A_DAY[self._kind]

    def answered(self, key: PersonKey, message: Outbound, moment: Moment) -> list[Effect]:
        """Owe the person what they are waiting for: that is not counted."""
        return addressed(self._contacts[key], message, moment)

    def told(self, key: PersonKey, message: Outbound, moment: Moment) -> list[Effect]:
        """Owe ``message`` to the person, and count it."""
        self._spent[key] = self._spent.get(key, 0) + 1
        counted = attention.taken((*key, self._day), self._kind, moment.now)
        return [*self.answered(key, message, moment), counted]


async def budget(tx: Tx, kind: Kind, keys: Iterable[PersonKey], now: datetime) -> Budget:
    """The budget of ``keys`` on the day of ``now``: three queries, however many people."""
    wanted, day, facts = sorted(set(keys)), day_on(now), Facts()
    await facts.load(tx, [attention.spent.of((*key, day)) for key in wanted])
    spent = {key: (facts.get(attention.spent.of((*key, day))) or {}).get(kind, 0) for key in wanted}
    return Budget(kind, day, spent, await reachable(tx, wanted))


async def willing(tx: Tx, keys: Iterable[PersonKey]) -> list[PersonKey]:
    """Those of ``keys`` who agreed to be reminded."""
    wanted, facts = sorted(set(keys)), Facts()
    await facts.load(tx, [people.consents.of(key) for key in wanted])
    return [key for key in wanted if _agreed(facts, key)]


def _agreed(facts: Facts, key: PersonKey) -> bool:
    answer = (facts.get(people.consents.of(key)) or {}).get("reminders")
    return answer is not None and answer.answer
