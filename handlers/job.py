"""The kind of every job: what is due is derived from the data, never from a timer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from handlers.allowance import ALLOWED, Allowance
from handlers.messages import Outbound
from handlers.outgoing import best, to_person
from storage import people
from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Role
from storage.records.person import Contact
from storage.slots import Slot
from storage.sources import Facts, PersonKey, TeamKey


@dataclass(frozen=True, slots=True)
class Moment:
    """What a job may know of the world besides the data."""

    now: datetime
    new_id: Callable[[], str]
    days_off: frozenset[date] = frozenset()
    allowance: Allowance = ALLOWED


class Job:
    """One kind of due thing. Each file in ``jobs/`` is one, and is found by being there.

    ``kind`` is stable: it is part of the claim that makes each run single. ``useful_for`` is how long
    after its slot the thing is still worth doing; later it is skipped, and the log says so.
    ``keeps_quiet`` waits out the quiet hours; after one that ``erases`` what was erased is also swept out of
    the database's log.
    """

    kind: ClassVar[str]
    useful_for: ClassVar[timedelta]
    keeps_quiet: ClassVar[bool] = True
    erases: ClassVar[bool] = False
    at_once: ClassVar[int | None] = None
    """Slots that are filled and written in one piece; None: all, where one read serves them all. Without a
    limit everybody who writes waits until the last of the nation is filled."""
    alarm: ClassVar[str] = ""
    """What the operator hears of each of its slots, in the log; such a slot is never late."""

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Every slot that has come since ``moment.now - useful_for``, claimed or not."""
        raise NotImplementedError(f"{type(self).__name__} does not say what is due")

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """What is to be written for each slot, read for all of them at once."""
        raise NotImplementedError(f"{type(self).__name__} does not say what to do")


async def reachable(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, Contact]:
    """The contact through which each person is best reached; people without one are left out."""
    facts = Facts()
    await facts.load(tx, [people.contacts_of.of(key) for key in keys])
    nearest = {key: best(facts.get(people.contacts_of.of(key)) or ()) for key in keys}
    return {key: contact for key, contact in nearest.items() if contact is not None}


def addressed(contact: Contact, message: Outbound, moment: Moment) -> list[Effect]:
    """Owe ``message`` to the person behind ``contact``."""
    return to_person(contact, message, new_id=moment.new_id, now=moment.now)


def leaders(facts: Facts, team: TeamKey) -> list[PersonKey]:
    """Leaders and deputies of a team whose members were read."""
    members = facts.get(people.members.of(team)) or []
    roles = (Role.LEADER, Role.DEPUTY)
    return [(one.tenant, one.person_id) for one in members if one.role in roles and not one.pending]
