"""Somebody who leaves traces everywhere: a row in every table that can name them, words where words stand."""

import json
import re
from typing import Any

from sqlalchemy import BigInteger, Integer, Table

from storage import attendances, figures, inbox, outbox, people, reports
from storage.database import Database
from storage.queries import Tx
from storage.records.person import contact_key
from storage.schema import metadata
from tests.storage.made import (
    AT,
    TENANT,
    arrival,
    attendance,
    contact,
    known,
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
NAMES_A_PERSON = re.compile(r"person_id|\w+_by|to_id|line")
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


def tables() -> list[Table]:
    return [
        table
        for table in metadata.sorted_tables
        if table.name not in ("persons", "contacts", "inbox")
        and any(NAMES_A_PERSON.fullmatch(column.name) for column in table.columns)
    ]


def row(table: Table, number: int) -> dict[str, Any]:
    """A row of the person: every column that names one names them, and their words are where words stand."""
    made: dict[str, Any] = {}
    for column in table.columns:
        if column.name == "tenant":
            made[column.name] = TENANT
        elif column.name in WRITTEN.get(table.name, ()):
            words = f"{CANARY} {NAME}"
            made[column.name] = said(words) if table.name in ("sessions", "outbox") else words
        elif NAMES_A_PERSON.fullmatch(column.name) and column.name != "claimed_by":
            made[column.name] = GONE
        elif isinstance(column.type, BigInteger | Integer):
            made[column.name] = None if column.nullable else number
        elif column.name in ("lines", "groups", "figures"):
            made[column.name] = "{}"
        elif column.name in ("added", "confirmed", "told", "called", "shifts"):
            made[column.name] = "[]"
        else:
            made[column.name] = "counted" if column.name == "state" else f"x{number}"
    return made


async def put(tx: Tx, table: Table, row: dict[str, Any]) -> None:
    marks = [f"${at}" if tx.engine == "postgresql" else "?" for at in range(1, len(row) + 1)]
    names = ", ".join(f'"{name}"' for name in row)
    await tx.put(f"insert into {table.name} ({names}) values ({', '.join(marks)})", [list(row.values())])


async def cells(tx: Tx) -> list[tuple[str, str, str]]:
    found = []
    for table in metadata.sorted_tables:
        for row in await tx.fetch(f"select * from {table.name}"):
            found += [(table.name, name, str(value)) for name, value in dict(row).items()]
    return found


async def fill(opened: Database) -> None:
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
        outbox.added(message("to-mai", "mai", tenant=TENANT, person_id="mai", payload=said(NAME))),
        outbox.added(message("to-chat", "kanari")),
    )

    async def work(tx: Tx) -> None:
        for number, table in enumerate(tables(), start=1):
            await put(tx, table, row(table, number))
        offered = json.dumps([[SHORT, "do:release:1"]], ensure_ascii=False)
        await tx.many(
            "save_session",
            [{"line": "mai", "form": "", "body": "", "offered": offered, "place_for": "", "updated_at": 1}],
        )
        await tx.run("add_web_message", chat="w1", id="1", body=said(CANARY, ascii_only=True), at=1)
        await tx.run("add_web_message", chat="w2", id="2", body=said(f"{NAME} đã vào ca. {SHORT}?"), at=1)
        await inbox.store(tx, [arrival("1", "kanari")])
        done = await tx.fetch("update inbox set state = 'done' returning id")
        assert done

    await opened.write(work)


def said(text: str, *, ascii_only: bool = False) -> str:
    return json.dumps({"text": text}, ensure_ascii=ascii_only)
