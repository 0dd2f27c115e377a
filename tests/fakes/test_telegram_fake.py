"""The fake behaves as the published Bot API server does."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.fakes.telegram import DEFAULT_TOKEN, Fault, RemoteFake, TelegramFake

Json = dict[str, Any]


class Bot:
    """A bare client."""

    def __init__(self, fake: TelegramFake, session: aiohttp.ClientSession) -> None:
        self._fake = fake
        self._session = session

    async def call(self, method: str, **params: Any) -> Json:
        """The whole answer."""
        async with self._session.post(
            f"{self._fake.url}/bot{self._fake.token}/{method}", json=params
        ) as answer:
            body: Json = await answer.json()
            return body

    async def ids(self, **params: Any) -> list[int]:
        """The ids of one page."""
        return [update["update_id"] for update in (await self.call("getUpdates", **params))["result"]]


@pytest.fixture
async def fake() -> AsyncIterator[TelegramFake]:
    async with TelegramFake(scale=0.05) as fake:
        yield fake


@pytest.fixture
async def bot(fake: TelegramFake) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(fake, session)


async def test_a_page_is_confirmed_when_the_next_offset_arrives(fake: TelegramFake, bot: Bot) -> None:
    mai = fake.person(501)
    first, second = mai.says("một"), mai.says("hai")
    assert await bot.ids() == [first, second]
    assert len(fake.waiting) == 2
    await bot.call("getUpdates", offset=second)
    assert [event.update_id for event in fake.waiting] == [second]
    assert list(fake.ledger.confirmed) == [first]


async def test_a_page_holds_a_hundred(fake: TelegramFake, bot: Bot) -> None:
    sent = [fake.person(501).says(str(number)) for number in range(130)]
    assert await bot.ids() == sent[:100]
    assert await bot.ids(offset=sent[99] + 1) == sent[100:]


async def test_an_offset_out_of_range_is_answered_from_the_head(fake: TelegramFake, bot: Bot) -> None:
    sent = fake.person(501).says("một")
    assert await bot.ids(offset=sent + 5000) == [sent]


async def test_an_eager_poller_gets_one_update(fake: TelegramFake, bot: Bot) -> None:
    sent = [fake.person(501).says(str(number)) for number in range(3)]
    assert await bot.ids() == sent
    assert await bot.ids() == sent[:1]


async def test_a_poll_waits_and_is_woken(fake: TelegramFake, bot: Bot) -> None:
    poll = asyncio.create_task(bot.ids(timeout=20))
    await asyncio.sleep(0.05)
    sent = fake.person(501).says("một")
    assert await asyncio.wait_for(poll, 2) == [sent]


async def test_the_earlier_of_two_pollers_ends_with_a_conflict(fake: TelegramFake, bot: Bot) -> None:
    earlier = asyncio.create_task(bot.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    later = asyncio.create_task(bot.ids(timeout=20))
    assert (await asyncio.wait_for(earlier, 2))["error_code"] == 409
    sent = fake.person(501).says("một")
    assert await asyncio.wait_for(later, 2) == [sent]
    assert fake.ledger.conflicts == 1


async def test_taps_live_150_seconds_and_messages_a_day(fake: TelegramFake, bot: Bot) -> None:
    mai = fake.person(501)
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}
    await bot.call("sendMessage", chat_id=501, text="Vào ca?", reply_markup=markup)
    tapped, said = mai.taps("Có"), mai.says("có")
    fake.account.later(151)
    assert await bot.ids() == [said]
    fake.account.later(86_400)
    assert await bot.ids() == []
    assert fake.ledger.dropped == [tapped, said]


async def test_an_update_over_64_kib_never_arrives(fake: TelegramFake, bot: Bot) -> None:
    assert fake.person(501).says("x" * 66_000) == 0
    assert await bot.ids() == []


async def test_what_is_not_allowed_does_not_come(fake: TelegramFake, bot: Bot) -> None:
    await bot.call("getUpdates", allowed_updates=["message"])
    assert fake.person(501).blocks() == 0


@pytest.mark.parametrize(
    ("params", "code", "description"),
    [
        ({"chat_id": 9, "text": "a"}, 400, "chat not found"),
        ({"chat_id": 501, "text": " "}, 400, "text is empty"),
        ({"chat_id": 501, "text": "😀" * 2049}, 400, "too long"),
        ({"chat_id": 502, "text": "a"}, 403, "blocked"),
        ({"chat_id": -5, "text": "a"}, 400, "upgraded"),
        (
            {
                "chat_id": 501,
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "ă" * 33}]]},
            },
            400,
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_it_refuses_as_telegram_does(
    fake: TelegramFake, bot: Bot, params: Json, code: int, description: str
) -> None:
    fake.person(501)
    fake.person(502).blocks()
    fake.group(-5).migrates(-100_5)
    answer = await bot.call("sendMessage", **params)
    assert answer["error_code"] == code
    assert description in answer["description"]


async def test_editing_and_answering_a_tap(fake: TelegramFake, bot: Bot) -> None:
    mai = fake.person(501)
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}
    sent = await bot.call("sendMessage", chat_id=501, text="Vào ca?", reply_markup=markup)
    mai.taps("yes")
    tap = (await bot.call("getUpdates"))["result"][0]["callback_query"]
    assert (await bot.call("answerCallbackQuery", callback_query_id=tap["id"], text="Đã ghi"))["ok"]
    assert mai.notices == ["Đã ghi"]
    assert "too old" in (await bot.call("answerCallbackQuery", callback_query_id=tap["id"]))["description"]
    change = {"chat_id": 501, "message_id": sent["result"]["message_id"], "text": "Đã vào ca"}
    assert (await bot.call("editMessageText", **change))["ok"]
    assert "not modified" in (await bot.call("editMessageText", **change))["description"]
    assert (mai.last().text, mai.last().edits, mai.last().buttons) == ("Đã vào ca", 1, [])


async def test_calls_inside_a_pause_are_counted(fake: TelegramFake, bot: Bot) -> None:
    fake.person(501)
    fake.person(502)
    fake.throttles(30, chat=501)
    for chat in (501, 501, 502):
        await bot.call("sendMessage", chat_id=chat, text="a")
    assert [call.status for call in fake.ledger.of("sendMessage")] == [429, 429, 200]
    assert fake.ledger.too_soon == 1


async def test_a_cut_answer_hides_an_effect(fake: TelegramFake, bot: Bot) -> None:
    mai = fake.person(501)
    fake.breaks(Fault.CUT, "sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=501, text="a")
    assert [shown.text for shown in mai.shown()] == ["a"]
    fake.breaks(Fault.RESET, "sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=501, text="b")
    assert [shown.text for shown in mai.shown()] == ["a"]


async def test_the_webhook_keeps_lines_and_tries_again(fake: TelegramFake, bot: Bot) -> None:
    got: list[tuple[str, str]] = []
    refused = {"một": 2}

    async def hook(request: web.Request) -> web.Response:
        message = (await request.json())["message"]
        text = message["text"]
        if refused.get(text, 0) > 0:
            refused[text] -= 1
            return web.Response(status=500)
        got.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], text))
        return web.json_response({"method": "sendMessage"} if text == "ba" else {})

    app = web.Application()
    app.add_routes([web.post("/hook", hook)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await bot.call("setWebhook", url=url, secret_token="s" * 32))["ok"]
    fake.person(501).says("một")
    fake.person(501).says("hai")
    fake.person(502).says("ba")
    await fake.drained()
    assert got == [("s" * 32, "ba"), ("s" * 32, "một"), ("s" * 32, "hai")]
    assert fake.ledger.hook_method_reply == 1
    attempts = [delivery for delivery in fake.ledger.deliveries if delivery.line == "chat 501"]
    assert [attempt.status for attempt in attempts] == [500, 500, 200, 200]
    assert attempts[1].at - attempts[0].at < 0.09  # at once
    assert attempts[2].at - attempts[1].at >= 0.1  # two seconds, scaled
    assert (await bot.call("getUpdates"))["error_code"] == 409
    assert (await bot.call("getWebhookInfo"))["result"]["url"] == url
    await bot.call("deleteWebhook")
    assert (await bot.call("getUpdates"))["ok"]
    await runner.cleanup()


async def test_it_hangs_up_and_comes_back(fake: TelegramFake, bot: Bot) -> None:
    await fake.hang_up()
    with pytest.raises(aiohttp.ClientConnectorError):
        await bot.call("getMe")
    await fake.listen()
    assert (await bot.call("getMe"))["result"]["id"] == int(fake.token.partition(":")[0])


@pytest.mark.process
def test_it_runs_as_its_own_process() -> None:
    command = [sys.executable, "-m", "tests.fakes.telegram", "--port", "0", "--scale", "0.1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        with RemoteFake(said["url"]) as remote:
            update_id = remote.says(501, "/vaoca")
            assert remote.waiting() == 1
            page = remote.call(said["token"], "getUpdates")
            assert page["result"][0]["update_id"] == update_id
            remote.rule("refuse", method="sendMessage", code=403, description="Forbidden")
            assert remote.call(said["token"], "sendMessage", chat_id=501, text="a")["error_code"] == 403
            assert remote.call(said["token"], "sendMessage", chat_id=501, text="a")["ok"]
            assert [shown["text"] for shown in remote.shown(501)] == ["a"]
            assert [call["status"] for call in remote.ledger()["calls"]] == [200, 403, 200]
            with pytest.raises(AssertionError, match="no action"):
                remote.do({"do": "dances"})
        process.terminate()
        assert process.wait(5) == 0
    assert said["token"] == DEFAULT_TOKEN
