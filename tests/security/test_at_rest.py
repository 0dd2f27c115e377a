"""What lies on the disk is its owner's alone, also under a careless umask."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.backups import made
from bot.keys import secret_key
from bot.operations import perform
from bot.remote import Door
from bot.settings import Settings
from bot.starting import opened


@pytest.fixture
def careless() -> Iterator[None]:
    """Everything may be read by everybody, if nobody says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless")
async def test_files_are_0600_and_folders_0700(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    async with opened(settings) as store:
        secret_key(settings)
        door = Door(settings.data_folder, store)
        await door.open()
        await perform(store, "figures-rebuild", {})
        await made(
            settings,
            settings.data_folder / "one.aoxanh",
            lambda name, given: perform(store, name, given),
            None,
        )
        await perform(store, "audit-export", {"file": str(settings.data_folder / "log.jsonl")})
        found = [settings.data_folder, *settings.data_folder.rglob("*")]
        assert len(found) >= 7
        open_ones = {
            path.name: oct(path.stat().st_mode) for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077
        }
        await door.close()
    assert open_ones == {}
