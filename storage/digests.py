"""What evening digests said, and what a team's days took: what the next digest compares with."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.attendances import TeamDays
from storage.effects import Effect
from storage.queries import Tx
from storage.records.digest import DigestSent, WorkedDay
from storage.sources import Source, json_list


async def _last(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, DigestSent]:
    found: dict[tuple[str, str], list[DigestSent]] = defaultdict(list)
    for row in await tx.all("digests_of_teams", **_days(keys)):
        found[row["tenant"], row["team_id"]].append(DigestSent.model_validate(dict(row)))
    within = {key: [one for one in found[key[:2]] if key[2] <= one.day_on <= key[3]] for key in keys}
    return {key: sent[-1] for key, sent in within.items() if sent}


async def _worked(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, list[WorkedDay]]:
    found: dict[tuple[str, str], list[WorkedDay]] = defaultdict(list)
    for row in await tx.all("worked_days_of_teams", **_days(keys)):
        found[row["tenant"], row["team_id"]].append(WorkedDay.model_validate(dict(row)))
    return {key: [one for one in found[key[:2]] if key[2] <= one.day_on <= key[3]] for key in keys}


def _days(keys: Sequence[TeamDays]) -> dict[str, str]:
    return {
        "tenants": json_list(key[0] for key in keys),
        "teams": json_list(key[1] for key in keys),
        "since_on": min(key[2] for key in keys),
        "until_on": max(key[3] for key in keys),
    }


last = Source("digest_sent", _last)
"""The last digest of a stretch of days."""
worked = Source("worked_days", _worked)


def sent(record: DigestSent) -> Effect:
    """Note what a digest says; one of the same day stands instead of the one before."""
    return Effect("note_digest", record.model_dump())
