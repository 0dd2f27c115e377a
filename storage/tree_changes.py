"""Teams that get another name, work in another commune, or end; each change is kept."""

from collections.abc import Mapping
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.team import Team
from storage.records.tree_change import ChangeKind, TreeChange


def noted(record: TreeChange) -> Effect:
    """Keep what was changed."""
    return Effect("add_tree_change", record.model_dump())


def left_home(team: Team, home_id: str, until_on: str) -> Effect:
    """Days before ``until_on`` stay with the unit in which the team works as it was read."""
    row = {"tenant": team.tenant, "id": home_id, "team_id": team.id, "unit_code": team.unit_code}
    return Effect("add_team_home", {**row, "until_on": until_on})


def moved(team: Team, to_unit: str, change_id: str, by: str, at: datetime, from_on: str) -> list[Effect]:
    """The team works in another commune; what is counted from ``from_on`` on counts there, also what was
    counted already. Weeks of these days that were sent are told anew in the next roll-up."""
    change = TreeChange(
        tenant=team.tenant,
        id=change_id,
        kind=ChangeKind.MOVED,
        from_key=team.id,
        to_key=to_unit,
        was=team.unit_code,
        now_is=to_unit,
        effective_on=from_on,
        made_by=by,
        made_at=at,
        done_at=at,
    )
    after = team.model_copy(update={"unit_code": to_unit})
    where = {"tenant": team.tenant, "team_id": team.id, "from_on": from_on}
    return [
        changed(after),
        left_home(team, change_id, from_on),
        Effect("cut_team_homes", where),
        *_retaken({**where, "to_unit": to_unit}),
        Effect("move_weeks_of_team", where),
        noted(change),
    ]


def _retaken(given: Mapping[str, str]) -> list[Effect]:
    """What was counted on or after the day from which the team works elsewhere."""
    return [
        Effect("retake_1_totals", given),
        Effect("retake_2_totals", given),
        Effect("retake_reports", given),
        Effect("retake_forms", given),
    ]


def units_joined(tenant: str, unit_code: str, to_unit: str) -> list[Effect]:
    """What is open in a unit that is no more is open in the one that took its place."""
    given = {"tenant": tenant, "unit_code": unit_code, "to_unit": to_unit}
    return [Effect("move_open_cases", given), Effect("move_open_questions", given)]


async def lately(tx: Tx, since: datetime) -> list[TreeChange]:
    """Every change since then, the oldest first."""
    rows = await tx.all("tree_changes_lately", since=to_micros(since))
    return [TreeChange.model_validate(dict(row)) for row in rows]


async def waiting(tx: Tx) -> list[TreeChange]:
    """What is still to be done, the earliest day first."""
    return [TreeChange.model_validate(dict(row)) for row in await tx.all("tree_changes_waiting")]


def finished(record: TreeChange, at: datetime) -> Effect:
    """What waited is done; contested, so that it is done once."""
    params = {"tenant": record.tenant, "id": record.id, "done_at": to_micros(at)}
    return Effect("finish_tree_change", params, contested=True)


def dropped(record: TreeChange) -> Effect:
    """What waited is not to be done; contested, because it may just have been."""
    return Effect("drop_tree_change", {"tenant": record.tenant, "id": record.id}, contested=True)


def changed(team: Team) -> Effect:
    """A team as it was read, with another name, commune or end; contested by its version."""
    row = team.model_dump()
    kept = ("tenant", "id", "name", "unit_code", "closed_at", "version")
    return Effect("change_team", {name: row[name] for name in kept}, contested=True)
