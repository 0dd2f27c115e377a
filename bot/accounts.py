"""The bots this program speaks through: those of the settings, and those that teams and units connected.

The second may be thousands and change while the program runs: only their records are kept, a channel is
made when the first message passes through it.
"""

from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager

import structlog

from bot.brands import Brands, Tended
from bot.channel import Channel
from bot.tokens import Tokens
from storage import bot_accounts
from storage.bot_accounts import AccountKey, AccountState, BotAccount
from storage.database import Database

log = structlog.get_logger()

FEW = 200
"""Records that are read one by one; of more, all are read at once."""
MOST_UNKNOWN = 10_000
"""Accounts remembered as nobody's, so that whoever guesses addresses does not ask the database each time."""


class Accounts(Mapping[AccountKey, Channel]):
    """See the module. ``shared`` are the bots of the settings, which everybody shares, ``others`` channels
    that are no bots."""

    def __init__(
        self,
        database: Database,
        brands: Brands,
        tokens: Tokens,
        shared: Sequence[Tended],
        others: Sequence[Channel],
    ) -> None:
        self._database = database
        self._brands = brands
        self._tokens = tokens
        self._tended = shared
        self._fixed: dict[AccountKey, Channel] = {(one.name, one.account): one for one in [*shared, *others]}
        self._records: dict[AccountKey, BotAccount] = {}
        self._made: dict[AccountKey, Tended] = {}
        self._unknown: set[AccountKey] = set()

    def __getitem__(self, key: AccountKey) -> Channel:
        """The channel of an account. Raises KeyError where there is none."""
        return self._fixed.get(key) or self.own(key)

    def __iter__(self) -> Iterator[AccountKey]:
        yield from self._fixed
        yield from (key for key in self._records if key not in self._fixed)

    def __len__(self) -> int:
        return len({*self._fixed, *self._records})

    def own(self, key: AccountKey) -> Tended:
        """The channel of an account that was connected. Raises KeyError where there is none, or its token
        cannot be opened."""
        if key not in self._made:
            self._made[key] = self._opened(self._records[key])
        return self._made[key]

    @asynccontextmanager
    async def borrowed(self, record: BotAccount) -> AsyncIterator[Tended]:
        """A channel for ``record`` whatever its state, for a word with the platform. Raises KeyError when its
        token is not ours."""
        fixed = next((one for one in self._tended if (one.name, one.account) == record.key), None)
        channel = fixed or self._opened(record)
        try:
            yield channel
        finally:
            if fixed is None:
                await channel.close()

    def _opened(self, record: BotAccount) -> Tended:
        try:
            return self._brands.made(record.channel, self._tokens.opened(record.sealed_token))
        except ValueError as error:
            log.error("a bot cannot be used", account=record.account, cause=str(error))
            raise KeyError(record.key) from None

    def connected(self) -> list[AccountKey]:
        """The accounts that were connected and are not of the settings."""
        return [key for key in self._records if key not in self._fixed]

    async def refresh(self) -> list[BotAccount]:
        """Know which bots are connected; those that changed or are gone, as they were. Only what changed is
        read: of thousands that are connected one after the other, all would be read thousands of times."""
        standing, before = await self._database.read(bot_accounts.versions), self._records
        news = [
            key for key, version in standing.items() if key not in before or before[key].version != version
        ]
        read = await self._read(news)
        found = {key: read.get(key) or before[key] for key in standing if key in read or key in before}
        self._records = found
        self._unknown.clear()
        changed = [
            one
            for key, one in before.items()
            if key not in found or one.sealed_token != found[key].sealed_token
        ]
        for one in changed:
            await self._forget(one.key)
        return changed

    async def _read(self, keys: Sequence[AccountKey]) -> Mapping[AccountKey, BotAccount]:
        """The records of ``keys``; where that is nearly everything, of all."""
        if len(keys) > FEW:
            return {one.key: one for one in await self._database.read(bot_accounts.in_use)}
        found = await self._database.read(lambda tx: bot_accounts.of_accounts(tx, keys)) if keys else {}
        return {
            key: one for key, one in found.items() if one.state in (AccountState.LIVE, AccountState.ASKED)
        }

    async def learn(self, keys: Collection[AccountKey]) -> None:
        """Look up accounts that are not known yet: another process may have connected them just now."""
        wanted = [key for key in keys if key not in self and key not in self._unknown]
        if not wanted:
            return
        found = await self._database.read(lambda tx: bot_accounts.of_accounts(tx, wanted))
        for key in wanted:
            card = found.get(key)
            if card is not None and card.state in (AccountState.LIVE, AccountState.ASKED):
                self._records[key] = card
            elif len(self._unknown) < MOST_UNKNOWN:
                self._unknown.add(key)

    async def close(self) -> None:
        """Release the connections of the channels that were made."""
        for key in list(self._made):
            await self._forget(key)

    async def _forget(self, key: AccountKey) -> None:
        made = self._made.pop(key, None)
        if made is not None:
            await made.close()
