"""Whatever anybody writes stays text in the page."""

from itertools import islice, product

from playwright.async_api import Browser, Page, expect

from handlers.messages import Button, File, Photo
from tests.channels.web_phone import NEEDS_CHROMIUM, phone
from tests.channels.web_server import Server
from tests.channels.web_site import PNG

pytestmark = NEEDS_CHROMIUM

_CODE = ("alert(1)", "prompt`1`", "fetch('/leave',{method:'POST'})", "document.body.remove()", "top.x=1")
_SHAPES = (
    "<script>{}</script>",
    "<img src=x onerror={}>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<iframe srcdoc='<script>{}</script>'>",
    "<iframe src=javascript:{}>",
    "<a href=javascript:{}>bấm</a>",
    "<body onload={}>",
    "<details open ontoggle={}>",
    "<input autofocus onfocus={}>",
    "<video><source onerror={}>",
    "<object data=javascript:{}>",
    "<embed src=javascript:{}>",
    "<form action=javascript:{}><button>",
    "<math href=javascript:{}>x",
    "<style>*{{background:url(javascript:{})}}</style>",
    "<link rel=stylesheet href=javascript:{}>",
    "<meta http-equiv=refresh content='0;javascript:{}'>",
    "<base href=//evil.example/>{}",
    "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>",
    "<!--<img src='--><img src=x onerror={}>'>",
    "</p></li></ol><script>{}</script>",
    "</script><script>{}</script>",
    "\"'><script>{}</script>",
    "' onmouseover='{}",
    '" onfocus="{}" autofocus="',
    "javascript:{}",
    "data:text/html,<script>{}</script>",
    "https://evil.gov.vn.example/<script>{}</script>",
    'https://a.gov.vn/"onmouseover="{}',
    "https://a.gov.vn@evil.example/{}",
    "javascript:{}//a.gov.vn",
    "{{{{constructor.constructor('{}')()}}}}",
    "${{{}}}",
    "{{% {} %}}",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}",
    "\u202e<script>{}</script>\u202c",
    "\u0000<script>{}</script>",
    "＜script＞{}＜/script＞",
    "<scr\u0130pt>{}</scr\u0130pt>",
    "<ScRiPt/x>{}</sCrIpT>",
    "<<script>{}//<</script>",
    "<img src='x' `onerror`={}>",
    "<xss contenteditable onbeforeinput={}>",
    "]]><script>{}</script>",
    "\r\nevent: message\r\ndata: {{}}\r\n\r\n{}",
    "\u2028data: {}\u2029",
    "<p id=log></p>{}",
    "<dialog open id=menu>{}</dialog>",
    "<textarea name=text>{}",
    "__proto__{}",
    "<plaintext>{}",
    "<marquee onstart={}>",
    "<x onclick={}>bấm</x>",
    "<button popovertarget=x>{}</button>",
    "<isindex type=image src=1 onerror={}>",
    "<table background=javascript:{}>",
    "<frameset onload={}>",
)
PAYLOADS = [shape.format(code) for shape, code in islice(product(_SHAPES, _CODE), 300)]


async def _watched(server: Server, page: Page, alarms: list[str]) -> None:
    page.on("dialog", lambda dialog: alarms.append(dialog.message))
    page.on("pageerror", lambda error: alarms.append(str(error)))
    await page.add_init_script(
        "window.reports = []; addEventListener('securitypolicyviolation', e => reports.push(e.blockedURI))"
    )
    await page.goto(server.url)
    await page.get_by_role("button", name="Bắt đầu").click()
    await expect(page.locator(".bot")).to_have_count(1)


async def _tags(page: Page) -> set[str]:
    tags: list[str] = await page.evaluate("[...document.querySelectorAll('#log *')].map(e => e.tagName)")
    return set(tags)


async def _quiet(page: Page) -> bool:
    """No handler or style has come into the log, and the policy had nothing to stop."""
    names: list[str] = await page.evaluate(
        "[...document.querySelectorAll('#log *')].flatMap(e => [...e.attributes].map(a => a.name))"
    )
    reports: list[str] = await page.evaluate("window.reports")
    return not any(name.startswith("on") or name == "style" for name in names) and reports == []


async def test_three_hundred_payloads_stay_words(server: Server, chromium: Browser) -> None:
    assert len(set(PAYLOADS)) == 300
    alarms: list[str] = []
    async with phone(chromium) as context:
        page = await context.new_page()
        await _watched(server, page, alarms)
        for payload in PAYLOADS:
            await server.say(payload)
        await expect(page.locator(".bot")).to_have_count(301)
        shown = await page.locator(".bot p").evaluate_all("nodes => nodes.map(n => n.textContent)")

        assert shown[1:] == PAYLOADS
        assert await _tags(page) == {"LI", "DIV", "SPAN", "P", "TIME", "A"}
        hosts = await page.locator("#log a").evaluate_all("links => links.map(a => a.protocol + a.hostname)")
        assert set(hosts) == {"https:a.gov.vn"}
        assert await _quiet(page)
    assert alarms == []


async def test_labels_names_and_own_words_stay_words(server: Server, chromium: Browser) -> None:
    alarms: list[str] = []
    async with phone(chromium) as context:
        page = await context.new_page()
        await _watched(server, page, alarms)
        for payload in PAYLOADS[::10]:
            clean = payload.replace("\u0000", "")
            await server.say("", choices=((Button(payload, "x"),),), photo=Photo(PNG, payload))
            await server.say("", file=File(b"x", payload, "text/html"))
            await page.evaluate("window.before = document.querySelectorAll('.own').length")
            await page.get_by_label("Nội dung tin nhắn").fill(clean)
            await page.get_by_role("button", name="Gửi", exact=True).click()
            await page.wait_for_function("document.querySelectorAll('.own').length > window.before")
        assert await _tags(page) <= {"LI", "DIV", "SPAN", "P", "TIME", "A", "IMG", "BUTTON"}
        assert await _quiet(page)
    assert alarms == []
