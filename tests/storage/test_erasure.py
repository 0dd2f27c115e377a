"""A person is erased: not a byte of their words or name is left, and every total stands."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Integer, Table

from handlers import erasing
from locales import words
from storage import attendances, erasure, figures, inbox, outbox, people, purge, reports, rights
from storage.database import Database, database
from storage.effects import Lost, carry_out
from storage.own_data import held
from storage.queries import SQL_FOLDER, Tx
from storage.records.person import contact_key
from storage.records.right import RequestState
from storage.schema import metadata
from tests.chance import Ids
from tests.storage.made import (
    AT,
    TENANT,
    arrival,
    attendance,
    contact,
    known,
    later,
    member,
    message,
    person,
    report,
    world,
    write,
)

GONE = "the-one-who-goes"
NAME, SHORT = "Kanari Vogelsang Zwei Drei", "Zwei Drei"
CANARY = "tiếng chim hoàng yến 4711"
_NAMES_A_PERSON = re.compile(r"person_id|\w+_by|to_id|line")
WRITTEN = {
    "attendance_corrections": ("reason",),
    "case_events": ("note",),
    "cases": ("answer",),
    "day_forms": ("note", "reason"),
    "difficulties": ("note",),
    "expected_members": ("name",),
    "faq_questions": ("question", "answer"),
    "good_models": ("name", "what", "since", "result"),
    "help_reports": ("note", "reason"),
    "help_requests": ("note",),
    "outbox": ("payload",),
    "rights_requests": ("detail",),
    "sessions": ("body", "offered"),
    "signups": ("note", "reason"),
}
"""Where somebody's own words stand, or words to them."""
PASSING_IDS = {("help_requests", "called"), ("shift_changes", "told")}
"""Lists of ids of others' steps: random keys, gone or meaningless within days."""


def _tables() -> list[Table]:
    return [
        table
        for table in metadata.sorted_tables
        if table.name not in ("persons", "contacts", "inbox")
        and any(_NAMES_A_PERSON.fullmatch(column.name) for column in table.columns)
    ]


def _row(table: Table, number: int) -> dict[str, Any]:
    """A row of the person: every column that names one names them, and their words are where words stand."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.name == "tenant":
            row[column.name] = TENANT
        elif column.name in WRITTEN.get(table.name, ()):
            said = f"{CANARY} {NAME}"
            row[column.name] = _said(said) if table.name in ("sessions", "outbox") else said
        elif _NAMES_A_PERSON.fullmatch(column.name) and column.name != "claimed_by":
            row[column.name] = GONE
        elif isinstance(column.type, BigInteger | Integer):
            row[column.name] = None if column.nullable else number
        elif column.name in ("lines", "groups", "figures"):
            row[column.name] = "{}"
        elif column.name in ("added", "confirmed", "told", "called", "shifts"):
            row[column.name] = "[]"
        else:
            row[column.name] = "counted" if column.name == "state" else f"x{number}"
    return row


async def _put(tx: Tx, table: Table, row: dict[str, Any]) -> None:
    marks = [f"${at}" if tx.engine == "postgresql" else "?" for at in range(1, len(row) + 1)]
    names = ", ".join(f'"{name}"' for name in row)
    await tx.put(f"insert into {table.name} ({names}) values ({', '.join(marks)})", [list(row.values())])


async def _cells(tx: Tx) -> list[tuple[str, str, str]]:
    found = []
    for table in metadata.sorted_tables:
        for row in await tx.fetch(f"select * from {table.name}"):
            found += [(table.name, name, str(value)) for name, value in dict(row).items()]
    return found


async def _fill(opened: Database) -> None:
    """Everything the person can leave anywhere, and what others were told about them."""
    counted = report("counted", person_id=GONE, note=CANARY)
    await write(
        opened,
        *world(people.saved(person(GONE, name=NAME)), *known("mai")),
        people.joined(member(GONE, id="m1")),
        people.contact_saved(contact("kanari", tenant=TENANT, person_id=GONE)),
        people.contact_saved(
            contact(
                "web", key=contact_key("web", "web", "w1"), channel="web", account="web", chat="w1"
            ).model_copy(update={"tenant": TENANT, "person_id": GONE})
        ),
        people.contact_saved(
            contact(
                "mais", key=contact_key("web", "web", "w2"), channel="web", account="web", chat="w2"
            ).model_copy(update={"tenant": TENANT, "person_id": "mai"})
        ),
        reports.added(counted),
        *figures.moved(counted, +1),
        attendances.opened(attendance("a1", person_id=GONE, out_at=AT, out_received_at=AT)),
        outbox.added(message("to-mai", "mai", tenant=TENANT, person_id="mai", payload=_said(NAME))),
        outbox.added(message("to-chat", "kanari")),
    )

    async def work(tx: Tx) -> None:
        for number, table in enumerate(_tables(), start=1):
            await _put(tx, table, _row(table, number))
        offered = json.dumps([[SHORT, "do:release:1"]], ensure_ascii=False)
        await tx.many(
            "save_session",
            [{"line": "mai", "form": "", "body": "", "offered": offered, "place_for": "", "updated_at": 1}],
        )
        await tx.run("add_web_message", chat="w1", id="1", body=_said(CANARY, ascii_only=True), at=1)
        await tx.run("add_web_message", chat="w2", id="2", body=_said(f"{NAME} đã vào ca. {SHORT}?"), at=1)
        await inbox.store(tx, [arrival("1", "kanari")])
        done = await tx.fetch("update inbox set state = 'done' returning id")
        assert done

    await opened.write(work)


def _said(text: str, *, ascii_only: bool = False) -> str:
    return json.dumps({"text": text}, ensure_ascii=ascii_only)


async def _erase(opened: Database) -> None:
    ids = Ids()

    async def work(tx: Tx) -> None:
        await carry_out(tx, await erasing.effects(tx, (TENANT, GONE), AT, ids))

    await opened.write(work)
    await opened.read(purge.swept)


async def test_nothing_of_them_is_left_in_any_table(any_database: Database) -> None:
    """Neither their words, nor their name, nor a chat, nor the key they were known under."""
    await _fill(any_database)
    before = await any_database.read(_cells)
    assert {table for table, _, value in before if CANARY in value} >= set(WRITTEN)
    await _erase(any_database)
    after = await any_database.read(_cells)
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
        await _fill(opened)
        assert _bytes(fresh)
        await _erase(opened)
        assert _bytes(fresh) == []
    finally:
        await opened.close()
    assert _bytes(fresh) == []


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
    await _fill(any_database)
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
    await _fill(any_database)
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
    await _fill(any_database)
    await _erase(any_database)
    before = await any_database.read(_cells)
    await _erase(any_database)
    assert sorted(before) == sorted(await any_database.read(_cells))


@pytest.mark.parametrize("table", [table.name for table in _tables()])
def test_every_table_of_a_person_is_in_their_copy_or_passes(table: str) -> None:
    """Whoever adds one says in ``sql/own_data.sql`` what a person sees of it."""
    text = (SQL_FOLDER / "own_data.sql").read_text(encoding="utf-8")
    own = "person_id" in metadata.tables[table].columns
    assert not own or f"-- name: own_{table}(" in text or table in OWN_IN_WORDS, table


OWN_IN_WORDS = {"data_links", "enter_links"}
"""Links that live for minutes: hashes, which say nothing."""


def test_a_name_is_taken_out_of_what_others_were_told() -> None:
    """As words of their own, wherever they stand in a stored message."""
    written = erasure._written("Nguyễn Thị Mai Anh", "Mai Anh")
    body = json.dumps(
        {"text": "Mai Anh và Mai Anhe, Nguyễn Thị Mai Anh", "choices": [[{"label": "Mai Anh"}]]}
    )
    cleaned = json.loads(erasure._without(body, written, "(đã xóa)", ascii_only=True))
    assert cleaned == {"text": "(đã xóa) và Mai Anhe, (đã xóa)", "choices": [[{"label": "(đã xóa)"}]]}


async def test_every_column_of_a_copy_has_a_name_in_words(any_database: Database) -> None:
    """So that people can read it; whoever adds one writes ``my-data-column-…``."""
    await _fill(any_database)
    found = await any_database.read(lambda tx: held(tx, (TENANT, GONE)))
    reader = words("vi")
    wanted = {f"my-data-table-{table}" for table in found}
    wanted |= {f"my-data-column-{name}" for rows in found.values() for row in rows for name in row}
    assert [key for key in sorted(wanted) if not reader.has(key.replace("_", "-"))] == []
