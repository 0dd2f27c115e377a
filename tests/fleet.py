"""The program as several processes with roles on one PostgreSQL database."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from bot.sample import TEAM_ID, TENANT
from handlers.notice import NOTICE_VERSION
from tests.fakes.telegram import DEFAULT_TOKEN
from tests.program import NotReady, Program, Row, free_port

ACCOUNT = DEFAULT_TOKEN.partition(":")[0]


class Part(Program):
    """One process with some of the roles; people are told the address of ``web_port``."""

    def __init__(self, folder: Path, roles: Sequence[str], web_port: int, **given: str) -> None:
        web = "web" in roles
        super().__init__(folder, port=web_port if web else free_port(), **given, WEB_PORT=str(web_port))
        self._words = [word for role in roles for word in ("--role", role)] + ["--port", str(self.port)]

    async def launch(self) -> None:
        """See ``Program.launch``."""
        self._process = await self.opened("run", *self._words)

    def holds(self, lease: str) -> bool:
        """Whether this process was the last of its log's to take ``lease``, and did not lose it."""
        taken = self.errors.rfind(f'"lease": "{lease}", "event": "lease taken"')
        return taken > self.errors.rfind(f'"lease": "{lease}", "event": "lease lost"')


@dataclass
class Fleet:
    """A web page with the clock, two that think, two that send."""

    url: str
    web: Part
    inboxes: list[Part]
    outboxes: list[Part]

    @property
    def parts(self) -> list[Part]:
        """Every process."""
        return [self.web, *self.inboxes, *self.outboxes]

    def sender(self, lease: str) -> Part:
        """The process that sends under ``lease``."""
        return next(part for part in self.outboxes if part.holds(lease))

    async def stop(self) -> None:
        """All of them, in order; each must end well."""
        for code, seconds in await asyncio.gather(*(part.stop() for part in self.parts if part.running)):
            assert code == 0
            assert seconds < 10

    async def rows(self, query: str) -> list[Row]:
        """Rows of the database, also while processes run."""
        return await rows(self.url, query)


async def rows(url: str, query: str) -> list[Row]:
    """Rows of a PostgreSQL database."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        return [dict(row) for row in await connection.fetch(query)]
    finally:
        await connection.close()


async def sown(folder: Path, url: str) -> dict[str, str]:
    """Seed the sample into the database at ``url``; the keys of the links that enter as its people."""
    maker = Program(folder, DATABASE_URL=url)
    code, said = await maker.command("seed")
    if code:
        raise NotReady(f"seed ended with {code}: {maker.errors[-4000:]}")
    links = dict(line.split(": ", 1) for line in said.splitlines() if "enter?k=" in line)
    return {who: link.partition("k=")[2] for who, link in links.items()}


@asynccontextmanager
async def fleet(folder: Path, url: str, **given: str) -> AsyncIterator[Fleet]:
    """Five running processes on the seeded database at ``url``; killed at the end where a test left them."""
    port = free_port()

    def part(name: str, *roles: str) -> Part:
        return Part(folder / name, roles, port, DATABASE_URL=url, **given)

    found = Fleet(
        url,
        part("web", "web", "scheduler"),
        [part(f"inbox-{number}", "inbox") for number in (1, 2)],
        [part(f"outbox-{number}", "outbox") for number in (1, 2)],
    )
    try:
        await asyncio.gather(*(one.start() for one in found.parts))
        yield found
    finally:
        await asyncio.gather(*(one.kill() for one in found.parts))


async def members(url: str, chats: Sequence[int]) -> None:
    """Accepted volunteers of the sample team who have these chats on Telegram."""
    await rows(
        url,
        "with chats as (select c::text as c from unnest(array["
        + ", ".join(map(str, chats))
        + "]) c), people as (insert into persons"
        " (tenant, id, name, language, of_age, created_at, notice_version)"
        f" select '{TENANT}', 'person-' || c, 'Bạn ' || c, 'vi', 1, 0, '{NOTICE_VERSION}' from chats),"
        " roles as (insert into"
        " memberships (tenant, id, person_id, team_id, role, from_at)"
        f" select '{TENANT}', 'member-' || c, 'person-' || c, '{TEAM_ID}', 'volunteer', 0 from chats)"
        " insert into contacts (key, channel, account, chat, tenant, person_id, preferred, seen_at)"
        f" select 'telegram:{ACCOUNT}:' || c, 'telegram', '{ACCOUNT}', c, '{TENANT}', 'person-' || c, 1, 0"
        " from chats",
    )
