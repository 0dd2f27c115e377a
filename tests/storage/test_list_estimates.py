"""What PostgreSQL's planner believes of the lists we ask with."""

import pytest

from storage.database import Database
from storage.queries import Tx

SHORT = 6


async def test_a_list_is_short_to_the_planner(any_database: Database) -> None:
    """Behind sixty national days it read the whole table for one team, because it believed in a hundred."""
    if any_database.engine == "sqlite":
        pytest.skip("SQLite knows its own json_each")

    async def plan(tx: Tx) -> str:
        rows = await tx.fetch('explain select value from json_each(\'["01", "79"]\')')
        return "\n".join(str(dict(row)) for row in rows)

    said = await any_database.read(plan)
    assert f"rows={SHORT} " in said, said
