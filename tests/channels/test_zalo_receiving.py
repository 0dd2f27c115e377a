"""The webhook's door, polling for trying out, and what Zalo is told at the start."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.zalo import Webhook, ZaloChannel
from tests.channels.telegram_site import Alarms, Kept, Naps, until
from tests.channels.zalo_site import SECRET, hook, zalo
from tests.fakes.zalo import Fault, ZaloFake

HEADER = "X-Bot-Api-Secret-Token"
PATH = "/hooks/zalo/1459232241454765289"
UPDATE = b'{"event_name":"message.text.received","message":{"message_id":"a"}}'


@asynccontextmanager
async def door(intake: Kept) -> AsyncIterator[httpx.AsyncClient]:
    """A client in front of the channel's routes."""
    async with zalo(ZaloFake(), intake, webhook=hook()) as channel:
        app = httpx.ASGITransport(Starlette(routes=list(channel.routes())))
        async with httpx.AsyncClient(transport=app, base_url="http://door") as client:
            yield client


async def test_an_update_is_kept_and_answered_with_nothing() -> None:
    intake = Kept()
    async with door(intake) as client:
        answer = await client.post(PATH, content=UPDATE, headers={HEADER: SECRET})
    assert (answer.status_code, answer.content, len(intake.updates)) == (200, b"", 1)


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET + "x", SECRET.upper()])
async def test_a_wrong_secret_is_the_same_403(secret: str | None) -> None:
    intake = Kept()
    async with door(intake) as client:
        headers = {} if secret is None else {HEADER: secret}
        answer = await client.post(PATH, content=UPDATE, headers=headers)
    assert (answer.status_code, answer.content, intake.updates) == (403, b"", [])


async def test_a_probe_is_answered_and_not_kept() -> None:
    """It comes empty, perhaps without the secret; a body without the secret is still refused."""
    intake = Kept()
    async with door(intake) as client:
        probes = [await client.post(PATH), await client.post(PATH, headers={HEADER: SECRET})]
        strangers = [await client.get(PATH), await client.post(PATH, headers={HEADER: "x"})]
    assert [one.status_code for one in probes] == [200, 200]
    assert [one.status_code for one in strangers] == [403, 403]
    assert intake.updates == []


async def test_a_large_body_is_refused_and_a_sick_disk_said() -> None:
    intake = Kept()
    async with door(intake) as client:
        large = await client.post(PATH, content=b" " * 300_000, headers={HEADER: SECRET})
        intake.fails = OSError("disk full")
        sick = await client.post(PATH, content=UPDATE, headers={HEADER: SECRET})
    assert (large.status_code, sick.status_code, sick.headers["Retry-After"]) == (413, 503, "5")


@pytest.mark.parametrize("secrets", [(), ("short",), ("s" * 257,), ("sốbímậtsốbímật",)])
def test_a_weak_secret_is_refused(secrets: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="webhook secret"):
        Webhook("https://example.org", secrets=secrets)


@asynccontextmanager
async def polling(fake: ZaloFake, intake: Kept, **given: object) -> AsyncIterator[ZaloChannel]:
    """A channel that polls meanwhile."""
    async with zalo(fake, intake, sleep=Naps(0.01), **given) as channel:
        task = asyncio.create_task(channel.run())
        await until(lambda: bool(fake.ledger.of("getUpdates")))
        try:
            yield channel
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def test_polling_brings_one_update_after_another() -> None:
    async with ZaloFake() as fake:
        intake = Kept()
        async with polling(fake, intake):
            for number in range(5):
                fake.person("mai").says(str(number))
            await until(lambda: len(intake.updates) == 5)
        assert intake.texts == ["0", "1", "2", "3", "4"]


async def test_an_idle_poll_is_no_failure() -> None:
    async with ZaloFake() as fake, polling(fake, Kept(), poll_timeout=1.0) as channel:
        await until(lambda: len(fake.ledger.of("getUpdates")) > 2)
        assert channel.trouble_since() is None


async def test_polling_goes_on_after_every_fault_and_keeps_what_the_disk_refused() -> None:
    async with ZaloFake() as fake:
        intake, alarms = Kept(), Alarms()
        for fault in (Fault.HTML, Fault.GARBAGE, Fault.RESET):
            fake.breaks(fault, "getUpdates")
        for code in (401, 403, 429, 500):
            fake.refuses("getUpdates", code)
        async with polling(fake, intake, alarm=alarms) as channel:
            await until(lambda: len(fake.ledger.of("getUpdates")) > 7)
            intake.fails = OSError("disk full")
            fake.person("mai").says("chào")
            await until(lambda: not fake.account.waiting and channel.trouble_since() is not None)
            intake.fails = None
            await until(lambda: bool(intake.updates))
            assert channel.trouble_since() is None
        assert alarms.kinds == ["zalo.account_refused"]


async def test_what_is_written_while_nobody_polls_is_lost() -> None:
    """The platform's own way, which the start-up says."""
    async with ZaloFake() as fake:
        fake.person("mai").says("chào")
        assert len(fake.ledger.lost) == 1


async def test_a_webhook_that_is_set_is_removed_where_we_poll() -> None:
    async with ZaloFake() as fake:
        await fake.account.hook("https://elsewhere.example/hook", SECRET)
        intake, alarms = Kept(), Alarms()
        async with polling(fake, intake, alarm=alarms):
            fake.person("mai").says("chào")
            await until(lambda: bool(intake.updates))
        assert alarms.kinds == ["zalo.webhook_removed"]


async def test_at_the_start_the_name_is_asked_and_the_webhook_set() -> None:
    async with ZaloFake() as fake:
        async with zalo(fake, webhook=hook()) as channel:
            assert channel.start_link == ""
            await channel.set_up()
            assert channel.start_link == "https://zalo.me/1459232241454765289"
        assert fake.account.webhook is not None
        assert fake.account.webhook.url == "https://bot.example" + PATH
        assert fake.account.webhook.secret == SECRET


async def test_an_address_that_zalo_cannot_reach_is_told() -> None:
    """It is kept all the same, and only the answer says so."""
    async with ZaloFake() as fake:
        alarms = Alarms()
        fake.account.proxy = "http://127.0.0.1:1"
        async with zalo(fake, webhook=hook(), alarm=alarms) as channel:
            await channel.set_up()
        assert alarms.kinds == ["zalo.webhook_unreachable"]


async def test_a_lost_webhook_is_set_again() -> None:
    async with ZaloFake() as fake:
        alarms = Alarms()
        fake.refuses("setWebhook", 500)
        async with zalo(fake, webhook=hook(), alarm=alarms) as channel:
            await channel.set_up()
            await channel.tend()
            assert fake.account.webhook is not None
            await fake.account.unhook()
            for _ in range(10):
                await channel.tend()
            assert len(fake.ledger.of("setWebhook")) == 3
        assert "zalo.webhook_lost" in alarms.kinds


@pytest.mark.parametrize("fault", [*Fault])
async def test_no_token_in_any_log(fault: Fault, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with ZaloFake() as fake:
        fake.breaks(fault, times=None, code=500, seconds=0.1)
        async with zalo(fake, send_timeout=0.1, webhook=hook()) as channel:
            await channel.set_up()
            shown = repr(vars(channel)) + repr(channel.settings.__dict__)
    secret = fake.token.partition(":")[2]
    assert secret not in caplog.text + shown
    assert SECRET not in caplog.text + shown
