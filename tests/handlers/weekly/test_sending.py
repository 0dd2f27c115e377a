"""Sending a week up: by two at once, by whoever has no team, after it was locked."""

from datetime import datetime
from pathlib import Path

from handlers.conversation import action
from handlers.messages import Button
from storage import rollups
from storage.queries import Row, Tx
from storage.records.membership import Role
from storage.records.rollup import RollupState
from tests.sample import furnish, someone
from tests.world import World, world

SUNDAY = datetime.fromisoformat("2026-11-29T16:00:00+07:00")
WEEK = "261123"
FIRST = "2026-11-23"


async def _town(town: World) -> None:
    """A week with seven visits, two coordinators of its ward, one of a ward without a team."""
    await furnish(town)
    for who, unit in (("thu", "00235"), ("ly", "00229")):
        await town.write(*someone(who, f"Hà Minh {who}", town, unit_code=unit, role=Role.COORDINATOR))
    await town.says("lan", "5 vneid 2 dvc")
    await town.says("lan", "1")
    town.clock.move(SUNDAY)
    await town.settle()


def _send(unit: str) -> Button:
    return Button("", action("weekly", f"send:{unit}:{WEEK}"))


async def _editions(town: World, tenant: str, unit: str) -> list[tuple[int, RollupState]]:
    found = await town.database.read(lambda tx: rollups.of_unit(tx, (tenant, unit), FIRST))
    return [(one.edition, one.state) for one in found if one.since_on == FIRST]


async def _frozen(town: World) -> list[Row]:
    async def work(tx: Tx) -> list[Row]:
        return await tx.fetch("select * from period_totals order by 1, 2, 3, 4, 5")

    return await town.database.read(work)


async def test_two_send_the_same_week_at_once(any_url: str, tmp_path: Path) -> None:
    """One edition, its figures frozen once, and both are answered."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _town(town)
        taps = [
            {"key": f"at-once-{who}", "who": who, "kind": "tap", "data": _send("00235").value}
            for who in ("hoa", "thu")
        ]
        await town.intake.store(town.channel, taps)
        told = await town.settle()
        assert {"hoa", "thu"} <= told.keys()
        assert await _editions(town, "01", "00235") == [(1, RollupState.SENT)]
        visits = [row["count"] for row in await _frozen(town) if row["figure"] == "luot_nguoi_dan"]
        assert visits == [7]


async def test_a_unit_without_a_team(any_url: str, tmp_path: Path) -> None:
    """It has zeros to send, and a document of them."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _town(town)
        (shown,) = await town.says("ly", "giao ban")
        assert "Lượt người dân 0" in shown.text
        await town.presses("ly", _send("00229"))
        assert await _editions(town, "01", "00229") == [(1, RollupState.SENT)]
        (file,) = await town.says("ly", "tải word")
        assert file.paper or file.file or "http" in file.text or "web" in file.text


async def test_what_is_locked_is_neither_edited_nor_taken_back(any_url: str, tmp_path: Path) -> None:
    """Old buttons, a form that was open when it was locked, a second sending."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _town(town)
        await town.presses("thu", Button("", action("weekly_lines", f"news:00235:{WEEK}")))
        await town.presses("hoa", _send("00235"))
        (one,) = await town.database.read(lambda tx: rollups.of_unit(tx, ("01", "00235"), FIRST))
        await town.presses("tam", Button("", action("weekly_units", f"lock:{one.id}")))
        before = await _frozen(town)
        await town.says("thu", "Một ý đến sau khi chốt")
        await town.presses("hoa", Button("", action("weekly", f"unsend:00235:{WEEK}")))
        await town.presses("thu", _send("00235"))
        (after,) = await town.database.read(lambda tx: rollups.of_unit(tx, ("01", "00235"), FIRST))
        assert after.state is RollupState.LOCKED
        assert (after.body, after.body_hash, after.news) == (one.body, one.body_hash, one.news)
        assert await _frozen(town) == before
