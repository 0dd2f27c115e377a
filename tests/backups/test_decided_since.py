"""What people decided after a backup was made holds when it is restored: erasures, consents, pauses."""

import stat
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot import backups, clock, outliving, restoring, taken_back, tombstones
from bot.operating import Given
from bot.operations import perform
from bot.settings import Settings
from handlers import erasing
from handlers.notice import Purpose
from storage import figures, people, reports, rights
from storage.database import Database, database
from storage.records.membership import Consent
from storage.records.right import ANSWERED_WITHIN, RequestKind, RequestState, RightsRequest
from storage.sources import Facts
from tests.chance import Ids
from tests.storage.made import AT, TENANT, known, report, world, write

TAKEN, LATER = AT + timedelta(days=1), AT + timedelta(days=2)


@pytest.fixture
async def home(any_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Settings]:
    """A team of three who agreed to everything, one report, and a backup of that."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: TAKEN)
    (tmp_path / "var").mkdir(mode=0o700, exist_ok=True)
    settings = Settings(database_url=any_url, secret_key="s" * 40)
    store = await _opened(any_url)
    one = report("r1", person_id="mai")
    given = [_consent(who, purpose, answer=True) for who in ("mai", "lan", "tam") for purpose in Purpose]
    await write(store, *world(*known("mai", "lan", "tam")), reports.added(one), *figures.moved(one, +1))
    await write(store, *map(people.consented, given))

    async def ask(name: str, told: Given) -> str:
        return await perform(store, name, told)

    await backups.made(settings, tmp_path / "one.aoxanh", ask, store if settings.shared else None)
    await store.close()
    yield settings
    if settings.shared:
        store = await _opened(any_url)
        former = "select nspname from pg_namespace where nspname like 'before_restore%' order by nspname"
        for row in await store.read(lambda tx: tx.fetch(former)):
            drop = f"drop schema {row['nspname']} cascade"
            await store.write(lambda tx, drop=drop: tx.fetch(drop))  # type: ignore[misc]  # bound at once
        await store.close()


async def _opened(url: str) -> Database:
    store = database(url)
    await store.start()
    return store


def _consent(who: str, purpose: str, *, answer: bool) -> Consent:
    return Consent(
        tenant=TENANT,
        id=f"{who}-{purpose}-{answer}",
        person_id=who,
        contact_key="",
        purpose=purpose,
        answer=answer,
        notice_version="1",
        given_at=AT,
    )


def _asked(who: str, kind: RequestKind, detail: str = "", hours: int = 0) -> RightsRequest:
    at = LATER + timedelta(hours=hours)
    return RightsRequest(
        tenant=TENANT,
        id=f"{who}-{kind}-{detail}",
        person_id=who,
        kind=kind,
        detail=detail,
        state=RequestState.DONE,
        outcome="at once",
        received_at=at,
        due_at=at + ANSWERED_WITHIN[kind],
        done_at=at,
    )


async def _decide(store: Database) -> None:
    """Mai is erased, Lan wants no reminders (and changes their mind on positions), Tam pauses."""
    gone = await store.read(lambda tx: erasing.effects(tx, (TENANT, "mai"), LATER, Ids()))
    requests = [
        _asked("lan", RequestKind.WITHDRAW, Purpose.REMINDERS),
        _asked("lan", RequestKind.WITHDRAW, Purpose.LOCATION),
        _asked("lan", RequestKind.AGREE, Purpose.LOCATION, hours=1),
        _asked("tam", RequestKind.PAUSE),
        _asked("tam", RequestKind.SEE),
    ]
    await write(store, *gone, *map(rights.received, requests))


async def _restored(home: Settings, tmp_path: Path, before: Callable[[], None] = lambda: None) -> Database:
    before()
    await restoring.restored(home, tmp_path / "one.aoxanh", LATER + timedelta(days=1), over_newer=True)
    return await _opened(home.database_url)


async def _holds(store: Database) -> None:
    """What was decided holds, and every total is what it was."""
    facts = Facts()
    keys = [(TENANT, "lan"), (TENANT, "tam"), (TENANT, "mai")]
    needs = [*map(people.person.of, keys), *map(people.consents.of, keys)]
    await store.read(lambda tx: facts.load(tx, needs))
    assert facts.get(people.person.of(keys[2])) is None
    lan, tam = (facts.get(people.person.of(key)) for key in keys[:2])
    assert lan is not None
    assert lan.paused_at is None
    assert tam is not None
    assert tam.paused_at == LATER
    said = facts.get(people.consents.of(keys[0])) or {}
    assert {purpose: one.answer for purpose, one in said.items()} == {
        **dict.fromkeys(map(str, Purpose), True),
        Purpose.REMINDERS: False,
    }
    assert said[Purpose.REMINDERS].given_at == LATER
    assert await store.read(figures.verify) == []


async def test_what_was_decided_since_holds(home: Settings, tmp_path: Path) -> None:
    """The database that is put aside tells it, also where no list was written yet; once is enough."""
    store = await _opened(home.database_url)
    await _decide(store)
    await store.close()
    store = await _restored(home, tmp_path)
    now = LATER + timedelta(days=1)
    assert await outliving.done_again(store, home.data_folder, now) == (1, 2)
    await _holds(store)
    assert await outliving.done_again(store, home.data_folder, now) == (0, 0)
    await store.close()


async def test_the_lists_are_enough_where_the_database_is_lost(home: Settings, tmp_path: Path) -> None:
    """They lie beside it, hold nobody's name or key, and are their owner's alone."""
    store = await _opened(home.database_url)
    await _decide(store)
    now = LATER + timedelta(days=1)
    await store.read(lambda tx: outliving.noted(tx, home.data_folder, now))
    await store.close()
    for name in (taken_back.NAME, tombstones.NAME):
        path = home.data_folder / name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert not any(f'"{who}"' in path.read_text(encoding="ascii") for who in ("mai", "lan", "tam"))

    def lose() -> None:
        if not home.shared:
            for one in Path(home.database_url.removeprefix("sqlite+aiosqlite:///")).parent.glob("*.sqlite*"):
                one.unlink()

    store = await _restored(home, tmp_path, lose)
    assert await outliving.done_again(store, home.data_folder, now) == (1, 2)
    await _holds(store)
    await store.close()


async def test_what_is_old_leaves_the_list(home: Settings) -> None:
    """Longer ago than any backup lives."""
    store = await _opened(home.database_url)
    await _decide(store)
    for days, lines in ((1, 4), (200, 0)):
        now = LATER + timedelta(days=days)
        await store.read(lambda tx, now=now: outliving.noted(tx, home.data_folder, now))  # type: ignore[misc]  # bound at once
        path = home.data_folder / taken_back.NAME
        assert len(path.read_text(encoding="ascii").splitlines()) == lines
    await store.close()
