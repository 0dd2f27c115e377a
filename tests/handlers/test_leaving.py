"""Whoever is let go cannot take it back, and nobody is brought back who left by themselves."""

from datetime import timedelta
from pathlib import Path

from bot import sample
from handlers.conversation import action
from storage import people, teams, tree_changes
from storage.people import members
from storage.records.membership import Membership, Role
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
        played.clock.move(played.clock.now() + timedelta(seconds=1))
        await played.says("mai", "rời đội")
        await played.taps("mai", "✓ Rời đội")
        await played.sends("nam", kind="tap", data=action("members", "undo:mai"))
        assert "Nguyễn Thị Mai" not in await _names(played)
        await played.sends("mai", kind="tap", data=action("leave_team", "undo:mai"))
        assert await _names(played) == everybody


async def test_who_was_moved_or_replaced_is_not_brought_back(fresh: Path) -> None:
    """Within the ten minutes in which letting somebody go may be taken back: by a button nobody made."""
    async with world(fresh, PLENTY) as played:
        await furnish(played)
        await played.write(*member("mai", "Nguyễn Thị Mai", played))
        there = (await played.rows("memberships_of_people", tenants='["01"]', people='["mai"]'))[0]
        moved = Membership.model_validate({**dict(there), "from_at": played.clock.now()})
        before = await _names(played)
        led = moved.model_copy(update={"id": "mai-led", "role": Role.LEADER})
        await played.write(people.ended(moved, played.clock.now()), people.joined(led))
        await played.write(people.ended(led, played.clock.now()))
        for chat, conversation in (("nam", "members"), ("mai", "leave_team")):
            await played.sends(chat, kind="tap", data=action(conversation, "undo:mai"))
        assert sorted({*await _names(played), "Nguyễn Thị Mai"}) == before
        assert "Nguyễn Thị Mai" not in await _names(played)


async def test_a_split_is_taken_back_by_who_leads_both_halves(fresh: Path) -> None:
    """The new team was given to another commune meanwhile: the commune it came from closes it no more."""
    async with world(fresh, PLENTY) as played:
        await furnish(played)
        await played.says("hoa", "tách đội")
        await played.says("hoa", "1")
        await played.says("hoa", "Đội Láng")
        await played.says("hoa", "1")
        await played.taps("hoa", "Xong")
        told = (await played.taps("hoa", "✓ Tách đội"))[0]
        back = next(one for row in told.choices for one in row if one.label == "Hoàn tác")
        cards = await played.database.read(lambda tx: teams.of_tenant.load(tx, [sample.TENANT]))
        made = next(one for one in cards[sample.TENANT] if one.name == "Đội Láng")
        now = played.clock.now()
        await played.write(*tree_changes.moved(made, "00004", "moved", "tam", now, "2026-11-23"))
        assert "Hoàn tác" not in (await played.presses("hoa", back))[0].text
        after = await played.database.read(lambda tx: teams.of_tenant.load(tx, [sample.TENANT]))
        assert "Đội Láng" in [one.name for one in after[sample.TENANT]]


async def test_who_left_the_new_team_is_not_brought_back_by_undoing_the_split(fresh: Path) -> None:
    """The others are where they were."""
    async with world(fresh, PLENTY) as played:
        await furnish(played)
        await played.write(*member("mai", "Nguyễn Thị Mai", played))
        await played.says("hoa", "tách đội")
        await played.says("hoa", "1")
        await played.says("hoa", "Đội Láng")
        await played.says("hoa", "1 2")
        told = (await played.taps("hoa", "✓ Tách đội"))[0]
        assert await _names(played) == ["Trần Văn Nam"]
        played.clock.move(played.clock.now() + timedelta(seconds=1))
        await played.says("mai", "rời đội")
        await played.taps("mai", "✓ Rời đội")
        back = next(one for row in told.choices for one in row if one.label == "Hoàn tác")
        await played.presses("hoa", back)
        assert await _names(played) == ["Nguyễn Thị Mai Anh", "Trần Văn Nam"]
