"""Cases: whoever met one is never lost, however it is joined, merged, parted, answered and opened again."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers import case_steps
from storage import case_tallies, cases, difficulties
from storage.database import Database, database
from storage.effects import Lost
from storage.records.case import Case, CaseCard, Level
from storage.records.work import Difficulty
from tests.storage.made import (
    AT,
    TENANT,
    case,
    difficulty,
    fact,
    known,
    later,
    world,
    write,
)

WHO = ("mai", "lan", "tu", "nam")
CODES = ("network", "portal")
WEEK = ("2026-11-23", "2026-11-29")
PROVINCE = (TENANT, TENANT, *WEEK)
COMMUNE = (TENANT, "00235", *WEEK)


async def _card(opened: Database, key: str) -> CaseCard:
    found = await fact(opened, cases.card.of((TENANT, key)))
    assert isinstance(found, CaseCard)
    return found


async def _alone(opened: Database, key: str) -> Case:
    found = await fact(opened, cases.alone.of((TENANT, key)))
    assert isinstance(found, Case)
    return found


@dataclass
class _Desk:
    """Tells, merges, parts, answers and reopens as people do, and remembers on paper what must come of it."""

    database: Database
    told: list[Difficulty] = field(default_factory=list)
    parent: dict[str, str] = field(default_factory=dict)
    solved: set[str] = field(default_factory=set)

    async def do(self, step: str, at: int, other: int) -> None:
        """One step; what makes no sense now is left out, as a conversation would."""
        if step == "tell" or not self.told:
            await self._tell(case(CODES[at % 2], f"2026-11-2{3 + other % 3}"), WHO[other % 4])
        elif step == "tell_own":
            await self._tell(case(CODES[at % 2], own=str(at % 3)), WHO[other % 4])
        elif step == "withdraw":
            gone = self.told.pop(at % len(self.told))
            await write(self.database, difficulties.withdrawn(gone))
        else:
            ids = sorted({one.case_id for one in self.told})
            await getattr(self, f"_{step}")(ids[at % len(ids)], ids[other % len(ids)])

    async def _tell(self, one: Case, who: str) -> None:
        key = f"d{len(self.parent)}-{len(self.told)}-{who}-{self._count()}"
        told = difficulty(key, case_id=one.id, person_id=who, code=one.code, day_on=one.day_on)
        self.told.append(told)
        self.parent.setdefault(one.id, "")
        await write(self.database, cases.opened(one), difficulties.added(told))

    _counted = 0

    def _count(self) -> int:
        self._counted += 1
        return self._counted

    async def _merge(self, one: str, two: str) -> None:
        first, second = self.root(one), self.root(two)
        if first != second:
            self.parent[first] = second
            young, old = await _alone(self.database, first), await _alone(self.database, second)
            await write(self.database, *cases.merged(young, old))

    async def _part(self, one: str, _: str) -> None:
        if self.parent[one]:
            self.parent[one] = ""
            await write(self.database, *cases.parted(await _alone(self.database, one)))

    async def _answer(self, one: str, _: str) -> None:
        card = await _card(self.database, one)
        self.solved.add(self.root(one))
        await write(self.database, cases.moved(card, case_steps.solved(card, "nam", "đã xong", AT)))

    async def _reopen(self, one: str, _: str) -> None:
        card = await _card(self.database, one)
        self.solved.discard(self.root(one))
        await write(self.database, cases.moved(card, case_steps.reopened(card, AT, {}, told=True)))

    def root(self, one: str) -> str:
        """The case that ``one`` is part of."""
        return self.root(self.parent[one]) if self.parent[one] else one

    async def agrees(self) -> None:
        """What the database says is what stands on paper."""
        people_of: dict[str, set[str]] = {}
        for one in self.told:
            people_of.setdefault(self.root(one.case_id), set()).add(one.person_id)
        found = await fact(self.database, cases.under.of((TENANT, TENANT, "", later(-1)))) or []
        assert {one.id: one.people for one in found} == people_of
        assert {one.id for one in found if not one.open} == self.solved & people_of.keys()
        kept = sorted(each.id for one in found for each in one.tellings)
        assert kept == sorted(one.id for one in self.told)
        tallies = await fact(self.database, case_tallies.of_unit.of(PROVINCE)) or []
        assert sum(one.cases for one in tallies) == len(people_of)
        assert sum(one.solved for one in tallies) == len(self.solved & people_of.keys())
        assert tallies == [
            one.model_copy(update={"unit_code": TENANT})
            for one in await fact(self.database, case_tallies.of_unit.of(COMMUNE)) or []
        ]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["tell", "tell", "tell_own", "merge", "merge", "part", "answer", "reopen", "withdraw"]
        ),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def empty(template: Path) -> Iterator[Path]:
    """A folder for the databases of many examples."""
    with TemporaryDirectory() as folder:
        shutil.copy(template, f"{folder}/template.sqlite")
        yield Path(folder)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_any_sequence_keeps_authors_and_counts(empty: Path, steps: list[tuple[str, int, int]]) -> None:
    """In any order: nobody who told a case is lost, and it counts as one."""

    async def play() -> None:
        path = empty / "example.sqlite"
        shutil.copy(empty / "template.sqlite", path)
        opened = database(f"sqlite+aiosqlite:///{path}")
        await opened.start()
        try:
            await write(opened, *world(*known(*WHO)))
            desk = _Desk(opened)
            for step in steps:
                await desk.do(*step)
                await desk.agrees()
        finally:
            await opened.close()

    asyncio.run(play())


async def test_a_long_day_agrees_on_both_engines(any_database: Database) -> None:
    """One sequence with everything in it."""
    await write(any_database, *world(*known(*WHO)))
    desk = _Desk(any_database)
    kinds = ("tell", "tell_own", "tell", "merge", "answer", "merge", "part", "reopen", "withdraw", "merge")
    for number in range(60):
        await desk.do(kinds[number % len(kinds)], number * 7, number * 5 + 1)
    assert desk.told
    await desk.agrees()


async def test_of_two_who_merge_crosswise_one_wins(any_database: Database) -> None:
    """A into B while B goes into A: the second reads anew, and no case swallows itself."""
    first, second = case(), case("portal")
    told = [difficulty("d1", case_id=first.id), difficulty("d2", case_id=second.id, code="portal")]
    await write(any_database, *world(*known("mai")), *map(cases.opened, (first, second)))
    await write(any_database, *map(difficulties.added, told))

    async def merged(one: Case, into: Case) -> bool:
        try:
            await write(any_database, *cases.merged(one, into))
        except Lost:
            return False
        return True

    assert sum(await asyncio.gather(merged(first, second), merged(second, first))) == 1
    root = await _card(any_database, first.id)
    assert len(root.tellings) == 2
    assert root.id == (await _card(any_database, second.id)).id


async def test_of_two_who_take_a_case_one_wins(any_database: Database) -> None:
    """As it was read by both."""
    await write(any_database, *world(*known("mai")), cases.opened(case()), difficulties.added(difficulty()))
    card = await _card(any_database, case().id)

    async def taken(who: str) -> bool:
        try:
            after = case_steps.taken(card, who, Level.COMMUNE, AT)
            await write(any_database, cases.moved(card, after))
        except Lost:
            return False
        return True

    assert sum(await asyncio.gather(taken("hoa"), taken("tam"))) == 1


async def test_newcomers_count_from_the_day_they_are_accepted(any_database: Database) -> None:
    """Until then nobody sees what they told; of one who is sent away nothing stays."""
    await write(any_database, *world(*known("mai", "lan")), cases.opened(case()))
    await write(any_database, difficulties.added(difficulty("d1", pending=True)))
    await write(any_database, difficulties.added(difficulty("d2", person_id="lan", pending=True)))
    assert await fact(any_database, cases.card.of((TENANT, case().id))) is None
    await write(any_database, difficulties.accepted(TENANT, "t1", "mai"))
    await write(any_database, difficulties.refused(TENANT, "t1", "lan"))
    assert (await _card(any_database, case().id)).people == {"mai"}
