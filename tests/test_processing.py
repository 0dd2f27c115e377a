"""Every column says whether it is about a person, and the page of processing says what the schema says."""

import re

from storage.schema import metadata
from tests.processing import PAGE, SOURCE, entries, forgotten, page

NAMES_A_PERSON = re.compile(r"person_id|\w+_by|to_id|line|contact_key|chat")
NOT_A_PERSON = {("inbox", "claimed_by")}


def test_every_column_has_an_entry() -> None:
    """Whoever adds a column says so in storage/data/processing.csv: whether it is about a person, what it is
    for, and who sees it; then ``python -m tests.processing``."""
    assert forgotten(entries()) == [], f"add them to {SOURCE.name}, then run python -m tests.processing"


def test_what_names_a_person_is_entered_as_personal() -> None:
    """A key of a person is no ordinary column."""
    plain = {
        (one["table"], column) for one in entries() if not one["what"] for column in one["columns"].split()
    }
    named = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if NAMES_A_PERSON.fullmatch(column.name)
    }
    assert sorted(named & plain - NOT_A_PERSON - {("attendances", "by_leader")}) == []


def test_a_new_column_fails_the_gate() -> None:
    """Or the table would go stale without anybody noticing."""
    without = [one for one in entries() if one["table"] != "persons"]
    assert "persons.name has no entry" in forgotten(without)


def test_a_personal_entry_is_complete() -> None:
    """What, what for, who sees it."""
    assert [one for one in entries() if one["what"] and not (one["purpose"] and one["seen_by"])] == []


def test_the_page_is_fresh() -> None:
    """``python -m tests.processing`` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page(entries()), "run python -m tests.processing"
