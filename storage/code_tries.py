"""Wrong presence codes: so few are compared that guessing does not pay."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, Record
from storage.sources import Source, json_list

TeamDay = tuple[str, str, str]
"""(tenant, team id, day as ISO text)."""


class CodeTry(Record):
    """A wrong code of one person; ``shift_id`` is empty where none was planned."""

    tenant: str
    id: str
    team_id: str
    person_id: str
    shift_id: str
    day_on: str
    tried_at: At


async def _of_days(tx: Tx, keys: Sequence[TeamDay]) -> Mapping[TeamDay, list[tuple[str, str]]]:
    rows = await tx.all(
        "code_tries_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
    )
    found: dict[TeamDay, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"], row["day_on"]].append((row["person_id"], row["shift_id"]))
    return found


of_day = Source("code_tries", _of_days)
"""(person id, shift id) of every wrong code of a team on a day."""


def tried(record: CodeTry, most: int) -> Effect:
    """Count a wrong code; contested, so that a team never has more than ``most`` a day."""
    return Effect("add_code_try", {**record.model_dump(), "most": most}, contested=True)
