"""What a turn wants written: noted while thinking, carried out together in one short transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from storage.audit_chain import append
from storage.queries import Tx

_NAMES = ("id", "key", "line")
_PARTS = (
    *("tenant", "day_on", "team_id", "unit_code", "organisation_id", "campaign_id", "figure", "item"),
    *("person_id", "channel", "account", "chat", "code"),
)
"""Columns that name a row: one of the first by itself, else the others together."""
CHAINED = "add_audit_event"
"""Entries of the audit log: they get their number and their hash as they are written, in the order in which
they were noted."""
ACCEPTING = frozenset({"accept_attendances", "refuse_attendances"})
"""Statements that let all that a newcomer did count, or drop it: on whatever days that was."""
ENDING = frozenset({"end_membership", "promote_membership"})
"""Statements after which somebody is not told any more what was held back from them in their role."""
LONGEST_WEEK = timedelta(days=6)
"""Between the first and the last day of a reporting week."""
TeamDay = tuple[str, str, str]
"""(tenant, team id, day as ISO text)."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One row for the named statement ``name``.

    ``moves`` is the day of a team whose figures it changes: weeks with that day that were sent upward are
    looked at again (``moved_weeks``).

    A ``contested`` effect must win: its statement returns a row only when it did (a version that
    still stands, a place that is still free). When it does not, the whole write is refused.
    """

    name: str
    params: Mapping[str, Any]
    contested: bool = False
    moves: TeamDay | None = None


class Lost(Exception):
    """A contested effect did not win; nothing of the write was kept."""

    def __init__(self, effect: Effect) -> None:
        super().__init__(f"{effect.name} lost to another writer")
        self.effect = effect


async def carry_out(tx: Tx, effects: Iterable[Effect]) -> None:
    """Write ``effects``: contested ones first, then one executemany a statement, the audit log at the end.

    Rows go in a fixed order (by statement, then by value), so that two writers of the same rows
    wait for each other instead of deadlocking. Raises Lost when a contested effect does not win.
    """
    rows: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    chained: list[Mapping[str, Any]] = []
    days: set[TeamDay] = set()
    ended: list[Mapping[str, Any]] = []
    for effect in effects:
        if effect.moves:
            days.add(effect.moves)
        if effect.contested:
            if await tx.one(effect.name, **effect.params) is None:
                raise Lost(effect)
            if effect.name in ENDING:
                ended.append({"tenant": effect.params["tenant"], "id": effect.params["id"]})
        elif effect.name == CHAINED:
            chained.append(effect.params)
        else:
            rows[effect.name].append(effect.params)
    if accepting := [row for name in sorted(ACCEPTING) for row in rows.get(name, ())]:
        await tx.many("move_weeks_of_newcomer", sorted(accepting, key=_row_key))
    if ended:
        await tx.many("forget_held_of_member", ended)
    for name in sorted(rows):
        await tx.many(name, sorted(rows[name], key=_row_key))
    await weeks_moved(tx, days)
    await append(tx, chained)


async def weeks_moved(tx: Tx, days: Collection[TeamDay]) -> None:
    """Note that figures of ``days`` have changed, where their weeks were sent."""
    if days:
        await tx.many("move_weeks", [_moved(day) for day in sorted(days)])


def _moved(day: TeamDay) -> Mapping[str, str]:
    tenant, team_id, day_on = day
    since_on = (date.fromisoformat(day_on) - LONGEST_WEEK).isoformat()
    return {"tenant": tenant, "team_id": team_id, "day_on": day_on, "since_on": since_on}


def _row_key(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What tells rows of one statement apart. Two rows of the same key keep the order in which they were
    noted, so that the later one stands."""
    named = next((str(row[name]) for name in _NAMES if name in row), None)
    if named is not None:
        return str(row.get("tenant", "")), named
    return tuple(str(row.get(part, "")) for part in _PARTS)
