"""What Telegram and the network do wrong, and what the sender is told."""

import asyncio
from datetime import timedelta

import pytest

from bot.channel import (
    AccountRefused,
    Doubtful,
    Moved,
    NetworkDown,
    Rejected,
    SendError,
    Sent,
    Throttled,
    Unreachable,
)
from bot.channels.telegram.failures import Refusal, refusal, send_error
from handlers.messages import Outbound
from tests.channels.telegram_site import telegram
from tests.fakes.telegram import Fault, TelegramFake

HELLO = Outbound("Chào Mai, số 0912345678")


@pytest.mark.parametrize(
    ("code", "description", "expected"),
    [
        (403, "Forbidden: bot was blocked by the user", Unreachable),
        (403, "Forbidden: user is deactivated", Unreachable),
        (403, "Forbidden: bot can't initiate conversation with a user", Unreachable),
        (403, "Forbidden: bot was kicked from the group chat", Unreachable),
        (400, "Bad Request: chat not found", Unreachable),
        (400, "Bad Request: user not found", Unreachable),
        (400, "Bad Request: PEER_ID_INVALID", Unreachable),
        (400, "Bad Request: group chat was deactivated", Unreachable),
        (400, "Bad Request: message is too long", Rejected),
        (400, "Bad Request: can't parse entities", Rejected),
        (413, "Request Entity Too Large", Rejected),
        (401, "Unauthorized", AccountRefused),
        (404, "Not Found", AccountRefused),
        (500, "Internal Server Error", NetworkDown),
        (502, "Bad Gateway", NetworkDown),
        (503, "Service Unavailable", NetworkDown),
        (504, "Gateway Timeout", NetworkDown),
    ],
)
async def test_a_refusal(code: int, description: str, expected: type[SendError]) -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        fake.refuses("sendMessage", code, description)
        with pytest.raises(SendError) as caught:
            await channel.send("501", HELLO)
        assert type(caught.value) is expected
        assert len(fake.ledger.calls) == 1


@pytest.mark.parametrize(
    ("fault", "code", "expected"),
    [
        (Fault.HTML, 200, NetworkDown),
        (Fault.HTML, 302, NetworkDown),
        (Fault.HTML, 400, NetworkDown),
        (Fault.HTML, 403, NetworkDown),
        (Fault.HTML, 404, NetworkDown),
        (Fault.HTML, 502, NetworkDown),
        (Fault.GARBAGE, 200, NetworkDown),
        (Fault.HANG, 0, Doubtful),
        (Fault.CUT, 0, Doubtful),
        (Fault.RESET, 0, Doubtful),
    ],
)
async def test_a_broken_exchange(fault: Fault, code: int, expected: type[SendError]) -> None:
    async with TelegramFake() as fake, telegram(fake, send_timeout=0.3) as channel:
        fake.person(501)
        fake.breaks(fault, "sendMessage", code=code)
        with pytest.raises(SendError) as caught:
            await channel.send("501", HELLO)
        assert type(caught.value) is expected
        assert len(fake.ledger.calls) == 1  # nothing below the outbox tries again
        assert await channel.send("501", HELLO) == Sent(str(fake.person(501).last().message_id))


async def test_no_connection_is_surely_not_sent() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        await fake.hang_up()
        with pytest.raises(NetworkDown):
            await channel.send("501", HELLO)
        await fake.listen()
        await channel.send("501", HELLO)


@pytest.mark.parametrize("url", ["http://nowhere.invalid", "https://127.0.0.1:1", "http://", "no address"])
async def test_an_address_that_leads_nowhere(url: str) -> None:
    async with TelegramFake() as fake, telegram(fake, api_url=url) as channel:
        with pytest.raises(NetworkDown):
            await channel.send("501", HELLO)


async def test_a_closed_channel_sends_nothing() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        await channel.close()
        with pytest.raises(NetworkDown):
            await channel.send("501", HELLO)
        assert fake.ledger.calls == []


async def test_a_pause_is_for_the_chat() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        fake.throttles(17, chat=501)
        with pytest.raises(Throttled) as caught:
            await channel.send("501", HELLO)
        assert (caught.value.retry_after, caught.value.whole) == (timedelta(seconds=17), False)


@pytest.mark.parametrize(
    ("parameters", "seconds"), [({"retry_after": 300}, 300), ({}, 1), ({"retry_after": "x"}, 1)]
)
def test_a_pause_is_at_least_a_second_and_whole_when_told(
    parameters: dict[str, object], seconds: int
) -> None:
    error = send_error(Refusal(429, "Too Many Requests", parameters), whole=True)
    assert isinstance(error, Throttled)
    assert (error.retry_after, error.whole) == (timedelta(seconds=seconds), True)


async def test_a_group_that_moved() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.group(-5).migrates(-1005)
        with pytest.raises(Moved) as caught:
            await channel.send("-5", HELLO)
        assert caught.value.chat == "-1005"
        await channel.send(caught.value.chat, HELLO)
        assert len(fake.account.shown(-1005)) == 1


async def test_an_edit_fails_as_a_message_does() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        for code, expected in ((403, Unreachable), (500, NetworkDown), (400, Rejected)):
            fake.refuses("editMessageText", code, "no")
            with pytest.raises(expected):
                await channel.send("501", Outbound("a", edits="7"))


async def test_a_cancelled_send_is_cancelled() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        fake.breaks(Fault.HANG, "sendMessage")
        sending = asyncio.create_task(channel.send("501", HELLO))
        await asyncio.sleep(0.1)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending


def test_a_reason_carries_nothing_a_person_wrote() -> None:
    said = 'Bad Request: can\'t parse "Nguyễn Thị Mai 0912345678" in Đà Nẵng' + "x" * 500
    text = str(send_error(Refusal(400, said)))
    assert text.startswith("400 Bad Request: can't parse ")
    assert "Mai" not in text
    assert "Nẵng" not in text
    assert len(text) < 130


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b'{"ok":true}', b'{"error_code":403}', b"[" * 100_000, b"\xff"]
)
def test_only_the_bot_apis_own_json_is_a_refusal(body: bytes) -> None:
    assert isinstance(send_error(refusal(403, body)), NetworkDown)


def test_a_refusal_may_lack_its_words() -> None:
    assert isinstance(send_error(refusal(400, b'{"ok":false,"parameters":7}')), Rejected)
