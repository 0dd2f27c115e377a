"""Whoever is let go cannot take it back, and nobody is brought back who left by themselves."""

from pathlib import Path

from bot import sample
from handlers.conversation import action
from storage.people import members
from tests.paper import PLENTY
from tests.sample import furnish, member
from tests.world import World, world


async def _names(played: World) -> list[str]:
    key = (sample.TENANT, sample.TEAM_ID)
    found = await played.database.read(lambda tx: members.load(tx, [key]))
    return sorted(one.name for one in found.get(key, []))


async def test_only_who_said_so_takes_it_back(fresh: Path) -> None:
    """A forged button of the other way changes nothing."""
    async with world(fresh, PLENTY) as played:
        await furnish(played)
        await played.write(*member("mai", "Nguyễn Thị Mai", played))
        everybody = await _names(played)
        await played.says("nam", "thành viên")
        await played.taps("nam", "Cho rời đội")
        await played.taps("nam", "Nguyễn Thị Mai")
        await played.taps("nam", "✓ Cho rời đội")
        assert "Nguyễn Thị Mai" not in await _names(played)
        await played.sends("mai", kind="tap", data=action("leave_team", "undo:mai"))
        assert "Nguyễn Thị Mai" not in await _names(played)
        await played.sends("nam", kind="tap", data=action("members", "undo:mai"))
        assert await _names(played) == everybody
        await played.says("mai", "rời đội")
        await played.taps("mai", "✓ Rời đội")
        await played.sends("nam", kind="tap", data=action("members", "undo:mai"))
        assert "Nguyễn Thị Mai" not in await _names(played)
        await played.sends("mai", kind="tap", data=action("leave_team", "undo:mai"))
        assert await _names(played) == everybody
