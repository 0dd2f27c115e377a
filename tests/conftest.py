"""Fixtures of all tests: a migrated database file, made once and copied for each test."""

import asyncio
import shutil
from pathlib import Path

import pytest

from storage.migrate import migrate


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema and nothing in it."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def fresh(template: Path, tmp_path: Path) -> Path:
    """A copy of the template for one test."""
    path = tmp_path / "world.sqlite"
    shutil.copy(template, path)
    return path
