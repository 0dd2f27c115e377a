"""What the intake remembers of a chat: two minutes, in bounds, and the same when an update comes again; and
that nothing of a number in pieces is left anywhere."""

import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.half_said import LASTS, MOST, HalfSaid
from bot.intake import SEALED_BEGUN, DurableIntake
from tests.sample import furnish
from tests.world import World, world

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_the_rest_is_waited_for_two_minutes() -> None:
    chat = HalfSaid()
    chat.heard("mai", "1", "079099", NOW)
    assert chat.heard("lan", "2", "001234", NOW) is None
    assert chat.heard("mai", "3", "001234", NOW + LASTS + SECOND) is None
    chat.heard("hoa", "4", "079099", NOW + LASTS + SECOND)
    assert chat.heard("hoa", "5", "001234", NOW + 2 * LASTS) is not None


def test_an_update_that_comes_again_says_the_same_again() -> None:
    chat = HalfSaid()
    chat.heard("mai", "1", "079099", NOW)
    chat.heard("mai", "1", "079099", NOW)
    first = chat.heard("mai", "2", "001234", NOW)
    assert first is not None
    assert chat.heard("mai", "2", "001234", NOW) == first
    assert chat.heard("mai", "3", "001234", NOW) is None


def test_it_remembers_so_many_chats_and_forgets_the_silent_ones() -> None:
    chat = HalfSaid()
    for at in range(MOST + 5):
        chat.heard(str(at), "1", "079099", NOW)
    assert chat.heard("4", "2", "001234", NOW) is None
    assert chat.heard("6", "2", "001234", NOW) is not None
    chat.heard("mai", "1", "079099", NOW + LASTS + SECOND)
    assert len(chat) == 1


def test_most_messages_cost_next_to_nothing() -> None:
    """Half a thousandth of what storing an update takes."""
    chat, lines = HalfSaid(), ["5 vneid 2 dvc", "quên mật khẩu thì làm sao", "có", "vào ca"]
    for at in range(MOST):
        chat.heard(str(at), "1", "079099", NOW)
    began = time.process_time()
    for at in range(40_000):
        chat.heard(f"new {at}", "1", lines[at % 4], NOW)
    assert (time.process_time() - began) / 40_000 < 20e-6


def _pages(path: Path) -> Iterator[str]:
    """Every row of every table, as text."""
    with sqlite3.connect(path) as connection:
        for (table,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
            for row in connection.execute(f"select * from {table}"):
                yield f"{table}: {row}"


async def _tells(town: World, who: str, *lines: str) -> None:
    """Everything is typed, but what stands in brackets is tapped."""
    for line in lines:
        await (town.taps(who, line[1:-1]) if line.startswith("[") else town.says(who, line))


@pytest.mark.parametrize(
    ("who", "lines"),
    [
        ("lan", ["khó khăn", "dữ liệu sai", "làm chậm", "cụ Tư số 079099", "001234"]),
        ("lan", ["báo cáo 5 vneid, cụ số 079099", "001234"]),
        ("lan", ["cần hỗ trợ", "cụ Tư số 079099", "001234"]),
        ("lan", ["cổng báo lỗi cho số 079099", "[Gửi người phụ trách]", "001234"]),
        ("nam", ["tổng kết ngày", "40 vneid", "cụ Tư số 079099", "001234"]),
        ("someone new", ["số của cụ là 079099", "001234"]),
        ("lan", ["079099", "001", "234"]),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
async def test_nothing_of_either_piece_stays(fresh: Path, who: str, lines: list[str]) -> None:
    async with world(fresh) as town:
        await furnish(town)
        await _tells(town, who, *lines)
        await town.tick()
        await town.settle()
    left = [row for row in _pages(fresh) if "079099" in row or "001234" in row]
    assert [row for row in left if not row.startswith("web_messages")] == []


async def test_the_hint_is_given_once(fresh: Path) -> None:
    async with world(fresh) as town:
        await furnish(town)
        told = [one.text for line in ("0790 9900", "1234") for one in await town.says("lan", line)]
        assert sum("đã che" in one for one in told) == 1
        told = [one.text for line in ("cụ số 079099", "001234") for one in await town.says("lan", line)]
        assert sum("đã che" in one for one in told) == 1


async def test_what_waits_is_sealed(fresh: Path) -> None:
    """Both messages arrive together, and the second says nothing of the first that could be read."""
    async with world(fresh) as town:
        await furnish(town)
        raws = [{"key": key, "who": "lan", "text": text} for key, text in (("a", "079099"), ("b", "001234"))]
        await town.intake.store(town.channel, raws)
        waiting = [row for row in _pages(fresh) if row.startswith("inbox")]
        assert SEALED_BEGUN in waiting[1]
        assert "079099" not in waiting[1]
        assert "001234" not in waiting[1]


async def test_a_restart_forgets_the_half_that_was_said(fresh: Path) -> None:
    async with world(fresh) as town:
        await furnish(town)
        await town.says("lan", "số của cụ là 079099")
        town.intake = DurableIntake(
            town.database, secret_key="test", now=town.clock.now, new_id=lambda: "later"
        )
        assert await town.says("lan", "34 vneid")
