"""What everybody may read: pages without a script, naming who is responsible; a stranger leaves nothing."""

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot import sample
from bot.legal import Legal
from bot.own_copy import OwnCopy
from handlers.notice import NOTICE_VERSION
from locales import words
from storage import rights
from storage.effects import Effect
from tests.sample import furnish
from tests.world import world

WHO, HOW = "Thành đoàn <mẫu>", "lienhe@example.vn"
PAGES = ("/phap-ly", "/phap-ly/thong-bao", "/phap-ly/thu-tuc", "/phap-ly/bieu-mau")


def _asked(routes: Sequence[BaseRoute]) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=Starlette(routes=list(routes)))
    return httpx.AsyncClient(transport=transport, base_url="http://here")


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_names_who_is_responsible_and_needs_no_script(path: str) -> None:
    """Also no font, no picture, nothing from elsewhere; and words of settings are no markup."""
    async with _asked(Legal(words("vi"), WHO, HOW, secure=True).routes()) as browser:
        answer = await browser.get(path)
    assert answer.status_code == 200
    assert "Thành đoàn &lt;mẫu&gt;" in answer.text
    assert HOW in answer.text
    assert not re.search(r"<script|<img|<iframe|https?://|\son\w+=", answer.text)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert len(answer.content) < 16_384, "a weak phone loads it in one go"


async def test_the_notice_says_what_the_law_asks_for() -> None:
    """What, why, who, how long, rights, abroad, children, its version."""
    page = Legal(words("vi"), WHO, HOW, secure=False).notice()
    for part in (
        NOTICE_VERSION,
        "nhạy cảm",
        "12 tháng",
        "5 năm",
        "14 ngày",
        "nước ngoài",
        "dưới 16",
        "72 giờ",
    ):
        assert part in page, part
    procedure = Legal(words("vi"), WHO, HOW, secure=False).procedure()
    for part in ("2 ngày làm việc", "10 ngày", "15 ngày", "20 ngày", "356/2025/NĐ-CP"):
        assert part in procedure, part
    assert "13/2023" not in page + procedure, "repealed"


async def test_a_stranger_leaves_nothing_before_they_agree(fresh: Path) -> None:
    """No name, no words: rows of the inbox are blank once handled, nothing is reported."""
    async with world(fresh) as played:
        await furnish(played)
        for said in ("xin chào", "quên mật khẩu vneid", "5 vneid 2 dvc", "BK7M-2QXA", "mình là Bùi Hải Yến"):
            await played.says("yen", said)
        rows = await played.database.read(
            lambda tx: tx.fetch("select body, error from inbox where contact_key = 'paper:desk:yen'")
        )
        assert rows
        assert {row["body"] for row in rows} == {""}
        for table in (
            "persons",
            "contacts",
            "help_reports",
            "faq_questions",
            "consents",
            "outbox",
            "sessions",
        ):
            found = await played.database.read(lambda tx, table=table: tx.fetch(f"select * from {table}"))  # type: ignore[misc]  # bound at once
            told = json.dumps([dict(row) for row in found], ensure_ascii=False, default=str)
            assert "Hải Yến" not in told, table
            assert table in ("outbox", "sessions") or "yen" not in told, table


async def test_a_copy_is_shown_by_its_link_and_by_no_other(fresh: Path) -> None:
    """For half an hour; to read, and to save."""
    async with world(fresh) as played:
        await furnish(played)
        await played.says("lan", "vào ca")
        await played.write(*_link(played.clock.now()))
        copy = OwnCopy(played.database, words("vi"), WHO, now=played.clock.now, secure=False)
        async with _asked(copy.routes()) as browser:
            shown = await browser.get(f"/du-lieu/{TOKEN}")
            assert shown.status_code == 200
            assert words("vi")("sample-volunteer") in shown.text
            saved = await browser.get(f"/du-lieu/{TOKEN}/json")
            assert saved.json()["data"]["attendances"][0]["in_at"]
            assert (await browser.get("/du-lieu/another")).status_code == 404
            played.clock.move(played.clock.now() + timedelta(minutes=31))
            assert (await browser.get(f"/du-lieu/{TOKEN}")).status_code == 404
            assert (await browser.get(f"/du-lieu/{TOKEN}/json")).status_code == 404


TOKEN = "a-link-that-nobody-guesses"


def _link(now: datetime) -> list[Effect]:
    person = (sample.TENANT, sample.person_id("volunteer"))
    return [rights.linked(TOKEN, person, now + timedelta(minutes=30))]
