"""Looks after the bots that were connected: asks the platform who they are, keeps their webhooks ours, tells
whoever connected them."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

import structlog

from bot.accounts import Accounts
from bot.channel import AccountRefused, Introduced, NewId, SendError
from bot.channels.telegram import Commands
from handlers import connecting
from handlers.messages import Outbound
from handlers.outgoing import best, to_person
from locales import words
from locales.formats import local
from storage import bot_accounts, outbox, people, teams, unit_names
from storage.bot_accounts import AccountState, BotAccount
from storage.database import Database, StorageError
from storage.effects import Effect, Lost, carry_out
from storage.queries import Tx
from storage.records.person import Contact
from storage.sources import Facts

log = structlog.get_logger()

LOOK = 60.0
"""Seconds between two looks, if nothing was connected."""
MOST = 100
"""Bots looked after in one look: five thousand within the hour."""
AT_ONCE = 5
"""Bots asked about at once: this is nobody's hurry."""


class Keeper:
    """See the module. ``hooks`` is what the addresses of our webhooks begin with; empty where we poll."""

    def __init__(
        self,
        database: Database,
        accounts: Accounts,
        commands: Commands,
        *,
        hooks: str,
        now: Callable[[], datetime],
        new_id: NewId,
    ) -> None:
        self._database = database
        self._accounts = accounts
        self._commands = commands
        self._hooks = hooks
        self._now = now
        self._new_id = new_id
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Look until cancelled, woken when somebody connects a bot."""
        while True:
            self.wake.clear()
            try:
                more = await self.look()
            except StorageError as error:
                log.error("storage refused a look at the bots; trying again", cause=str(error))
                more = False
            with suppress(TimeoutError):
                async with asyncio.timeout(1.0 if more else LOOK):
                    await self.wake.wait()

    async def look(self) -> bool:
        """Look after those whose turn it is; whether more wait."""
        found = await self._database.read(
            lambda tx: bot_accounts.to_check(tx, self._now(), self._hooks, MOST)
        )
        for start in range(0, len(found), AT_ONCE):
            news = await asyncio.gather(*(self._look_after(one) for one in found[start : start + AT_ONCE]))
            if any(news):
                await self._database.announce("accounts")
                await self._database.announce("outbox")
        return len(found) == MOST

    async def farewell(self, gone: Sequence[BotAccount]) -> None:
        """Have nothing delivered any more for those of ``gone`` that were let go for good."""
        keys = [one.key for one in gone]
        now = await self._database.read(lambda tx: bot_accounts.of_accounts(tx, keys))
        for one in gone:
            if one.key in now and now[one.key].state is AccountState.REMOVED:
                with suppress(KeyError):
                    async with self._accounts.borrowed(one) as channel:
                        await channel.take_leave()

    async def _look_after(self, record: BotAccount) -> bool:
        """Ask the platform, and write down what it says; whether that is news. A bot that changed meanwhile
        is left alone."""
        try:
            async with self._accounts.borrowed(record) as channel:
                said = await channel.introduce(self._commands, anew=not record.hook_url)
        except KeyError:
            return await self._write(record, AccountState.REFUSED, error="sealed with another SECRET_KEY")
        except AccountRefused as error:
            return await self._write(record, AccountState.REFUSED, error=str(error))
        except SendError as error:
            log.warning("a bot could not be asked about", account=record.account, cause=str(error))
            return await self._write(record, record.state, error=str(error))
        return await self._live(record, said)

    async def _live(self, record: BotAccount, said: Introduced) -> bool:
        told = {"title": said.title or record.title, "link": said.link, "hook_url": said.hook_url}
        return await self._write(record, AccountState.LIVE, **told, error="")

    async def _write(self, record: BotAccount, state: AccountState, **told: str) -> bool:
        """The outcome and what is said of it, in one commit; said only when something changed. Through a bot
        that is refused nobody can be reached: what waits for its people goes another way if there is one."""
        now, news = self._now(), state is not record.state
        after = record.model_copy(update={**told, "state": state})
        effects: list[Effect] = [bot_accounts.checked(record, state, now, **told)]
        if news:
            effects += await self._told(after)
            effects.append(bot_accounts.contacts_marked(record, unreachable=state is AccountState.REFUSED))

        async def work(tx: Tx) -> None:
            await carry_out(tx, effects)
            if news and state is AccountState.REFUSED:
                await outbox.detour(tx, *record.key, [], now)

        try:
            await self._database.write(work)
        except Lost:
            return False
        if news:
            log.info("a bot changed", account=record.account, state=str(state))
        return news

    async def _told(self, after: BotAccount) -> Sequence[Effect]:
        """What whoever connected the bot hears: where they did, or where they are reached else."""
        contact, node = await self._database.read(lambda tx: self._asker(tx, after))
        if contact is None:
            return []
        reader = words(contact.language or "vi")
        if after.state is AccountState.LIVE:
            message = connecting.connected(reader, after, node or await self._unit(after, reader))
        else:
            message = connecting.refused(reader, after)
        return self._owed(contact, message)

    def _owed(self, contact: Contact, message: Outbound) -> list[Effect]:
        return to_person(contact, message, new_id=self._new_id, now=self._now())

    async def _asker(self, tx: Tx, after: BotAccount) -> tuple[Contact | None, str]:
        """The chat to answer in, and the name of the bot's team."""
        facts, key = Facts(), (after.tenant, after.added_by)
        team = teams.card.of((after.tenant, after.team_id))
        await facts.load(tx, [people.contacts_of.of(key), team])
        able = [one for one in facts.get(people.contacts_of.of(key)) or [] if not self._gone(one, after)]
        asked = next((one for one in able if one.key == after.answer_to), None)
        card = facts.get(team)
        return asked or best(able), card.name if card else ""

    def _gone(self, contact: Contact, after: BotAccount) -> bool:
        """Whether a chat is that of the very bot that is silent."""
        own = (contact.channel, contact.account) == after.key
        return own and after.state is not AccountState.LIVE

    async def _unit(self, after: BotAccount, reader: Callable[..., str]) -> str:
        today_on = local(self._now()).date().isoformat()
        units = await self._database.read(lambda tx: unit_names.units_on(tx, today_on))
        unit = units.get(after.unit_code)
        return reader("unit-named", kind=unit.kind, unit=unit.name) if unit else after.unit_code
