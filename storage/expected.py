"""Names a leader expects in a team: people who are still to join, or who have no phone at all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.roster import Expected
from storage.sources import Source, TeamKey, json_list


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Expected]]:
    rows = await tx.all(
        "expected_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[Expected]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(Expected.model_validate(dict(row)))
    return found


of_team = Source("expected_of_team", _of_teams)
"""Every name of a team, also those that have become somebody (``person_id``)."""


def added(record: Expected) -> Effect:
    """Put a name on the list."""
    return Effect("add_expected", record.model_dump())


def seen(record: Expected, at: datetime) -> Effect:
    """The name was of use: it stays."""
    params = {"tenant": record.tenant, "id": record.id, "seen_at": to_micros(at)}
    return Effect("see_expected", params)


def matched(team: TeamKey, expected_id: str, person_id: str, at: datetime) -> list[Effect]:
    """The name is this person, and so are the hours ticked under it; contested, because it becomes one."""
    tenant, team_id = team
    became = {"tenant": tenant, "id": expected_id, "person_id": person_id, "matched_at": to_micros(at)}
    hours = {"tenant": tenant, "team_id": team_id, "person_id": expected_id, "to_person_id": person_id}
    return [Effect("match_expected", became, contested=True), Effect("give_attendances", hours)]


def dropped(record: Expected) -> Effect:
    """Take a name off the list; contested, because it may have become somebody meanwhile."""
    params = {"tenant": record.tenant, "id": record.id}
    return Effect("drop_expected", params, contested=True)
