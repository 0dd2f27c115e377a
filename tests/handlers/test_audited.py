"""What makes an entry in the audit log: read off the statements, so that nothing slips by."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot import sample
from handlers import audited
from storage import audit, people, teams
from storage.queries import SQL_FOLDER
from storage.records.membership import Role
from tests.sample import furnish
from tests.storage.made import AT, member, team
from tests.world import World, world

WATCHED = (
    "memberships",
    "join_codes",
    "tenants",
    "campaigns",
    "teams",
    "places",
    "place_points",
    "case_waits",
)
"""Tables of roles and settings: whoever changes a row of them leaves an entry."""
FREE = {
    "use_join_code": "the role it gave is the entry",
    "hold_membership": "looks whether somebody stays, and changes nothing",
    "note_code_shown": "when the code of the desk was last looked at",
    "join_1_membership_accepted": "part of two persons made one",
    "join_1_membership_role": "part of two persons made one",
    "join_1_memberships_end": "part of two persons made one",
    "join_2_join_codes": "part of two persons made one",
    "erase_1_memberships": "part of a person erased",
}


def _changing() -> list[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SQL_FOLDER.rglob("*.sql")))
    queries = [one.partition("(") for one in text.split("-- name: ")[1:]]
    change = re.compile(rf"^(?:insert into|update|delete from) (?:{'|'.join(WATCHED)})\b", re.MULTILINE)
    return [name for name, _, query in queries if change.search(query)]


@pytest.mark.parametrize("statement", _changing())
def test_every_change_of_a_role_or_a_setting_makes_an_entry(statement: str) -> None:
    """Whoever adds one puts it into ``handlers.audited``, or says here why it is none."""
    assert statement in audited.AUDITED or statement in FREE


def test_what_an_entry_says_are_ids_and_settings() -> None:
    """No column that holds a name or somebody's words."""
    told = {column for kind in audited.AUDITED.values() for column in (*kind.told, kind.subject[1])}
    assert not told & {"name", "note", "reason", "answer", "text", "chat", "key", "code_hash"}


def test_statements_that_make_entries_exist() -> None:
    text = "\n".join(Path(path).read_text(encoding="utf-8") for path in SQL_FOLDER.rglob("*.sql"))
    assert [name for name in audited.AUDITED if f"-- name: {name}(" not in text] == []


def test_an_entry_has_who_what_whose_and_when() -> None:
    noted = [people.joined(member("mai", role=Role.LEADER)), teams.digest_moved(team(), 1110)]
    first, second = (one.params for one in audited.entries(noted, by="lan", at=AT))
    assert first["actor"] == "lan"
    assert (first["what"], first["subject"]) == ("role given", "person:mai")
    assert "role=leader" in first["detail"]
    assert (second["subject"], second["detail"]) == ("team:t1", "digest_minute=1110")


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team."""
    async with world(fresh) as made:
        await furnish(made)
        yield made


async def _noted(town: World) -> list[str]:
    found = audit.entries(town.database, sample.TENANT)
    return [f"{row['actor']}: {row['what']} {row['subject']}" async for row in found]


async def test_ordinary_work_and_a_leader_at_home_make_no_entry(town: World) -> None:
    for said in ("vào ca", "5 vneid 2 dvc", "lưu", "khó khăn", "huỷ", "ra ca", "huỷ", "lịch", "ca của tôi"):
        await town.says("lan", said)
    for said in ("đội", "ai đang trực", "danh sách", "tổng hợp"):
        await town.says("nam", said)
    assert await _noted(town) == []


async def test_whoever_looks_from_above_is_noted_once_a_turn(town: World) -> None:
    await town.says("hoa", f"/doi {sample.TEAM_ID}")
    assert await _noted(town) == [
        f"{sample.person_id('coordinator')}: team opened from above team:{sample.TEAM_ID}"
    ]


async def test_a_stranger_who_joins_and_the_leader_who_accepts_are_noted(town: World) -> None:
    for said in ("BK7M2QXA", "đồng ý", "có", "Nguyễn Thị Mai", "không cần"):
        await town.says("mai", said)
    await town.says("nam", "duyệt")
    await town.taps("nam", "Nhận")
    of_team = {"tenants": f'["{sample.TENANT}"]', "teams": f'["{sample.TEAM_ID}"]'}
    found = await town.rows("memberships_of_teams", **of_team)
    (mai,) = [row["person_id"] for row in found if row["name"].endswith("Mai")]
    joined, accepted = await _noted(town)
    assert joined == f"{mai}: role given person:{mai}"
    assert accepted.startswith(f"{sample.person_id('leader')}: newcomer accepted membership:")
    assert await audit.verify(town.database) == []
