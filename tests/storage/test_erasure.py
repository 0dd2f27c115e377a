"""A person is erased: not a byte of their words or name is left, and every total stands."""

import json
from pathlib import Path
from typing import Any

import pytest

from handlers import erasing
from storage import erasure, figures, inbox, people, purge, rights
from storage.database import Database, database
from storage.effects import Effect, Lost, carry_out
from storage.own_data import held
from storage.queries import Tx
from storage.records.right import RequestState
from tests.chance import Ids
from tests.storage.made import (
    AT,
    TENANT,
    arrival,
    contact,
    known,
    later,
    world,
    write,
)
from tests.storage.traces import CANARY, GONE, NAME, PASSING_IDS, SHORT, WRITTEN, cells, fill


async def _erase(opened: Database) -> None:
    ids = Ids()

    async def work(tx: Tx) -> None:
        await carry_out(tx, await erasing.effects(tx, (TENANT, GONE), AT, ids))

    await opened.write(work)
    await opened.read(purge.swept)


async def test_nothing_of_them_is_left_in_any_table(any_database: Database) -> None:
    """Neither their words, nor their name, nor a chat, nor the key they were known under."""
    await fill(any_database)
    before = await any_database.read(cells)
    assert {table for table, _, value in before if CANARY in value} >= set(WRITTEN)
    await _erase(any_database)
    after = await any_database.read(cells)
    left = [
        cell
        for cell in after
        if any(mark in cell[2] for mark in (CANARY, NAME, SHORT, GONE, "kanari", "w1"))
        and cell[:2] not in PASSING_IDS
    ]
    assert left == []
    assert ("web_messages", "body") in {(table, name) for table, name, _ in after}, "others' chats are kept"


async def test_no_byte_of_them_is_left_in_the_file(fresh: Path) -> None:
    """Nor in the log beside it: free pages are overwritten, the log is emptied."""
    opened = database(f"sqlite+aiosqlite:///{fresh}")
    await opened.start()
    try:
        await fill(opened)
        assert _bytes(fresh)
        await _erase(opened)
        assert _bytes(fresh) == []
    finally:
        await opened.close()
    assert _bytes(fresh) == []


@pytest.mark.parametrize("table", sorted(set(WRITTEN) - {"outbox", "sessions"}))
async def test_an_erasure_that_forgets_a_table_is_noticed(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """The canaries are worth something: words that one statement leaves behind are found, in the table and in
    the bytes of the file."""
    whole = erasure.erased

    def forgetful(*given: Any) -> list[Effect]:
        kept = [one for one in whole(*given) if not one.name.startswith(f"erase_1_{table}")]
        assert len(kept) < len(whole(*given)), "nothing was forgotten"
        return kept

    monkeypatch.setattr(erasure, "erased", forgetful)
    opened = database(f"sqlite+aiosqlite:///{fresh}")
    await opened.start()
    try:
        await fill(opened)
        await _erase(opened)
        left = {cell[0] for cell in await opened.read(cells) if CANARY in cell[2] or NAME in cell[2]}
        assert left == {table}
        assert _bytes(fresh)
    finally:
        await opened.close()


async def test_a_file_that_is_not_swept_is_noticed(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log beside the file still tells, until it is emptied."""

    async def unswept(_: Tx) -> None:
        return None

    monkeypatch.setattr(purge, "swept", unswept)
    opened = database(f"sqlite+aiosqlite:///{fresh}")
    await opened.start()
    try:
        await fill(opened)
        await _erase(opened)
        assert _bytes(fresh)
    finally:
        await opened.close()


def _bytes(path: Path) -> list[tuple[str, bytes]]:
    """What of the person can be read in the database and the files beside it: (file, the bytes around it)."""
    marks = [mark.encode() for mark in (CANARY, NAME, SHORT, GONE, "kanari")]
    marks.append(json.dumps(CANARY).strip('"').encode())
    return [
        (file.name, content[max(0, at - 40) : at + 60])
        for file in sorted(path.parent.glob(f"{path.name}*"))
        for content in [file.read_bytes()]
        for mark in marks
        if (at := content.find(mark)) >= 0
    ]


async def test_totals_stand_and_people_are_still_counted(any_database: Database) -> None:
    """Figures agree with records as before; the nameless one counts as one person, as they did."""
    await fill(any_database)
    wrong = await any_database.read(figures.verify)
    kept = await any_database.read(lambda tx: tx.fetch("select * from day_totals order by figure, item"))
    people_before = await any_database.read(_people)
    await _erase(any_database)
    assert await any_database.read(figures.verify) == wrong
    assert kept == await any_database.read(
        lambda tx: tx.fetch("select * from day_totals order by figure, item")
    )
    assert await any_database.read(_people) == people_before


async def _people(tx: Tx) -> int:
    (row,) = await tx.fetch("select count(distinct person_id) as people from attendances")
    return int(row["people"])


async def test_records_proof_and_papers_cannot_be_laid_side_by_side(any_database: Database) -> None:
    """Each leads to another key, and none to a person."""
    await fill(any_database)
    await _erase(any_database)

    async def keys(tx: Tx) -> list[set[str]]:
        found = []
        for table in ("attendances", "consents", "statements"):
            rows = await tx.fetch(f"select person_id from {table}")
            found.append({str(row["person_id"]) for row in rows})
        return found

    records, proof, papers = await any_database.read(keys)
    assert records
    assert proof
    assert papers == {""}
    assert not records & proof


async def test_an_erasure_waits_for_the_message_that_is_being_handled(any_database: Database) -> None:
    """Else what that turn writes would come after, with the person's key."""
    await write(
        any_database, *world(*known("mai")), people.contact_saved(contact(tenant=TENANT, person_id="mai"))
    )
    asked = erasing.by_operator((TENANT, "mai"), AT, Ids())
    await write(any_database, rights.received(asked))
    await any_database.write(lambda tx: inbox.store(tx, [arrival("1")]))

    async def work(tx: Tx) -> None:
        await carry_out(tx, await erasing.carried_out(tx, asked, later(60), Ids()))

    with pytest.raises(Lost):
        await any_database.write(work)
    await any_database.write(lambda tx: tx.fetch("update inbox set state = 'done' returning id"))
    await any_database.write(work)
    found = await any_database.read(lambda tx: rights.with_id(tx, asked.id))
    assert found is not None
    assert (found.state, found.outcome) == (RequestState.DONE, "erased")
    assert await any_database.read(lambda tx: held(tx, (TENANT, "mai"))) == {}


async def test_whoever_is_erased_twice_is_erased_once(any_database: Database) -> None:
    """There is nobody left to erase."""
    await fill(any_database)
    await _erase(any_database)
    before = await any_database.read(cells)
    await _erase(any_database)
    assert sorted(before) == sorted(await any_database.read(cells))


def test_a_name_is_taken_out_of_what_others_were_told() -> None:
    """As words of their own, wherever they stand in a stored message."""
    written = erasure._written("Nguyễn Thị Mai Anh", "Mai Anh")
    body = json.dumps(
        {"text": "Mai Anh và Mai Anhe, Nguyễn Thị Mai Anh", "choices": [[{"label": "Mai Anh"}]]}
    )
    cleaned = json.loads(erasure._without(body, written, "(đã xóa)", ascii_only=True))
    assert cleaned == {"text": "(đã xóa) và Mai Anhe, (đã xóa)", "choices": [[{"label": "(đã xóa)"}]]}
