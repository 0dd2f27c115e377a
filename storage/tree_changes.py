"""Teams that get another name, work in another commune, or end; each change is kept."""

from storage.effects import Effect
from storage.records.team import Team
from storage.records.tree_change import TreeChange


def noted(record: TreeChange) -> Effect:
    """Keep what was changed."""
    return Effect("add_tree_change", record.model_dump())


def changed(team: Team) -> Effect:
    """A team as it was read, with another name, commune or end; contested by its version."""
    row = team.model_dump()
    kept = ("tenant", "id", "name", "unit_code", "closed_at", "version")
    return Effect("change_team", {name: row[name] for name in kept}, contested=True)
