"""A file is written when its message leaves: as a file, as a link that ends, or as words."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
from starlette.applications import Starlette

from bot.papers import LIVES, Papers
from bot.scribe import Scribe
from handlers.messages import File, Outbound, Paper
from locales import words
from storage.database import Database
from tests.chance import Chance, Clock
from tests.exports.documents import document
from tests.paper import PLENTY, SCARCE

SHOWS = json.dumps({"document": document().model_dump(mode="json")})
MESSAGE = Outbound("Báo cáo tuần.", paper=Paper("rollup_docx", SHOWS, "Báo cáo tuần.docx"))
ZALO = replace(SCARCE, files=False)


def _papers(database: Database, clock: Clock) -> Papers:
    return Papers(database, public_url="https://bot.example/", now=clock.now, new_token=Chance().new_token)


async def test_where_files_are_taken_it_is_a_file(any_database: Database) -> None:
    filed = await Scribe(any_database, words("vi")).filed(MESSAGE, PLENTY)
    assert filed.file is not None
    assert filed.file.name == "Báo cáo tuần.docx"
    assert filed.file.content.startswith(b"PK")
    assert filed.paper is None


async def test_elsewhere_it_is_a_link_for_an_hour(any_database: Database) -> None:
    """Whoever guesses or comes late gets nothing."""
    clock = Clock()
    papers = _papers(any_database, clock)
    filed = await Scribe(any_database, words("vi"), papers.publish).filed(MESSAGE, ZALO)
    link = filed.text.split()[-1]
    assert link.startswith("https://bot.example/tep/")
    app = httpx.ASGITransport(Starlette(routes=list(papers.routes())))
    async with httpx.AsyncClient(transport=app, base_url="https://bot.example") as client:
        got = await client.get(link)
        assert got.content.startswith(b"PK")
        assert "filename*=UTF-8''B%C3%A1o" in got.headers["content-disposition"]
        assert (await client.get(f"{link}x")).status_code == 404
        clock.move(clock.now() + LIVES + timedelta(seconds=1))
        assert (await client.get(link)).status_code == 404


async def test_each_handing_over_has_an_address_of_its_own(any_database: Database) -> None:
    papers, file = _papers(any_database, Clock()), File(b"x", "x.docx", "text/plain")
    assert await papers.publish(file) != await papers.publish(file)


async def test_what_cannot_be_written_does_not_cost_the_message(any_database: Database) -> None:
    """Nor does a channel without files and without addresses."""
    broken = replace(MESSAGE, paper=Paper("rollup_docx", "{}", "x.docx"))
    scribe = Scribe(any_database, words("vi"))
    assert words("vi")("file-failed") in (await scribe.filed(broken, PLENTY)).text
    assert words("vi")("file-elsewhere") in (await scribe.filed(MESSAGE, ZALO)).text
    assert (await scribe.filed(Outbound("chào"), PLENTY)) == Outbound("chào")


async def test_no_folder_is_left(any_database: Database, tmp_path: Path) -> None:
    """What was written is gone when it was sent."""
    import tempfile  # noqa: PLC0415

    before = set(Path(tempfile.gettempdir()).glob("aoxanh-*"))
    await Scribe(any_database, words("vi")).filed(MESSAGE, PLENTY)
    assert set(Path(tempfile.gettempdir()).glob("aoxanh-*")) == before
