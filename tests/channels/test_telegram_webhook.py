"""The webhook's door: the secret first, the disk second, 200 last, and never a body."""

import ast
import asyncio
import inspect
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import Message

from bot import hook as hooks
from bot.channels.telegram import Webhook
from tests.channels.telegram_site import SECRET, Kept, hook, telegram
from tests.fakes.telegram import TelegramFake

HEADER = "X-Telegram-Bot-Api-Secret-Token"
PATH = "/hooks/telegram/7000001"
UPDATE = b'{"update_id":1,"message":{"text":"a"}}'
GOOD = {HEADER: SECRET}
CAP = 256 * 1024


@asynccontextmanager
async def door(intake: Kept, given: Webhook | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """A client in front of the channel's routes."""
    async with telegram(TelegramFake(), intake, webhook=given or hook()) as channel:
        app = httpx.ASGITransport(Starlette(routes=list(channel.routes())))
        async with httpx.AsyncClient(transport=app, base_url="http://door") as client:
            yield client


async def test_an_update_is_kept_and_answered_with_nothing() -> None:
    intake = Kept()
    async with door(intake) as client:
        answer = await client.post(PATH, content=UPDATE, headers=GOOD)
    assert (answer.status_code, answer.content) == (200, b"")
    assert intake.updates == [{"update_id": 1, "message": {"text": "a"}}]


WRONG: list[list[tuple[bytes, bytes]]] = [
    [],
    [(b"x", SECRET.encode())],
    *(
        [(HEADER.encode(), value)]
        for value in (
            b"",
            b"wrong",
            SECRET[:-1].encode(),
            SECRET[1:].encode(),
            SECRET.encode() + b"x",
            b"x" + SECRET.encode(),
            SECRET.swapcase().encode(),
            SECRET.encode() + b" " + SECRET.encode(),
            SECRET.encode() + b"\t",
            b"x" * 8192,
            "ă".encode() * 40,
            b"\xff\xfe" * 20,
        )
    ),
    [(HEADER.encode(), SECRET.encode())] * 2,
    [(HEADER.encode(), SECRET.encode()), (HEADER.encode(), b"wrong")],
    [
        (b"X-Forwarded-For", b"149.154.167.220"),
        (b"X-Real-IP", b"149.154.167.220"),
        (b"Forwarded", b"for=149.154.167.220"),
    ],
]


@pytest.mark.parametrize("method", ["POST", "GET", "PUT", "OPTIONS"])
@pytest.mark.parametrize("headers", WRONG)
async def test_a_wrong_secret_is_always_the_same_403(
    headers: list[tuple[bytes, bytes]], method: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    intake = Kept()
    async with door(intake) as client:
        answer = await client.request(method, PATH, content=UPDATE, headers=headers)
    assert (answer.status_code, answer.content) == (403, b"")
    assert dict(answer.headers) == {"content-length": "0"}
    assert intake.updates == []
    assert not any(value.decode("latin-1") in caplog.text for _, value in headers if len(value) > 8)


async def test_the_body_of_a_stranger_is_not_read() -> None:
    async with telegram(TelegramFake(), Kept(), webhook=hook()) as channel:
        (route,) = channel.routes()
        sent: list[Message] = []

        async def receive() -> Message:
            raise AssertionError("the body was read")

        async def send(message: Message) -> None:
            sent.append(message)

        scope: dict[str, Any] = {
            "type": "http",
            "method": "POST",
            "path": PATH,
            "headers": [],
            "root_path": "",
        }
        await Starlette(routes=[route])(scope, receive, send)
    assert sent[0]["status"] == 403


async def test_a_large_body_is_refused_after_the_secret() -> None:
    async def streamed() -> AsyncIterator[bytes]:
        for _ in range(5):
            yield b" " * (CAP // 4)

    intake = Kept()
    async with door(intake) as client:
        whole = await client.post(PATH, content=b" " * (CAP + 1), headers=GOOD)
        chunked = await client.post(PATH, content=streamed(), headers=GOOD)
        stranger = await client.post(PATH, content=b" " * (CAP + 1))
        fits = await client.post(PATH, content=UPDATE + b" " * (CAP - len(UPDATE)), headers=GOOD)
    assert [answer.status_code for answer in (whole, chunked, stranger, fits)] == [413, 413, 403, 200]
    assert not any(answer.content for answer in (whole, chunked, stranger, fits))
    assert len(intake.updates) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"5",
        b'{"update_id":NaN}',
        b"[" * 100_000,
        b'{"update_id":' + b"9" * 300 + b"}",
    ],
)
async def test_whatever_telegram_sends_is_kept(body: bytes) -> None:
    intake = Kept()
    async with door(intake) as client:
        answer = await client.post(PATH, content=body, headers=GOOD)
    assert (answer.status_code, answer.content) == (200, b"")
    assert len(intake.updates) == 1


async def test_when_the_disk_refuses_telegram_is_asked_to_come_again() -> None:
    intake = Kept()
    intake.fails = OSError("disk full")
    async with door(intake) as client:
        answer = await client.post(PATH, content=UPDATE, headers=GOOD)
    assert (answer.status_code, answer.content, answer.headers["Retry-After"]) == (503, b"", "5")


async def test_only_post_is_served() -> None:
    async with door(Kept()) as client:
        answer = await client.get(PATH, headers=GOOD)
    assert (answer.status_code, answer.content) == (405, b"")


async def test_a_slow_body_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def slow() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(5)
        yield b"}"

    monkeypatch.setattr(hooks, "BODY_TIMEOUT", 0.05)
    intake = Kept()
    async with door(intake) as client:
        answer = await client.post(PATH, content=slow(), headers=GOOD)
    assert (answer.status_code, answer.content, intake.updates) == (408, b"", [])


async def test_while_the_secret_changes_both_are_taken() -> None:
    changing = Webhook("http://door", secrets=("n" * 32, SECRET))
    async with door(Kept(), changing) as client:
        answers = [
            await client.post(PATH, content=UPDATE, headers={HEADER: secret})
            for secret in ("n" * 32, SECRET, "m" * 32)
        ]
    assert [answer.status_code for answer in answers] == [200, 200, 403]


@pytest.mark.parametrize(
    "secrets", [(), ("",), ("s" * 31,), ("s" * 257,), ("s" * 31 + "ă",), ("s" * 32, "short")]
)
def test_a_weak_secret_is_refused_without_naming_it(secrets: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="WEBHOOK_SECRET") as caught:
        Webhook("https://example.org", secrets=secrets)
    assert not any(secret in str(caught.value) for secret in secrets if secret)


def test_the_secret_is_not_shown() -> None:
    assert SECRET not in repr(hook())


def test_the_secret_meets_no_comparison_that_stops_early() -> None:
    """Only ``hmac.compare_digest`` may see an offered secret."""
    tree = ast.parse(Path(inspect.getsourcefile(hooks) or "").read_text())
    compared = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    assert not [text for text in compared if "secret" in text.lower() and text != "name == self._header"]
    assert "one" not in " ".join(compared).split()


async def test_a_polling_channel_has_no_route_and_a_hooked_one_does_not_poll() -> None:
    async with TelegramFake() as fake:
        async with telegram(fake) as channel:
            assert channel.routes() == []
        async with telegram(fake, webhook=hook()) as channel:
            await asyncio.wait_for(channel.run(), 1)
        assert fake.ledger.calls == []
