"""Who answers for a team, level by level, and how they are reached."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.cases import CaseKey
from storage.queries import Tx
from storage.records.case import Level
from storage.records.membership import Role
from storage.records.person import Contact
from storage.sources import Source, TeamKey, json_list


class HolderContact(Contact):
    """One chat of somebody who holds a level above a team's volunteers: its leaders and deputies, the
    coordinators of its commune and of its province. ``of_team`` is the team."""

    level: Level
    role: Role
    name: str
    of_team: str


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[HolderContact]]:
    rows = await tx.all(
        "holders_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[HolderContact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["of_team"]].append(HolderContact.model_validate(dict(row)))
    return found


async def _of_cases(tx: Tx, keys: Sequence[CaseKey]) -> Mapping[CaseKey, list[HolderContact]]:
    rows = await tx.all(
        "teams_of_cases",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    if not rows:
        return {}
    by_team = await _of_teams(tx, [(row["tenant"], row["team_id"]) for row in rows])
    found: dict[CaseKey, list[HolderContact]] = defaultdict(list)
    for row in rows:
        known = found[row["tenant"], row["asked"]]
        known += [one for one in by_team.get((row["tenant"], row["team_id"]), []) if one not in known]
    return found


of_team = Source("holders_of_team", _of_teams)
of_case = Source("holders_of_case", _of_cases)
"""Of every team that met the case."""
