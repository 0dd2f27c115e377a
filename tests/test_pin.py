"""A PIN: a found phone reads, but takes nothing along, hands nothing over and opens no other door."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from random import Random

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette

from bot import pin_page, sample
from bot.pin_page import PinPage
from handlers.messages import Button, Outbound
from handlers.vocabulary import vocabulary
from locales import words
from storage.records.pin import FORGOTTEN_AFTER, OPEN_FOR, SHUT_FOR, TRIES
from tests.fuzz.forged import arguments
from tests.sample import WHO, furnish
from tests.world import World, world

RIGHT, OTHER = "482915", "730264"
_LINK = re.compile(r"/ma-khoa/\S+")
GUARDED = {
    "lan": ("do:my_data:copy", "/web", "/lienket", "xóa dữ liệu của tôi"),
    "nam": ("do:my_data:copy", "/web", "/lienket", "mất máy", f"do:hand_over:{sample.TEAM_ID}:lead"),
    "hoa": ("/web", "thông báo", "do:confirm_roles:all:x", f"do:hand_over_unit:{sample.UNIT}:give"),
}
"""What a found phone must not do, by whose it is."""
ORIGIN = {"Origin": "http://here"}


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team."""
    async with world(fresh) as made:
        await furnish(made)
        yield made


def _browser(town: World) -> httpx.AsyncClient:
    page = PinPage(town.database, words("vi"), now=town.clock.now, new_id=town.ids, secure=False)
    transport = httpx.ASGITransport(app=Starlette(routes=list(page.routes())))
    return httpx.AsyncClient(transport=transport, base_url="http://here", headers=ORIGIN)


async def _asks(town: World, who: str, what: str) -> list[Outbound]:
    press = town.presses(who, Button("x", what)) if what.startswith("do:") else town.says(who, what)
    return await press


def _page(told: list[Outbound]) -> str:
    found = _LINK.search(told[0].text)
    assert found, told[0].text
    return found.group()


async def _set(town: World, who: str, pin: str = RIGHT) -> None:
    async with _browser(town) as browser:
        page = _page(await town.says(who, "mã khóa"))
        assert "password" in (await browser.get(page)).text
        answer = await browser.post(page, data={"new": pin, "again": pin})
        assert "Đã đặt" in answer.text
    town.clock.move(town.clock.now() + OPEN_FOR)


@pytest.mark.parametrize(("who", "what"), [(who, what) for who, all_ in GUARDED.items() for what in all_])
async def test_a_found_phone_opens_no_door(town: World, who: str, what: str) -> None:
    """Before a PIN is set nothing is asked; afterwards nothing is done until it was given."""
    assert not _LINK.search((await _asks(town, who, what))[0].text)
    await town.says(who, "/huy")
    await _set(town, who)
    held = await _asks(town, who, what)
    page = _page(held)
    assert "Tiếp tục" in [one.label for row in held[0].choices for one in row]
    async with _browser(town) as browser:
        assert "còn 4" in (await browser.post(page, data={"pin": OTHER})).text
        assert _LINK.search((await _asks(town, who, what))[0].text)
        assert "Đúng rồi" in (await browser.post(page, data={"pin": RIGHT})).text
    assert not _LINK.search((await _asks(town, who, what))[0].text)
    town.clock.move(town.clock.now() + OPEN_FOR)
    await town.says(who, "/huy")
    assert _LINK.search((await _asks(town, who, what))[0].text)


FORGED = (
    *(("nam", f"do:team_message:{arg}") for arg in ("stop", "see:", "see:gửi ngay cho tôi", "stop:a b")),
    *(("hoa", f"do:broadcast:{arg}") for arg in ("see", "who", "pause", "stop", "see:")),
    *(("lan", f"do:link:{arg}") for arg in ("nobody", "no-", "now:x")),
)
"""What looks like one of the things that need no PIN, and is another."""


@pytest.mark.parametrize(("who", "what"), FORGED)
async def test_a_button_that_nobody_made_opens_no_door_either(town: World, who: str, what: str) -> None:
    await _set(town, who)
    assert _LINK.search((await _asks(town, who, what))[0].text)


@pytest.mark.parametrize("who", ["nam", "hoa"])
async def test_what_no_pin_is_asked_for_begins_nothing(town: World, who: str) -> None:
    """Of the conversations that ask for one: whatever a button carries, no form is open afterwards that would
    not have been let open."""
    chance, known, person = Random(7), vocabulary().by_name, sample.person_id(WHO[who])
    line = f'["{person}"]'
    await _set(town, who)
    for name in ("team_message", "broadcast", "hand_over", "hand_over_unit", "link", "web", "lost_contact"):
        made = arguments(known[name], chance)
        for arg in {next(made) for _ in range(120)}:
            if not known[name].guards(arg):
                await town.presses(who, Button("x", f"do:{name}:{arg}"))
                assert name not in [
                    row["form"] for row in await town.rows("sessions_of_lines", lines=line)
                ], arg
    assert await town.rows("own_link_codes", tenant=sample.TENANT, person_id=person) == []


async def test_what_a_form_holds_stays_while_a_pin_is_asked(town: World) -> None:
    await _set(town, "lan")
    await town.says("lan", "báo cáo")
    assert _LINK.search((await _asks(town, "lan", "do:my_data:copy"))[0].text)
    assert "VNeID 5" in (await town.says("lan", "5 vneid"))[0].text


async def test_five_wrong_ones_shut_it_and_the_leaders_hear(town: World) -> None:
    """Also for the right one, on another link, and after a restart; a quarter of an hour later it opens."""
    await _set(town, "lan")
    page = _page(await _asks(town, "lan", "/web"))
    async with _browser(town) as browser:
        for left in range(TRIES - 1, 0, -1):
            assert f"còn {left}" in (await browser.post(page, data={"pin": OTHER})).text
        assert (await browser.post(page, data={"pin": OTHER})).status_code == 429
        assert (await browser.post(page, data={"pin": RIGHT})).status_code == 429
        told = await town.settle()
        assert any("nhập sai 5 lần" in one.text and "mất máy" in one.text for one in told["nam"])
        shut = await _asks(town, "lan", "/web")
        assert "tạm đóng" in shut[0].text
        assert not _LINK.search(shut[0].text)
        town.clock.move(town.clock.now() + SHUT_FOR)
        page = _page(await _asks(town, "lan", "/web"))
        assert "Đúng rồi" in (await browser.post(page, data={"pin": RIGHT})).text


async def test_of_many_at_once_five_are_compared(town: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also the right one among them opens nothing, and no more hashes are made than are compared."""
    await _set(town, "lan")
    page, compared = _page(await _asks(town, "lan", "/web")), []
    before = pin_page._is

    def counted(pin: str, hashed: str) -> bool:
        compared.append(pin)
        return before(pin, hashed)

    monkeypatch.setattr(pin_page, "_is", counted)
    async with _browser(town) as browser:
        guesses = [f"{one:06d}" for one in range(30)] + [RIGHT]
        answers = await asyncio.gather(*(browser.post(page, data={"pin": one}) for one in guesses))
    assert len(compared) == TRIES
    assert not any("Đúng rồi" in one.text for one in answers)


async def test_a_forgotten_one_ends_a_day_later_and_the_leaders_hear(town: World) -> None:
    """Whoever found the phone waits, the owner can keep it."""
    await _set(town, "lan")
    said = await town.says("lan", "quên mã khóa")
    assert "hết tác dụng" in said[0].text
    assert any("quên mã khóa" in one.text for one in town.heard["nam"])
    assert _LINK.search((await _asks(town, "lan", "/web"))[0].text)
    await town.says("lan", "mã khóa")
    await _asks(town, "lan", "do:pin:keep")
    town.clock.move(town.clock.now() + FORGOTTEN_AFTER + timedelta(minutes=1))
    assert "/ma-khoa/" in (await _asks(town, "lan", "/web"))[0].text
    await town.says("lan", "quên mã khóa")
    town.clock.move(town.clock.now() + FORGOTTEN_AFTER)
    assert "/enter?k=" in (await _asks(town, "lan", "/web"))[0].text


async def test_it_is_changed_and_taken_away_with_the_old_one_only(town: World) -> None:
    await _set(town, "lan")
    async with _browser(town) as browser:
        page = _page(await town.says("lan", "mã khóa"))
        assert "chưa đúng" in (await browser.post(page, data={"new": OTHER, "again": OTHER})).text
        assert "chưa đúng" in (await browser.post(page, data={"pin": OTHER, "drop": "yes"})).text
        changed = {"pin": RIGHT, "new": OTHER, "again": OTHER}
        assert "Đã đặt" in (await browser.post(page, data=changed)).text
        assert "chưa đúng" in (await browser.post(page, data={"pin": RIGHT})).text
        assert "Đã bỏ" in (await browser.post(page, data={"pin": OTHER, "drop": "yes"})).text
    assert "/enter?k=" in (await _asks(town, "lan", "/web"))[0].text


@pytest.mark.parametrize(
    "new", ["123456", "111111", "12345", "1234567", "１２３４５６", "abcdef", "", "48 915"]
)
async def test_an_easy_one_is_refused(town: World, new: str) -> None:
    async with _browser(town) as browser:
        page = _page(await town.says("lan", "mã khóa"))
        answer = await browser.post(page, data={"new": new, "again": new})
    assert answer.status_code == 422
    assert "/enter?k=" in (await _asks(town, "lan", "/web"))[0].text


async def test_the_page_serves_its_own_link_and_its_own_forms_only(town: World) -> None:
    """No foreign page, no link to a copy, no large body, no script; and the database has no digit of it."""
    await _set(town, "lan")
    async with _browser(town) as browser:
        page = _page(await _asks(town, "lan", "/web"))
        for foreign in ("http://evil.example", "null"):
            answer = await browser.post(page, data={"pin": RIGHT}, headers={"Origin": foreign})
            assert answer.status_code == 403
        assert _LINK.search((await _asks(town, "lan", "/web"))[0].text)
        assert (await browser.post(page, data={"pin": RIGHT, "x": "y" * 2000})).status_code == 413
        assert (await browser.post("/ma-khoa/another", data={"pin": RIGHT})).status_code == 404
        shown = await browser.get(page)
        assert "<script" not in shown.text
        assert "form-action 'self'" in shown.headers["content-security-policy"]
        assert shown.headers["cache-control"] == "no-store"
        town.clock.move(town.clock.now() + timedelta(minutes=11))
        assert (await browser.get(page)).status_code == 404
    (row,) = await town.database.read(lambda tx: tx.fetch("select * from pins"))
    assert row["pin_hash"].startswith("$argon2id$")
    assert RIGHT not in str(dict(row))
