"""Weeks of shifts that a team keeps under a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.effects import Effect
from storage.queries import Tx
from storage.records.rota import RotaTemplate
from storage.sources import Source, TeamKey, json_list


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[RotaTemplate]]:
    rows = await tx.all(
        "rota_templates_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[RotaTemplate]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(RotaTemplate.model_validate(dict(row)))
    return found


of_team = Source("rota_templates", _of_teams)


def saved(record: RotaTemplate) -> Effect:
    """Add or replace a template."""
    return Effect("save_rota_template", record.model_dump())


def dropped(record: RotaTemplate) -> Effect:
    """Forget a template; what was planned with it stays."""
    return Effect("drop_rota_template", {"tenant": record.tenant, "id": record.id})
