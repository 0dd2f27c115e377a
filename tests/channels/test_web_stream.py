"""The stream over a real connection: its wire, its way back, its end."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from tests.channels.web_server import Server, web_server

Events = AsyncIterator[dict[str, str]]


@pytest.fixture
async def server(fresh: Path) -> AsyncIterator[Server]:
    async with web_server(fresh, beat=timedelta(seconds=0.2)) as made:
        yield made


@pytest.fixture
async def client(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that has said one thing, so that the bot knows its chat."""
    async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}, timeout=5) as made:
        welcome = (await made.post("/session")).json()
        made.headers["X-CSRF-Token"] = welcome["csrf"]
        await made.post("/messages", json={"key": "key-00000001", "text": "im lặng"})
        yield made


async def _events(response: httpx.Response) -> Events:
    fields: dict[str, str] = {}
    async for line in response.aiter_lines():
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif fields:
            yield fields
            fields = {}


async def _until(events: Events, name: str) -> list[dict[str, str]]:
    seen: list[dict[str, str]] = []
    async for event in events:
        if event["event"] == name:
            return seen
        seen.append(event)
    raise AssertionError(f"the stream ended without {name}")


async def test_a_message_arrives_while_the_line_is_open(server: Server, client: httpx.AsyncClient) -> None:
    async with client.stream("GET", "/events") as response:
        events = _events(response)
        await _until(events, "ready")
        await server.say("chào\r\nbạn")
        event = await anext(events)

    assert response.headers["Content-Type"].startswith("text/event-stream")
    assert response.headers["Cache-Control"] == "no-store"
    assert event["event"] == "message"
    assert '"text": "chào\\r\\nbạn"' in event["data"]


@pytest.mark.parametrize("way", ["header", "query"])
async def test_the_line_comes_back_to_where_it_was(
    server: Server, client: httpx.AsyncClient, way: str
) -> None:
    ids = [await server.say(f"tin {number}") for number in range(5)]
    how = {"headers": {"Last-Event-ID": ids[1]}} if way == "header" else {"params": {"after": ids[1]}}
    request = client.build_request("GET", "/events", **how)  # type: ignore[arg-type]  # one or the other
    response = await client.send(request, stream=True)

    missed = await _until(_events(response), "ready")
    await response.aclose()

    assert [event["id"] for event in missed] == ids[2:]


async def test_a_nonsense_place_means_from_the_start(server: Server, client: httpx.AsyncClient) -> None:
    first = await server.say("một")
    async with client.stream("GET", "/events", headers={"Last-Event-ID": "' or 1=1 --"}) as response:
        missed = await _until(_events(response), "ready")

    assert [event["id"] for event in missed] == [first]


async def test_silence_beats_and_signing_out_ends_the_line(server: Server, client: httpx.AsyncClient) -> None:
    async with client.stream("GET", "/events") as response:
        events = _events(response)
        await _until(events, "beat")
        await client.post("/leave")
        async with asyncio.timeout(5):
            rest = [event["event"] async for event in events]

    assert set(rest) <= {"beat"}
    assert (await client.get("/events")).status_code == 401
