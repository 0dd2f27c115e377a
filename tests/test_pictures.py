"""Pictures by address: for whoever has it, as often as they ask, until it is over."""

from datetime import timedelta

import httpx
from starlette.applications import Starlette

from bot.pictures import LIVES, Pictures
from storage.database import Database
from tests.chance import Clock
from tests.channels.web_site import PNG


async def test_a_picture_is_there_for_a_day(any_database: Database) -> None:
    clock = Clock()
    shown = Pictures(any_database, secret_key="k", public_url="https://bot.example/", now=clock.now)
    address = await shown.publish(PNG)
    assert address.startswith("https://bot.example/pictures/")
    assert address == await shown.publish(PNG), "the same picture is kept once"
    app = httpx.ASGITransport(Starlette(routes=list(shown.routes())))
    async with httpx.AsyncClient(transport=app, base_url="https://bot.example") as client:
        answers = [await client.get(address) for _ in range(3)]
        assert [(one.status_code, one.content) for one in answers] == [(200, PNG)] * 3
        assert answers[0].headers["content-type"] == "image/png"
        assert (await client.get(address.replace("/pictures/", "/pictures/x"))).status_code == 404
        clock.move(clock.now() + LIVES + timedelta(seconds=1))
        assert (await client.get(address)).status_code == 404


async def test_another_key_gives_another_address(any_database: Database) -> None:
    """So nobody can tell an address from the picture alone."""
    clock = Clock()
    addresses = {
        await Pictures(any_database, secret_key=key, public_url="https://b", now=clock.now).publish(PNG)
        for key in ("a", "b")
    }
    assert len(addresses) == 2
