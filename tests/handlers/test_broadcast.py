"""Whatever coordinators do at once: everybody gets a text once, and nobody one that was stopped."""

import asyncio
import json
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from bot import sample
from handlers.conversation import action
from handlers.jobs import broadcasts as job
from handlers.messages import Button
from storage import broadcasts
from storage.database import database
from storage.queries import Tx
from storage.records.broadcast import Broadcast, BroadcastState
from storage.records.membership import Role
from tests.sample import furnish, member, someone
from tests.world import World, world

PEOPLE = [f"p{number:02d}" for number in range(23)]
TEXT, OTHER = "Chiều nay 14h họp tại phường.", "Mai nghỉ trực."
LONG = timedelta(minutes=3)


async def _settled(town: World) -> None:
    """The sample with a crowd in the team of phường Đống Đa, and a second coordinator there."""
    await furnish(town)
    crowd = [effect for who in PEOPLE for effect in member(who, f"Người {who}", town)]
    role = {"unit_code": "00235", "role": Role.COORDINATOR}
    await town.write(*crowd, *someone("thu", "Hà Minh Thu", town, **role))


async def _written(town: World, who: str, text: str) -> None:
    """Up to the summary."""
    for said in ("thông báo", "mọi thành viên", text):
        await town.says(who, said)


async def _all(town: World) -> list[Broadcast]:
    async def work(tx: Tx) -> list[Broadcast]:
        rows = await tx.all("broadcasts_of_tenants", tenants=json.dumps([sample.TENANT, "00"]), since=0)
        return [Broadcast.model_validate(dict(row)) for row in rows]

    return await town.database.read(work)


async def _minutes(town: World, count: int) -> None:
    for _ in range(count * 3):
        town.clock.move(town.clock.now() + timedelta(seconds=20))
        await town.tick()
        await town.settle()


def _got(town: World, text: str) -> Counter[str]:
    """How often each chat got ``text``, below whose it is."""
    return Counter(chat for chat, message in town.channel.sent if message.text.endswith(f"): {text}"))


async def test_two_coordinators_at_once(
    any_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both confirm in the same moment: both texts go, each once to each person."""
    monkeypatch.setattr(job, "SLICE", 5)
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await _written(town, "hoa", TEXT)
        await _written(town, "thu", OTHER)
        sent = [{"key": f"at-once-{who}", "who": who, "text": "1"} for who in ("hoa", "thu")]
        await town.intake.store(town.channel, sent)
        await town.settle()
        await _minutes(town, 4)
        everybody = {*PEOPLE, "lan", "nam"}
        for text in (TEXT, OTHER):
            got = _got(town, text)
            assert set(got) == everybody
            assert set(got.values()) == {1}


async def test_two_schedulers_fill_a_slice_once(
    any_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slot and the version of the broadcast: whoever comes second writes nothing."""
    monkeypatch.setattr(job, "SLICE", 5)
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await _written(town, "hoa", TEXT)
        await town.says("hoa", "1")
        for _ in range(12):
            town.clock.move(town.clock.now() + timedelta(seconds=20))
            await asyncio.gather(town.scheduler.tick(), town.scheduler.tick())
            await town.settle()
        assert set(_got(town, TEXT).values()) == {1}
        assert len(_got(town, TEXT)) == len(PEOPLE) + 2


async def test_a_pause_is_felt_and_a_restart_goes_on(
    any_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paused in the middle nothing more is filled; the program ends; another one goes on where it was."""
    monkeypatch.setattr(job, "SLICE", 5)
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await _written(town, "hoa", TEXT)
        await town.says("hoa", "1")
        await _minutes(town, 1)
        (one,) = await _all(town)
        await town.presses("thu", Button("", action("broadcast", f"pause:{one.id}")))
        before, now = _got(town, TEXT), town.clock.now()
        assert 0 < len(before) < len(PEOPLE)
        await _minutes(town, 2)
        assert _got(town, TEXT) == before
    async with world(tmp_path / "unused", url=any_url) as again:
        again.ids.made, again.keys = town.ids.made, town.keys
        again.clock.move(now + LONG)
        await again.presses("hoa", Button("", action("broadcast", f"resume:{one.id}")))
        await _minutes(again, 3)
        after = _got(again, TEXT)
        assert set(before) | set(after) == {*PEOPLE, "lan", "nam"}
        assert not set(before) & set(after)
        (one,) = await _all(again)
        assert one.state is BroadcastState.DONE
        assert one.filled == len(PEOPLE) + 2


async def test_what_was_stopped_does_not_leave(any_url: str, tmp_path: Path) -> None:
    """Also what was in the outbox already; and whoever comes late to a stop changes nothing."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await _written(town, "hoa", TEXT)
        await town.says("hoa", "1")
        (one,) = await _all(town)
        town.clock.move(town.clock.now() + timedelta(seconds=30))
        await town.scheduler.tick()
        await town.intake.store(
            town.channel,
            [{"key": "stop", "who": "thu", "kind": "tap", "data": action("broadcast", f"stop:{one.id}")}],
        )
        while await town.inbox.step():
            pass
        await town.settle()
        await town.presses("hoa", Button("", action("broadcast", f"resume:{one.id}")))
        await _minutes(town, 2)
        assert not _got(town, TEXT)
        (one,) = await _all(town)
        assert one.state is BroadcastState.STOPPED


@pytest.mark.parametrize("who", ["lan", "nam"])
async def test_nobody_else_touches_it(any_url: str, tmp_path: Path, who: str) -> None:
    """Not a volunteer, not a leader; the centre not what a province sends."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await _written(town, "hoa", TEXT)
        await town.says("hoa", "1")
        (one,) = await _all(town)
        for other in (who, "van"):
            for verb in ("see", "who", "pause", "stop"):
                told = await town.presses(other, Button("", action("broadcast", f"{verb}:{one.id}")))
                assert all("người đã nhận" not in message.text for message in told)
        (one,) = await _all(town)
        assert one.state is BroadcastState.GOING


async def test_parts_of_the_tree(any_url: str, tmp_path: Path) -> None:
    """A province's coordinators, one of its communes, all the coordinators there are."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await town.write(
            *someone("ly", "Phan Ngọc Lý", town, unit_code="00229", role=Role.COORDINATOR),
        )
        store = database(any_url)
        await store.start()

        async def reached(part: broadcasts.Part) -> int:
            found = await store.read(lambda tx: broadcasts.reach.load(tx, [part]))
            return sum(one.people for one in found[part])

        counted = {
            (owner, unit, audience): await reached((owner, unit, audience, "2026-11"))
            for owner, unit in (("01", "00235"), ("01", "01"), ("00", "00"), ("00", "01"), ("00", "79"))
            for audience in ("coordinators", "leaders", "all")
        }
        await store.close()
        crowd = len(PEOPLE) + 2
        assert list(counted.values()) == [2, 1, crowd, 4, 1, crowd, 4, 1, crowd, 4, 1, crowd, 0, 0, 0]
