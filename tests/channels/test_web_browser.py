"""The page in a real browser: what a person sees, taps and never loses."""

from datetime import timedelta
from typing import Any

from playwright.async_api import APIResponse, Browser, Page, expect

from bot.channels.web.sessions import token_hash
from tests.channels.web_phone import NEEDS_CHROMIUM, phone, said, write
from tests.channels.web_server import Server

MOST_BYTES = 60 * 1024

pytestmark = NEEDS_CHROMIUM


async def test_a_text_appears_at_once_and_is_marked_when_it_has_arrived(server: Server, page: Page) -> None:
    await write(page, "hôm nay 5 VNeID")

    own = page.locator(".own")
    await expect(own).to_contain_text("hôm nay 5 VNeID")
    await expect(own.get_by_role("img", name="Đã gửi")).to_be_visible()
    await expect(page.locator(".bot").last).to_contain_text("hôm nay 5 VNeID")
    assert [raw["text"] for raw in server.site.inbox.raws] == ["", "hôm nay 5 VNeID"]


async def test_a_tap_edits_its_card_in_place(server: Server, page: Page) -> None:
    await write(page, "vào ca")
    card = page.locator(".bot").last
    await expect(card).to_contain_text("Bạn vào ca nào?")
    await server.say("Nhắc: mai họp đội.")
    await expect(page.locator(".bot")).to_have_count(3)

    await page.get_by_role("button", name="Ca sáng").click()

    await expect(page.locator("#notice")).to_contain_text("Đã ghi")
    await expect(page.get_by_role("button", name="+ 5")).to_be_enabled()
    assert await said(page) == [
        "Xin chào! Mã: không có",
        "vào ca",
        "Đã chọn shift:1. Mấy lượt VNeID?",
        "Nhắc: mai họp đội.",
    ]
    await page.reload()
    await expect(page.locator(".bot")).to_have_count(3)
    assert (await said(page))[2] == "Đã chọn shift:1. Mấy lượt VNeID?"


async def test_older_choices_cannot_be_tapped(page: Page) -> None:
    await write(page, "vào ca")
    await expect(page.get_by_role("button", name="Ca sáng")).to_be_enabled()
    await write(page, "vào ca")

    await expect(page.get_by_role("button", name="Ca sáng")).to_have_count(2)
    await expect(page.get_by_role("button", name="Ca sáng").first).to_be_disabled()
    await expect(page.get_by_role("button", name="Ca sáng").last).to_be_enabled()


async def test_a_counter_takes_every_tap(server: Server, page: Page) -> None:
    await write(page, "vào ca")
    await page.get_by_role("button", name="Ca sáng").click()
    for _ in range(5):
        await page.get_by_role("button", name="+ 1", exact=True).click()

    await expect(page.locator(".chip.sending")).to_have_count(0)
    assert [raw["data"] for raw in server.site.inbox.raws if raw["kind"] == "tap"] == ["shift:1"] + [
        "more"
    ] * 5


async def test_what_happened_while_the_server_was_away_is_made_up_for(server: Server, page: Page) -> None:
    await write(page, "trước")
    await expect(page.locator(".bot")).to_have_count(2)
    await server.down()
    await expect(page.locator("#bar")).to_have_text("Mất mạng, đang nối lại…")
    await write(page, "một")
    await write(page, "hai")
    await expect(page.locator(".mark.waiting")).to_have_count(2)
    for text in ("nhắc 1", "nhắc 2", "nhắc 3"):
        await server.say(text)

    await server.up()

    await expect(page.locator(".mark.sent")).to_have_count(3, timeout=20_000)
    await expect(page.locator(".bot")).to_have_count(7)
    shown = await said(page)
    assert [text for text in shown if text.startswith("nhắc")] == ["nhắc 1", "nhắc 2", "nhắc 3"]
    assert [raw["text"] for raw in server.site.inbox.raws] == ["", "trước", "một", "hai"]
    await expect(page.locator("#bar")).to_have_text("", timeout=10_000)


async def test_unsent_words_survive_closing_the_page(server: Server, page: Page) -> None:
    await server.down()
    await write(page, "chưa gửi")
    await expect(page.locator(".mark.waiting")).to_have_count(1)
    again = await page.context.new_page()
    await page.close()
    await server.up()

    await again.goto(server.url)

    await expect(again.locator(".own .mark.sent")).to_have_count(1)
    assert [raw["text"] for raw in server.site.inbox.raws] == ["", "chưa gửi"]


async def test_an_answer_that_was_lost_does_not_double_the_message(server: Server, page: Page) -> None:
    lost: list[APIResponse] = []

    async def lose(route: Any) -> None:
        if lost:
            await route.continue_()
            return
        lost.append(await route.fetch())
        await route.abort()

    await page.route("**/messages", lose)
    await write(page, "một lần thôi")

    await expect(page.locator(".own .mark.sent")).to_have_count(1)
    assert lost
    assert lost[0].status == 202
    assert [raw["text"] for raw in server.site.inbox.raws] == ["", "một lần thôi"]


async def test_what_is_refused_says_so_and_can_be_sent_again(server: Server, page: Page) -> None:
    async def refuse(route: Any) -> None:
        await route.fulfill(status=400, json={"ok": False, "error": "Máy chủ không đọc được."})

    await page.route("**/messages", refuse)
    await write(page, "thử")
    await expect(page.locator("#notice")).to_contain_text("không đọc được")
    await page.unroute("**/messages")
    await page.get_by_role("button", name="Chạm để gửi lại").click()

    await expect(page.locator(".own .mark.sent")).to_have_count(1)
    assert (await said(page)).count("thử") == 2


async def test_the_order_is_the_same_after_a_reload(server: Server, page: Page) -> None:
    for number in range(4):
        await write(page, f"câu {number}")
        await expect(page.locator(".bot")).to_have_count(number + 2)
    before = await said(page)

    await page.reload()
    await expect(page.locator(".bot")).to_have_count(5)

    assert await said(page) == before
    assert await page.locator(".day").count() == 1


async def test_a_join_link_says_its_code_once(server: Server, chromium: Browser) -> None:
    async with phone(chromium) as context:
        page = await context.new_page()
        for _ in range(2):
            await page.goto(f"{server.url}/?start=K7WQ2MPD")
            await expect(page.locator(".bot")).to_contain_text("Mã: K7WQ2MPD")
        assert page.url == f"{server.url}/"

    assert [(raw["kind"], raw["data"]) for raw in server.site.inbox.raws] == [("start", "K7WQ2MPD")]


async def test_an_enter_link_opens_the_chat_of_its_person(server: Server, page: Page) -> None:
    store, now = server.site.store, server.site.now
    link = "a-link-that-nobody-guesses"
    await store.make_link(
        token_hash(link), tenant="t", person_id="p", expires_at=now() + timedelta(hours=1), uses=1
    )
    await write(page, "của người trước")
    await expect(page.locator(".bot")).to_have_count(2)

    await page.goto(f"{server.url}/enter?k={link}")

    await page.wait_for_url(f"{server.url}/")
    await expect(page.locator(".bot")).to_have_count(1)
    assert await said(page) == ["Xin chào! Mã: không có"]
    await page.goto(f"{server.url}/enter?k={link}")
    await expect(page.get_by_role("status")).to_contain_text("Liên kết này đã hết hạn")


async def test_too_many_open_pages_do_not_fight_for_the_line(server: Server, page: Page) -> None:
    others = [await page.context.new_page() for _ in range(3)]
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    for other in others:
        await other.goto(server.url)
        await expect(other.locator(".bot")).to_have_count(1)
    asked.clear()
    await page.wait_for_timeout(1500)
    assert asked == []

    await server.say("tới các trang còn mở")
    for other in others:
        await expect(other.locator(".bot")).to_have_count(2)


async def test_signing_out_leaves_nothing_on_the_device(server: Server, page: Page) -> None:
    await write(page, "bí mật")
    await expect(page.locator(".bot")).to_have_count(2)

    await page.get_by_role("button", name="Tùy chọn").click()
    await page.get_by_role("button", name="Thoát khỏi máy này").click()
    await page.get_by_role("button", name="Chạm lần nữa để thoát").click()

    await expect(page.get_by_role("button", name="Bắt đầu")).to_be_visible()
    assert await page.locator(".message").count() == 0
    assert "bí mật" not in await page.evaluate("JSON.stringify(localStorage)")


async def test_the_position_is_asked_for_only_after_a_tap(server: Server, chromium: Browser) -> None:
    position = {"latitude": 21.03, "longitude": 105.85}
    async with phone(chromium, geolocation=position, permissions=["geolocation"]) as context:
        page = await context.new_page()
        await page.add_init_script(
            "const g = navigator.geolocation; const ask = g.getCurrentPosition.bind(g); window.asked = 0;"
            "g.getCurrentPosition = (...a) => { window.asked++; ask(...a); };"
        )
        await page.goto(server.url)
        await write(page, "ở đâu")
        button = page.get_by_role("button", name="Gửi vị trí của tôi")
        await expect(button).to_be_visible()
        assert await page.evaluate("window.asked") == 0
        await button.click()
        await expect(page.locator(".bot").last).to_contain_text("Đã nhận vị trí")

        assert await page.evaluate("window.asked") == 1
        assert "105.85" not in await page.evaluate("JSON.stringify(localStorage)")
