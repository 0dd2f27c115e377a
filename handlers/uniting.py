"""Communes that are merged or split: teams, coordinators and open matters go along, on the day it is due."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage import imports, people, role_offers, tree_changes
from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Membership
from storage.records.team import Team
from storage.records.tree_change import ChangeKind, TreeChange
from storage.role_offers import UnitKey

UNIT = "unit"
"""The subject of a change that is about a unit and not about a team."""


@dataclass(frozen=True, slots=True)
class Means:
    """Who does it, when, and how ids are made."""

    by: str
    at: datetime
    new_id: Callable[[], str]


def order(unit: UnitKey, into: str, teams: Sequence[str], from_on: str, means: Means) -> TreeChange:
    """What is to be done from a day on: ``teams`` (all where none is named) of ``unit`` work in ``into``."""
    return TreeChange(
        tenant=unit[0],
        id=means.new_id(),
        subject=UNIT,
        kind=ChangeKind.SPLIT if teams else ChangeKind.MERGED,
        from_key=unit[1],
        to_key=into,
        was=" ".join(teams),
        effective_on=from_on,
        made_by=means.by,
        made_at=means.at,
    )


def due_on(change: TreeChange) -> date:
    """The evening on which a change is done: figures change their unit at midnight."""
    return date.fromisoformat(change.effective_on) - timedelta(days=1)


async def done(tx: Tx, change: TreeChange, means: Means) -> tuple[list[Effect], int]:
    """What does it, and how many teams move. A team that is gone, or moved away, stays where it is."""
    unit, whole = (change.tenant, change.from_key), change.kind is ChangeKind.MERGED
    there = await imports.teams_of(tx, [unit])
    wanted = there if whole else [one for one in there if one.id in change.was.split()]
    effects = _moves(wanted, change, means)
    effects += await _coordinators(tx, unit, change.to_key, means, whole=whole)
    effects += tree_changes.units_joined(*unit, change.to_key) if whole else []
    return effects, len(wanted)


def _moves(teams: Sequence[Team], change: TreeChange, means: Means) -> list[Effect]:
    return [
        effect
        for one in teams
        for effect in tree_changes.moved(
            one, change.to_key, means.new_id(), means.by, means.at, change.effective_on
        )
    ]


async def _coordinators(tx: Tx, unit: UnitKey, into: str, means: Means, *, whole: bool) -> list[Effect]:
    """They coordinate ``into``, who do not yet; of a unit that is no more they do so no longer."""
    new = (unit[0], into)
    found = await role_offers.coordinators.load(tx, [unit, new])
    have = {one.person_id for one in found.get(new, [])}
    effects = list[Effect]()
    for one in found.get(unit, []):
        held = Membership(**one.model_dump(include=set(Membership.model_fields)))
        there = held.model_copy(update={"id": means.new_id(), "unit_code": into, "from_at": means.at})
        effects += [] if one.person_id in have else [people.joined(there)]
        effects += [people.ended(held, means.at)] if whole else []
    return effects
