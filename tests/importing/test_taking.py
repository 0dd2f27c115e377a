"""A list taken in: what it founds, that it changes nothing the second time, and that it gives no role."""

import random
from collections import Counter

import pytest

from bot.founding import founded
from handlers.importing.judged import Unfit
from storage import expected, imports, people, teams
from storage.database import Database
from storage.queries import Tx
from storage.records.membership import Membership, Role
from storage.sources import json_list
from tests.chance import Chance, Clock, Ids
from tests.listed import rows, taken
from tests.storage.made import AT, fact, person, write

HERE = "01 | Đống Đa"
LIST = (
    f"| {HERE} | Đội Một | ĐH Thủy lợi | Nguyễn Thị Mai Anh | Đội trưởng",
    f"| {HERE} | Đội Một | ĐH Thủy lợi | Trần Văn Bình |",
    f"| {HERE} | Đội Một | ĐH Thủy lợi | Trần Văn Bình |",
    f"| {HERE} | Đội Một | | Trần Văn Bỉnh |",
    f"| {HERE} | Đội Hai | | |",
    "| Hà Nội | Láng Thượng | Đội Một | | Trần Văn Bình |",
    f"| {HERE} | | | Võ Cường | Điều phối viên",
)


class Desk:
    """Whoever takes lists in, with clock, ids and chance of their own."""

    def __init__(self, store: Database) -> None:
        self.store, self.clock, self.ids, self.chance = store, Clock(), Ids(), Chance()

    async def takes(self, lines: tuple[str, ...] | list[str], *, dry: bool = False) -> dict[str, int]:
        """What a list changed."""
        done = await taken(self.store, lines, self.clock, self.ids, self.chance, dry=dry)
        return dict(done.counts)


@pytest.fixture
async def desk(any_database: Database) -> Desk:
    """A desk in a province that begins."""
    tenant, campaign = founded("01", "Hà Nội", AT)
    await write(any_database, imports.tenant_founded(tenant), teams.campaign_saved(campaign))
    return Desk(any_database)


async def test_what_a_list_founds(desk: Desk) -> None:
    """Teams with both parents, people with a code each, roles that are only proposed."""
    assert await desk.takes(LIST) == {
        "teams": 3, "organisations": 1, "people": 6, "codes": 6, "proposed": 2, "changed": 7,
    }  # fmt: skip
    cards = await fact(desk.store, teams.of_tenant.of("01"))
    assert {(one.name, one.unit_code, bool(one.organisation_id)) for one in cards} == {
        ("Đội Một", "00235", True), ("Đội Hai", "00235", False), ("Đội Một", "00199", False),
    }  # fmt: skip
    assert [
        one
        for card in cards
        for one in await fact(desk.store, people.members.of((card.tenant, card.id))) or ()
    ] == []


async def test_taken_in_twice_it_changes_nothing(desk: Desk) -> None:
    """Also in another order, and with the same codes as before."""
    await desk.takes(LIST)
    assert await desk.takes(LIST) == {"same": len(LIST)}
    assert await desk.takes(list(reversed(LIST))) == {"same": len(LIST)}
    assert await desk.takes([*LIST, f"| {HERE} | Đội Hai | | Lê Hoa |"]) == {
        "people": 1, "codes": 1, "changed": 1, "same": len(LIST),
    }  # fmt: skip


async def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    """And says the same as the run itself."""
    would = await desk.takes(LIST, dry=True)
    assert await desk.takes(LIST, dry=True) == would
    assert await desk.takes(LIST) == would


async def test_people_who_have_come_are_not_written_again(desk: Desk) -> None:
    """Under the name of the list or another; a role is then proposed to themselves."""
    await desk.takes(LIST)
    team = next(one for one in await fact(desk.store, teams.of_tenant.of("01")) if one.organisation_id)
    key = (team.tenant, team.id)
    mai = next(one for one in await fact(desk.store, expected.of_team.of(key)) if "Mai" in one.name)
    await write(
        desk.store,
        people.saved(person("mai")),
        people.joined(
            Membership(tenant="01", id="m", person_id="mai", team_id=team.id, role=Role.VOLUNTEER, from_at=AT)
        ),
        *expected.matched(key, mai.id, "mai", AT),
    )
    assert await desk.takes([LIST[1]]) == {"same": 1}
    assert await desk.takes([LIST[0]]) == {"proposed": 1, "changed": 1}
    assert await desk.takes([LIST[0]]) == {"same": 1}


async def test_the_second_parent_may_change(desk: Desk) -> None:
    """An empty cell leaves it as it is."""
    await desk.takes(LIST[:1])
    assert await desk.takes([f"| {HERE} | Đội Một | | Nguyễn Thị Mai Anh |"]) == {"same": 1}
    assert await desk.takes([f"| {HERE} | Đội Một | ĐH Luật | Nguyễn Thị Mai Anh |"]) == {
        "organisations": 1, "moved": 1, "changed": 1,
    }  # fmt: skip


async def test_a_code_that_was_drawn_before_is_not_given_to_two(desk: Desk) -> None:
    """Of 240,000 codes two are alike one time in twenty."""
    await desk.takes(LIST[:2])
    desk.chance = Chance()
    assert (await desk.takes([f"| {HERE} | Đội Ba | | Lê Hoa |"]))["codes"] == 1


@pytest.mark.parametrize(
    ("line", "column", "rule"),
    [
        ("| | Đống Đa | Đội Một | | Mai |", "province", "province-missing"),
        ("| Hà Nộ | Đống Đa | Đội Một | | Mai |", "province", "unit-near"),
        ("| 99 | Đống Đa | Đội Một | | Mai |", "province", "province-unknown"),
        ("| 01 | | Đội Một | | Mai |", "commune", "commune-missing"),
        ("| 01 | 27260 | Đội Một | | Mai |", "commune", "commune-unknown"),
        ("| 01 | Quận Đống Đa | Đội Một | | Mai |", "commune", "unit-several"),
        ("| 01 | Đống Đa | | | Mai |", "team", "team-missing"),
        ("| 01 | Đống Đa | Đ | | Mai |", "team", "team-length"),
        ("| 01 | Đống Đa | Đội Một | | |", "", ""),
        ("| 01 | Đống Đa | Đội Một | | | Đội phó", "person", "person-missing"),
        ("| 01 | Đống Đa | Đội Một | | http://x.vn |", "person", "person-unlike"),
        ("| 01 | Đống Đa | Đội Một | | Mai 0912345678 |", "person", "private"),
        ("| 01 | Đống Đa | Đội Một | | Mai | sếp", "role", "role-unknown"),
        ("| 01 | Đống Đa | Đội Một | | Mai | | Ví dụ, xoá đi", "", ""),
    ],
)
def test_what_is_wrong_is_told_by_row_and_cell(line: str, column: str, rule: str) -> None:
    """A row that cannot be taken says why; the example of the template is left out."""
    if not rule:
        rows([line])
        return
    with pytest.raises(Unfit) as unfit:
        rows([line])
    assert (unfit.value.fault.column, unfit.value.fault.rule, unfit.value.fault.row) == (column, rule, 2)
    assert "0912345678" not in str(unfit.value.fault)


def test_a_list_says_one_thing_of_where_a_team_comes_from() -> None:
    """Otherwise it would depend on the order of its rows."""
    with pytest.raises(Unfit, match="organisation-differs"):
        rows([LIST[0], f"| {HERE} | đội một | ĐH Luật | Lê Hoa |"])


NAMES, TEAMS = ("An", "Bình", "Châu"), (1, 2, 3)


def _line(chance: random.Random) -> str:
    team, name = chance.choice(TEAMS), chance.choice(NAMES)
    sent_by = chance.choice(["", f"ĐH {team}"])
    return f"| {HERE} | Đội {team} | {sent_by} | {name} | {'Đội phó' if name == 'An' else ''}"


async def _names(tx: Tx) -> Counter[tuple[str, str]]:
    """(team, name) of everybody who is expected."""
    found: Counter[tuple[str, str]] = Counter()
    for card in await teams.all_open(tx):
        key = {"tenants": json_list([card.tenant]), "teams": json_list([card.id])}
        found.update((card.name, row["name"]) for row in await tx.all("expected_of_teams", **key))
    return found


@pytest.mark.parametrize("seed", range(12))
async def test_cut_anywhere_and_taken_in_again_it_is_the_same(desk: Desk, seed: int) -> None:
    """Wherever a run was cut, and in whatever order the list comes the next time, nobody is there twice."""
    chance = random.Random(seed)
    lines = [_line(chance) for _ in range(chance.randint(1, 20))]
    for cut in sorted(chance.randint(0, len(lines)) for _ in range(3)):
        await desk.takes(lines[:cut])
    await desk.takes(lines)
    assert await desk.takes(chance.sample(lines, len(lines))) == {"same": len(lines)}
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    wanted = Counter((one[3], one[5]) for one in cells)
    assert await desk.store.read(_names) == wanted
