"""What leaves for Zalo, and what its refusals and the network's faults mean to the sender."""

import unicodedata
from datetime import timedelta

import pytest

from bot.channel import AccountRefused, Doubtful, NetworkDown, Rejected, SendError, Throttled, Unreachable
from bot.channels.zalo.limits import Limits
from bot.drawing import drawn
from handlers.messages import Button, Outbound, Photo
from tests.channels.web_site import PNG
from tests.channels.zalo_site import zalo
from tests.fakes.zalo import Call, Fault, ZaloFake

HELLO = Outbound("Chào Mai, số 0912345678")


async def calls(message: Outbound) -> list[Call]:
    """The calls that bring ``message`` to Mai, drawn as the outbox does."""
    async with ZaloFake() as fake, zalo(fake) as channel:
        fake.person("mai").says("chào")
        for part in drawn(message, channel.capabilities):
            await channel.send("mai", part)
        return fake.ledger.calls


async def test_a_text_is_plain_and_composed() -> None:
    (call,) = await calls(Outbound(unicodedata.normalize("NFD", "Đã vào ca lúc 7h25, sớm 5 phút.")))
    assert call.method == "sendMessage"
    assert dict(call.params) == {"chat_id": "mai", "text": "Đã vào ca lúc 7h25, sớm 5 phút."}


async def test_choices_are_numbered_lines() -> None:
    (call,) = await calls(Outbound("Bạn đủ 16 tuổi chưa?", ((Button("Có", "a"), Button("Không", "b")),)))
    assert call.text == "Bạn đủ 16 tuổi chưa?\n1. Có\n2. Không"


async def test_a_long_text_comes_in_parts_cut_between_paragraphs() -> None:
    paragraph = "Đội hình phường Đống Đa có mặt đủ. " * 25
    sent = await calls(Outbound("\n\n".join([paragraph.strip()] * 4)))
    assert [call.text for call in sent] == ["\n\n".join([paragraph.strip()] * 2)] * 2


async def test_the_answer_to_a_tap_costs_nothing() -> None:
    assert await calls(Outbound("Đã ghi", callback="1")) == []


async def test_a_picture_goes_by_address_and_its_text_with_it() -> None:
    async def publish(png: bytes) -> str:
        assert png == PNG
        return "https://bot.example/pictures/abc.png"

    async with ZaloFake() as fake, zalo(fake, publish=publish) as channel:
        fake.refuses("sendPhoto", 400, "photo could not be fetched", times=None)
        for text, caption in (("Mã vào đội", "Mã vào đội"), ("", "Mã QR")):
            with pytest.raises(Rejected):
                await channel.send("mai", Outbound(text, photo=Photo(PNG, "Mã QR")))
            address = "https://bot.example/pictures/abc.png"
            sent = {"chat_id": "mai", "photo": address, "caption": caption}
            assert dict(fake.ledger.calls[-1].params) == sent


async def test_without_an_address_a_picture_is_its_words() -> None:
    (call,) = await calls(Outbound("Mã vào đội", photo=Photo(PNG, "Mã QR để vào đội")))
    assert (call.method, call.text) == ("sendMessage", "Mã vào đội\nMã QR để vào đội")


async def test_half_a_letter_is_rejected_and_not_sent() -> None:
    with pytest.raises(Rejected):
        await calls(Outbound("a\ud800b"))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (400, Rejected),
        (401, AccountRefused),
        (403, NetworkDown),
        (404, Rejected),
        (408, Doubtful),
        (429, Throttled),
        (500, NetworkDown),
        (503, NetworkDown),
    ],
)
async def test_the_code_counts_not_the_http_status(code: int, expected: type[SendError]) -> None:
    async with ZaloFake() as fake, zalo(fake) as channel:
        fake.refuses("sendMessage", code, "số 0912345678 bị từ chối")
        with pytest.raises(SendError) as caught:
            await channel.send("mai", HELLO)
        assert type(caught.value) is expected
        assert "0912345678" not in str(caught.value)
        assert len(fake.ledger.calls) == 1


@pytest.mark.parametrize(
    ("fault", "code", "expected"),
    [
        (Fault.HTML, 200, NetworkDown),
        (Fault.HTML, 403, NetworkDown),
        (Fault.HTML, 502, Doubtful),
        (Fault.GARBAGE, 200, NetworkDown),
        (Fault.HANG, 0, Doubtful),
        (Fault.CUT, 0, Doubtful),
        (Fault.RESET, 0, Doubtful),
    ],
)
async def test_a_broken_exchange(fault: Fault, code: int, expected: type[SendError]) -> None:
    async with ZaloFake() as fake, zalo(fake, send_timeout=0.3) as channel:
        fake.person("mai").says("chào")
        fake.breaks(fault, "sendMessage", code=code, seconds=1.0)
        with pytest.raises(SendError) as caught:
            await channel.send("mai", HELLO)
        assert type(caught.value) is expected


async def test_nobody_listens() -> None:
    async with zalo(ZaloFake(), api_url="http://127.0.0.1:1") as channel:
        with pytest.raises(NetworkDown):
            await channel.send("mai", HELLO)


def test_a_limit_met_by_one_chat_holds_that_chat_alone() -> None:
    """Half a minute, then minutes; and in the end that person is one too many."""
    limits = Limits()
    pauses = []
    for _ in range(4):
        error = limits.limited("mai")
        limits.served("lan")
        assert isinstance(error, Throttled)
        assert not error.whole
        pauses.append(error.retry_after)
    assert pauses == [timedelta(seconds=seconds) for seconds in (30, 60, 120, 240)]
    assert isinstance(limits.limited("mai"), Unreachable)


def test_a_limit_met_by_two_chats_is_the_account_s() -> None:
    """Nobody is given up because the month is spent."""
    limits = Limits()
    for _ in range(10):
        errors = [limits.limited("mai"), limits.limited("lan")]
        assert isinstance(errors[1], Throttled)
        assert errors[1].whole
    limits.served("mai")
    assert not getattr(limits.limited("mai"), "whole", True)


async def test_the_month_ends_and_begins() -> None:
    async with ZaloFake() as fake, zalo(fake) as channel:
        fake.account.plan.month = 3
        for who in ("mai", "lan"):
            fake.person(who).says("chào")
        await channel.send("mai", HELLO)
        with pytest.raises(Throttled):
            await channel.send("mai", HELLO)
        fake.account.plan.month = 10
        await channel.send("mai", HELLO)
