"""``aoxanh audit``: what an operator sees of the log, and that nothing of it runs in a spreadsheet."""

import csv
import json
import stat
from pathlib import Path

import pytest

from bot import audit as commands
from bot.operating import OperationError
from bot.operations import OPERATIONS, UNNOTED, perform
from storage import audit
from storage.database import Database
from tests.storage.made import AT, TENANT, write

HOSTILE = ('=cmd|"/c calc"!A1', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", 'a,"b"\n')


async def test_a_whole_log_says_where_it_ends_and_that_end_can_be_asked_for(any_database: Database) -> None:
    await write(any_database, audit.noted(TENANT, AT, "lan", "looked"))
    whole, end = (await commands.verified(any_database, {})).splitlines()
    assert whole == commands.WHOLE
    assert end.startswith("01/1/")
    assert (await commands.verified(any_database, {"heads": end})).startswith(commands.WHOLE)
    wrong = await commands.verified(any_database, {"heads": f"01/1/{'f' * 16} 79/3/{'a' * 64}"})
    assert len(wrong.splitlines()) == 2
    for written in ("nonsense", "01/1/ffff", "01//" + "f" * 64):
        with pytest.raises(OperationError, match="write it as"):
            await commands.verified(any_database, {"heads": written})


async def test_the_mark_in_a_message_is_enough(any_database: Database) -> None:
    """It holds while the log goes on, and no longer when the same number of entries was written anew."""
    await write(
        any_database, audit.noted(TENANT, AT, "lan", "looked"), audit.noted(TENANT, AT, "mai", "exported")
    )
    (end,) = await audit.heads(any_database)
    assert end.mark == f"01/2/{end.hash[:16]}"
    await write(any_database, audit.noted(TENANT, AT, "lan", "looked"))
    for written in (end.mark, end.mark.upper()):
        assert (await commands.verified(any_database, {"heads": written})).startswith(commands.WHOLE)
    another = f"{end.mark[:-1]}{'0' if end.mark[-1] != '0' else '1'}"
    assert "the log was written anew" in await commands.verified(any_database, {"heads": another})


@pytest.mark.parametrize("name", ["log.csv", "log.jsonl"])
async def test_every_entry_comes_out_and_none_runs(any_database: Database, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    await write(any_database, *(audit.noted(TENANT, AT, "lan", "looked", one) for one in HOSTILE))
    await write(any_database, audit.noted("79", AT, "mai", "looked"))
    said = await commands.exported(any_database, {"file": str(path), "tenant": TENANT})
    assert said == f"{path}: {len(HOSTILE)} entries"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if name.endswith("csv"):
        with path.open(encoding="utf-8", newline="") as file:
            subjects = [row["subject"] for row in csv.DictReader(file)]
        assert [one.removeprefix("'") for one in subjects] == list(HOSTILE)
        assert not any(one.startswith(commands.FORMULA) for one in subjects)
    else:
        assert [json.loads(line)["subject"] for line in path.read_text("utf-8").splitlines()] == list(HOSTILE)


async def test_a_file_that_is_there_is_not_written_over(any_database: Database, tmp_path: Path) -> None:
    planted = tmp_path / "log.csv"
    planted.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OperationError, match="name a file that is not there"):
        await commands.exported(any_database, {"file": str(planted)})
    assert not (tmp_path / "elsewhere").exists()


async def test_what_an_operator_does_is_noted_before_it_is_done(any_database: Database) -> None:
    await perform(any_database, "figures-rebuild", {})
    await perform(any_database, "dead-list", {})
    with pytest.raises(OperationError):
        await perform(any_database, "dead-show", {"id": "none"})
    noted = [row async for row in audit.entries(any_database, "")]
    assert [(row["actor"], row["what"], row["subject"]) for row in noted] == [
        ("operator", "operation figures-rebuild", ""),
        ("operator", "operation dead-show", "none"),
    ]
    assert OPERATIONS.keys() >= UNNOTED
