"""The last list is taken back: what nobody uses goes, what people work with stays; a dry run counts once."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import taking_in
from bot.cli import cli
from storage import expected, people
from storage.database import database
from storage.effects import carry_out
from storage.queries import Row, Tx
from storage.records.membership import Membership, Role
from tests.storage.made import AT, person

ROWS = (
    "Tỉnh;Xã;Đội hình;Đơn vị cử đi;Họ tên;Vai trò",
    "Hà Nội;Đống Đa;Đội Một;ĐH Thủy lợi;Nguyễn Thị Mai Anh;Đội trưởng",
    "Hà Nội;Đống Đa;Đội Một;ĐH Thủy lợi;Trần Văn Bình;",
    "Hà Nội;Đống Đa;Đội Hai;ĐH Thủy lợi;Lê Hoa;",
    "Hà Nội;Láng;Đội Ba;ĐH Luật;;",
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.performing.set_up_logs", lambda _: None)
    Path("ds.csv").write_text("\n".join(ROWS), encoding="utf-8")


def _typed(*said: str, answer: str = "") -> str:
    done: Result = CliRunner().invoke(cli, said, input=answer)
    assert done.exit_code == 0, done.output
    return done.output


async def _counts() -> dict[str, int]:
    """Rows of everything that a list makes."""
    tables = ("teams", "organisations", "expected_members", "join_codes", "role_offers")
    store = database("sqlite+aiosqlite:///var/aoxanh.sqlite")
    await store.start()

    async def work(tx: Tx) -> dict[str, int]:
        rows: list[Row] = [
            row
            for one in tables
            for row in await tx.fetch(f"select '{one}' as name, count(*) as n from {one}")
        ]
        return {row["name"]: row["n"] for row in rows}

    try:
        return await store.read(work)
    finally:
        await store.close()


async def _comes_in(name: str) -> None:
    """Somebody of the list uses their code."""
    store = database("sqlite+aiosqlite:///var/aoxanh.sqlite")
    await store.start()
    try:
        rows = await store.read(lambda tx: tx.fetch("select * from expected_members order by id"))
        one = next(row for row in rows if row["name"] == name)
        member = Membership(
            tenant="01", id="m", person_id="mai", team_id=one["team_id"], role=Role.VOLUNTEER, from_at=AT
        )
        effects = [
            people.saved(person("mai", name=name)),
            people.joined(member),
            *expected.matched((one["tenant"], one["team_id"]), one["id"], "mai", AT),
        ]
        await store.write(lambda tx: carry_out(tx, effects))
    finally:
        await store.close()


async def _in_thread(*said: str, answer: str = "") -> str:
    """A command begins a loop of its own."""
    return await asyncio.to_thread(_typed, *said, answer=answer)


async def test_what_nobody_uses_goes_and_the_rest_is_named() -> None:
    """Shown first, asked, done; then it is about the list before."""
    await _in_thread("import", "ds.csv", "--yes")
    await _comes_in("Nguyễn Thị Mai Anh")
    before = await _counts()
    said = await _in_thread("import", "undo", "--dry-run")
    assert "2 tên chưa ai dùng mã, 2 đội" in said
    assert "1 tên đã vào đội" in said
    assert "1 đội (Đội Một)" in said
    assert "Chưa bỏ gì" in await _in_thread("import", "undo", answer="\n")
    assert await _counts() == before
    assert "Đã bỏ" in await _in_thread("import", "undo", answer="2\n")
    assert await _counts() == {
        "teams": 1, "organisations": 1, "expected_members": 1, "join_codes": 1, "role_offers": 1,
    }  # fmt: skip
    again = CliRunner()
    said = (await asyncio.to_thread(again.invoke, cli, ["import", "undo"])).output
    assert "no list was taken in" in said


async def test_only_what_the_last_list_added_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A longer list a week later, taken back in small slices, leaves what the first one made."""
    await _in_thread("import", "ds.csv", "--yes")
    before = await _counts()
    monkeypatch.setattr("bot.import_undone.SLICE", 1)
    longer = [*ROWS, "Hà Nội;Láng;Đội Ba;ĐH Y;Vũ Tâm;Đội phó", "Hà Nội;Láng;Đội Tư;ĐH Y;Vũ An;"]
    Path("ds.csv").write_text("\n".join(longer), encoding="utf-8")
    await _in_thread("import", "ds.csv", "--yes")
    assert await _counts() != before
    await _in_thread("import", "undo", "--yes")
    assert await _counts() == before
    assert "2 dòng" not in await _in_thread("import", "undo", "--dry-run")


async def test_a_dry_run_counts_an_organisation_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where its teams lie in several slices."""
    monkeypatch.setattr(taking_in, "SLICE", 1)
    would = await _in_thread("import", "ds.csv", "--dry-run")
    done = await _in_thread("import", "ds.csv", "--yes")
    for said in (would, done):
        assert "thêm 3 đội, 2 đơn vị cử đi, 3 người" in said, said
