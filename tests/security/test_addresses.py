"""Whoever guesses from one address waits; whoever only shares it with many is served."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.addresses import REFUSALS, Patience, address_of
from bot.channels.web.channel import NEWCOMERS
from tests.channels.web_site import ORIGIN, Site, web_site


@pytest_asyncio.fixture
async def site(fresh: Path) -> AsyncIterator[Site]:
    """A web chat of its own."""
    async with web_site(fresh) as made:
        yield made


TOLD = "đợi một phút"


class Clock:
    """A time that moves when told."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


async def _answer(request: Request) -> Response:
    return Response(status_code=int(request.path_params["status"]))


def _client(
    clock: Clock, address: str, peer: str = "127.0.0.1", app: Patience | None = None
) -> httpx.AsyncClient:
    served = app or _served(clock)
    headers = {"X-Real-IP": address} if address else {}
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(served, client=(peer, 1)), base_url=ORIGIN, headers=headers
    )


def _served(clock: Clock) -> Patience:
    routes = [Route("/say/{status}", _answer), Route("/hooks/{status}", _answer)]
    return Patience(Starlette(routes=routes), now=clock, told=TOLD)


async def test_who_guesses_waits_and_the_others_do_not() -> None:
    clock = Clock()
    app = _served(clock)
    async with (
        _client(clock, "203.0.113.7", app=app) as guesser,
        _client(clock, "203.0.113.8", app=app) as other,
    ):
        found = [(await guesser.get("/say/404")).status_code for _ in range(REFUSALS)]
        assert found == [404] * REFUSALS
        refused = await guesser.get("/say/200")
        assert (refused.status_code, refused.json()["error"]) == (429, TOLD)
        assert refused.headers["retry-after"] == "60"
        assert (await other.get("/say/404")).status_code == 404
        clock.at += timedelta(seconds=61)
        assert (await guesser.get("/say/200")).status_code == 200


async def test_a_school_behind_one_address_is_served() -> None:
    """What is served well is not counted, and neither are pages whose session is over."""
    async with _client(Clock(), "203.0.113.7") as school:
        for status in (200, 202, 304, 401, 503):
            assert {(await school.get(f"/say/{status}")).status_code for _ in range(100)} == {status}


async def test_a_platform_is_never_asked_to_wait() -> None:
    """A wrong secret is always the same 403."""
    async with _client(Clock(), "203.0.113.7") as caller:
        assert {(await caller.get("/hooks/403")).status_code for _ in range(300)} == {403}


@pytest.mark.parametrize(
    ("peer", "named", "address"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("::1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("127.0.0.1", "", ""),
        ("127.0.0.1", "nobody", ""),
        ("127.0.0.1", "203.0.113.7, 10.0.0.1", ""),
        ("198.51.100.9", "203.0.113.7", "198.51.100.9"),
    ],
)
def test_only_our_own_proxy_is_believed(peer: str, named: str, address: str) -> None:
    headers = [(b"x-real-ip", named.encode()), (b"x-forwarded-for", b"1.2.3.4")]
    assert address_of({"type": "http", "client": (peer, 1), "headers": headers}) == address


async def test_one_address_opens_so_many_browsers(site: Site) -> None:
    """A class joins together; whoever wants thousands of chats to guess from has to wait."""
    headers = {"X-Real-IP": "203.0.113.7", "Origin": ORIGIN}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site.app), base_url=ORIGIN) as client:
        codes = []
        for _ in range(NEWCOMERS + 1):
            client.cookies.clear()
            site.now.forward(timedelta(seconds=1))
            codes.append((await client.post("/session", headers=headers)).status_code)
        assert codes == [200] * NEWCOMERS + [429]
        client.cookies.clear()
        other = {**headers, "X-Real-IP": "203.0.113.8"}
        assert (await client.post("/session", headers=other)).status_code == 200
