"""Buttons of others, old ones and bent ones: whoever presses them changes nothing they may not change."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from random import Random

import pytest_asyncio

from handlers.messages import Button
from tests.sample import furnish
from tests.world import World, world

SAID = ("đội", "duyệt", "mã vào đội", "ai đang trực", "lịch", "tổng hợp", "danh sách", "báo cáo đội", "menu")
PASSING = {
    *("inbox", "outbox", "sessions", "join_tries", "faq_questions", "job_runs", "alembic_version"),
    *("audit_events", "audit_chains", "contacts"),
}
OWN = {"help_requests", "rights_requests", "attendances", "code_tries", "enter_links"}
"""What a volunteer does for themselves with the same buttons as everybody."""


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team."""
    async with world(fresh) as made:
        await furnish(made)
        yield made


def _domain(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that is not in passing."""
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
    rows = {
        name: connection.execute(f"select * from {name}").fetchall()
        for name in sorted(names)
        if name not in PASSING
    }
    connection.close()
    return rows


def _bent(values: list[str], chance: Random, count: int) -> Iterator[str]:
    """One letter flipped, cut, doubled or put elsewhere."""
    for _ in range(count):
        value = chance.choice(values)
        at = chance.randrange(len(value))
        yield chance.choice(
            (
                value[:at] + chr(ord(value[at]) ^ (1 << chance.randrange(5))) + value[at + 1 :],
                value[:at],
                value[:at] + value,
                value[at:] + value[:at],
            )
        )


async def _seen(town: World, who: str) -> list[str]:
    for said in SAID:
        await town.says(who, said)
    shown = (button for message in town.heard.get(who, []) for row in message.choices for button in row)
    return sorted({button.value for button in shown})


async def test_no_button_of_a_leader_changes_anything_for_others(town: World, fresh: Path) -> None:
    """A volunteer of the team and a stranger, on every button the leader and the coordinator were shown."""
    values = [*await _seen(town, "nam"), *await _seen(town, "hoa")]
    assert len(values) > 30
    before = _domain(fresh)
    for who in ("mai", "lan"):
        for value in values:
            told = len(town.channel.sent)
            await town.presses(who, Button("x", value))
            assert len(town.channel.sent) > told, value
            await town.says(who, "huỷ")
        after = _domain(fresh)
        allowed = OWN if who == "lan" else set()
        assert {name for name in before if before[name] != after[name]} <= allowed, who


async def test_bent_buttons_change_nothing_and_are_answered(town: World, fresh: Path) -> None:
    values = await _seen(town, "nam")
    before = _domain(fresh)
    for value in _bent(values, Random(3), 400):
        told = len(town.channel.sent)
        await town.presses("mai", Button("x", value))
        assert len(town.channel.sent) > told, value
    after = _domain(fresh)
    assert {name for name in before if before[name] != after[name]} == set()
    assert await town.rows("dead_updates") == []
