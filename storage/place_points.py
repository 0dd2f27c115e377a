"""The points of places, against which a position is compared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.effects import Effect
from storage.queries import Tx
from storage.records.place_point import PlacePoint
from storage.sources import Source, TeamKey, json_list


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[PlacePoint]]:
    rows = await tx.all(
        "place_points_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[PlacePoint]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(PlacePoint.model_validate(dict(row)))
    return found


of_team = Source("place_points", _of_teams)


def saved(record: PlacePoint) -> Effect:
    """Set the point of a place, or another radius."""
    return Effect("save_place_point", record.model_dump())


def removed(record: PlacePoint) -> Effect:
    """Forget the point of a place."""
    return Effect("remove_place_point", {"tenant": record.tenant, "id": record.id})
