"""What people add, and what somebody edits, is known to a running process a moment later."""

import asyncio
import shutil
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bot.shelving import Shelving
from handlers.faq_shelf import FaqShelf, Shelved
from locales.faq import faq_folder, topics_in
from locales.faq_beyond import beyond_folder, read_beyond
from storage import faq_additions
from storage.effects import Effect
from storage.records.faq import FaqEntry, FaqPhrasing, place
from tests.storage.made import AT
from tests.world import World, furniture, world

HERE = (place("01", "00235"),)
ASKED = "điểm trực có cho mượn xe lăn cho cụ già không"
SLUG = "vneid-forgot-password"


def entry() -> FaqEntry:
    """An answer for one commune."""
    return FaqEntry(
        tenant="01",
        id="mượn-xe-lăn",
        unit_code="00235",
        title="Điểm trực có cho mượn xe lăn không?",
        body="Có hai xe lăn ở bàn đón tiếp.",
        source="Điều phối viên Phường Đống Đa",
        checked_on="2026-11-23",
        created_by="hoa",
        created_at=AT,
    )


def phrasing(slug: str, phrase: str = ASKED) -> FaqPhrasing:
    """One more way to ask, in the same commune."""
    return FaqPhrasing(
        tenant="01",
        id=slug,
        unit_code="00235",
        slug=slug,
        phrase=phrase,
        created_by="hoa",
        created_at=AT,
    )


async def test_an_answer_is_found_by_every_process_at_its_place(fresh: Path) -> None:
    """Two shelves stand for two processes on one database."""
    async with world(fresh) as here:
        other = FaqShelf(furniture()[0].faq.shelved)
        elsewhere = Shelving(here.database, other)
        assert not await elsewhere.look()
        await here.write(faq_additions.entered(entry()), faq_additions.heard(phrasing(entry().id)))
        assert await here.shelving.look()
        assert await elsewhere.look()
        for shelf in (here.desk.faq, other):
            assert shelf.ask(ASKED, here=HERE).slugs[0] == entry().id
            assert shelf.ask(ASKED, here=HERE).decision == "answer"
            assert entry().id not in shelf.ask(ASKED, here=(place("01", "00004"),)).slugs
        assert not await elsewhere.look()


async def test_what_is_taken_away_is_gone_and_may_come_back(fresh: Path) -> None:
    """Also when it is the only thing there was."""
    async with world(fresh) as here:
        gone: list[Effect] = [
            faq_additions.entry_removed("01", entry().id, AT + timedelta(minutes=1)),
            faq_additions.phrasing_removed("01", entry().id, AT + timedelta(minutes=1)),
        ]
        for effects, known in (([_entered()], True), (gone, False), ([_entered()], True)):
            await here.write(*effects)
            assert await here.shelving.look()
            assert (here.desk.faq.topic(entry().id, HERE) is not None) is known


def _entered() -> Effect:
    return faq_additions.entered(entry())


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "faq"
    folder.mkdir()
    for slug in (SLUG, "vneid-otp-not-received", "dvc-submit"):
        shutil.copy(faq_folder() / f"{slug}.md", folder)
    return folder


def _shelving(here: World, folder: Path) -> tuple[FaqShelf, Shelving]:
    shelf = FaqShelf(Shelved(topics_in(folder), read_beyond()))
    return shelf, Shelving(here.database, shelf, topics=folder, beyond=beyond_folder())


async def test_an_edited_file_is_read_while_the_bot_runs(fresh: Path, folder: Path) -> None:
    """One that is half written changes nothing until it is whole."""
    async with world(fresh) as here:
        shelf, shelving = _shelving(here, folder)
        path = folder / f"{SLUG}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(text[:200], encoding="utf-8")
        assert not await shelving.look()
        assert shelf.topic(SLUG) is not None
        path.write_text(text.replace("\n---\n", "\n---\nGọi 1900.0368.\n", 1), encoding="utf-8")
        assert await shelving.look()
        topic = shelf.topic(SLUG)
        assert topic is not None
        assert topic.body.startswith("Gọi 1900.0368.")


async def test_a_new_way_to_ask_leads_to_its_topic(fresh: Path) -> None:
    """A phrasing nobody would have guessed, in the place where it was added."""
    odd = "cái ô đỏ đỏ bắt nhập hoài mà hổng nhớ"
    async with world(fresh) as here:
        await here.write(faq_additions.heard(phrasing(SLUG, odd)))
        began = time.monotonic()
        assert await here.shelving.look()
        assert time.monotonic() - began < 20
        found = here.desk.faq.ask(odd, here=HERE)
        assert (found.decision, found.slugs[0]) == ("answer", SLUG)
        assert here.desk.faq.ask(odd).slugs[:1] != (SLUG,) or here.desk.faq.ask(odd).decision != "answer"


async def test_a_question_before_the_search_is_built_waits_for_it(folder: Path) -> None:
    """Two threads ask at once: it is built once, and both are answered."""
    shelf = FaqShelf(Shelved(topics_in(folder), read_beyond()))
    found = await asyncio.gather(*(asyncio.to_thread(shelf.shelved.prepare) for _ in range(2)))
    assert found[0] is found[1]
    assert shelf.ask("quên mật khẩu vneid thì làm sao").slugs[0] == SLUG


async def test_a_search_that_takes_long_to_build_is_no_illness(
    fresh: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine that is busy with other things the looks go on beside it."""
    async with world(fresh) as here:
        shelf, beats, done = FaqShelf(Shelved(topics_in(folder))), asyncio.Queue[None](), threading.Event()
        monkeypatch.setattr("bot.shelving.AFTER_START", 0.0)
        monkeypatch.setattr("bot.shelving.LOOK", 0.01)
        monkeypatch.setattr(shelf, "prepare", lambda: done.wait(20))
        shelving = Shelving(here.database, shelf, topics=folder, beat=lambda: beats.put_nowait(None))
        running = asyncio.create_task(shelving.run())
        async with asyncio.timeout(20):
            for _ in range(5):
                await beats.get()
        done.set()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert running.cancelled()
