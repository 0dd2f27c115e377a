"""The worker of time: what is due is done once, late things are marked, nights and holidays are kept."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from bot import clock, sample
from bot.workers import scheduler as module
from bot.workers.scheduler import SchedulerWorker
from handlers import jobs
from handlers.job import Job, Moment
from handlers.messages import Outbound
from handlers.registry import instances
from locales import words
from locales.formats import HANOI
from storage import shifts
from storage.database import Database, StorageError, database
from storage.effects import Effect
from storage.queries import Tx
from storage.records.work import Shift
from storage.slots import Slot
from tests.world import World

LATE = words("vi")("digest-late")


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


async def _when(played: World, at: datetime) -> dict[str, list[Outbound]]:
    """Go to a moment and let the clock ring; what each person is told."""
    played.clock.move(at)
    await played.tick()
    return await played.settle()


def _digests(told: dict[str, list[Outbound]]) -> list[str]:
    head = words("vi")("sample-team")
    return [one.text for one in told.get("nam", []) if one.text.startswith(head)]


def _reminded(told: dict[str, list[Outbound]]) -> list[str]:
    start = words("vi")("reminder-shift", times="\0", team="").partition("\0")[0]
    return sorted(who for who, heard in told.items() if any(one.text.startswith(start) for one in heard))


@asynccontextmanager
async def _second(played: World, url: str) -> AsyncIterator[SchedulerWorker]:
    """Another scheduler: on PostgreSQL in a process of its own, as it were."""
    store: Database = played.database
    if store.engine == "postgresql":
        store = database(url)
        await store.start()
    yield SchedulerWorker(
        store, instances(jobs, Job), now=played.clock.now, monotonic=played.clock.monotonic, new_id=played.ids
    )
    if store is not played.database:
        await store.close()


async def test_two_schedulers_do_it_once(played: World, any_url: str) -> None:
    """They ring together, many times: one digest, one reminder each."""
    async with _second(played, any_url) as second:
        played.clock.move(_at(23, 18))
        await asyncio.gather(*(worker.tick() for worker in (played.scheduler, second) * 4))
        told = await played.settle()
    assert len(_digests(told)) == 1
    assert _digests(await _when(played, _at(23, 18, 1))) == []


async def test_a_digest_comes_at_its_hour(played: World) -> None:
    """Not a minute before, once at the hour, and not again that day."""
    assert _digests(await _when(played, _at(23, 17, 59))) == []
    (text,) = _digests(await _when(played, _at(23, 18)))
    assert LATE not in text
    assert _digests(await _when(played, _at(23, 20))) == []


async def test_what_was_missed_in_the_evening_comes_late_and_says_so(played: World) -> None:
    """The program was down from before six until twenty to seven."""
    (text,) = _digests(await _when(played, _at(23, 18, 40)))
    assert LATE in text


async def test_what_was_missed_into_the_night_comes_in_the_morning(played: World) -> None:
    """Nobody is woken: at two the clock rings in vain, at half past six the digest goes, marked late."""
    assert await _when(played, _at(24, 2)) == {}
    assert _digests(await _when(played, _at(24, 6, 29))) == []
    (text,) = _digests(await _when(played, _at(24, 6, 30)))
    assert LATE in text
    assert "23/11" in text.splitlines()[0]
    (text,) = _digests(await _when(played, _at(24, 18)))
    assert LATE not in text


async def test_after_days_away_only_what_still_helps_is_done(played: World) -> None:
    """Three evenings were missed: yesterday's digest comes, older ones do not."""
    texts = _digests(await _when(played, _at(26, 8)))
    assert [text.splitlines()[0].count("25/11") for text in texts] == [1]


async def test_a_clock_that_steps_back_does_nothing_twice(played: World) -> None:
    """An hour back over six o'clock, and two hours forward."""
    assert len(_digests(await _when(played, _at(23, 18)))) == 1
    assert _digests(await _when(played, _at(23, 17))) == []
    assert _digests(await _when(played, _at(23, 18))) == []
    assert _digests(await _when(played, _at(23, 20, 30))) == []


async def test_shifts_are_reminded_of_once_and_to_those_who_asked(played: World) -> None:
    """An hour before; the afternoon's is another."""
    assert _reminded(await _when(played, _at(23, 7, 25))) == ["lan", "nam"]
    assert _reminded(await _when(played, _at(23, 7, 26))) == []
    assert _reminded(await _when(played, _at(23, 12, 29))) == []
    assert _reminded(await _when(played, _at(23, 12, 30))) == ["lan", "nam"]


async def test_a_reminder_for_the_small_hours_comes_the_evening_before(played: World) -> None:
    """A shift at five: its reminder would fall into the night and moves to half past eight."""
    early = Shift(
        tenant=sample.TENANT,
        id="early",
        team_id=sample.TEAM_ID,
        campaign_id=sample.CAMPAIGN_ID,
        starts_at=_at(24, 5),
        ends_at=_at(24, 7),
        created_at=_at(23, 7),
    )
    await _when(played, _at(23, 18, 30))
    await played.write(shifts.saved(early))
    assert _reminded(await _when(played, _at(23, 20, 29))) == []
    assert _reminded(await _when(played, _at(23, 20, 30))) == ["lan", "nam"]
    assert _reminded(await _when(played, _at(24, 4))) == []


async def test_nobody_is_reminded_on_a_holiday(played: World) -> None:
    """A shift that stands in the plan of a day off is not mentioned."""
    day_off = {"day_on": "2026-11-24", "name": "Ngày Văn hóa", "working": 0}
    await played.write(Effect("save_holiday", day_off))
    assert _reminded(await _when(played, _at(24, 6, 30))) == []
    assert _reminded(await _when(played, _at(24, 12, 30))) == []
    assert _reminded(await _when(played, _at(25, 6, 30))) == ["lan", "nam"]


async def test_at_the_end_of_the_shift_those_still_there_are_asked(played: World) -> None:
    """Once, ten minutes after; whoever checked out is left alone."""
    await played.says("lan", "vào ca")
    await played.says("nam", "vào ca")
    await played.says("nam", "ra ca")
    assert await _when(played, _at(23, 11, 39)) == {}
    told = await _when(played, _at(23, 11, 41))
    assert list(told) == ["lan"]
    assert await _when(played, _at(23, 11, 42)) == {}


async def test_a_forgotten_check_out_is_closed_at_the_planned_end(played: World) -> None:
    """In the night, silently, and not one minute longer than planned."""
    await played.says("lan", "vào ca")
    assert await _when(played, _at(23, 23, 31)) == {}
    assert await played.rows("open_attendances", tenants='["01"]', people='["sample-volunteer"]') == []
    (kept,) = await played.rows(
        "attendances_of_people", tenants='["01"]', people='["sample-volunteer"]', since=0
    )
    assert kept["out_at"] == _at(23, 11, 30).timestamp() * 1_000_000
    assert kept["out_origin"] == "auto"


class _Broken(Job):
    """A job with a mistake in it."""

    kind = "broken"
    useful_for = timedelta(hours=1)
    keeps_quiet = False

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Always due."""
        return [Slot(tenant="01", kind=self.kind, subject="x", slot_at=moment.now)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """Never right."""
        raise KeyError("a mistake in one kind of job")


async def test_a_job_that_fails_does_not_silence_the_others(quick: World) -> None:
    """The others are done, and it is tried again at the next ring."""
    worker = SchedulerWorker(
        quick.database,
        [_Broken(), *instances(jobs, Job)],
        now=quick.clock.now,
        monotonic=quick.clock.monotonic,
        new_id=quick.ids,
    )
    quick.clock.move(_at(23, 18))
    await worker.tick()
    assert len(_digests(await quick.settle())) == 1
    assert await quick.rows("claimed_slots", kind="broken", since=0) == []


class _Many(Job):
    """A job with many slots at once, which notes how many it was asked to fill together."""

    kind = "many"
    useful_for = timedelta(hours=1)
    keeps_quiet = False
    at_once = 3

    def __init__(self) -> None:
        self.pieces: list[int] = []

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Seven."""
        return [Slot(tenant="01", kind=self.kind, subject=f"{n}", slot_at=moment.now) for n in range(7)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """Nothing but the claims."""
        self.pieces.append(len(slots))
        return {}


async def test_many_slots_are_done_piece_by_piece_and_others_get_in_between(quick: World) -> None:
    """Whoever writes while a nation's digests are filled waits for one piece, not for all of them."""
    job = _Many()
    worker = SchedulerWorker(
        quick.database, [job], now=quick.clock.now, monotonic=quick.clock.monotonic, new_id=quick.ids
    )
    ticking = asyncio.create_task(worker.tick())
    seen: set[int] = set()
    while not ticking.done():
        seen.add(await quick.database.read(_asked(job)))
    await ticking
    assert job.pieces == [3, 3, 1]
    assert seen >= {1, 2}
    assert len(await quick.rows("claimed_slots", kind="many", since=0)) == 7


def _asked(job: _Many) -> Callable[[Tx], Awaitable[int]]:
    async def answered(_: Tx) -> int:
        return len(job.pieces)

    return answered


async def test_the_bell_rings_at_once_and_again_when_it_fell_silent(
    quick: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A storage that refuses is not the end of the clock; a bell that stops is replaced."""
    monkeypatch.setattr(module, "SILENT", 0.3)
    monkeypatch.setattr(module, "TICK", 3600)
    rung: list[int] = []

    async def tick() -> None:
        rung.append(len(rung))
        raise StorageError("database is locked")

    ticks = asyncio.get_running_loop().time
    worker = SchedulerWorker(quick.database, [], now=clock.now, monotonic=ticks, new_id=quick.ids)
    monkeypatch.setattr(worker, "tick", tick)
    running = asyncio.create_task(worker.run())
    for _ in range(100):
        await asyncio.sleep(0.02)
        if len(rung) >= 2:
            break
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert len(rung) >= 2
