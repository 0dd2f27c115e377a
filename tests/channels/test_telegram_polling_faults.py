"""Fetching while the disk, the network or Telegram fails: it waits, tells and goes on."""

import asyncio
import time
from itertools import pairwise

import pytest

from bot.channels.telegram import PolledElsewhere
from tests.channels.telegram_site import Alarms, Kept, Naps, polling, telegram, until
from tests.fakes.telegram import Fault, TelegramFake


async def test_nothing_is_confirmed_while_the_disk_refuses() -> None:
    async with TelegramFake(scale=0.02) as fake:
        intake, naps = Kept(), Naps(0.02)
        intake.fails = OSError("disk full")
        fake.person(501).says("một")
        async with polling(fake, intake, sleep=naps):
            await until(lambda: len(naps.asked) >= 5)
            assert not fake.ledger.confirmed
            assert [pause for pause in naps.asked[:5] if not 1 <= pause <= 10] == []
            intake.fails = None
            await fake.drained()
        assert intake.texts == ["một"]


async def test_a_cut_answer_loses_nothing() -> None:
    async with TelegramFake(scale=0.01) as fake:
        intake = Kept()
        fake.person(501).says("một")
        fake.breaks(Fault.CUT, "getUpdates")
        async with polling(fake, intake, sleep=Naps()):
            await fake.drained()
        assert intake.texts == ["một"]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.HTML, 502),
        (Fault.HTML, 404),
        (Fault.HTML, 200),
        (Fault.GARBAGE, 200),
        (Fault.RESET, 0),
        (Fault.REFUSE, 500),
        (Fault.REFUSE, 401),
        (Fault.REFUSE, 404),
        (Fault.REFUSE, 400),
    ],
)
async def test_it_backs_off_and_goes_on(fault: Fault, code: int) -> None:
    async with TelegramFake(scale=0.01) as fake:
        intake, naps, alarms = Kept(), Naps(), Alarms()
        fake.person(501).says("một")
        fake.breaks(fault, "getUpdates", code=code, times=2)
        async with polling(fake, intake, sleep=naps, alarm=alarms):
            await fake.drained()
        assert intake.texts == ["một"]
        assert [1 <= pause <= 2.5 for pause in naps.asked[:2]] == [True, True]
        assert alarms.told == []


async def test_after_a_failure_it_starts_with_fresh_connections() -> None:
    async with TelegramFake(scale=0.01) as fake:
        fake.breaks(Fault.HTML, "getUpdates", times=1)
        sessions: list[object] = []
        async with telegram(fake, sleep=Naps()) as channel:

            async def noted() -> None:
                sessions.append(channel._polls._client)

            intake = Kept()
            intake.before = noted
            channel._intake = intake
            await channel._poll_wire.retrieve("getMe")
            sessions.append(channel._polls._client)
            fake.person(501).says("một")
            task = asyncio.create_task(channel.run())
            await fake.drained()
            task.cancel()
        assert len(set(map(id, sessions))) == 2


async def test_no_more_than_one_try_a_second() -> None:
    async with TelegramFake() as fake:
        fake.breaks(Fault.HTML, "getUpdates", times=None)
        async with polling(fake, Kept()):
            await asyncio.sleep(2.5)
        polls = fake.ledger.of("getUpdates")
        gaps = [later.at - earlier.at for earlier, later in pairwise(polls)]
        assert len(polls) == 2
        assert all(gap >= 1 for gap in gaps)


async def test_pauses_grow_to_less_than_eight_seconds() -> None:
    async with TelegramFake() as fake:
        naps = Naps()
        fake.breaks(Fault.HTML, "getUpdates", times=None)
        async with polling(fake, Kept(), sleep=naps):
            await until(lambda: len(naps.asked) >= 8)
        for pause, least in zip(naps.asked, (1, 2, 4, 6, 6, 6, 6, 6), strict=False):
            assert least <= pause <= 1.25 * least


async def test_a_pause_telegram_asks_for_is_kept() -> None:
    async with TelegramFake() as fake:
        naps = Naps()
        fake.refuses("getUpdates", 429, "Too Many Requests: retry after 33", retry_after=33)
        async with polling(fake, Kept(), sleep=naps):
            await until(lambda: len(naps.asked) >= 1)
        assert naps.asked[0] == 33


async def test_a_dead_connection_is_noticed() -> None:
    async with TelegramFake() as fake:
        intake = Kept()
        fake.breaks(Fault.HANG, "getUpdates")
        async with telegram(fake, intake, poll_timeout=1.0, sleep=Naps()) as channel:
            channel._poll_wire._timeout = 1.3  # what is 8 s in earnest
            task = asyncio.create_task(channel.run())
            began = time.monotonic()
            await until(lambda: bool(fake.ledger.calls))
            fake.person(501).says("một")
            await fake.drained()
            assert time.monotonic() - began < 3
            task.cancel()
        assert intake.texts == ["một"]


async def test_the_poll_is_given_less_than_ten_seconds_beyond_its_own() -> None:
    async with TelegramFake() as fake, telegram(fake, poll_timeout=25.0) as channel:
        assert 25 < channel._poll_wire.read_timeout <= 35


async def test_a_token_refused_for_good_alarms_and_is_tried_every_minute() -> None:
    async with TelegramFake(scale=0.01) as fake:
        intake, naps, alarms = Kept(), Naps(), Alarms()
        fake.breaks(Fault.REFUSE, "getUpdates", code=401, times=5)
        fake.person(501).says("một")
        async with polling(fake, intake, sleep=naps, alarm=alarms):
            await fake.drained()
            assert alarms.kinds == ["telegram.account_refused"]
            assert sum(naps.asked[:3]) - 60 < 10
            assert naps.asked[2:5] == [60, 60, 60]
            fake.breaks(Fault.REFUSE, "getUpdates", code=404, times=3)
            fake.person(501).says("hai")
            await fake.drained()
        assert intake.texts == ["một", "hai"]
        assert alarms.kinds == ["telegram.account_refused"] * 2


async def test_two_pollers_end_with_a_name() -> None:
    async with TelegramFake(scale=0.01) as fake, telegram(fake, sleep=Naps(0.05)) as one:
        async with telegram(fake, sleep=Naps(0.05)) as other:
            tasks = [asyncio.create_task(channel.run()) for channel in (one, other)]
            done, _ = await asyncio.wait(tasks, timeout=5, return_when=asyncio.FIRST_COMPLETED)
            errors = [task.exception() for task in done]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        assert errors
        assert isinstance(errors[0], PolledElsewhere)
        assert "another process" in str(errors[0])
        assert one.account in str(errors[0])


async def test_of_two_pollers_the_one_that_came_second_leaves() -> None:
    """Whoever is talking with people already goes on."""
    hours = iter(range(10**9))
    async with TelegramFake(scale=0.01) as fake:
        first, second = Kept(), Kept()
        aged = {"monotonic": lambda: 60.0 * next(hours), "sleep": Naps(0.05)}
        async with polling(fake, first, **aged), telegram(fake, second, sleep=Naps(0.05)) as other:
            fake.person(501).says("một")
            await fake.drained()
            with pytest.raises(PolledElsewhere):
                await asyncio.wait_for(other.run(), 5)
            fake.person(501).says("hai")
            await fake.drained()
        assert first.texts + second.texts == ["một", "hai"]


async def test_one_conflict_alone_is_passed_over() -> None:
    async with TelegramFake(scale=0.01) as fake:
        intake = Kept()
        fake.refuses("getUpdates", 409, "Conflict: terminated by other getUpdates request")
        fake.person(501).says("một")
        async with polling(fake, intake, sleep=Naps()):
            await fake.drained()
            fake.refuses("getUpdates", 409, "Conflict: terminated by other getUpdates request")
            fake.person(501).says("hai")
            await fake.drained()
        assert intake.texts == ["một", "hai"]


async def test_a_webhook_set_meanwhile_is_removed() -> None:
    async with TelegramFake(scale=0.01) as fake:
        intake, alarms = Kept(), Alarms()
        async with polling(fake, intake, sleep=Naps(), alarm=alarms):
            await until(lambda: bool(fake.ledger.calls))
            await fake.account.set_webhook("http://127.0.0.1:1/other", "", 40)
            fake.person(501).says("một")
            await fake.drained()
        assert intake.texts == ["một"]
        assert alarms.kinds == ["telegram.webhook_set_elsewhere"]
        assert dict(fake.ledger.of("deleteWebhook")[0].params) == {"drop_pending_updates": False}


async def test_silence_of_a_minute_alarms_once() -> None:
    async with TelegramFake() as fake:
        alarms, clock = Alarms(), [0.0]

        async def nap(seconds: float) -> None:
            clock[0] += seconds
            await asyncio.sleep(0)

        fake.breaks(Fault.HTML, "getUpdates", times=30)
        channel_given = {"sleep": nap, "alarm": alarms, "monotonic": lambda: clock[0]}
        async with polling(fake, Kept(), **channel_given) as channel:
            fake.person(501).says("một")
            await fake.drained()
            await until(lambda: channel.heard_at is not None)
            assert channel.heard_at == clock[0]
        assert alarms.kinds == ["telegram.silent"]
