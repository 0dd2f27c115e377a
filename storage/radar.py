"""The silent-unit radar: teams expected on duty of which nothing was heard, and who may be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage import holders
from storage.holders import HolderContact
from storage.queries import Tx
from storage.records.moments import from_micros, to_micros
from storage.records.radar import ExpectedTeam, Watcher
from storage.slots import Slot
from storage.sources import Facts, Source, TeamKey, json_list

NUDGED = "radar_nudge"
"""The kind of the slots that keep people from being nudged twice a day: subject is the person."""
Watch = tuple[str, datetime, datetime, str]
"""(tenant, midnight, shifts that had begun by then, day as ISO text)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The expected teams of a tenant, who holds the silent ones, and who was nudged today already."""

    teams: tuple[ExpectedTeam, ...] = ()
    holders: Mapping[TeamKey, Sequence[HolderContact]] = field(default_factory=dict)
    nudged: frozenset[str] = frozenset()


async def expected(tx: Tx, tenants: Sequence[str], watch: Watch) -> list[ExpectedTeam]:
    """Teams of ``tenants`` with a shift that began in time; the tenant of ``watch`` does not matter."""
    _, since, until, day_on = watch
    rows = await tx.all(
        "expected_teams",
        tenants=json_list(tenants),
        since=to_micros(since),
        until=to_micros(until),
        day_on=day_on,
    )
    return [ExpectedTeam.model_validate(dict(row)) for row in rows]


async def watchers(tx: Tx) -> list[Watcher]:
    """Everybody who coordinates a unit, once for each."""
    return [Watcher.model_validate(dict(row)) for row in await tx.all("watchers")]


async def _seen(tx: Tx, keys: Sequence[Watch]) -> Mapping[Watch, Seen]:
    found = {}
    for watch in sorted({key[1:] for key in keys}):
        tenants = [key[0] for key in keys if key[1:] == watch]
        teams = await expected(tx, tenants, ("", *watch))
        silent = Facts()
        of_silent = [holders.of_team.of((one.tenant, one.team_id)) for one in teams if one.silent]
        await silent.load(tx, of_silent)
        rows = await tx.all(
            "nudged_people", kind=NUDGED, tenants=json_list(tenants), slot_at=to_micros(watch[0])
        )
        for tenant in tenants:
            found[tenant, *watch] = Seen(
                tuple(one for one in teams if one.tenant == tenant),
                {need.key: silent.get(need) or () for need in of_silent if need.key[0] == tenant},
                frozenset(row["subject"] for row in rows if row["tenant"] == tenant),
            )
    return found


def nudge(tenant: str, person_id: str, midnight: datetime) -> Slot:
    """The slot that only one nudge a day can claim."""
    at = from_micros(to_micros(midnight))
    return Slot(tenant=tenant, kind=NUDGED, subject=person_id, slot_at=at)


seen = Source("radar", _seen)
