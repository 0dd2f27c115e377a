"""Two persons who turn out to be one: nothing of either is lost, and no table is forgotten."""

import re

import pytest

from storage import attendances, figures, links, one_person, people, reports
from storage.database import Database
from storage.queries import SQL_FOLDER
from storage.records.membership import Role
from storage.schema import metadata
from tests.storage.made import (
    AT,
    KEY,
    TENANT,
    attendance,
    contact,
    fact,
    known,
    later,
    member,
    person,
    report,
    world,
    write,
)

_NAMES_A_PERSON = re.compile(r"person_id|\w+_by|to_id|line")
NOT_A_PERSON = {("inbox", "claimed_by")}
"""Which worker has an update."""


def _columns() -> list[tuple[str, str]]:
    return [
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if _NAMES_A_PERSON.fullmatch(column.name) and (table.name, column.name) not in NOT_A_PERSON
    ]


@pytest.mark.parametrize(("table", "column"), _columns())
def test_every_column_that_names_a_person_is_moved(table: str, column: str) -> None:
    """Whoever adds one says in ``sql/one_person.sql`` what becomes of it, and asks for that beside it."""
    text = (SQL_FOLDER / "one_person.sql").read_text(encoding="utf-8")
    queries = [query for query in text.split("-- name: ") if query.startswith(f"join_2_{table}(")]
    gone = [query for query in text.split("-- name: ") if f"delete from {table} where" in query]
    assert any(re.search(rf"\b{column}\b", query) for query in queries + gone)
    asked = {effect.name for effect in one_person.joined("01", "gone", "kept", AT)}
    assert any(query.partition("(")[0] in asked for query in queries + gone)


async def test_records_of_both_belong_to_the_one_and_totals_stay(any_database: Database) -> None:
    first, second = report("r1", person_id="mai"), report("r2", person_id="mai2")
    await write(
        any_database,
        *world(*known("mai", "mai2")),
        *(people.contact_saved(contact(one, tenant=TENANT, person_id=one)) for one in ("mai", "mai2")),
        reports.added(first),
        reports.added(second),
        *figures.moved(first, +1),
        *figures.moved(second, +1),
        attendances.opened(attendance("a1", person_id="mai")),
        attendances.opened(attendance("a2", person_id="mai2")),
    )
    before = await any_database.read(figures.verify)
    await write(any_database, *one_person.joined(TENANT, "mai2", "mai", later(60)))

    assert before == await any_database.read(figures.verify) == []
    found = await fact(any_database, reports.of_person.of((TENANT, "mai", "2026-11-01")))
    assert [one.id for one in found] == ["r1", "r2"]
    presences = await fact(any_database, attendances.of_person.of((TENANT, "mai", AT)))
    assert [(one.id, one.out_at) for one in presences] == [("a1", None), ("a2", later(60))]
    assert len(await fact(any_database, people.contacts_of.of((TENANT, "mai")))) == 2
    assert await fact(any_database, people.person.of((TENANT, "mai2"))) is None
    assert [one.person_id for one in await fact(any_database, people.members.of(KEY))] == ["mai"]


@pytest.mark.parametrize(
    ("kept", "gone", "role", "pending"),
    [
        ((Role.VOLUNTEER, True), (Role.VOLUNTEER, False), Role.VOLUNTEER, False),
        ((Role.VOLUNTEER, False), (Role.VOLUNTEER, True), Role.VOLUNTEER, False),
        ((Role.VOLUNTEER, False), (Role.LEADER, False), Role.LEADER, False),
        ((Role.LEADER, False), (Role.DEPUTY, False), Role.LEADER, False),
        ((Role.VOLUNTEER, True), (Role.VOLUNTEER, True), Role.VOLUNTEER, True),
    ],
)
async def test_in_one_team_the_higher_role_stays(
    any_database: Database,
    kept: tuple[Role, bool],
    gone: tuple[Role, bool],
    role: Role,
    pending: bool,
) -> None:
    members = {"mai": kept, "mai2": gone}
    await write(
        any_database,
        *world(*(people.saved(person(one)) for one in members)),
        *(people.joined(member(one, role=had, pending=waits)) for one, (had, waits) in members.items()),
    )
    await write(any_database, *one_person.joined(TENANT, "mai2", "mai", AT))
    (left,) = await fact(any_database, people.members.of(KEY))
    assert (left.person_id, left.role, left.pending) == ("mai", role, pending)


async def test_a_chat_that_is_cut_off_is_nobody_s(any_database: Database) -> None:
    saved = people.contact_saved(contact(tenant=TENANT, person_id="mai"))
    await write(any_database, *world(*known("mai")), saved)
    (chat,) = await fact(any_database, people.contacts_of.of((TENANT, "mai")))
    await write(any_database, links.cut(chat), *links.silenced(chat, AT))
    assert await fact(any_database, people.contacts_of.of((TENANT, "mai"))) is None
