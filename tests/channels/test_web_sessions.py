"""Who may read and write a chat, for how long, and how a link lets somebody in."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.web.sessions import token_hash
from storage.queries import Row, Tx
from tests.channels.web_site import Site, web_site

LINK = "a-link-that-nobody-guesses"


@pytest.fixture
async def site(fresh: Path) -> AsyncIterator[Site]:
    async with web_site(fresh) as made:
        yield made


async def _link(site: Site, *, uses: int = 1, lives: timedelta = timedelta(hours=1)) -> None:
    await site.store.make_link(
        token_hash(LINK), tenant="t1", person_id="p1", expires_at=site.now() + lives, uses=uses
    )


async def _contacts(site: Site) -> list[Row]:
    async def work(tx: Tx) -> list[Row]:
        return await tx.all("contacts_of_people", tenants='["t1"]', people='["p1"]')

    return await site.database.read(work)


def _everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_a_browser_keeps_its_chat(site: Site) -> None:
    async with site.browser() as browser:
        await browser.open()
        first = browser.chat
        await browser.open()

        assert browser.chat == first


async def test_the_cookie_is_out_of_reach_of_scripts(site: Site) -> None:
    async with site.browser() as browser:
        cookie = (await browser.post("/session")).headers["Set-Cookie"]

    assert cookie.startswith("aoxanh-local=")
    for part in ("HttpOnly", "Path=/", "SameSite=lax", "Max-Age=2592000"):
        assert part in cookie
    assert "Secure" not in cookie


async def test_over_tls_the_cookie_belongs_to_the_host(fresh: Path) -> None:
    async with web_site(fresh, secure=True) as site, site.browser("https://chat.example") as browser:
        response = await browser.post("/session")
        plain = await browser.post("/session", headers={"Origin": "http://chat.example"})

    assert response.headers["Set-Cookie"].startswith("__Host-aoxanh=")
    assert "Secure" in response.headers["Set-Cookie"]
    assert "max-age" in response.headers["Strict-Transport-Security"]
    assert plain.status_code == 403


async def test_only_the_hash_of_a_token_is_kept(site: Site, fresh: Path) -> None:
    async with site.browser() as browser:
        await browser.open()
        token = browser.cookies["aoxanh-local"]

    kept = _everything_in(fresh.parent)
    assert token.encode() not in kept
    assert token_hash(token).encode() in kept


async def test_a_session_nobody_uses_dies_after_a_day_and_a_used_one_after_a_month(site: Site) -> None:
    async with site.browser() as idle, site.browser() as used:
        await idle.open()
        await used.open()
        await used.do(text="vào ca")
        site.now.forward(timedelta(days=2))

        assert (await idle.do(text="a")).status_code == 401
        assert (await used.do(text="a", key="key-00000002")).status_code == 202
        site.now.forward(timedelta(days=31))
        assert (await used.do(text="a", key="key-00000003")).status_code == 401


async def test_no_session_lives_longer_than_half_a_year(site: Site) -> None:
    async with site.browser() as browser:
        await browser.open()
        codes = []
        for week in range(30):
            codes.append((await browser.do(text="a", key=f"key-{week:08}")).status_code)
            site.now.forward(timedelta(days=7))

    assert codes == [202] * 26 + [401] * 4


async def test_signing_out_makes_a_copied_cookie_worthless(site: Site) -> None:
    async with site.browser() as browser, site.browser() as copy:
        await browser.open()
        copy.cookies.set("aoxanh-local", browser.cookies["aoxanh-local"])
        copy.headers["X-CSRF-Token"] = browser.headers["X-CSRF-Token"]
        response = await browser.post("/leave")

        assert response.status_code == 200
        assert "Max-Age=0" in response.headers["Set-Cookie"]
        assert (await copy.do(text="a")).status_code == 401


async def test_whoever_leaves_the_team_is_signed_out_everywhere(site: Site) -> None:
    async with site.browser() as browser:
        await browser.open()
        await site.channel.sign_out(browser.chat)

        assert (await browser.do(text="a")).status_code == 401


async def test_a_link_enters_as_its_person_in_a_fresh_session(site: Site) -> None:
    await _link(site)
    async with site.browser() as browser:
        await browser.open()
        before = browser.chat, browser.cookies["aoxanh-local"]
        answer = await browser.post("/enter", json={"k": LINK})
        after = answer.json()["chat"], browser.cookies["aoxanh-local"]

        async with site.browser() as old:
            old.cookies.set("aoxanh-local", before[1])
            assert (await old.get("/events")).status_code == 401

    assert answer.status_code == 200
    assert before[0] != after[0]
    assert before[1] != after[1]
    [contact] = await _contacts(site)
    assert (contact["key"], contact["chat"]) == (f"web:web:{after[0]}", after[0])
    assert contact["preferred"] == 1


async def test_opening_a_link_uses_nothing_up(site: Site) -> None:
    await _link(site)
    async with site.browser() as preview:
        for _ in range(5):
            assert (await preview.get(f"/enter?k={LINK}")).status_code == 200

    async with site.browser() as browser:
        assert (await browser.post("/enter", json={"k": LINK})).status_code == 200


async def test_a_link_lets_in_as_often_as_it_says_and_as_long(site: Site) -> None:
    await _link(site, uses=2)
    codes = []
    for _ in range(3):
        async with site.browser() as browser:
            codes.append((await browser.post("/enter", json={"k": LINK})).status_code)

    assert codes == [200, 200, 404]
    assert [contact["preferred"] for contact in await _contacts(site)].count(1) == 1


@pytest.mark.parametrize("k", ["another-link-altogether", "", LINK + "x", "x" * 1000])
async def test_other_links_let_nobody_in(site: Site, k: str) -> None:
    await _link(site)
    async with site.browser() as browser:
        response = await browser.post("/enter", json={"k": k})

    assert response.status_code in {400, 404}
    assert "liên kết mới" in response.json()["error"]
    assert "set-cookie" not in response.headers


async def test_a_late_link_lets_nobody_in(site: Site) -> None:
    await _link(site)
    site.now.forward(timedelta(hours=2))
    async with site.browser() as browser:
        assert (await browser.post("/enter", json={"k": LINK})).status_code == 404
