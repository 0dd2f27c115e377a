"""Communes that are merged and split by an operator: teams, coordinators and open matters go along."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import clock
from bot.cli import cli


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with two teams in one commune of its data."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.performing.set_up_logs", lambda _: None)
    rows = ("Tỉnh;Xã;Đội hình;Họ tên", "Hà Nội;Láng;Đội Một;", "Hà Nội;Láng;Đội Hai;")
    Path("doi.csv").write_text("\n".join(rows), encoding="utf-8")
    assert _typed("import", "doi.csv", "--yes").exit_code == 0


def _typed(*said: str) -> Result:
    return CliRunner().invoke(cli, said)


def _known() -> dict[str, str]:
    """Ids of the teams of Láng by name, as the refusal of a split without one says them."""
    told = _typed("units", "split", "00199", "--into", "00235", "--team", "nobody").output
    return {name: key for key, name in re.findall(r"([0-9a-f-]{36}) \((.*?)\)", told)}


def test_a_merge_takes_every_team_along_and_a_split_takes_it_back() -> None:
    known = _known()
    assert set(known) == {"Đội Một", "Đội Hai"}
    done = _typed("units", "merge", "00199", "--into", "00235")
    assert done.exit_code == 0, done.output
    assert "2 teams" in done.output
    assert "0 teams" in _typed("units", "merge", "00199", "--into", "00235").output
    back = _typed("units", "split", "00235", "--into", "00199", "--team", known["Đội Một"])
    assert "1 teams" in back.output, back.output
    assert set(_known()) == {"Đội Một"}
    said = _typed("units", "changes").output
    assert said.count(" moved ") == 3
    assert "00235 -> 00199" in said


def test_a_merge_ahead_waits_for_its_evening_and_is_taken_back() -> None:
    ahead = (clock.now() + timedelta(days=30)).date().isoformat()
    waits = _typed("units", "merge", "00199", "--into", "00235", "--from", ahead)
    assert "2 teams of 00199 will work in 00235" in waits.output, waits.output
    assert set(_known()) == {"Đội Một", "Đội Hai"}
    assert "waits for its day" in _typed("units", "changes").output
    change = waits.output.split()[-1]
    assert _typed("units", "cancel", change).exit_code == 0
    assert _typed("units", "cancel", change).exit_code == 1
    assert "nothing was changed" in _typed("units", "changes").output


def test_a_renamed_commune_is_found_by_both_names_in_a_list() -> None:
    done = _typed("units", "rename", "00199", "Phường Láng Mới")
    assert done.exit_code == 0, done.output
    rows = [
        "Tỉnh;Xã;Đội hình;Họ tên",
        "Hà Nội;Láng Mới;Đội Một;",
        "Hà Nội;Láng;Đội Hai;",
        "Hà Nội;Láng;Đội Ba;",
    ]
    Path("them.csv").write_text("\n".join(rows), encoding="utf-8")
    assert _typed("import", "them.csv", "--yes").exit_code == 0
    assert set(_known()) == {"Đội Một", "Đội Hai", "Đội Ba"}
    assert "phuong Láng -> phuong Láng Mới" in _typed("units", "changes").output
    back = _typed("units", "rename", "00199", "Láng")
    assert back.exit_code == 0, back.output


@pytest.mark.parametrize(
    "said",
    [
        ("merge", "00199", "--into", "00199"),
        ("merge", "00199", "--into", "01"),
        ("merge", "99999", "--into", "00235"),
        ("merge", "00199", "--into", "25747"),
        ("split", "00199", "--into", "00235", "--team", "nobody"),
        ("merge", "00199", "--into", "00235", "--from", "mai"),
        ("merge", "00199", "--into", "00235", "--from", "2036-01-01"),
        ("rename", "00199", "Phường Láng"),
        ("rename", "00199", "Tỉnh Láng"),
        ("rename", "00199", "Phường Đống Đa"),
        ("rename", "99999", "Phường Láng"),
        ("cancel", "nobody"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(said: tuple[str, ...]) -> None:
    refused = _typed("units", *said)
    assert refused.exit_code == 1
    assert refused.output.strip()
    assert "nothing was changed" in _typed("units", "changes").output
