"""Difficulties that were told before there were cases find theirs."""

from typing import Any

from alembic import command
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import cases
from storage import migrating as module
from storage.database import database
from storage.migrate import migrate
from tests.storage.made import TENANT

BEFORE = "0005"
TOLD = (
    ("d1", "mai", "2026-11-23", "c1"),
    ("d2", "lan", "2026-11-23", "c1"),
    ("d3", "mai", "2026-11-24", "c1"),
    ("d4", "mai", "2026-11-23", "c2"),
)
"""Two of one day, one of the next, one of an exercise."""
STATEMENTS = (
    "insert into tenants (tenant, unit_code, name, created_at) values ('01', '01', 'Hà Nội', 1)",
    "insert into campaigns (tenant, id, name, starts_on, ends_on, exercise, created_at) "
    "values ('01', 'c1', 'Hè', '2026-06-01', '2026-12-31', 0, 1), "
    "('01', 'c2', 'Tập', '2026-06-01', '2026-12-31', 1, 1)",
    "insert into teams (tenant, id, name, unit_code, campaign_id, digest_minute, created_at) "
    "values ('01', 't1', 'Đội', '00235', 'c1', 1080, 1)",
    *(
        "insert into difficulties "
        "(tenant, id, team_id, unit_code, person_id, campaign_id, day_on, code, severity, state, created_at) "
        f"values ('01', '{key}', 't1', '00235', '{who}', '{campaign}', '{day}', 'network', 'cham', 'moi', 5)"
        for key, who, day, campaign in TOLD
    ),
)


async def _at(url: str, work: Any) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(work)
    await engine.dispose()


def _old(connection: Connection) -> None:
    command.upgrade(module._config(connection), BEFORE)
    for statement in STATEMENTS:
        connection.execute(text(statement))


async def test_they_are_joined_by_kind_commune_and_day(bare_url: str) -> None:
    """An exercise stays apart; nobody is written to about what is old."""
    await _at(bare_url, _old)
    await migrate(bare_url)
    opened = database(bare_url)
    await opened.start()
    keys = [
        (TENANT, one) for one in ("00235-network-261123", "00235-network-261124", "x00235-network-261123")
    ]
    found = await opened.read(lambda tx: cases.card.load(tx, keys))
    assert [[one.id for one in found[key].tellings] for key in keys] == [["d1", "d2"], ["d3"], ["d4"]]
    assert [found[key].exercise for key in keys] == [False, False, True]
    assert await opened.read(lambda tx: cases.waiting(tx, found[keys[0]].created_at)) == []
    await opened.close()
