"""What a turn wants written is written together, in an order in which two writers never block each other."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from storage import attendances, figures, outbox, people, sessions, teams
from storage.database import Database, database
from storage.effects import Effect, Lost, carry_out
from storage.queries import Params, Tx
from storage.sessions import Place
from tests.storage.made import (
    AT,
    attendance,
    contact,
    fact,
    known,
    message,
    person,
    report,
    rows,
    world,
    write,
)


class _Listening(Tx):
    """A transaction on paper that remembers what it was asked to write."""

    __slots__ = ("asked",)

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[Params]]] = []

    async def many(self, name: str, rows: Sequence[Params]) -> None:
        """Remember ``rows``."""
        self.asked.append((name, list(rows)))


async def _written(*effects: Effect) -> list[tuple[str, list[Params]]]:
    paper = _Listening()
    await carry_out(paper, effects)
    return paper.asked


async def test_all_effects_of_many_turns_are_there(any_database: Database) -> None:
    """Records, totals, sessions and messages become true together."""
    effects = [*world(), *known("mai", "lan"), people.contact_saved(contact()), outbox.added(message("o1"))]
    await write(any_database, *effects)
    assert (await fact(any_database, people.person.of(("01", "lan")))).name == "Lan"
    assert (await fact(any_database, teams.card.of(("01", "t1")))).campaign_name == "Hè"
    assert len(await rows(any_database, "outbox_counts")) == 1


async def test_a_lost_contest_refuses_everything(any_database: Database) -> None:
    """Two hands check the same person in: the second write leaves nothing, not even its message."""
    await write(any_database, *world(), *known("mai"), attendances.opened(attendance("a1")))
    second = [
        people.contact_saved(contact()),
        attendances.opened(attendance("a2")),
        outbox.added(message("o1")),
    ]
    with pytest.raises(Lost, match="add_attendance lost to another writer"):
        await write(any_database, *second)
    assert await rows(any_database, "outbox_counts") == []
    assert await fact(any_database, people.contact.of("paper:desk:mai")) is None


async def test_a_lost_contest_among_others_harms_only_itself(any_database: Database) -> None:
    """Writers that come at the same moment: one wins, and everybody's other effects stand or fall with it."""
    await write(any_database, *world(), *known("mai"))

    async def tries(number: int) -> bool:
        try:
            await write(
                any_database,
                attendances.opened(attendance(f"a{number}")),
                outbox.added(message(f"o{number}")),
            )
        except Lost:
            return False
        return True

    won = await asyncio.gather(*(tries(number) for number in range(12)))
    assert sum(won) == 1
    (kept,) = await rows(any_database, "outbox_counts")
    assert kept["rows"] == 1


async def test_of_two_rows_with_one_key_the_later_stands(any_database: Database) -> None:
    """A turn that saves the same thing twice means the second."""
    await write(
        any_database,
        people.saved(person("mai", name="Mai")),
        people.saved(person("lan", name="Lan")),
        people.saved(person("mai", name="Mai Anh")),
        people.contact_saved(contact(language="vi")),
        people.contact_saved(contact(language="en")),
        sessions.saved(Place(line="mai", form="report", updated_at=AT)),
        sessions.saved(Place(line="mai", form="difficulty", updated_at=AT)),
    )
    assert (await fact(any_database, people.person.of(("01", "mai")))).name == "Mai Anh"
    assert (await fact(any_database, people.contact.of("paper:desk:mai"))).language == "en"
    assert (await fact(any_database, sessions.of_line.of("mai"))).form == "difficulty"


async def test_contested_effects_go_first_then_one_round_a_statement() -> None:
    """Whatever may be refused is known before anything else is written; rows share a round."""
    asked = await _written(
        outbox.added(message("o2")), people.saved(person("mai")), outbox.added(message("o1")), *known("lan")
    )
    assert [name for name, _ in asked] == ["add_membership", "add_outbound", "save_person"]
    assert [row["id"] for row in asked[1][1]] == ["o1", "o2"]


@pytest.mark.parametrize(
    "effects",
    [
        [people.saved(person(key)) for key in ("mai", "lan", "an")],
        [people.contact_saved(contact(key)) for key in ("mai", "lan", "an")],
        [sessions.saved(Place(line=key, updated_at=AT)) for key in ("mai", "lan", "an")],
        [sessions.dropped(key) for key in ("mai", "lan", "an")],
        [people.contact_marked("paper", "desk", key, unreachable=True) for key in ("mai", "lan", "an")],
        figures.moved(report(lines={"vneid": 1, "form": 2, "other": 3}), 1),
        [attendances.accepted("01", "t1", key) for key in ("mai", "lan", "an")],
    ],
    ids=lambda effects: str(effects[0].name),
)
async def test_rows_go_in_one_order_whoever_notes_them(effects: list[Effect]) -> None:
    """Two writers of the same rows take them in the same order, so neither waits for the other."""
    assert await _written(*effects) == await _written(*reversed(effects))


@pytest.mark.postgresql
async def test_two_writers_of_the_same_totals_never_block_each_other(postgresql_url: str) -> None:
    """Reports of one team come from many workers, each in its own order."""
    opened = database(postgresql_url)
    await opened.start()
    moves = figures.moved(report(lines={f"item-{n}": 1 for n in range(20)}), 1)
    for _ in range(5):
        both: list[Any] = [write(opened, *order) for order in (moves, moves[::-1]) for _ in range(4)]
        await asyncio.gather(*both)
    kept = await rows(opened, "totals_all")
    assert {row["count"] for row in kept if row["item"]} == {40}
    await opened.close()
