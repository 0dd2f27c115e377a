"""The bots that teams and units connected: each is asked for, a few at once and for a minute at most."""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot import account_orders, asked_platforms, remote
from bot.calling import Connections
from bot.check import Check, Finding, State, good
from bot.keys import secret_key
from bot.lock import FolderLock, HeldByAnother
from bot.operating import OperationError
from bot.settings import Settings
from bot.tokens import Tokens
from storage.database import StorageError, database
from storage.migrate import newest_revision, stands_at

AT_ONCE, SECONDS = 16, 60.0
"""Bots asked side by side, and how long in all: those that were not asked by then are counted."""
SHOWN = 20
"""Findings that are told one by one."""
_NONE = json.dumps({"all": 0, "bots": []})


class OwnBotsKnown(Check):
    """See the module."""

    name = "own bots"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """How many answer; of the others the first twenty, and how many more."""
        try:
            told = json.loads(await _sealed(settings))
        except (StorageError, OperationError) as error:
            return [
                Finding(State.WATCH, f"cannot be read: {type(error).__name__}", "see the line of database")
            ]
        if not told["bots"]:
            return []
        asking = _Asking(settings, told["bots"])
        await asking.all()
        return asking.told(told["all"])


async def _sealed(settings: Settings) -> str:
    """The bots with their sealed tokens, through the running bot where it has the file; none of a database
    that is not there, or not of this program's schema: another check says so."""
    async with AsyncExitStack() as stack:
        if not settings.shared:
            path = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
            if not _there(path):
                return _NONE
            try:
                stack.enter_context(FolderLock(settings.data_folder))
            except HeldByAnother:
                return await remote.ask(settings.data_folder, "accounts-sealed", {})
            if stands_at(path) != newest_revision():
                return _NONE
        store = database(settings.database_url)
        try:
            await store.start()
            return await account_orders.sealed(store, {})
        finally:
            await store.close()


def _there(path: Path) -> bool:
    return path.exists()


@dataclass
class _Asking:
    """One round of questions: what was answered so far."""

    settings: Settings
    records: Sequence[Mapping[str, str]]
    found: list[Finding] = field(default_factory=list)
    asked: int = 0

    async def all(self) -> None:
        """Ask for as many as the time allows."""
        tokens = Tokens(secret_key(self.settings), self.settings.former_keys)
        few = asyncio.Semaphore(AT_ONCE)
        async with Connections() as http:
            works = [self._one(one, http, tokens, few) for one in self.records]
            try:
                async with asyncio.timeout(SECONDS):
                    await asyncio.gather(*works)
            except TimeoutError:
                return

    async def _one(
        self, record: Mapping[str, str], http: Connections, tokens: Tokens, few: asyncio.Semaphore
    ) -> None:
        ask = asked_platforms.telegram if record["channel"] == "telegram" else asked_platforms.zalo
        async with few:
            try:
                told = await ask(http, tokens.opened(record["sealed"]), self.settings)
            except ValueError as error:
                told = [Finding(State.BAD, f"account {record['account']}: {error}")]
            self.asked += 1
            self.found += told
            if sys.stderr.isatty():
                sys.stderr.write(f"\rasked {self.asked} of {len(self.records)} bots")

    def told(self, every: int) -> list[Finding]:
        """Those that are well as one line, the worst of the others first; ``every`` is how many there are."""
        wrong = sorted((one for one in self.found if one.state is not State.GOOD), key=lambda one: one.state)
        states = Counter(one.state for one in wrong)
        well = self.asked - len({one.found.split(":")[0].split(" cannot")[0] for one in wrong})
        sample = "" if every == len(self.records) else f" (of {every}, a part was asked)"
        lines = [good(f"{well} of {len(self.records)} answer as they should{sample}"), *wrong[:SHOWN]]
        if len(wrong) > SHOWN:
            lines.append(Finding(min(states), f"and {len(wrong) - SHOWN} more findings of this kind"))
        if self.asked < len(self.records):
            left = len(self.records) - self.asked
            lines.append(
                Finding(State.WATCH, f"{left} were not asked within {SECONDS:.0f} s", "ask again later")
            )
        return lines
