"""Slots of time: whoever asks, and however many at once, one of them does it."""

import asyncio
from datetime import timedelta

import pytest

from storage import outbox, slots
from storage.database import Database
from storage.effects import Lost
from storage.slots import Slot
from tests.storage.made import AT, later, message, rows, write

SLOT = Slot(tenant="01", kind="evening_digest", subject="t1", slot_at=AT)


async def test_a_slot_is_claimed_once(any_database: Database) -> None:
    """The second claim loses, and what it wanted to send is not owed."""
    await write(any_database, slots.claimed(SLOT, AT, late=False), outbox.added(message("1")))
    with pytest.raises(Lost):
        await write(any_database, slots.claimed(SLOT, later(60), late=True), outbox.added(message("2")))
    assert [row["rows"] for row in await rows(any_database, "outbox_counts")] == [1]


async def test_of_twenty_at_once_one_wins(any_database: Database) -> None:
    """Twenty processes whose clocks ring together."""

    async def claim(number: int) -> bool:
        try:
            await write(any_database, slots.claimed(SLOT, AT, late=False), outbox.added(message(f"{number}")))
        except Lost:
            return False
        return True

    assert sum(await asyncio.gather(*(claim(number) for number in range(20)))) == 1
    assert [row["rows"] for row in await rows(any_database, "outbox_counts")] == [1]


@pytest.mark.parametrize(
    "other",
    [
        SLOT.model_copy(update={"tenant": "79"}),
        SLOT.model_copy(update={"kind": "shift_reminder"}),
        SLOT.model_copy(update={"subject": "t2"}),
        SLOT.model_copy(update={"slot_at": AT + timedelta(days=1)}),
    ],
)
async def test_another_slot_is_another(any_database: Database, other: Slot) -> None:
    """Tenant, kind, subject and moment make a slot."""
    await write(any_database, slots.claimed(SLOT, AT, late=False))
    await write(any_database, slots.claimed(other, AT, late=False))


async def test_what_was_taken_is_known(any_database: Database) -> None:
    """Of one kind, since a moment."""
    before = SLOT.model_copy(update={"slot_at": AT - timedelta(days=2)})
    for slot in (SLOT, before, SLOT.model_copy(update={"kind": "shift_reminder"})):
        await write(any_database, slots.claimed(slot, AT, late=False))
    taken = await any_database.read(lambda tx: slots.taken(tx, "evening_digest", AT - timedelta(days=1)))
    assert taken == {("01", "t1", AT)}
