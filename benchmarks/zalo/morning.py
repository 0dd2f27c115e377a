"""A national morning on five thousand Zalo bots: ``python -m benchmarks.zalo.morning --write``.

240,000 people check in between 7h00 and 7h30. Time is virtual, work is real: a second of the morning lasts as
long as the program computes for what came in it (CPU time, so that a busy machine tells the same), and every
bot sends at its own rate.
"""

import argparse
import asyncio
import random
import resource
import tempfile
import time as wall
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

from benchmarks.nation.accounts import Account, Heard
from benchmarks.nation.land import Land, settle
from benchmarks.zalo.desk import Desk
from bot.channel import Capabilities, Channel, Raw
from bot.channels.zalo import ZaloChannel
from handlers.allowance import ALLOWED
from locales.formats import HANOI, local
from storage.bot_accounts import AccountKey
from storage.database import Database, database
from storage.migrate import migrate

RESULTS = Path(__file__).parent.parent / "zalo-morning.md"
DAY = date(2026, 11, 23)
BEGIN, STORM, END = time(7, 0), timedelta(minutes=30), time(8, 0)


class ZaloLand(Land):
    """A nation in which everybody writes to the Zalo bot of their team: one bot a team."""

    def account(self, number: int) -> AccountKey:
        """See ``Land``."""
        return "zalo", f"{10**18 + self.team(number)}"


class Bot(Account):
    """One bot with Zalo's rate and spacing; sending takes no time of its own."""

    capabilities: Capabilities = ZaloChannel.capabilities

    def __init__(self, account: str, heard: Heard, desk: Desk) -> None:
        super().__init__("zalo", account, heard, desk.now)
        self.capabilities = ZaloChannel.capabilities


class Bots(Mapping[AccountKey, Channel]):
    """Made when the first message passes, as the program does."""

    def __init__(self, heard: Heard, desk: Desk, count: int) -> None:
        self._heard, self._desk, self._count = heard, desk, count
        self._made: dict[AccountKey, Channel] = {}

    def __getitem__(self, key: AccountKey) -> Channel:
        if key not in self._made:
            self._made[key] = Bot(key[1], self._heard, self._desk)
        return self._made[key]

    def __iter__(self) -> Iterator[AccountKey]:
        return iter(self._made)

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: object) -> bool:
        return True


async def play(store: Database, land: ZaloLand) -> tuple[Desk, Heard, float]:
    """The morning; the desk, what was heard, and the seconds of work."""
    heard, chance = Heard(), random.Random(1)
    begins = datetime.combine(DAY, BEGIN, tzinfo=HANOI)
    desk = Desk(store, begins, ALLOWED, lambda one: Bots(heard, one, land.teams))
    said = sorted((begins + STORM * chance.random(), number) for number in range(land.people))
    at, busy, end = 0, 0.0, datetime.combine(DAY, END, tzinfo=HANOI)
    while desk.now_at < end and (at < len(said) or heard.said_at):
        began = wall.process_time()
        arrived: dict[AccountKey, list[Raw]] = defaultdict(list)
        while at < len(said) and said[at][0] <= desk.now_at:
            moment, number = said[at]
            heard.said_at[str(number)] = moment
            arrived[land.account(number)].append({"key": f"k{number}", "who": str(number), "text": "vào ca"})
            at += 1
        await desk.hear(arrived)
        await desk.work()
        spent = wall.process_time() - began
        busy += spent
        desk.move(timedelta(seconds=max(1.0, spent)))
    return desk, heard, busy


async def simulate(people: int, bots: int) -> str:
    """Play the morning; the results as Markdown."""
    land = ZaloLand(people, bots, DAY)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/morning.sqlite"
        await migrate(url)
        store = database(url)
        await store.start()
        try:
            await settle(store, land, datetime.combine(DAY, time(0), tzinfo=HANOI))
            _, heard, busy = await play(store, land)
        finally:
            await store.close()
    return told(land, heard, busy)


def told(land: ZaloLand, heard: Heard, busy: float) -> str:
    """What came of it."""
    waits = sorted(wait for _, wait in heard.waits)
    at = {share: waits[int(len(waits) * share)] for share in (0.5, 0.99)}
    by_bot = Counter({key[1]: count for key, count in heard.messages.items()})
    most = max(by_bot.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    last = heard.last["REPLY"]
    rows = [
        ("Check-ins, answers", f"{land.people:,}, {len(waits):,}"),
        ("Unanswered at the end", f"{len(heard.said_at):,}"),
        ("Wait p50 / p99 / longest", f"{at[0.5]:.1f} / {at[0.99]:.1f} / {waits[-1]:.1f} s"),
        ("Last answer left at", f"{local(last):%H:%M:%S}"),
        (
            "Messages of one bot this morning, in and out: mean, most",
            f"{2 * len(waits) / land.teams:.0f}, {2 * most}",
        ),
        ("Of its month", f"{2 * most / ALLOWED.month:.1%}"),
        ("Work in all, memory at most", f"{busy:.0f} s, {memory:.0f} MiB"),
    ]
    return "\n".join(
        [
            "# A national morning on Zalo",
            "",
            f"{land.people:,} people on {land.teams:,} bots ({land.people / land.teams:.0f} each) check in "
            "between 7h00 and 7h30, evenly; one process on SQLite (FULL), 5 messages a second and bot. "
            "Command: "
            f"`python -m benchmarks.zalo.morning --people {land.people} --bots {land.teams} --write`.",
            "",
            "| What | Result |",
            "|---|---|",
            *(f"| {name} | {value} |" for name, value in rows),
            "",
        ]
    )


def main() -> None:
    """Play and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=240_000)
    parser.add_argument("--bots", type=int, default=5_000)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    result = asyncio.run(simulate(given.people, given.bots))
    print(result)
    if given.write:
        RESULTS.write_text(result, encoding="utf-8")


if __name__ == "__main__":
    main()
