"""The page behind the code of a statement: true, unknown, erased; never the whole name."""

from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.verifying import Verifying
from locales import words
from locales.formats import initials
from storage import statements
from storage.database import database
from storage.effects import carry_out
from storage.records.statement import Statement

KNOWN = "ABCD2345"


async def _page(fresh: Path, code: str) -> httpx.Response:
    store = database(f"sqlite+aiosqlite:///{fresh}")
    await store.start()
    try:
        paper = Statement(
            tenant="01", id="1", code=KNOWN, person_id="gone", from_on="2026-11-01", to_on="2026-11-23",
            shifts=12, proven=9, minutes=2190, half_days=13, issued_at=datetime(2026, 11, 23, tzinfo=UTC),
        )  # fmt: skip
        await store.write(lambda tx: carry_out(tx, [statements.issued(paper)]))
        app = Starlette(routes=Verifying(store, words("vi"), secure=True).routes())
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://t") as http:
            return await http.get(f"/xac-nhan/{code}")
    finally:
        await store.close()


async def test_a_true_code_shows_the_figures(fresh: Path) -> None:
    answer = await _page(fresh, "abcd-2345")
    assert answer.status_code == 200
    for wanted in ("12 ca trực (9 ca có chứng thực)", "36,5 giờ", "6,5 ngày công", "01/11/2026–23/11/2026"):
        assert wanted in answer.text
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("code", ["ABCD2346", "x", "%3Cscript%3E", "0000OOOO"])
async def test_another_code_is_unknown(fresh: Path, code: str) -> None:
    answer = await _page(fresh, code)
    assert answer.status_code == 404
    assert "Không có giấy nào" in answer.text


async def test_a_person_who_was_erased_leaves_the_figures(fresh: Path) -> None:
    """Nobody of that id is in the database any more."""
    assert "đã xóa" in (await _page(fresh, KNOWN)).text


def test_names_are_shown_by_their_first_letters() -> None:
    assert initials("Nguyễn Thị Mai Anh") == "N. T. M. Anh"
    assert initials("Lan") == "Lan"
