"""What the bot says: kept, told to the page, replaced in place, sent again in order."""

import json
import logging
import random
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channel import NetworkDown, Unreachable
from bot.channels.web.stream import PAGES_OF_A_CHAT, Streams
from handlers.messages import Button, File, Outbound, Photo
from tests.channels.web_site import PNG, Browser, Site, web_site

CHOICES = ((Button("Ca sáng", "shift:1"), Button("Ca chiều", "shift:2")), (Button("Huỷ", "cancel"),))


@pytest.fixture
async def site(fresh: Path) -> AsyncIterator[Site]:
    async with web_site(fresh) as made:
        yield made


@pytest.fixture
async def browser(site: Site) -> AsyncIterator[Browser]:
    async with site.browser() as made:
        await made.open()
        yield made


async def _alive() -> bool:
    return True


async def _told(site: Site, chat: str, after: str = "") -> list[dict[str, Any]]:
    """What a page that opens now is told before it is up to date."""
    told: list[dict[str, Any]] = []
    streams = Streams(site.store, timedelta(seconds=15))
    async with aclosing(streams.follow(chat, after, _alive)) as events:
        async for event in events:
            if event.event == "ready":
                return told
            assert isinstance(event.data, str)
            told.append(json.loads(event.data))
            assert event.id == told[-1]["id"]
    raise AssertionError("the stream ended before it was ready")


async def test_a_message_is_told_as_data(site: Site, browser: Browser) -> None:
    sent = await site.channel.send(browser.chat, Outbound("Bạn vào ca nào?", CHOICES, asks_place=True))

    assert await _told(site, browser.chat) == [
        {
            "id": sent.message_id,
            "at": "2026-11-21T00:30:00+00:00",
            "text": "Bạn vào ca nào?",
            "choices": [
                [
                    {"label": "Ca sáng", "value": "shift:1"},
                    {"label": "Ca chiều", "value": "shift:2"},
                ],
                [{"label": "Huỷ", "value": "cancel"}],
            ],
            "asks_place": True,
        }
    ]


async def test_what_was_missed_comes_in_order_and_once(site: Site, browser: Browser) -> None:
    ids = [await site.say(browser.chat, str(number)) for number in range(250)]

    missed = await _told(site, browser.chat, after=ids[20])

    assert [message["text"] for message in missed] == [str(number) for number in range(21, 250)]


async def test_a_new_page_is_told_the_newest_two_hundred(site: Site, browser: Browser) -> None:
    for number in range(210):
        await site.say(browser.chat, str(number))

    told = [message["text"] for message in await _told(site, browser.chat)]

    assert told == [str(number) for number in range(10, 210)]


async def test_nobody_is_told_what_was_said_in_another_chat(site: Site, browser: Browser) -> None:
    async with site.browser() as other:
        await other.open()
        await site.say(other.chat, "của người khác")

    assert await _told(site, browser.chat) == []


async def test_an_edit_takes_the_place_of_its_card(site: Site, browser: Browser) -> None:
    card = await site.say(browser.chat, "Câu 1")
    after = await site.say(browser.chat, "Nhắc nhỏ")
    edits = [await site.say(browser.chat, text, edits=card) for text in ("Câu 2", "Câu 3")]

    assert edits == [card, card]
    assert [(m["text"], m.get("replaces")) for m in await _told(site, browser.chat)] == [
        ("Nhắc nhỏ", None),
        ("Câu 3", card),
    ]
    assert [m["text"] for m in await _told(site, browser.chat, after=after)] == ["Câu 3"]


@pytest.mark.parametrize("gone", ["0190ffff-0000-7000-8000-000000000000", "%", "_" * 36])
async def test_an_edit_of_what_is_gone_is_a_new_message(site: Site, browser: Browser, gone: str) -> None:
    await site.say(browser.chat, "Câu 1")
    await site.say(browser.chat, "Câu 2", edits=gone)

    told = await _told(site, browser.chat)

    assert [(m["text"], m.get("replaces")) for m in told] == [("Câu 1", None), ("Câu 2", None)]


async def test_a_clock_that_steps_back_hides_no_message(site: Site, browser: Browser) -> None:
    before = await site.say(browser.chat, "trước")
    site.now.forward(timedelta(hours=-1))
    await site.say(browser.chat, "sau")
    await site.say(browser.chat, "sau nữa")

    assert [m["text"] for m in await _told(site, browser.chat, after=before)] == ["sau", "sau nữa"]


async def test_a_picture_is_fetched_by_its_own_session_only(site: Site, browser: Browser) -> None:
    await site.channel.send(browser.chat, Outbound("Tuần này", photo=Photo(PNG, "Biểu đồ cột")))
    [message] = await _told(site, browser.chat)
    photo = message["photo"]

    assert (photo["alt"], photo["width"], photo["height"]) == ("Biểu đồ cột", 2, 1)
    response = await browser.get(photo["url"])
    assert (response.content, response.headers["Content-Type"]) == (PNG, "image/png")
    async with site.browser() as other:
        await other.open()
        assert (await other.get(photo["url"])).status_code == 404


async def test_a_file_is_saved_under_its_name(site: Site, browser: Browser) -> None:
    file = File(b"<script>", "Tổng hợp 21-11.xlsx", "application/vnd.ms-excel")
    await site.channel.send(browser.chat, Outbound("", file=file))
    [message] = await _told(site, browser.chat)

    response = await browser.get(message["file"]["url"])

    assert (message["file"]["name"], message["file"]["size"]) == (file.name, 8)
    assert response.content == file.content
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''T%E1%BB%95ng")


async def test_a_message_without_picture_or_file_has_none_to_fetch(site: Site, browser: Browser) -> None:
    message_id = await site.say(browser.chat, "chữ")

    assert (await browser.get(f"/photos/{message_id}")).status_code == 404
    assert (await browser.get(f"/files/{message_id}")).status_code == 404


async def test_half_letters_are_kept_and_told(site: Site, browser: Browser) -> None:
    await site.say(browser.chat, "a\ud83db")

    assert json.dumps(await _told(site, browser.chat)).count("\\ud83d") == 1


async def test_a_chat_nobody_can_read_any_more_is_unreachable(site: Site, browser: Browser) -> None:
    await site.channel.sign_out(browser.chat)

    with pytest.raises(Unreachable):
        await site.say(browser.chat, "a")


async def test_a_store_that_fails_is_tried_again_later(site: Site, browser: Browser) -> None:
    await site.database.close()

    with pytest.raises(NetworkDown):
        await site.say(browser.chat, "a")


async def test_pages_hear_what_is_said_and_a_beat_in_silence(site: Site, browser: Browser) -> None:
    streams = Streams(site.store, timedelta(seconds=0.05))
    async with aclosing(streams.follow(browser.chat, "", _alive)) as events:
        heard = [(await anext(events)).event]
        await site.say(browser.chat, "chào")
        streams.ring(browser.chat)
        heard.append((await anext(events)).event)
        streams.notice(browser.chat, "Đã ghi")
        heard.append((await anext(events)).event)
        heard.append((await anext(events)).event)
        await site.say(browser.chat, "từ một tiến trình khác")
        heard.append((await anext(events)).event)

    assert heard == ["ready", "message", "notice", "beat", "message"]


async def test_a_tap_is_answered_by_a_notice_nobody_keeps(site: Site, browser: Browser) -> None:
    sent = await site.channel.send(browser.chat, Outbound("Đã ghi", callback="key-00000001"))

    assert sent.message_id == ""
    assert await _told(site, browser.chat) == []


async def test_a_stream_ends_with_its_session(site: Site) -> None:
    async def dead() -> bool:
        return False

    streams = Streams(site.store, timedelta(seconds=0.01))
    heard = [event.event async for event in streams.follow("chat", "", dead)]

    assert heard == ["ready", "beat"]


async def test_signing_out_ends_the_streams(site: Site) -> None:
    streams = Streams(site.store, timedelta(seconds=15))
    async with aclosing(streams.follow("chat", "", _alive)) as events:
        await anext(events)
        streams.end("chat")

        assert [event async for event in events] == []


async def test_the_oldest_page_of_a_chat_makes_room(site: Site) -> None:
    streams = Streams(site.store, timedelta(seconds=15))
    pages = [streams.follow("chat", "", _alive) for _ in range(PAGES_OF_A_CHAT + 1)]
    for page in pages:
        assert (await anext(page)).event == "ready"

    assert [event.event async for event in pages[0]] == ["crowded"]
    streams.notice("chat", "a")
    assert [(await anext(page)).event for page in pages[1:]] == ["notice"] * PAGES_OF_A_CHAT
    for page in pages:
        await page.aclose()


def test_what_is_streamed_reaches_no_log() -> None:
    assert not logging.getLogger("sse_starlette.sse").isEnabledFor(logging.DEBUG)


async def test_a_thousand_lost_connections_lose_and_double_nothing(site: Site, browser: Browser) -> None:
    chance = random.Random(20261121)
    streams = Streams(site.store, timedelta(seconds=15))
    said: list[str] = []
    heard: list[str] = []
    after = ""
    for _ in range(1000):
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            said.append(f"tin {len(said)}")
            await site.say(browser.chat, said[-1])
        async with aclosing(streams.follow(browser.chat, after, _alive)) as events:
            for _ in range(chance.randrange(4)):
                event = await anext(events)
                if event.event == "ready":
                    break
                after = str(event.id)
                heard.append(json.loads(str(event.data))["text"])
    heard += [message["text"] for message in await _told(site, browser.chat, after)]

    assert len(said) > 700
    assert heard == said
