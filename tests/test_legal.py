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

from bot import controllers, sample
from bot.legal import Legal, Responsible
from bot.operating import OperationError
from bot.own_copy import OwnCopy
from handlers.notice import NOTICE_VERSION
from locales import words
from storage import rights
from storage.database import Database
from storage.effects import Effect
from tests.sample import furnish
from tests.world import world

WHO, HOW = "Thành đoàn <mẫu>", "lienhe@example.vn"
USUAL = Responsible(WHO, HOW)
PAGES = ("/phap-ly", "/phap-ly/thong-bao", "/phap-ly/thu-tuc", "/phap-ly/bieu-mau")


def _asked(routes: Sequence[BaseRoute]) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=Starlette(routes=list(routes)))
    return httpx.AsyncClient(transport=transport, base_url="http://here")


def _legal(database: Database, *, secure: bool = True) -> Legal:
    return Legal(words("vi"), USUAL, database, secure=secure)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_names_who_is_responsible_and_needs_no_script(path: str, fresh: Path) -> None:
    """Also no font, no picture, nothing from elsewhere; and words of settings are no markup."""
    async with world(fresh) as played, _asked(_legal(played.database).routes()) as browser:
        answer = await browser.get(path)
    assert answer.status_code == 200
    assert "Thành đoàn &lt;mẫu&gt;" in answer.text
    assert HOW in answer.text
    assert not re.search(r"<script|<img|<iframe|https?://|\son\w+=", answer.text)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert len(answer.content) < 16_384, "a weak phone loads it in one go"


async def test_the_notice_says_what_the_law_asks_for(fresh: Path) -> None:
    """What, why, who, how long, rights, abroad, children, its version."""
    async with world(fresh) as played:
        legal = _legal(played.database, secure=False)
    page = legal.notice(USUAL)
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
    procedure = legal.procedure(USUAL)
    for part in ("2 ngày làm việc", "10 ngày", "15 ngày", "20 ngày", "356/2025/NĐ-CP"):
        assert part in procedure, part
    assert "13/2023" not in page + procedure, "repealed"


async def test_each_place_names_its_own(fresh: Path) -> None:
    """Where a tenant named somebody, its pages do, and the bare ones show the way; nothing is made up."""
    async with world(fresh) as played, _asked(_legal(played.database).routes()) as browser:
        await furnish(played)
        given = {"tenant": sample.TENANT, "name": "Thành đoàn Hà Nội", "contact": "hn@example.vn"}
        assert "Thành đoàn Hà Nội, hn@example.vn" in await controllers.named(played.database, given)
        for page in ("thong-bao", "thu-tuc", "bieu-mau"):
            own = await browser.get(f"/phap-ly/{sample.TENANT}/{page}")
            assert "Thành đoàn Hà Nội" in own.text
            assert "hn@example.vn" in own.text
            assert "lt;mẫu" not in own.text
            assert f'href="/phap-ly/{sample.TENANT}/thu-tuc"' in own.text
            bare = await browser.get(f"/phap-ly/{page}")
            assert HOW in bare.text
            assert f'href="/phap-ly/{sample.TENANT}/thong-bao"' in bare.text
        assert "lt;mẫu" in (await browser.get("/phap-ly/00/thong-bao")).text, "it has named nobody"
        for unknown in ("/phap-ly/99/thong-bao", "/phap-ly/01/khac", "/phap-ly/..%2f01"):
            assert (await browser.get(unknown)).status_code == 404
        cleared = {"tenant": sample.TENANT, "name": "", "contact": "", "controller_name": WHO}
        assert f"as the deployment ({WHO})" in await controllers.named(played.database, cleared)
        assert "lt;mẫu" in (await browser.get(f"/phap-ly/{sample.TENANT}/thong-bao")).text


async def test_another_name_is_another_text(fresh: Path) -> None:
    """Whoever agreed to the former is asked again, once; a new contact, or the same name, asks nobody."""
    async with world(fresh) as played:
        await furnish(played)
        same = words("vi")("sample-controller")
        given = {"tenant": sample.TENANT, "name": same, "contact": "moi@example.vn"}
        await controllers.named(played.database, given)
        assert "Đã vào ca" in (await played.says("lan", "vào ca"))[0].text
        given = {"tenant": sample.TENANT, "name": "Thành đoàn Hà Nội", "contact": "hn@example.vn"}
        await controllers.named(played.database, given)
        asked = (await played.says("lan", "ra ca"))[0].text
        assert "Thành đoàn Hà Nội (hn@example.vn)" in asked
        assert "Bạn có đồng ý không" in asked
        await played.says("lan", "đồng ý")
        assert "Đã ra ca" in (await played.says("lan", "ra ca"))[0].text
        await controllers.named(played.database, given)
        assert "Đã vào ca" in (await played.says("lan", "vào ca"))[0].text


async def test_a_controller_is_named_whole_and_on_record(fresh: Path) -> None:
    """Not without a way to reach them, not for nobody; and the log says since when."""
    async with world(fresh) as played:
        await furnish(played)
        with pytest.raises(OperationError, match="give both"):
            await controllers.named(played.database, {"tenant": "01", "name": "Thành đoàn", "contact": ""})
        with pytest.raises(OperationError, match="no tenant has the code '77'"):
            await controllers.named(played.database, {"tenant": "77", "name": "a", "contact": "b"})
        await controllers.named(played.database, {"tenant": "01", "name": "Thành đoàn", "contact": "a@b.vn"})
        entries = await played.database.read(lambda tx: tx.fetch("select what, detail from audit_events"))
        assert ("controller named", "controller_name=Thành đoàn") in [
            (one["what"], one["detail"]) for one in entries
        ]


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
