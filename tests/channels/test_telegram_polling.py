"""Fetching: kept before confirmed, and no update stops it."""

import asyncio
import json
from typing import Any

import pytest

from tests.channels.telegram_site import Kept, Naps, polling, until
from tests.fakes.telegram import TelegramFake


async def test_the_first_poll_asks_for_what_we_read() -> None:
    async with TelegramFake() as fake, polling(fake, Kept()):
        await until(lambda: bool(fake.ledger.calls))
        assert dict(fake.ledger.calls[0].params) == {
            "limit": 100,
            "timeout": 2,
            "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
        }


async def test_updates_are_kept_raw_and_in_order() -> None:
    async with TelegramFake() as fake:
        sent = [fake.person(501).says(str(number)) for number in range(250)]
        intake = Kept()
        async with polling(fake, intake):
            await fake.drained()
        assert [update["update_id"] for update in intake.updates] == sent
        assert intake.pages == [100, 100, 50]
        assert intake.updates[0]["message"]["from"]["first_name"] == "Minh"


async def test_nothing_is_confirmed_before_it_is_kept() -> None:
    async with TelegramFake() as fake:
        intake, committing, go = Kept(), asyncio.Event(), asyncio.Event()

        async def slow_commit() -> None:
            committing.set()
            await go.wait()

        intake.before = slow_commit
        fake.person(501).says("một")
        async with polling(fake, intake):
            await committing.wait()
            await asyncio.sleep(0.1)
            assert len(fake.waiting) == 1
            assert len(fake.ledger.of("getUpdates")) == 1
            go.set()
            await fake.drained()
        assert intake.texts == ["một"]


async def test_a_poison_update_does_not_stop_the_others() -> None:
    async with TelegramFake() as fake:
        fake.person(501).says("trước")
        fake.push({"message": {"chat": {"no": "type"}, "text": ["crooked"]}})
        fake.push({"kind_of_2028": [None, {"a": "\ud800"}]})
        fake.person(501).says("sau")
        intake = Kept()
        async with polling(fake, intake):
            await fake.drained()
        assert len(intake.updates) == 4
        assert intake.texts[-1] == "sau"


async def test_a_page_without_ids_is_not_fetched_in_a_circle(monkeypatch: pytest.MonkeyPatch) -> None:
    page: list[Any] = [5, None, {"message": {}}, {"update_id": "x"}]
    monkeypatch.setattr("tests.fakes.telegram.queue.UpdateQueue.page", lambda *_: page)
    async with TelegramFake() as fake:
        intake, naps = Kept(), Naps()
        async with polling(fake, intake, sleep=naps):
            await until(lambda: len(naps.asked) >= 3)
        assert min(naps.asked) >= 1
        assert intake.updates[:2] == page[2:]


async def test_ids_that_start_anew_are_all_kept() -> None:
    async with TelegramFake() as fake:
        intake = Kept()
        async with polling(fake, intake):
            fake.person(501).says("cũ")
            await fake.drained()
            await asyncio.sleep(0.05)
            fake.account.queue.start_ids_anew(1000)
            for text in ("mới 1", "mới 2", "mới 3"):
                fake.person(501).says(text)
            await fake.drained()
        assert list(dict.fromkeys(intake.texts)) == ["cũ", "mới 1", "mới 2", "mới 3"]


async def test_an_empty_page_at_once_does_not_spin(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> list[object]:
        return []

    monkeypatch.setattr("tests.fakes.telegram.long_poll.LongPoll.updates", nothing)
    async with TelegramFake() as fake:
        naps = Naps()
        async with polling(fake, Kept(), sleep=naps):
            await until(lambda: len(naps.asked) >= 3)
        assert all(0.5 < pause <= 1 for pause in naps.asked)


async def test_a_huge_page_of_odd_json_is_survived() -> None:
    async with TelegramFake(scale=0.01) as fake:
        deep: Any = "x"
        for _ in range(200):
            deep = [deep]
        fake.push({"message": {"deep": deep, "number": 10**300}})
        intake = Kept()
        async with polling(fake, intake) as channel:
            await fake.drained()
            assert channel.envelope(intake.updates[0]).update_key.isdigit()
            json.dumps(channel.masked(intake.updates[0], str.upper))
