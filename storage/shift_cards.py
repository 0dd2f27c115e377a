"""A planned shift with its team: what a button that names only the shift needs."""

from collections.abc import Mapping, Sequence

from storage import teams
from storage.queries import Tx
from storage.records.team import TeamCard
from storage.shifts import PlacedShift
from storage.sources import Source, json_list

ShiftKey = tuple[str, str]
"""(tenant, shift id)."""


class ShiftCard(PlacedShift):
    """A shift that was not called off, its place, and its team."""

    team: TeamCard


async def _cards(tx: Tx, keys: Sequence[ShiftKey]) -> Mapping[ShiftKey, ShiftCard]:
    rows = await tx.all(
        "standing_shifts", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    cards = await teams.card.load(tx, [(row["tenant"], row["team_id"]) for row in rows])
    return {
        (row["tenant"], row["id"]): ShiftCard.model_validate(
            {**row, "team": cards[row["tenant"], row["team_id"]]}
        )
        for row in rows
        if (row["tenant"], row["team_id"]) in cards
    }


of_id = Source("shift_card", _cards)
