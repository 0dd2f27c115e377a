"""Sealing anew, with the key in force, what former keys sealed: bots' tokens, pictures, backups.

Nobody else may have the data open: a process that still runs with the former key could not read what is
sealed anew. Whatever cuts it short, asked for again it goes on: what the key in force opens is left alone.
"""

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.fernet import InvalidToken, MultiFernet

from bot.backup_file import opening
from bot.backups import kept, written
from bot.keys import backup_keys, fernet, secret_key
from bot.operating import OperationError
from bot.operations import note
from bot.sealed_file import SALT, Unreadable, sealed_anew
from bot.settings import Settings
from bot.starting import opened
from storage import sealed
from storage.database import Database
from storage.queries import Tx
from storage.sealed import Column, Sealed

MOST = 200
"""Rows in one commit."""


@dataclass(slots=True)
class Outcome:
    """How many were sealed anew, were sealed with the key in force already, and open with no key."""

    anew: int = 0
    already: int = 0
    lost: int = 0


async def resealed(settings: Settings, now: datetime) -> dict[str, Outcome]:
    """Seal everything anew; what came of each kind. Raises OperationError, HeldByAnother or StorageError."""
    if not settings.former_keys:
        raise OperationError(
            "SECRET_KEY_BEFORE is empty: write the key of until now there, a new one as SECRET_KEY "
            "(openssl rand -hex 32), and ask again"
        )
    async with _alone(settings, now) as store:
        await note(store, "secrets-rotate", {})
        found = {column.name: await _column(settings, store, column) for column in sealed.COLUMNS}
    return {**found, "backups": _backups(settings)}


@asynccontextmanager
async def _alone(settings: Settings, now: datetime) -> AsyncIterator[Database]:
    """The data, while no process works on it: SQLite's lock says so, and PostgreSQL's leases."""
    async with opened(settings) as store:
        if settings.shared and (part := await store.read(lambda tx: sealed.working(tx, now))):
            raise OperationError(f"a running process has {part!r}; stop every worker first")
        yield store


async def _column(settings: Settings, store: Database, column: Column) -> Outcome:
    """Page after page, each in a commit of its own."""
    whole, after = Outcome(), ("", "")

    async def work(tx: Tx) -> tuple[list[Sealed], Outcome]:
        page, outcome = await column.page(tx, after, MOST), Outcome()
        await column.put(tx, _turned(settings, column.purpose, page, outcome))
        return page, outcome

    while True:
        page, outcome = await store.write(work)
        whole = Outcome(whole.anew + outcome.anew, whole.already + outcome.already, whole.lost + outcome.lost)
        if len(page) < MOST:
            return whole
        after = (page[-1].tenant, page[-1].id)


def _turned(settings: Settings, purpose: str, page: list[Sealed], outcome: Outcome) -> dict[Sealed, str]:
    """Those of a page that a former key sealed, under the key in force."""
    key, turned = secret_key(settings), dict[Sealed, str]()
    now, ever = fernet(purpose, key), fernet(purpose, key, settings.former_keys)
    for one in page:
        if _opens(now, one.text):
            outcome.already += 1
        elif _opens(ever, one.text):
            turned[one] = ever.rotate(one.text).decode()
            outcome.anew += 1
        else:
            outcome.lost += 1
    return turned


def _opens(key: MultiFernet, text: str) -> bool:
    try:
        key.decrypt(text)
    except InvalidToken:
        return False
    return True


def _backups(settings: Settings) -> Outcome:
    outcome, keys = Outcome(), backup_keys(settings)
    for path in kept(settings):
        before = opening(path, keys)
        if before == keys[0]:
            outcome.already += 1
        else:
            outcome.anew += _backup(path, before, keys[0])
    return outcome


def _backup(path: Path, before: bytes, key: bytes) -> bool:
    """Seal a backup anew; it is as old as it was, so that it is removed when it would have been."""
    times = path.stat()
    try:
        with path.open("rb") as source, written(path) as target:
            sealed_anew(source, target, before, key, secrets.token_bytes(SALT))
    except Unreadable as error:
        raise OperationError(f"{path}: {error}; take it away, and ask again") from None
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    return True
