"""What people told of what got stuck: the parts of which cases are made."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.attendances import TeamDays
from storage.effects import Effect
from storage.queries import Tx
from storage.records.work import Difficulty, HelpReport
from storage.sources import Source, json_list

SinceDay = tuple[str, str, str]
"""(tenant, person id, first day as ISO text)."""


async def _of_teams(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, list[Difficulty]]:
    rows = await tx.all(
        "difficulties_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
        until_on=max(key[3] for key in keys),
    )
    found: dict[tuple[str, str], list[Difficulty]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(Difficulty.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if key[2] <= one.day_on <= key[3]] for key in keys}


async def _of_people(tx: Tx, keys: Sequence[SinceDay]) -> Mapping[SinceDay, list[Difficulty]]:
    rows = await tx.all(
        "difficulties_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
    )
    found: dict[tuple[str, str], list[Difficulty]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Difficulty.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if one.day_on >= key[2]] for key in keys}


of_team = Source("difficulties_of_team", _of_teams)
of_person = Source("difficulties_of_person", _of_people)


def added(record: Difficulty) -> Effect:
    """A new difficulty; its case is opened by ``cases.opened`` in the same turn."""
    return Effect("add_difficulty", record.model_dump())


def withdrawn(record: Difficulty) -> Effect:
    """Take back what was told by mistake; contested, so that it is taken back once."""
    params = {"tenant": record.tenant, "id": record.id, "person_id": record.person_id}
    return Effect("withdraw_difficulty", params, contested=True)


def withdrawn_with(report: HelpReport) -> Effect:
    """Take back what was told in the same moment as ``report``, by the same person of the same team."""
    params = report.model_dump(include={"tenant", "team_id", "person_id", "created_at"})
    return Effect("withdraw_difficulties", params)


def accepted(tenant: str, team_id: str, person_id: str) -> Effect:
    """Let what a newcomer told count."""
    return Effect("accept_difficulties", {"tenant": tenant, "team_id": team_id, "person_id": person_id})


def refused(tenant: str, team_id: str, person_id: str) -> Effect:
    """Drop what somebody told who was sent away."""
    return Effect("refuse_difficulties", {"tenant": tenant, "team_id": team_id, "person_id": person_id})
