"""A month with Tết and a Saturday worked instead, lived day by day: what was planned, told and counted."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest_asyncio

from locales.formats import HANOI, local
from storage import shifts
from storage.effects import Effect
from storage.shifts import PlacedShift
from tests.sample import furnish
from tests.storage.made import fact
from tests.world import World, world

FIRST, LAST = date(2027, 1, 31), date(2027, 2, 28)
TET = [date(2027, 2, day) for day in range(4, 11)]
SWAPPED = date(2027, 2, 20)
"""A Saturday that the administrator entered as worked instead of another day."""
PLACE = "Nhà văn hóa tổ 5"
TIMES = (time(5), time(6, 35), time(7, 35), time(11, 45), time(18), time(20, 35), time(23, 35))
"""When the clock rings: reminders, the night's end, digests, closing."""


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team on the last Sunday of January, its own shifts called off."""
    async with world(fresh) as made:
        made.clock.move(datetime.combine(FIRST, time(9), tzinfo=HANOI))
        await furnish(made, with_holidays=True)
        swap = {"day_on": SWAPPED.isoformat(), "name": "Làm bù", "working": 1}
        await made.write(Effect("save_holiday", swap))
        await made.write(*(shifts.cancelled(one, made.clock.now()) for one in await _shifts(made)))
        yield made


async def _shifts(town: World) -> list[PlacedShift]:
    since = datetime.combine(FIRST, time(), tzinfo=HANOI)
    window = ("01", "sample-team", since, since + timedelta(days=60))
    return await fact(town.database, shifts.of_team.of(window)) or []


def _workdays() -> list[date]:
    """Monday to Friday, without Tết, with the Saturday worked instead."""
    days = [date(2027, 2, 1) + timedelta(days=shift) for shift in range(28)]
    return [day for day in days if (day.weekday() < 5 or day == SWAPPED) and day not in TET]


async def _live(town: World) -> Mapping[date, list[tuple[time, str, str]]]:
    """Let every day of the month go by; who heard what, when."""
    heard: dict[date, list[tuple[time, str, str]]] = defaultdict(list)
    for shift in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=shift)
        for at in TIMES:
            town.clock.move(datetime.combine(day, at, tzinfo=HANOI))
            await town.tick()
            for who, messages in (await town.settle()).items():
                heard[day] += [(at, who, message.text) for message in messages]
    return heard


async def test_the_echo_says_what_tet_and_the_swap_do(town: World) -> None:
    told = (await town.says("nam", f"T2–T6 7h30–11h30, 6 người, {PLACE}, đến 28/2"))[0].text
    assert f", {len(_workdays())} ca:" in told
    assert "Bỏ qua ngày nghỉ: 04/02–10/02 (Tết Nguyên đán)" in told
    assert "Tính cả ngày làm bù: 20/02" in told
    await town.says("nam", "đúng")
    assert [local(one.starts_at).date() for one in await _shifts(town)] == _workdays()


async def test_a_month_is_lived_as_it_was_planned(town: World) -> None:
    """On each planned day a reminder an hour before, a digest with that day's need; at Tết silence."""
    await town.says("nam", f"T2–T6 7h30–11h30, 6 người, {PLACE}, đến 28/2")
    await town.says("nam", "đúng")
    heard = await _live(town)
    reminded = [
        day
        for day, said in heard.items()
        if any(who == "lan" and "7h30–11h30" in text for _, who, text in said)
    ]
    assert set(reminded) >= set(_workdays())
    assert not set(reminded) & set(TET)
    for day, said in heard.items():
        digests = [
            text for at, who, text in said if who == "nam" and at == time(18) and "Đội Áo Xanh" in text
        ]
        assert len(digests) == 1, day
        assert ("cần 6" in digests[0]) == (day in _workdays()), day


async def test_nights_belong_to_the_evening_they_begin(town: World) -> None:
    """Six nights over a week with Tết: who comes after midnight counts the evening before, once."""
    await town.says("nam", f"hằng ngày 22h–6h, 2 người, {PLACE}, đến 11/2")
    await town.says("nam", "đúng")
    nights = [local(one.starts_at).date() for one in await _shifts(town)]
    assert not set(nights) & set(TET)
    for night in nights:
        town.clock.move(datetime.combine(night + timedelta(days=1), time(0, 30), tzinfo=HANOI))
        assert "22h–6h hôm sau" in (await town.says("lan", "vào ca"))[0].text
        town.clock.move(datetime.combine(night + timedelta(days=1), time(6), tzinfo=HANOI))
        await town.says("lan", "ra ca")
    rows = await town.rows("attendances_of_people", tenants='["01"]', people='["sample-volunteer"]', since=0)
    assert [row["day_on"] for row in rows] == [night.isoformat() for night in nights]


async def test_whole_days_are_whole_in_every_list(town: World) -> None:
    await town.says("nam", f"cả ngày 12/2 tới 14/2, 10 người, {PLACE}")
    await town.says("nam", "đúng")
    town.clock.move(datetime(2027, 2, 12, 6, 30, tzinfo=HANOI))
    assert (await town.says("lan", "lịch"))[0].text.count("7h–17h") == 3
    assert "7h–17h" in (await town.says("lan", "vào ca"))[0].text
    town.clock.move(datetime(2027, 2, 12, 18, tzinfo=HANOI))
    await town.tick()
    digest = next(one.text for one in (await town.settle())["nam"] if "Đội Áo Xanh" in one.text)
    assert "cần 10" in digest
    assert "Ngày mai: 7h–17h" in digest
