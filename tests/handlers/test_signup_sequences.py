"""Whatever people tap, in whatever order: no more come than are needed, nobody is at two places at once,
and nobody is left without an answer."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import sample
from handlers.conversation import action
from handlers.messages import Button
from storage import offers, shifts, signups
from storage.records.signup import PlacedSignup, SignupState
from storage.records.work import Shift
from storage.shifts import ShiftWindow
from tests.sample import furnish, member
from tests.states import states
from tests.storage.made import fact
from tests.world import World, world

WHO = ("lan", "mai", "tu", "ha")
NAMES = {"mai": "Nguyễn Thị Mai", "tu": "Lê Anh Tú", "ha": "Đỗ Thu Hà"}
IDS = {"lan": sample.person_id("volunteer"), "mai": "mai", "tu": "tu", "ha": "ha"}
HOURS = ((8, 11, 1), (10, 13, 2), (12, 15, 1), (14, 17, 0), (32, 36, 2))
"""(first hour, last hour, needed): neighbours overlap, the fourth takes all, the last is next day."""


@dataclass
class Town:
    """The team on paper: a step is something that somebody taps."""

    world: World

    async def do(self, step: str, one: int, other: int) -> None:
        """Play ``step`` by, or about, person and shift of these numbers."""
        who, shift = WHO[one % len(WHO)], f"h{other % len(HOURS)}"
        if step == "tick":
            self.world.clock.move(self.world.clock.now() + timedelta(minutes=11))
            await self.world.tick()
            await self.world.settle()
        elif step in ("sign_up", "assign", "release", "exchange", "call"):
            await self._about_shift(step, who, shift, other)
        else:
            await self._about_place(step, who, one, other)

    async def _about_shift(self, step: str, who: str, shift: str, other: int) -> None:
        if step == "sign_up":
            before = await self.held()
            await self.taps(who, action(step, shift))
            self.signed_in_order(before, await self.held())
            return
        await self.taps("nam", action(step, shift))
        for answer in {"assign": ("1", "xong"), "release": ("1",), "exchange": ("1", "1", "1")}.get(step, ()):
            await self.world.says("nam", str(1 + other % 2) if answer == "1" else answer)
        await self.world.says("nam", "huỷ")

    async def _about_place(self, step: str, who: str, one: int, other: int) -> None:
        mine = [place for place in await self.held() if place.person_id == IDS[who]]
        if step in ("take", "decline"):
            found = await fact(
                self.world.database,
                offers.asked_of.of((sample.TENANT, IDS[who], self.world.clock.now() - timedelta(days=1))),
            )
            for offer in found or []:
                await self.taps(who, action("take", offer.id if step == "take" else f"no:{offer.id}"))
            return
        if not mine:
            return
        place = mine[other % len(mine)]
        if step == "undo":
            await self.taps(who, action("absence", place.id))
            await self.world.says(who, "bỏ qua")
            await self.taps(who, action("absence", f"undo:{place.id}"))
        elif step == "swap":
            await self.taps(who, action("swap", place.id))
            await self.world.says(who, "cả đội")
            await self.world.says(who, "huỷ")
        elif step == "absence":
            await self.taps(who, action("absence", place.id))
            await self.world.says(who, "bỏ qua")
        else:
            await self.taps(
                who, action(*{"drop": ("my_shifts", f"drop:{place.id}")}.get(step, (step, place.id)))
            )

    async def taps(self, who: str, value: str) -> None:
        """Whoever taps is answered."""
        assert await self.world.presses(who, Button("", value)), (who, value)

    async def held(self) -> list[PlacedSignup]:
        """Every open place."""
        window: ShiftWindow = (
            sample.TENANT,
            sample.TEAM_ID,
            self.world.clock.now() - timedelta(days=2),
            self.world.clock.now() + timedelta(days=4),
        )
        found: list[PlacedSignup] = await fact(self.world.database, signups.of_team.of(window)) or []
        return [one for one in found if one.open]

    def signed_in_order(self, before: list[PlacedSignup], after: list[PlacedSignup]) -> None:
        """Whoever signed up by themselves found a place that was free."""
        for one in {place.id: place for place in after if place not in before}.values():
            there = sum(place.shift_id == one.shift_id for place in before)
            assert one.state is SignupState.SIGNED
            assert not one.needed or there < one.needed

    async def holds(self) -> None:
        """What must be true after every step."""
        held = await self.held()
        for one in held:
            for other in held:
                if one.person_id == other.person_id and one.id != other.id:
                    assert one.ends_at <= other.starts_at or other.ends_at <= one.starts_at
        for shift in {one.shift_id for one in held}:
            here = [one for one in held if one.shift_id == shift]
            own = sum(one.state is SignupState.SIGNED for one in here)
            assert not here[0].needed or own <= here[0].needed
        assert (await states(self.world.database, "inbox")).keys() <= {"done"}
        assert "failed" not in await states(self.world.database, "outbox")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("sign_up", "sign_up", "sign_up", "assign", "assign", "release", "exchange", "call"),
                *("drop", "absence", "undo", "pledge", "swap", "take", "take", "decline", "tick"),
            ]
        ),
        st.integers(0, 11),
        st.integers(0, 11),
    ),
    max_size=22,
)


@pytest.fixture(scope="module")
def empty(template: Path) -> Iterator[Path]:
    """A folder for the databases of many examples."""
    with TemporaryDirectory() as folder:
        shutil.copy(template, f"{folder}/template.sqlite")
        yield Path(folder)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_any_sequence_keeps_the_rules(empty: Path, steps: list[tuple[str, int, int]]) -> None:
    """Signing, giving back, assigning, exchanging, swapping, calling, absence and its undo, in any order."""

    async def play() -> None:
        path = empty / "example.sqlite"
        shutil.copy(empty / "template.sqlite", path)
        async with world(path) as played:
            await furnish(played)
            await played.write(
                *(effect for who, name in NAMES.items() for effect in member(who, name, played))
            )
            await played.write(*(shifts.saved(one) for one in _planned(played)))
            town = Town(played)
            for step in steps:
                await town.do(*step)
                await town.holds()

    asyncio.run(play())


def _planned(played: World) -> list[Shift]:
    today = played.clock.now().replace(hour=17, minute=0) - timedelta(days=1)
    return [
        Shift(
            tenant=sample.TENANT,
            id=f"h{number}",
            team_id=sample.TEAM_ID,
            campaign_id=sample.CAMPAIGN_ID,
            starts_at=today + timedelta(hours=first),
            ends_at=today + timedelta(hours=last),
            needed=needed,
            created_at=played.clock.now(),
        )
        for number, (first, last, needed) in enumerate(HOURS)
    ]
