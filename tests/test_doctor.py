"""The doctor finds what is wrong, says what to do, and changes nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot import account_orders, checks
from bot.backups import made
from bot.check import Check, State
from bot.checks import health, own_bots
from bot.doctor import examine
from bot.lock import FolderLock
from bot.operations import perform
from bot.remote import Door
from bot.server import application
from bot.settings import Settings
from bot.telemetry import Vitals
from bot.tokens import Tokens
from handlers.registry import instances
from storage import bot_accounts
from storage.bot_accounts import AccountState, BotAccount
from storage.database import Database, database
from storage.effects import Effect, carry_out
from storage.migrate import migrate
from storage.sqlite_gate import Gate
from tests.fakes.telegram import DEFAULT_TOKEN, TelegramFake
from tests.fakes.zalo import ZaloFake
from tests.program import Program

NOW = datetime.now(UTC)


def _settings(folder: Path, **given: str) -> Settings:
    return Settings(database_url=f"sqlite+aiosqlite:///{folder}/aoxanh.sqlite", **given)  # type: ignore[arg-type]  # words are read as settings are


async def _found(settings: Settings, name: str, now: datetime = NOW) -> list[tuple[State, str]]:
    return [(one.state, one.found) for said, one in await examine(settings, now) if said == name]


def test_every_check_has_a_name_of_its_own() -> None:
    """A line of the page names its check."""
    names = [one.name for one in instances(checks, Check)]  # type: ignore[type-abstract]  # the kind alone
    assert len(set(names)) == len(names) >= 8


async def test_a_sound_file_is_good(fresh: Path) -> None:
    """Also while the bot has it; the check opens nothing then."""
    settings = Settings(database_url=f"sqlite+aiosqlite:///{fresh}")
    assert [state for state, _ in await _found(settings, "database")] == [State.GOOD]
    with FolderLock(fresh.parent):
        [(state, said)] = await _found(settings, "database")
    assert state is State.GOOD
    assert "running" in said


async def test_a_file_that_was_moved_is_bad(fresh: Path) -> None:
    Gate(fresh).seal("postgresql+asyncpg://db/aoxanh")
    found = await _found(Settings(database_url=f"sqlite+aiosqlite:///{fresh}"), "database")
    said = f"{fresh} was moved to postgresql+asyncpg://db/aoxanh; set DATABASE_URL to that"
    assert found == [(State.BAD, said)]


async def test_a_damaged_file_is_bad(fresh: Path) -> None:
    with fresh.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    [(state, said)] = await _found(Settings(database_url=f"sqlite+aiosqlite:///{fresh}"), "database")
    assert state is State.BAD
    assert "damaged" in said


async def test_a_missed_backup_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made each night; an older one was missed, and one that cannot be read is none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "backups").mkdir()
    settings = _settings(tmp_path, secret_key="s" * 40)
    assert (await _found(settings, "backup"))[0][0] is State.WATCH
    url = f"sqlite+aiosqlite:///{tmp_path}/aoxanh.sqlite"
    await migrate(url)
    store = database(url)
    await store.start()
    path = tmp_path / "backups" / "one.aoxanh"
    await made(settings, path, lambda name, given: perform(store, name, given), None)
    await store.close()
    assert (await _found(settings, "backup"))[0][0] is State.GOOD
    assert (await _found(settings, "backup", NOW + timedelta(hours=40)))[0][0] is State.BAD
    other = _settings(tmp_path, secret_key="o" * 40)
    [(state, said)] = await _found(other, "backup")
    assert (state, "another key" in said) == (State.BAD, True)


async def test_a_file_others_may_read_is_bad(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "aoxanh.sqlite").touch(mode=0o644)
    (tmp_path / "aoxanh.sqlite").chmod(0o644)
    assert State.BAD in [state for state, _ in await _found(_settings(tmp_path), "disk")]


async def test_a_clock_that_stands_in_the_past_is_bad(tmp_path: Path) -> None:
    past = datetime(2001, 1, 1, tzinfo=UTC)
    assert (await _found(_settings(tmp_path), "clock", past))[0][0] is State.BAD


async def test_telegram_is_asked_and_no_token_is_shown(tmp_path: Path) -> None:
    """A token that is refused, one that is known, a platform that cannot be reached."""
    async with TelegramFake() as fake:
        known = _settings(tmp_path, telegram_bot_tokens=DEFAULT_TOKEN, telegram_api_url=fake.url)
        wrong = _settings(tmp_path, telegram_bot_tokens="1:wrong", telegram_api_url=fake.url)
        assert [state for state, _ in await _found(known, "Telegram")] == [State.GOOD]
        [(state, said)] = await _found(wrong, "Telegram")
        assert state is State.BAD
        assert "wrong" not in said
    [(state, said)] = await _found(known, "Telegram")
    assert state is State.WATCH
    assert DEFAULT_TOKEN.partition(":")[2] not in said


async def test_zalo_is_asked_and_no_token_is_shown(tmp_path: Path) -> None:
    """A token that is known, one that is refused, a platform that cannot be reached."""
    async with ZaloFake() as fake:
        known = _settings(tmp_path, zalo_bot_tokens=fake.token, zalo_api_url=fake.url)
        wrong = _settings(tmp_path, zalo_bot_tokens="1:wrong", zalo_api_url=fake.url)
        assert [state for state, _ in await _found(known, "Zalo")] == [State.GOOD, State.WATCH]
        (state, said), *_ = await _found(wrong, "Zalo")
        assert state is State.BAD
        assert "wrong" not in said
    (state, said), *_ = await _found(known, "Zalo")
    assert state is State.WATCH
    assert known.zalo_bot_tokens.partition(":")[2] not in said


async def test_lapsed_facts_are_named(tmp_path: Path) -> None:
    """Ten years on, every fact with a date has lapsed."""
    later = NOW + timedelta(days=3650)
    assert any("lapsed" in said for _, said in await _found(_settings(tmp_path), "FAQ", later))


@pytest.mark.process
async def test_the_command_prints_it_all(tmp_path: Path) -> None:
    """Before the first start: nothing is bad, some things are still to come."""
    program = Program(tmp_path / "run")
    code, said = await program.command("doctor")
    assert code == 0, said
    assert "SQLite" in said
    assert "aoxanh run" in said


@pytest.mark.parametrize("public_url", ["", "https://chat.example"])
async def test_a_running_bot_is_well(fresh: Path, monkeypatch: pytest.MonkeyPatch, public_url: str) -> None:
    """It is asked by a name it answers to: its public one, and for a first look where it listens."""
    settings = _settings(fresh.parent, public_url=public_url)
    async with running(fresh) as store:
        app = application(store, Vitals(lambda: 0.0), [], hosts=settings.hosts)
        through = partial(httpx.AsyncClient, transport=httpx.ASGITransport(app=app))
        monkeypatch.setattr(httpx, "AsyncClient", through)
        [found] = await health.Health().look(settings, NOW)
    assert (found.state, found.found) == (State.GOOD, "answers at http://127.0.0.1:8080/healthz")


@pytest.mark.postgresql
async def test_a_server_says_which_schema_it_has(postgresql_url: str) -> None:
    """The program's own is good, an older one is to be brought up, a newer one is refused; away is bad."""
    settings = Settings(database_url=postgresql_url, secret_key="s" * 40)
    assert [state for state, _ in await _found(settings, "database")] == [State.GOOD]
    store = database(postgresql_url)
    await store.start()
    for stands, state in (("0001", State.WATCH), ("9999", State.BAD)):
        changed = f"update alembic_version set version_num = '{stands}' returning version_num"
        (before,) = await store.read(lambda tx: tx.fetch("select version_num from alembic_version"))
        await store.write(lambda tx, sql=changed: tx.fetch(sql))  # type: ignore[misc]  # bound at once
        assert [found for found, _ in await _found(settings, "database")] == [state]
        back = f"update alembic_version set version_num = '{before['version_num']}' returning version_num"
        await store.write(lambda tx, sql=back: tx.fetch(sql))  # type: ignore[misc]  # bound at once
    await store.close()
    away = Settings(database_url="postgresql+asyncpg://nobody@127.0.0.1:1/none", secret_key="s" * 40)
    assert [state for state, _ in await _found(away, "database")] == [State.BAD]


async def test_settings_that_leave_something_open_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may read them, a key that is being changed, a log that tells too much; no key is shown."""
    monkeypatch.chdir(tmp_path)
    assert [state for state, _ in await _found(_settings(tmp_path), "settings")] == [State.GOOD]
    (tmp_path / ".env").touch(mode=0o644)
    (tmp_path / ".env").chmod(0o644)
    loose = _settings(tmp_path, secret_key_before="o" * 40, log_level="DEBUG", zalo_bot_tokens="1:x")
    found = await _found(loose, "settings")
    assert [state for state, _ in found] == [State.BAD, *[State.WATCH] * 3]
    assert "o" * 40 not in str(found)


async def test_every_bot_of_a_team_is_asked(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known, refused, sealed with another key; also through the running bot; no token is shown."""
    key = "k" * 40
    wrong, foreign = (
        "7000002:FAKE-token-refused-0123456789abcdef",
        "7000003:FAKE-token-foreign-0123456789abcd",
    )
    async with TelegramFake() as fake, running(fresh) as store:
        sealed = [(DEFAULT_TOKEN, key), (wrong, key), (foreign, "o" * 40)]
        await store.write(lambda tx: carry_out(tx, [_own_bot(token, by) for token, by in sealed]))
        given = {"telegram_api_url": fake.url, "secret_key": key}
        settings = Settings(database_url=f"sqlite+aiosqlite:///{fresh}", **given)  # type: ignore[arg-type]  # as above
        found = await _found(settings, "own bots")
        assert [state for state, _ in found] == [State.GOOD, State.BAD, State.BAD]
        assert found[0][1] == "1 of 3 answer as they should"
        assert not any(token.partition(":")[2] in said for token, _ in sealed for _, said in found)
        monkeypatch.setattr(own_bots, "SHOWN", 1)
        monkeypatch.setattr(account_orders, "MOST_SEALED", 2)
        found = await _found(settings, "own bots")
        assert found[0][1] == "1 of 2 answer as they should (of 3, a part was asked)"
        monkeypatch.setattr(own_bots, "SECONDS", 0.0)
        assert "not asked" in (await _found(settings, "own bots"))[-1][1]
    assert await _found(_settings(fresh.parent / "new"), "own bots") == []
    assert not (fresh.parent / "new").exists(), "the doctor makes nothing"


def _own_bot(token: str, key: str) -> Effect:
    account = token.partition(":")[0]
    return bot_accounts.added(
        BotAccount(
            tenant="01", id=account, channel="telegram", account=account, unit_code="01",
            sealed_token=Tokens(key).closed(token), state=AccountState.LIVE, created_at=NOW,
        )
    )  # fmt: skip


@asynccontextmanager
async def running(path: Path) -> AsyncIterator[Database]:
    """A database that a running bot has, with its door."""
    store = database(f"sqlite+aiosqlite:///{path}")
    with FolderLock(path.parent):
        await store.start()
        door = Door(path.parent, store)
        await door.open()
        try:
            yield store
        finally:
            await door.close()
            await store.close()
