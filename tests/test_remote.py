"""Operations asked of the running bot over its socket."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from bot.lock import FolderLock
from bot.operating import OperationError
from bot.remote import SOCKET, Door, ask
from storage.database import Database


async def test_it_does_what_is_asked(any_database: Database, tmp_path: Path) -> None:
    """The answer comes back, and only the owner can open the door."""
    door = Door(tmp_path, any_database)
    await door.open()
    assert (tmp_path / SOCKET).stat().st_mode & 0o777 == 0o600
    assert await ask(tmp_path, "figures-verify", {}) == "every total equals its records"
    with pytest.raises(OperationError, match="no unit has the code"):
        await ask(tmp_path, "invite", {"unit": "99"})
    await door.close()
    assert not (tmp_path / SOCKET).exists()


async def test_nobody_behind_the_door(tmp_path: Path) -> None:
    """A chat in a terminal holds the folder and opens no door: the operator hears that."""
    with pytest.raises(OperationError, match="takes no orders"):
        await ask(tmp_path, "figures-verify", {})


async def test_a_bot_that_dies_while_it_answers(tmp_path: Path) -> None:
    """Nobody waits for ever, and nobody is told that it is done."""

    async def die(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_unix_server(die, path=tmp_path / SOCKET)
    with pytest.raises(OperationError, match="may be done or not"):
        await ask(tmp_path, "figures-verify", {})
    server.close()
    await server.wait_closed()


def test_nothing_opens_the_data_beside_the_running_bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second connection to the file can lose what the first one wrote, also a migration's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.cli.set_up_logs", lambda _: None)
    monkeypatch.setattr("bot.performing.set_up_logs", lambda _: None)
    with FolderLock(tmp_path / "var"):
        tried = {name: CliRunner().invoke(cli, [name]) for name in ("migrate", "run", "chat")}
    assert {name: result.exit_code for name, result in tried.items()} == dict.fromkeys(tried, 1)
    assert all("in use" in result.output for result in tried.values())
    assert list((tmp_path / "var").glob("*.sqlite*")) == []
