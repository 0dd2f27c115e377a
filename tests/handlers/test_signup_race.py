"""A hundred people want five places at the same moment: five have one, and everybody is told."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from bot import sample
from bot.workers.inbox import InboxWorker
from handlers.conversation import action
from handlers.routing import Router
from storage import shifts, signups
from storage.database import database
from storage.effects import Effect
from storage.inbox import Claim
from storage.records.membership import Role
from storage.records.work import Shift
from tests.sample import furnish, someone
from tests.states import states
from tests.storage.made import fact
from tests.world import World, furniture, world

PEOPLE = [f"p{number:03d}" for number in range(100)]
PLACES = 5
TARGET = "sample-2026-11-25-07"


def _crowd(town: World) -> list[Effect]:
    return [
        effect
        for who in PEOPLE
        for effect in someone(who, f"Người {who}", town, team_id=sample.TEAM_ID, role=Role.VOLUNTEER)
    ]


async def _all_at_once(town: World, url: str) -> None:
    """Every tap is in the inbox before the first is handled; on PostgreSQL two workers handle them."""
    tap = {"kind": "tap", "data": action("sign_up", TARGET)}
    await town.intake.store(town.channel, [{"key": f"u-{who}", "who": who, **tap} for who in PEOPLE])
    if town.database.engine == "sqlite":
        while await town.inbox.step():
            pass
        return
    await asyncio.gather(*(_work(town, url, name) for name in ("one", "two")))


async def _work(town: World, url: str, name: str) -> None:
    store = database(url)
    await store.start()
    _, known = furniture()
    worker = InboxWorker(
        store,
        {("paper", "desk"): town.channel},
        Router(known),
        town.desk,
        now=town.clock.now,
        new_id=town.ids,
        claim=Claim(name),
    )
    for _ in range(400):
        await worker.step()
        if not (await states(store, "inbox")).get("waiting"):
            break
        town.clock.move(town.clock.now() + timedelta(seconds=1))  # who lost a race is thought again
    await store.close()


async def test_a_hundred_people_and_five_places(any_url: str, tmp_path: Path) -> None:
    """Through the inbox, the thinking and the effects, as in life."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await furnish(town)
        held = await fact(
            town.database, shifts.of_team.of((sample.TENANT, sample.TEAM_ID, town.clock.now(), _far(town)))
        )
        scarce = next(one for one in held if one.id == TARGET)
        five = Shift.model_validate({**scarce.model_dump(), "needed": PLACES})
        await town.write(shifts.saved(five), *_crowd(town))
        await _all_at_once(town, any_url)
        told = await town.settle()
        assert await states(town.database, "inbox") == {"done": len(PEOPLE)}
        found = await fact(town.database, signups.of_shift.of((sample.TENANT, TARGET))) or []
        assert len([one for one in found if one.open]) == PLACES
        assert sorted(told) == PEOPLE
        won = {who for who, heard in told.items() if heard[-1].text.startswith("Đã đăng ký")}
        lost = {who for who, heard in told.items() if f"đủ {PLACES} người" in heard[-1].text}
        assert won == {one.person_id for one in found}
        assert lost == set(PEOPLE) - won


def _far(town: World) -> datetime:
    return town.clock.now().replace(day=30)
