"""A cheap Android's browser, for tests that look at the page as people do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

CHROMIUM = Path("/usr/bin/chromium")
PHONE = {"width": 360, "height": 740}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NEEDS_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Debian's Chromium at {CHROMIUM}"),
    # One browser for a whole file: starting it costs more than any test.
    pytest.mark.asyncio(loop_scope="module"),
]


@asynccontextmanager
async def started_chromium() -> AsyncIterator[Browser]:
    """One Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@asynccontextmanager
async def phone(chromium: Browser, **how: Any) -> AsyncIterator[BrowserContext]:
    """A fresh profile in the hand; the service worker stays out unless asked for."""
    given = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "service_workers": "block", **how}
    context = await chromium.new_context(**given)
    context.set_default_timeout(10_000)
    try:
        yield context
    finally:
        await context.close()


async def write(page: Page, text: str) -> None:
    """Say something."""
    await page.get_by_label("Nội dung tin nhắn").fill(text)
    await page.keyboard.press("Enter")


async def said(page: Page) -> list[str]:
    """Every message in the order it stands."""
    texts: list[str] = await page.locator(".message").evaluate_all(
        "nodes => nodes.map(n => (n.querySelector('p') || n).textContent)"
    )
    return texts
