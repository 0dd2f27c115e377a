"""The web chat as a person has it: a browser, a running server, a page that was greeted."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.channels.web_phone import phone, started_chromium
from tests.channels.web_server import Server, web_server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for a file."""
    async with started_chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def server(fresh: Path) -> AsyncIterator[Server]:
    """The web channel with an engine that echoes, on loopback."""
    async with web_server(fresh) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def page(server: Server, chromium: Browser) -> AsyncIterator[Page]:
    """The page, greeted: the bot has said one thing."""
    async with phone(chromium) as context:
        opened = await context.new_page()
        await opened.goto(server.url)
        await opened.get_by_role("button", name="Bắt đầu").click()
        await expect(opened.locator(".bot")).to_contain_text("Xin chào")
        yield opened
