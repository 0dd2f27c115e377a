"""Who holds a level: people who can be reached, each once, and the next level that somebody holds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers.outgoing import best
from storage.holders import HolderContact
from storage.records.case import LEVELS, Level
from storage.records.membership import Role
from storage.records.person import Contact


@dataclass(frozen=True, slots=True)
class Holder:
    """One person who answers for a level, and the chat through which they are reached."""

    level: Level
    role: Role
    person_id: str
    name: str
    team_id: str
    contact: Contact


def reached(found: Iterable[HolderContact], *, without: str = "") -> list[Holder]:
    """Everybody who can be reached, from the ground up, leaders before deputies; ``without`` is whoever asks.

    A leader of several teams stands here once for each; a coordinator once.
    """
    chats: dict[tuple[Level, Role, str, str], list[HolderContact]] = defaultdict(list)
    for one in found:
        if one.person_id != without:
            team_id = one.of_team if one.level is Level.TEAM else ""
            chats[one.level, one.role, team_id, one.person_id].append(one)
    holders = [
        Holder(level, role, person_id, known[0].name, team_id, contact)
        for (level, role, team_id, person_id), known in chats.items()
        if (contact := best(known)) is not None
    ]
    return sorted(holders, key=lambda one: (LEVELS.index(one.level), one.role is Role.DEPUTY))


def at_level(holders: Sequence[Holder], level: Level | None) -> list[Holder]:
    """Those who hold ``level``, each once."""
    return list({one.person_id: one for one in reversed(holders) if one.level is level}.values())[::-1]


def first_held(holders: Sequence[Holder], since: Level) -> Level | None:
    """The lowest level from ``since`` up that somebody holds; None when nobody does."""
    held = {one.level for one in holders}
    return next((level for level in LEVELS[LEVELS.index(since) :] if level in held), None)


def next_held(holders: Sequence[Holder], above: Level) -> Level | None:
    """The lowest level over ``above`` that somebody holds."""
    higher = LEVELS[LEVELS.index(above) + 1 :]
    return first_held(holders, higher[0]) if higher else None
