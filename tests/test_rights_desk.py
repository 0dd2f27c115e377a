"""What an operator does about people's data: erase, requests by letter, times of keeping, breaches."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import breaches, clock, rights_desk, sample, tombstones
from bot.operating import OperationError
from handlers.job import Moment
from handlers.jobs.rights_clock import RightsClock
from locales import words
from storage import figures, rights
from storage.database import Database
from storage.effects import carry_out
from storage.records.right import ANSWERED_WITHIN, RequestKind
from tests.chance import Ids


async def _seeded(database: Database) -> None:
    await database.write(lambda tx: carry_out(tx, sample.effects(words("vi"), clock.now())))


async def test_an_operator_erases_by_whole_name(any_database: Database) -> None:
    """And is told so; a second time there is nobody, and a part of a name is no name."""
    await _seeded(any_database)
    name = words("vi")("sample-volunteer")
    with pytest.raises(OperationError, match="nobody has"):
        await rights_desk.erased(any_database, {"who": name.split()[-1]})
    assert (await rights_desk.erased(any_database, {"who": name})).startswith("erased")
    assert await any_database.read(figures.verify) == []
    with pytest.raises(OperationError, match="nobody has"):
        await rights_desk.erased(any_database, {"who": name})
    assert "erase" in await rights_desk.listed(any_database, {})


async def test_a_request_by_letter_has_a_clock(any_database: Database) -> None:
    """Coordinators are warned at half of its time and the day before its end, until it has an outcome."""
    await _seeded(any_database)
    who = sample.person_id("volunteer")
    await rights_desk.opened(any_database, {"kind": "copy", "who": who})
    (record,) = await any_database.read(rights.still_open)
    assert record.due_at - record.received_at == ANSWERED_WITHIN[RequestKind.COPY] == timedelta(days=10)
    job = RightsClock()

    async def due(days: float) -> int:
        moment = Moment(record.received_at + timedelta(days=days), Ids())
        return len(await any_database.read(lambda tx: job.due(tx, moment)))

    assert [await due(days) for days in (4.9, 5.1, 8.9, 9.1)] == [0, 1, 1, 2]
    assert "copy" in await rights_desk.closed(any_database, {"id": record.id, "outcome": "sent by post"})
    assert await due(9.1) == 0
    with pytest.raises(OperationError, match="no open request"):
        await rights_desk.closed(any_database, {"id": record.id, "outcome": "again"})


async def test_times_of_keeping_are_set_by_tenant(any_database: Database) -> None:
    """And what cannot be is refused with what may be written."""
    said = await rights_desk.keep(any_database, {"tenant": "01", "kind": "records", "days": "60"})
    assert "01 records: 60 days" in said
    assert "01 records" not in await rights_desk.keep(
        any_database, {"tenant": "01", "kind": "records", "days": "0"}
    )
    with pytest.raises(OperationError, match="may be kept"):
        await rights_desk.keep(any_database, {"tenant": "01", "kind": "records", "days": "5"})


async def test_a_breach_has_seventy_two_hours(any_database: Database, tmp_path: Path) -> None:
    """Its draft names who is responsible and leaves open what is not known; a file is never written over."""
    given = {"tenant": "01", "what": "mất máy tính xách tay", "people": "120", "location": "yes"}
    line = await breaches.opened(any_database, given)
    assert "72 giờ" in line or "71 giờ" in line
    listed = await breaches.listed(any_database, {})
    assert "báo người bị ảnh hưởng" in listed
    found = listed.split()[0]
    await breaches.changed(any_database, {"id": found, "cause": "để quên", "told": "yes"})
    file = tmp_path / "draft.txt"
    asked = {"id": found, "file": str(file), "controller_name": "Tỉnh đoàn", "controller_contact": "a@b.vn"}
    await breaches.reported(any_database, asked)
    draft = file.read_text(encoding="utf-8")
    for part in ("Tỉnh đoàn", "a@b.vn", "120", "để quên", "72 giờ", "chưa rõ", "Nghị định 356/2025/NĐ-CP"):
        assert part in draft
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(OperationError, match="not there yet"):
        await breaches.reported(any_database, asked)
    closing = {"id": found, "reported": "yes", "closed": "yes"}
    assert "đã báo" in await breaches.changed(any_database, closing)
    with pytest.raises(OperationError, match="is no time"):
        await breaches.opened(any_database, {**given, "noticed": "hôm qua"})


async def test_the_report_says_everything_there_is_to_say_in_its_order(any_database: Database) -> None:
    """In the name of whoever is responsible where it happened; after its 72 hours it says why it is late."""
    await _seeded(any_database)
    long_ago = f"{clock.now() - timedelta(days=4):%Y-%m-%dT%H:%M}"
    given = {"tenant": sample.TENANT, "what": "d-what", "people": "120", "noticed": long_ago}
    found = (await breaches.opened(any_database, given)).split()[0]
    for field in breaches.FIELDS[1:]:
        await breaches.filled(any_database, {"id": found, "field": field, "text": f"d-{field}"})
    await breaches.filled(any_database, {"id": found, "field": "records", "text": "450"})
    asked = {"id": found, "controller_name": "Trung ương Đoàn", "controller_contact": "tw@example.vn"}
    said = await breaches.shown(any_database, asked)
    order = ("place", "what", "parties", "data", "sensitive", "cause", "harm", "measures", "late_because")
    places = [said.index(f"d-{field}") for field in order]
    assert places == sorted(places)
    assert "450" in said
    assert said.index(words("vi")("sample-controller")) < places[0]
    assert "Trung ương Đoàn" not in said
    elsewhere = {**given, "tenant": "00", "noticed": f"{clock.now():%Y-%m-%dT%H:%M}"}
    other = (await breaches.opened(any_database, elsewhere)).split()[0]
    said = await breaches.shown(any_database, {**asked, "id": other})
    assert "Trung ương Đoàn" in said
    assert "không áp dụng" in said
    with pytest.raises(OperationError, match="no field 'name'"):
        await breaches.filled(any_database, {"id": found, "field": "name", "text": "x"})


async def test_whoever_was_erased_is_erased_again_when_an_older_copy_comes_back(
    any_database: Database, tmp_path: Path
) -> None:
    """The list beside the database outlives it; it holds hashes that lead to nobody."""
    await _seeded(any_database)
    name = words("vi")("sample-volunteer")
    await rights_desk.erased(any_database, {"who": name})
    tombstones.written(tmp_path, await any_database.read(rights.tombstones))
    assert sample.person_id("volunteer") not in (tmp_path / tombstones.NAME).read_text(encoding="ascii")
    assert await tombstones.erased_again(any_database, tmp_path) == 0

    await any_database.write(lambda tx: tx.fetch("delete from erasures returning person_hash"))
    await _seeded(any_database)  # as the copy had them
    assert await any_database.read(lambda tx: rights.people_named(tx, name)) != []
    assert await tombstones.erased_again(any_database, tmp_path) == 1
    assert await any_database.read(lambda tx: rights.people_named(tx, name)) == []
    assert await tombstones.erased_again(any_database, tmp_path) == 0
