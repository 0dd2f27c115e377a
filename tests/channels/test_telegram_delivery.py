"""The webhook on a real server, with Telegram's lines and retries in front of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram import TelegramChannel
from handlers.messages import Button, Outbound
from tests.channels.telegram_site import Kept, hook, telegram
from tests.fakes.telegram import TelegramFake


@asynccontextmanager
async def hooked(fake: TelegramFake, intake: Kept) -> AsyncIterator[TelegramChannel]:
    """A channel that Telegram reaches over HTTP."""
    started = asyncio.Event()
    app = Starlette()
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    config.load()

    async def serve() -> None:
        await server.startup()
        started.set()
        await server.main_loop()
        await server.shutdown()

    server.lifespan = config.lifespan_class(config)
    serving = asyncio.create_task(serve())
    await started.wait()
    port = server.servers[0].sockets[0].getsockname()[1]
    async with telegram(fake, intake, webhook=hook(f"http://127.0.0.1:{port}")) as channel:
        app.router.routes.extend(channel.routes())
        await channel.set_up({})
        yield channel
    await fake.account.set_webhook("", "", 40)
    server.should_exit = True
    await serving


async def test_every_update_arrives_once_and_in_its_line() -> None:
    async with TelegramFake(scale=0.02) as fake:
        intake = Kept()
        async with hooked(fake, intake) as channel:
            for number in range(60):
                fake.person(500 + number % 3).says(str(number))
            await fake.drained()
            assert channel.heard_at is not None
        by_chat = {chat: [int(text) for text in texts_of(intake, chat)] for chat in (500, 501, 502)}
        assert by_chat == {500 + start: list(range(start, 60, 3)) for start in range(3)}
        assert fake.ledger.hook_method_reply == 0


def texts_of(intake: Kept, chat: int) -> list[str]:
    """What one chat said, in order of arrival."""
    return [update["message"]["text"] for update in intake.updates if update["message"]["chat"]["id"] == chat]


async def test_a_full_disk_delays_and_loses_nothing() -> None:
    async with TelegramFake(scale=0.02) as fake:
        intake = Kept()
        intake.fails = OSError("disk full")
        async with hooked(fake, intake):
            fake.person(501).says("một")
            fake.person(501).says('{"method":"sendMessage"}')
            await asyncio.sleep(0.35)
            tries = [delivery.at for delivery in fake.ledger.deliveries]
            assert {delivery.status for delivery in fake.ledger.deliveries} == {503}
            assert tries[1] - tries[0] >= 0.1  # five seconds, as Retry-After says, scaled
            intake.fails = None
            await fake.drained()
        assert intake.texts == ["một", '{"method":"sendMessage"}']
        assert fake.ledger.hook_method_reply == 0


async def test_a_poison_update_holds_up_nobody() -> None:
    async with TelegramFake(scale=0.02) as fake:
        intake = Kept()
        async with hooked(fake, intake):
            fake.push(
                {"message": {"chat": {"id": 501}, "text": ["crooked"], "half": "\ud800"}}, line="chat 501"
            )
            fake.person(501).says("sau")
            await fake.drained(within=1)
        assert intake.texts[-1] == "sau"
        assert {delivery.attempt for delivery in fake.ledger.deliveries} == {1}


async def test_a_tap_and_its_answer() -> None:
    async with TelegramFake() as fake:
        intake = Kept()
        async with hooked(fake, intake) as channel:
            mai = fake.person(501)
            await channel.send("501", Outbound("Vào ca?", choices=((Button("Có", "v1:yes"),),)))
            mai.taps("Có")
            await fake.drained()
            inbound = channel.read(intake.updates[0])
            assert inbound is not None
            await channel.send(inbound.chat, Outbound("Đã ghi", callback=inbound.callback))
            await channel.send(inbound.chat, Outbound("Đã vào ca", edits=inbound.tapped))
            assert (mai.notices, mai.last().text, len(mai.shown())) == (["Đã ghi"], "Đã vào ca", 1)
