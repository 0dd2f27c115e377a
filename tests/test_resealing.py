"""The secret key is changed: what the former one sealed opens meanwhile, and is sealed anew."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import backups, resealing
from bot.backup_file import checked
from bot.keys import backup_key
from bot.lock import FolderLock, HeldByAnother
from bot.operating import Given, OperationError
from bot.operations import perform
from bot.resealing import Outcome, resealed
from bot.sealing import Seal, Vault
from bot.settings import Settings, SettingsError, read_settings
from bot.tokens import Tokens
from storage import audit, bot_accounts, photos
from storage.bot_accounts import BotAccount
from storage.database import Database, database
from storage.queries import Tx
from storage.records.photo import SentPhoto
from tests.chance import Clock
from tests.storage.made import AT, CAMPAIGN, DAY, TEAM, TENANT, write

OLD, NEW, OTHER = "o" * 40, "n" * 40, "x" * 40
TOKEN = "2459232241454765111:FAKE-own-canary_0123456789abcdef"
JPEG = b"\xff\xd8 a poster"


def _settings(url: str, key: str = NEW, *former: str) -> Settings:
    return Settings(database_url=url, secret_key=key, secret_key_before=",".join(former))


def _bot(number: int, key: str) -> BotAccount:
    return BotAccount(
        tenant=TENANT,
        id=f"bot{number:03}",
        channel="zalo",
        account=str(number),
        unit_code=TENANT,
        sealed_token=Tokens(key).closed(TOKEN),
        hook_url="https://chat.example/hooks",
        created_at=AT,
    )


def _photo(key: str) -> SentPhoto:
    return SentPhoto(
        tenant=TENANT,
        id="p1",
        team_id=TEAM,
        person_id="mai",
        campaign_id=CAMPAIGN,
        day_on=DAY,
        channel="zalo",
        account="1",
        reference=Vault(key).closed(b"where it is"),
        created_at=AT,
    )


@pytest.fixture
async def home(any_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Where a former key sealed a few things, another one of them a second key that nobody has."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(resealing, "MOST", 2)
    (tmp_path / "var").mkdir(mode=0o700, exist_ok=True)
    store = await _opened(any_url)
    bots = [bot_accounts.added(_bot(number, OLD)) for number in range(5)]
    await write(store, *bots, photos.added(_photo(OLD)), photos.held(_photo(OLD), Vault(OLD).closed(JPEG)))
    folder = tmp_path / "var" / "backups" if _settings(any_url).shared else tmp_path / "backups"
    folder.mkdir()
    await _backed_up(_settings(any_url, OLD), store, folder / "one.aoxanh")
    os.utime(folder / "one.aoxanh", (1_000_000, 1_000_000))
    await store.close()
    return _settings(any_url, NEW, OLD)


async def _opened(url: str) -> Database:
    store = database(url)
    await store.start()
    return store


async def _backed_up(settings: Settings, store: Database, path: Path) -> None:
    async def ask(name: str, given: Given) -> str:
        return await perform(store, name, given)

    await backups.made(settings, path, ask, store if settings.shared else None)


async def _kept(settings: Settings) -> dict[str, list[Any]]:
    """Everything that is sealed, as it stands."""
    store = await _opened(settings.database_url)
    wanted = {
        "tokens": "select sealed_token, hook_url from bot_accounts order by id",
        "references": "select reference from photos order by id",
        "images": "select sealed from photo_images order by id",
    }

    async def work(tx: Tx) -> dict[str, list[Any]]:
        return {
            name: [tuple(row.values()) for row in map(dict, await tx.fetch(sql))]
            for name, sql in wanted.items()
        }

    found = await store.read(work)
    await store.close()
    return found


async def test_what_a_former_key_sealed_is_sealed_anew(home: Settings) -> None:
    """The new key alone opens it then, the old one no more; once more changes nothing."""
    found = await resealed(home, AT)
    assert found == {
        "bot tokens": Outcome(anew=5),
        "places of pictures": Outcome(anew=1),
        "pictures": Outcome(anew=1),
        "backups": Outcome(anew=1),
    }
    kept = await _kept(home)
    assert [Tokens(NEW).opened(sealed) for sealed, _ in kept["tokens"]] == [TOKEN] * 5
    assert {hook for _, hook in kept["tokens"]} == {""}, "the platforms are told the new secret"
    assert Vault(NEW).opened(kept["references"][0][0]) == b"where it is"
    assert Vault(NEW).opened(kept["images"][0][0]) == JPEG
    assert Vault(OLD).opened(kept["images"][0][0]) is None
    [path] = backups.kept(home)
    assert checked(path, backup_key(home)).manifest.counts["bot_accounts"] == 5
    assert path.stat().st_mtime == 1_000_000, "it is removed when it would have been"
    with pytest.raises(OperationError, match="another key"):
        checked(path, backup_key(_settings(home.database_url, OLD)))
    again = await resealed(home, AT)
    assert [one.anew for one in again.values()] == [0, 0, 0, 0]
    assert [one.already for one in again.values()] == [5, 1, 1, 1]
    assert await _kept(home) == kept


async def test_what_was_cut_short_goes_on(home: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """After any page everything opens, and the next time does the rest."""
    pages = 0

    def cut(*given: Any) -> Any:
        nonlocal pages
        pages += 1
        if pages == 3:
            raise RuntimeError("the light went out")
        return turned(*given)

    turned = resealing._turned
    with monkeypatch.context() as patched:
        patched.setattr(resealing, "_turned", cut)
        with pytest.raises(RuntimeError, match="light"):
            await resealed(home, AT)
    between = await _kept(home)
    assert [Tokens(NEW, [OLD]).opened(sealed) for sealed, _ in between["tokens"]] == [TOKEN] * 5
    found = await resealed(home, AT)
    assert found["bot tokens"] == Outcome(anew=1, already=4)


async def test_what_no_key_opens_is_left_and_told(home: Settings) -> None:
    lost = _settings(home.database_url, NEW, OTHER)
    before = await _kept(home)
    found = await resealed(lost, AT)
    assert found["bot tokens"] == Outcome(lost=5)
    assert await _kept(home) == before


async def test_nobody_else_may_have_the_data(home: Settings) -> None:
    """A process that runs with the former key could not read what is sealed anew."""
    before = await _kept(home)
    if home.shared:
        store = await _opened(home.database_url)
        leased = "insert into leases (name, holder, held_until) values ('send x', 'me', $1)"
        held_until = int((AT + timedelta(minutes=1)).timestamp() * 1_000_000)
        await store.write(lambda tx: tx.fetch(leased, [held_until]))
        with pytest.raises(OperationError, match="stop every worker"):
            await resealed(home, AT)
        await store.close()
    else:
        with FolderLock(home.data_folder), pytest.raises(HeldByAnother):
            await resealed(home, AT)
    assert await _kept(home) == before


async def test_without_a_former_key_it_says_what_to_write(home: Settings) -> None:
    with pytest.raises(OperationError, match="SECRET_KEY_BEFORE is empty"):
        await resealed(_settings(home.database_url), AT)


async def test_it_stands_in_the_audit_log(home: Settings) -> None:
    await resealed(home, AT)
    store = await _opened(home.database_url)
    rows = await store.read(lambda tx: tx.fetch("select what from audit_events order by seq"))
    assert "operation secrets-rotate" in [row["what"] for row in rows]
    assert await audit.verify(store) == []
    await store.close()


def test_meanwhile_the_former_key_opens_and_seals_nothing() -> None:
    now = Clock().now
    place = {"latitude": 21.0, "longitude": 105.8}
    assert Seal(NEW, now, [OLD]).opened(Seal(OLD, now).closed(place)) is not None
    assert Seal(OLD, now).opened(Seal(NEW, now, [OLD]).closed(place)) is None
    assert Tokens(NEW, [OLD]).opened(Tokens(OLD).closed(TOKEN)) == TOKEN
    assert Vault(OLD).opened(Vault(NEW, [OLD]).closed(JPEG)) is None


@pytest.mark.parametrize("before", ["short", NEW])
def test_a_former_key_that_cannot_be_one_keeps_the_program_from_starting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SECRET_KEY", NEW)
    monkeypatch.setenv("SECRET_KEY_BEFORE", before)
    with pytest.raises(SettingsError, match="SECRET_KEY_BEFORE"):
        read_settings()
