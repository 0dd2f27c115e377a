"""The page in a real browser: how it looks, reads and sounds, on a small screen, by day and by night."""

import re
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from handlers.messages import Button, File, Photo
from tests.channels.web_phone import NEEDS_CHROMIUM, phone, write
from tests.channels.web_server import Server
from tests.channels.web_site import PNG

MOST_BYTES = 60 * 1024

pytestmark = NEEDS_CHROMIUM


async def test_a_reader_of_old_messages_is_left_in_peace(server: Server, page: Page) -> None:
    for number in range(15):
        await server.say(f"tin {number}\n\nđủ dài để cuộn")
    await expect(page.locator(".bot")).to_have_count(16)
    await expect(page.locator(".bot").last).to_be_in_viewport()
    view = page.locator("#view")
    await view.hover()
    await page.mouse.wheel(0, -5000)
    await expect(page.locator(".bot").first).to_be_in_viewport()
    await expect(page.locator("#down")).to_be_visible()
    before = await view.evaluate("view => view.scrollTop")

    await server.say("mới tới")

    await expect(page.locator("#down")).to_contain_text("1 tin mới")
    assert await view.evaluate("view => view.scrollTop") == before
    await page.locator("#down").click()
    await expect(page.locator(".bot").last).to_be_in_viewport()
    await expect(page.locator("#down")).to_be_hidden()


async def test_enter_sends_and_shift_enter_breaks_the_line(server: Server, page: Page) -> None:
    field = page.get_by_label("Nội dung tin nhắn")
    await field.press_sequentially("dòng một")
    await field.press("Shift+Enter")
    await field.press_sequentially("dòng hai")
    await field.press("Enter")

    await expect(page.locator(".bot").last).to_contain_text("dòng hai")
    assert server.site.inbox.raws[-1]["text"] == "dòng một\ndòng hai"


async def test_everything_has_a_name_and_is_as_big_as_a_thumb(page: Page) -> None:
    await write(page, "vào ca")
    await expect(page.get_by_role("button", name="Ca sáng")).to_be_visible()
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, textarea")]
             .filter(e => e.offsetParent && !e.disabled)
             .filter(e => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)
             .map(e => e.outerHTML)"""
    )
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll("button, textarea, img")]
             .filter(e => !(e.ariaLabel || e.textContent.trim() || e.hasAttribute("alt")))
             .map(e => e.outerHTML)"""
    )

    assert small == []
    assert nameless == []
    assert await page.get_by_role("log", name="Tin nhắn").get_attribute("aria-live") == "polite"


async def test_nothing_is_wider_than_a_narrow_screen(server: Server, page: Page) -> None:
    labels = tuple(Button("Hướng dẫn thủ tục, giấy tờ và kê khai", f"c:{n}") for n in range(4))
    await page.set_viewport_size({"width": 320, "height": 568})
    await server.say("x" * 500, choices=(labels, labels[:1]))
    await server.say("https://dichvucong.gov.vn/" + "a" * 200, photo=Photo(PNG, "ảnh"))
    await server.say("", file=File(b"x", "t" * 120 + ".xlsx", "application/x"))
    await write(page, "W" * 300)
    await expect(page.locator(".message")).to_have_count(6)

    wide = await page.evaluate(
        """() => [document.documentElement, document.getElementById("view"), document.querySelector("footer")]
             .filter(e => e.scrollWidth > e.clientWidth).map(e => e.tagName)"""
    )
    assert wide == []


async def test_the_whole_page_is_small(server: Server, chromium: Browser) -> None:
    async with phone(chromium) as context:
        page = await context.new_page()
        sizes: dict[str, int] = {}

        async def weigh(response: Any) -> None:
            if "/events" not in response.url:
                sizes[response.url] = len(await response.body())

        page.on("response", weigh)
        await page.goto(server.url)
        await expect(page.get_by_role("button", name="Bắt đầu")).to_be_visible()
        await page.wait_for_timeout(300)

    assert len(sizes) >= 12
    assert sum(sizes.values()) <= MOST_BYTES


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_by_day_and_by_night(server: Server, chromium: Browser, scheme: str) -> None:
    async with phone(chromium, color_scheme=scheme) as context:
        page = await context.new_page()
        await page.goto(server.url)
        await write(page, "vào ca")
        await expect(page.get_by_role("button", name="Ca sáng")).to_be_visible()
        await page.wait_for_timeout(400)
        contrasts = await page.evaluate(_CONTRASTS)
        back = await page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}
    assert (int(re.findall(r"\d+", back)[0]) < 40) is (scheme == "dark")


_CONTRASTS = """() => {
  const part = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const light = c => {
    const [r, g, b] = c.match(/[\\d.]+/g).map(Number);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const back = e => {
    const c = getComputedStyle(e).backgroundColor;
    return /, 0\\)$/.test(c) ? back(e.parentElement) : c;
  };
  const names = [".bot p", ".own p", ".bot .foot", ".own .foot", ".chip", ".quick button", ".day span",
    "textarea"];
  const pairs = names.map(name => [name, document.querySelector(name)]);
  return Object.fromEntries(pairs.map(([name, e]) => [name, ratio(getComputedStyle(e).color, back(e))]));
}"""


async def test_the_page_opens_without_a_network(server: Server, chromium: Browser) -> None:
    async with phone(chromium, service_workers="allow") as context:
        page = await context.new_page()
        await page.goto(server.url)
        await write(page, "im lặng")
        await expect(page.locator(".own .mark.sent")).to_have_count(1)
        await page.evaluate("navigator.serviceWorker.ready")
        await server.down()

        await page.reload()

        await expect(page.locator(".own")).to_contain_text("im lặng")
        await expect(page.locator("#bar")).to_have_text("Mất mạng, đang nối lại…")
        kept = await page.evaluate(
            "caches.keys().then(n => caches.open(n[0])).then(c => c.keys()).then(k => k.map(r => r.url))"
        )
    assert {url for url in kept if "/static/" not in url} == {
        f"{server.url}/",
        f"{server.url}/manifest.webmanifest",
    }


async def test_motion_can_be_refused(server: Server, chromium: Browser) -> None:
    async with phone(chromium, reduced_motion="reduce") as context:
        page = await context.new_page()
        await page.goto(server.url)
        await write(page, "vào ca")
        await expect(page.locator(".bot")).to_have_count(1)
        moving = await page.evaluate("document.getAnimations().length")

    assert moving == 0
