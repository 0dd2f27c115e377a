"""What it takes to take back a change of teams: the change, its teams as they are, whom it moved."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storage import teams
from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.membership import Membership
from storage.records.moments import to_micros
from storage.records.team import TeamCard
from storage.records.tree_change import TreeChange
from storage.sources import Source, json_list

ChangeKey = tuple[str, str]
"""(tenant, id of the change)."""


@dataclass(frozen=True, slots=True)
class Undo:
    """A change of ``team``, to ``other`` where people went there: what they were, and what they are there;
    whoever is there no more stands among them with the end of it."""

    change: TreeChange
    team: TeamCard
    other: TeamCard | None
    left: Sequence[Membership]
    entered: Sequence[Membership]


async def _of_changes(tx: Tx, keys: Sequence[ChangeKey]) -> Mapping[ChangeKey, Undo]:
    named = {"tenants": json_list(key[0] for key in keys), "ids": json_list(key[1] for key in keys)}
    changes = [
        TreeChange.model_validate(dict(row))
        for row in await tx.all("tree_changes_by_id", **named)
        if (row["tenant"], row["id"]) in keys
    ]
    wanted = [(one.tenant, team) for one in changes for team in (one.from_key, one.to_key) if team]
    cards = await teams.card.load(tx, wanted) if wanted else {}
    people: dict[str, list[Membership]] = defaultdict(list)
    for row in await tx.all("moved_with_changes", **named):
        people[row["change_id"]].append(_held(row))
    return {
        (one.tenant, one.id): Undo(
            one,
            cards[one.tenant, one.from_key],
            cards.get((one.tenant, one.to_key)),
            [held for held in people[one.id] if held.team_id == one.from_key],
            [held for held in people[one.id] if held.team_id == one.to_key],
        )
        for one in changes
        if (one.tenant, one.from_key) in cards
    }


def _held(row: Row) -> Membership:
    return Membership.model_validate(dict(row))


of_change = Source("tree_undo", _of_changes)


def reopened(team: TeamCard) -> Effect:
    """A closed team works again; contested, because somebody else may just have opened it."""
    params = {"tenant": team.tenant, "id": team.id, "version": team.version}
    return Effect("reopen_team", params, contested=True)


def member_again(was: Membership) -> Effect:
    """Somebody is in a team what they were there, unless they came back by themselves."""
    row = was.model_dump(include={"tenant", "id", "person_id", "team_id"})
    return Effect("reopen_membership", {**row, "ended_at": to_micros(was.to_at) if was.to_at else 0})
