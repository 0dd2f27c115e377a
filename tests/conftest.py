"""Fixtures of all tests: migrated databases, made once on each engine and copied for each test."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.database import Database, database
from storage.migrate import migrate
from tests import working_hours
from tests.postgresql import NoServer, Server, running

# How fast a machine is must not decide whether a test passes.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_configure() -> None:
    """Before any process of the run: one time of day for all of them."""
    working_hours.settle()


ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))


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


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A PostgreSQL of our own for the whole run; where there is none the test is skipped."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running())
        except NoServer as error:
            pytest.skip(str(error))
        yield server


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> Iterator[str]:
    """A migrated, empty database on PostgreSQL."""
    url = postgresql_server.fresh()
    yield url
    postgresql_server.give_back(url)


@pytest.fixture(params=ENGINES)
def any_url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database on each engine, as ``DATABASE_URL`` names it."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{request.getfixturevalue('fresh')}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture(params=ENGINES)
def bare_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database without a single table on each engine."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{request.getfixturevalue('tmp_path')}/bare.sqlite"
        return
    server: Server = request.getfixturevalue("postgresql_server")
    url = server.empty()
    yield url
    server.drop(url)


@pytest.fixture
async def any_database(any_url: str) -> AsyncIterator[Database]:
    """The database of ``any_url``, started."""
    opened = database(any_url)
    await opened.start()
    yield opened
    await opened.close()
