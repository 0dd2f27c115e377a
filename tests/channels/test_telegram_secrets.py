"""The token and what people write are in no log line, no error and no repr, at any level."""

import asyncio
import logging
import traceback
from collections.abc import Iterator
from contextlib import suppress

import pytest
import structlog

from bot.channel import SendError
from handlers.messages import Button, File, Outbound, Photo
from tests.channels.telegram_site import SECRET, Kept, Naps, hook, telegram, until
from tests.fakes.telegram import Fault, TelegramFake

TOKEN = "7000001:FAKE-token-canary-0123456789abcdef"
TEXT = "canary-text-0912345678"
CANARIES = (TOKEN, TOKEN.partition(":")[2], "canary-text", "0912345678", SECRET)
MESSAGES = (
    Outbound(TEXT, choices=((Button(TEXT, "x"),),)),
    Outbound(TEXT, photo=Photo(b"\x89PNG", TEXT)),
    Outbound(TEXT, file=File(b"PK", "a.csv", "text/csv")),
    Outbound(TEXT, edits="5"),
    Outbound(TEXT, callback="5"),
)


def everything(error: BaseException | None) -> str:
    """An error with all it was caused by, suppressed or not, as text, repr and traceback."""
    seen = ""
    while error is not None:
        seen += f"{error} {error!r} " + "".join(traceback.format_exception(error))
        error = error.__cause__ or error.__context__
    return seen


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """All logs at DEBUG, structlog's through the same handlers."""
    before = structlog.get_config()
    structlog.configure(
        processors=[structlog.processors.KeyValueRenderer()],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    caplog.set_level(logging.DEBUG)
    yield caplog
    structlog.configure(**before)


def clean(text: str) -> bool:
    """Whether no canary is in ``text``."""
    return not any(canary in text for canary in CANARIES)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (None, 0),
        *((fault, code) for fault in (Fault.REFUSE, Fault.HTML) for code in (400, 401, 403, 404, 429, 500)),
        *((fault, 0) for fault in Fault if fault not in (Fault.REFUSE, Fault.HTML)),
    ],
)
async def test_sending(fault: Fault | None, code: int, logged: pytest.LogCaptureFixture) -> None:
    errors: list[BaseException] = []
    async with TelegramFake(TOKEN) as fake, telegram(fake, send_timeout=0.1) as channel:
        asyncio.get_running_loop().set_debug(True)
        fake.person(501)
        if fault:
            fake.breaks(fault, times=None, code=code, seconds=0.15)
        for message in MESSAGES:
            (outcome,) = await asyncio.gather(channel.send("501", message), return_exceptions=True)
            if isinstance(outcome, BaseException):
                errors.append(outcome)
    assert all(isinstance(error, SendError) for error in errors)
    assert clean(logged.text + "".join(map(everything, errors)))


@pytest.mark.parametrize("url", ["http://nowhere.invalid", "http://127.0.0.1:1", "no address", "http://[::1"])
async def test_an_address_that_leads_nowhere(url: str, logged: pytest.LogCaptureFixture) -> None:
    async with telegram(TelegramFake(TOKEN), api_url=url) as channel:
        with pytest.raises(SendError) as caught:
            await channel.send("501", MESSAGES[0])
    assert clean(everything(caught.value) + logged.text)


async def test_receiving_and_setting_up(logged: pytest.LogCaptureFixture) -> None:
    async with TelegramFake(TOKEN, scale=0.01) as fake:
        intake = Kept()
        intake.fails = OSError(TEXT)
        async with telegram(fake, intake, sleep=Naps(), webhook=None) as channel:
            fake.refuses("getMe", 401, "Unauthorized")
            await channel.set_up({"": [("a", "b")]})
            for fault in Fault:
                fake.breaks(fault, "getUpdates", code=404, seconds=0.1)
            fake.person(501, first_name="canary-text").says(TEXT)
            task = asyncio.create_task(channel.run())
            await until(lambda: "could not be stored" in logged.text)
            intake.fails = None
            await fake.drained()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        async with telegram(fake, webhook=hook()) as channel:
            await channel.set_up({})
    assert clean(logged.text)


async def test_what_is_printed_of_the_channel() -> None:
    async with telegram(TelegramFake(TOKEN), webhook=hook()) as channel:
        parts = [channel, *vars(channel).values()]
        parts += [value for part in parts if hasattr(part, "__dict__") for value in vars(part).values()]
        assert clean(" ".join(f"{part!r} {part}" for part in parts if not isinstance(part, dict)))
        assert clean(" ".join(map(repr, (vars(channel._wire), vars(channel._settings)))))


def test_the_library_is_quiet_below_warnings() -> None:
    assert logging.getLogger("telegram.Bot").getEffectiveLevel() == logging.WARNING
