"""What the page may ask for, and what it is refused."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.web import guard
from tests.channels.web_site import Browser, Site, web_site


@pytest.fixture
async def site(fresh: Path) -> AsyncIterator[Site]:
    async with web_site(fresh) as made:
        yield made


@pytest.fixture
async def browser(site: Site) -> AsyncIterator[Browser]:
    async with site.browser() as made:
        await made.open()
        yield made


async def test_a_text_is_acknowledged_once_it_is_stored(site: Site, browser: Browser) -> None:
    response = await browser.do(text="vào ca", ago=60)

    assert response.status_code == 202
    assert response.json()["ok"] is True
    assert site.inbox.raws == [
        {
            "key": "key-00000001",
            "chat": browser.chat,
            "kind": "text",
            "text": "vào ca",
            "data": "",
            "tapped": "",
            "sent_at": "2026-11-21T00:29:00+00:00",
        }
    ]


async def test_the_same_key_is_stored_once(site: Site, browser: Browser) -> None:
    answers = [await browser.do(text="vào ca") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [202, 202, 202]
    assert len(site.inbox.raws) == 1


async def test_taps_starts_and_places_are_taken(site: Site, browser: Browser) -> None:
    await browser.do(key="key-tap-1", data="shift:1", tapped="0190-aa")
    await browser.do(key="key-start", start="K7WQ2MPD")
    await browser.do(key="key-place", place={"latitude": 21.03, "longitude": 105.85, "accuracy": 20})

    assert [(raw["kind"], raw["data"]) for raw in site.inbox.raws] == [
        ("tap", "shift:1"),
        ("start", "K7WQ2MPD"),
        ("place", ""),
    ]


@pytest.mark.parametrize(
    "thing",
    [
        {},
        {"text": ""},
        {"text": " \u0000 "},
        {"text": "a" * 4001},
        {"text": "a", "start": "b"},
        {"data": "yes"},
        {"tapped": "0190"},
        {"data": "x" * 65, "tapped": "0190"},
        {"data": "yes", "tapped": "%"},
        {"place": {"latitude": 91, "longitude": 0}},
        {"text": "a", "key": "short"},
        {"text": "a", "chat": "somebody-else"},
        {"text": "a", "ago": -1},
    ],
)
async def test_what_is_not_one_clean_thing_is_refused(
    site: Site, browser: Browser, thing: dict[str, object]
) -> None:
    response = await browser.do(**thing)

    assert response.status_code == 400
    assert site.inbox.raws == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"key":"key-00000001","text":"\\ud800"}',
        b'{"key":"key-00000001","place":{"latitude":NaN,"longitude":0}}',
        b'{"key":"key-00000001","text":"a","ago":1e999}',
        b"[" * 10_000,
    ],
)
async def test_bodies_that_are_not_what_they_say_are_refused(browser: Browser, body: bytes) -> None:
    response = await browser.post("/messages", content=body, headers={"Content-Type": "application/json"})

    assert response.status_code == 400


async def test_more_than_sixteen_kib_is_refused_with_a_word(site: Site, browser: Browser) -> None:
    response = await browser.do(text="a" * 17_000)

    assert response.status_code == 413
    assert "Tin dài quá" in response.json()["error"]
    assert site.inbox.raws == []


async def test_a_picture_has_room_of_its_own(site: Site, browser: Browser) -> None:
    """It comes by its own address, whole; what is larger, or no base64, is refused."""
    photo = "A" * 200_000
    assert (await browser.post("/photos", json={"key": "key-00000001", "photo": photo})).status_code == 202
    assert (site.inbox.raws[-1]["kind"], site.inbox.raws[-1]["photo"]) == ("photo", photo)
    for refused, status in ((photo * 2, 413), ("A" * 250_000, 400), ("../etc", 400), ("", 400)):
        response = await browser.post("/photos", json={"key": "key-00000002", "photo": refused})
        assert response.status_code == status
    assert (await browser.do(photo=photo)).status_code == 413
    assert len(site.inbox.raws) == 1


async def test_a_disk_that_does_not_take_it_is_said(site: Site, browser: Browser) -> None:
    site.inbox.broken = True

    response = await browser.do(text="vào ca")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"


async def test_too_many_at_once_are_asked_to_wait(site: Site, browser: Browser) -> None:
    codes = [(await browser.do(key=f"key-{n:08}", text="a")).status_code for n in range(31)]
    site.now.forward(timedelta(seconds=11))

    assert codes == [202] * 30 + [429]
    assert (await browser.do(key="key-00000030", text="a")).status_code == 202


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:81", "127.0.0.1"])
@pytest.mark.parametrize("path", ["/messages", "/session", "/enter", "/leave"])
async def test_a_foreign_page_changes_nothing(
    site: Site, browser: Browser, path: str, origin: str | None
) -> None:
    del browser.headers["Origin"]
    headers = {} if origin is None else {"Origin": origin}

    response = await browser.post(path, json={"key": "key-00000001", "text": "a"}, headers=headers)

    assert response.status_code == 403
    assert "set-cookie" not in response.headers
    assert site.inbox.raws == []


@pytest.mark.parametrize("token", [b"", b"0" * 64, "ă".encode()])
async def test_without_the_pages_token_nothing_changes(site: Site, browser: Browser, token: bytes) -> None:
    thing = {"key": "key-00000001", "text": "a"}

    for path in ("/messages", "/leave"):
        response = await browser.post(path, json=thing, headers={b"X-CSRF-Token": token})
        assert response.status_code == 403
    assert site.inbox.raws == []


async def test_a_form_of_another_kind_is_refused(browser: Browser) -> None:
    response = await browser.post("/messages", data={"key": "key-00000001", "text": "a"})

    assert response.status_code == 415


async def test_without_a_session_nothing_is_read_or_written(site: Site) -> None:
    async with site.browser() as stranger:
        codes = [
            (await stranger.do(text="a")).status_code,
            (await stranger.get("/events")).status_code,
            (await stranger.get("/photos/1")).status_code,
        ]

    assert codes == [401, 401, 401]


@pytest.mark.parametrize(
    "asked",
    [
        "GET /",
        "GET /enter?k=abc",
        "HEAD /events",
        "POST /session",
        "POST /messages",
        "POST /enter",
        "POST /leave",
    ],
)
async def test_every_answer_carries_the_headers(browser: Browser, asked: str) -> None:
    method, path = asked.split()
    response = await browser.request(method, path)

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cache-Control"] == "no-store"
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'; frame-ancestors 'none'; base-uri 'none'")
    assert "unsafe" not in policy
    assert "access-control-allow-origin" not in response.headers


async def test_getting_changes_nothing(site: Site) -> None:
    async with site.browser() as stranger:
        for path in ("/", "/?start=K7WQ2MPD", "/enter?k=0123456789abcdef", "/leave", "/session"):
            response = await stranger.get(path)
            assert "set-cookie" not in response.headers
    assert site.inbox.raws == []


async def test_the_page_has_no_inline_script_or_style(browser: Browser) -> None:
    for path in ("/", "/enter"):
        html = (await browser.get(path)).text
        assert "<style" not in html
        assert " style=" not in html
        assert " on" not in html.replace(" once", "").split("<body")[0]
        assert html.count("<script") == html.count('<script type="module" src="/static/')


async def test_static_files_are_fetched_once(browser: Browser) -> None:
    html = (await browser.get("/")).text
    address = html.split('stylesheet" href="')[1].split('"')[0]

    first = await browser.get(address)
    again = await browser.get(address, headers={"If-None-Match": first.headers["ETag"]})
    old = await browser.get("/static/another-version/app.css")

    assert "immutable" in first.headers["Cache-Control"]
    assert (again.status_code, again.content) == (304, b"")
    assert old.headers["Cache-Control"] == "no-cache"
    assert (await browser.get("/static/x/..%2fchannel.py")).status_code == 404


async def test_the_page_can_be_installed(browser: Browser) -> None:
    manifest = (await browser.get("/manifest.webmanifest")).json()

    assert manifest["display"] == "standalone"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        assert (await browser.get(icon["src"])).headers["Content-Type"] == "image/png"
    assert (await browser.get("/sw.js")).headers["Content-Type"].startswith("text/javascript")


async def test_a_body_that_dribbles_is_cut_off(
    site: Site, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.02)

    async def dribble() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(1)

    response = await browser.post(
        "/messages", content=dribble(), headers={"Content-Type": "application/json"}
    )

    assert response.status_code == 408
    assert site.inbox.raws == []


async def test_a_store_that_fails_is_said(site: Site, browser: Browser) -> None:
    await site.database.close()

    response = await browser.do(text="vào ca")

    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
