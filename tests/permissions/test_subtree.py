"""No query, list, page or file shows anybody a row outside their subtree: a random forest, asked by all."""

import random
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from handlers import modelling, permissions
from storage.records.case import Level
from tests.permissions.asking import Asking
from tests.permissions.crawling import Crawl
from tests.permissions.forest import Forest, Someone, found
from tests.permissions.lives import lived
from tests.world import World, world

TYPED = (
    *("đội", "tổng hợp", "tổng hợp tuần", "radar", "khó khăn đang mở", "ai đang trực", "báo cáo của đội"),
    *("mạng yếu quá", "gửi tin", "mô hình hay", "câu hỏi chờ", "menu", "1"),
)
FOLLOWED, FORGED, SOME = 120, 80, 8


@asynccontextmanager
async def grown(fresh: Path, seed: int) -> AsyncIterator[tuple[World, Forest]]:
    """A world with nothing but a random forest in it."""
    async with world(fresh) as made:
        forest = lived(Forest(random.Random(seed), made.clock.now()).planted())
        await made.write(*(one for one in forest.effects if not one.contested))
        await made.write(*(one for one in forest.effects if one.contested))
        await made.shelving.look()
        yield made, forest


async def crawled(crawl: Crawl, *, longer: int = 1) -> Crawl:
    """Everybody asks everything."""
    who = _askers(crawl.forest)
    await crawl.opened(who)
    await crawl.typed(who, TYPED)
    await crawl.followed(who, FOLLOWED * longer)
    assert crawl.asking.failed == []
    await crawl.forged(who, FORGED * longer)
    return crawl


def _askers(forest: Forest) -> list[Someone]:
    """Whoever coordinates, and some of all the others; everybody reads."""
    above = [one for one in forest.people if one.units]
    return [*above, *forest.chance.sample([one for one in forest.people if not one.units], SOME)]


def _widened(name: str, instead: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every module that decides by ``name`` decide otherwise."""
    before = getattr(permissions, name, None) or getattr(modelling, name)
    for module in [one for key, one in sys.modules.items() if key.startswith("handlers")]:
        if getattr(module, name, None) is before:
            monkeypatch.setattr(module, name, instead)


async def test_nobody_sees_outside_their_subtree(fresh: Path, tmp_path: Path) -> None:
    async with grown(fresh, 1) as (made, forest):
        crawl = await crawled(Crawl(Asking(made, tmp_path), forest, random.Random(1)))
    assert crawl.leaks == []
    assert crawl.turns > 5_000
    assert len(crawl.marks) > 150, "little was shown to anybody"


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("covers", lambda code, placed: placed.tenant == code[:2] or len(code) == 5),
        ("level_over", lambda actor, placed, teams: Level.TEAM if actor.led else None),
        ("sums_up", lambda actor, tenant, unit: True),
        ("visible", lambda actor, model: model.tenant == actor.tenant),
    ],
)
async def test_a_wider_scope_is_noticed(
    fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, instead: Callable[..., object]
) -> None:
    """The crawl is worth something: it finds what a wrong rule lets through."""
    _widened(name, instead, monkeypatch)
    async with grown(fresh, 2) as (made, forest):
        searching = Crawl(Asking(made, tmp_path), forest, random.Random(2), enough=1)
        crawl = await crawled(searching, longer=5)  # it ends with the first leak
    assert crawl.leaks != []


async def test_what_comes_by_itself_stays_in_the_subtree(fresh: Path, tmp_path: Path) -> None:
    """Digests, radar, roll-up calls, rounds of questions and cases, a broadcast: each to its own readers."""
    async with grown(fresh, 3) as (made, forest):
        crawl = Crawl(Asking(made, tmp_path), forest, random.Random(3))
        readers = {one.id: one for one in forest.people}
        for hours in (2.1, 3.7, 6.7, 10.7, 13.2, 24.9, 25.9, 27.7):
            made.clock.move(forest.now + timedelta(hours=hours))
            await made.tick()
            await made.outbox.settle()
        for chat, message in made.channel.sent:
            shown = found(await crawl.asking.text(message))
            crawl.leaks += list(crawl.foreign(readers[chat], readers[chat], "", shown))
        assert len(made.channel.sent) > 100
    assert crawl.leaks == []
