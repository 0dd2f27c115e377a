"""A whole site under trial: the program, Telegram's fake, volunteers who work on, somebody who looks after
the program, and somebody who watches its health."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import httpx

from tests.chaos.volunteers import Volunteer, enrol, numbers
from tests.chats import until
from tests.fakes.telegram import TelegramFake
from tests.program import THE_PROGRAM, Program, on_telegram, seeded

Way = Literal["polling", "webhook"]
SPEED = 0.05
"""How much faster than Telegram the fake repeats what a webhook did not take."""


@dataclass
class Health:
    """What ``/healthz`` said, whenever it changed: (monotonic moment, "ok", "bad" or "gone")."""

    url: str
    changes: list[tuple[float, str]] = field(default_factory=list)

    async def watch(self) -> None:
        """Look ten times a second, until cancelled."""
        async with httpx.AsyncClient(timeout=2.0) as http:
            while True:
                said = "gone"
                with suppress(httpx.HTTPError):
                    said = "ok" if (await http.get(f"{self.url}/healthz")).status_code == 200 else "bad"
                if not self.changes or self.changes[-1][1] != said:
                    self.changes.append((time.monotonic(), said))
                await asyncio.sleep(0.1)

    async def good_again(self, moment: float, within: float = 10.0) -> float:
        """Wait until health is good after ``moment``; the seconds it took. Raises AssertionError when it
        takes longer than ``within``."""
        with suppress(TimeoutError):
            await until(lambda: self.changes[-1][1] == "ok", moment + within - time.monotonic())
        took = self.since(moment, "ok")
        assert took <= within, f"health was good after {took:.1f} s"
        return took

    def since(self, moment: float, *wanted: str) -> float:
        """Seconds from ``moment`` until health was one of ``wanted``; 0 when it was so already.
        Raises AssertionError when it never was."""
        before = [said for at, said in self.changes if at <= moment]
        if before and before[-1] in wanted:
            return 0.0
        for at, said in self.changes:
            if at > moment and said in wanted:
                return at - moment
        raise AssertionError(f"health was never {' or '.join(wanted)}; it was {self.changes}")


@dataclass
class Bill:
    """What a trial cost the people. ``doubled_messages`` may be more than none only where a message was
    sent and nobody can know whether it arrived."""

    updates: int = 0
    lost: int = 0
    unanswered: int = 0
    doubled_records: int = 0
    out_of_order: int = 0
    doubled_messages: int = 0
    tracebacks: int = 0
    faults: list[str] = field(default_factory=list)

    def paid(self, *, doubled: int = 0) -> dict[str, int]:
        """Figures to show. Raises AssertionError with what was not as promised."""
        assert not self.faults, self.faults[:3]
        shown = {name: value for name, value in vars(self).items() if isinstance(value, int)}
        wrong = {name: value for name, value in shown.items() if value and name != "updates"}
        if wrong.get("doubled_messages", 0) <= doubled:
            wrong.pop("doubled_messages", 0)
        assert not wrong, wrong
        return shown


@dataclass
class Site:
    """See the module. ``exits`` are the codes with which the program left by itself."""

    fake: TelegramFake
    program: Program
    people: list[Volunteer]
    health: Health
    exits: list[int] = field(default_factory=list)
    supervisor: asyncio.Task[None] | None = None

    async def work(self, seconds: float, *, pause: float = 0.0, patience: float = 60.0) -> None:
        """Everybody reports for so long, and then waits for what is still to come."""
        enough = asyncio.Event()
        for one in self.people:
            one.patience = patience
        working = [asyncio.create_task(one.goes_on(enough, pause)) for one in self.people]
        await asyncio.sleep(seconds)
        enough.set()
        await asyncio.gather(*working)

    def waits(self, since: float, share: float = 0.99) -> float:
        """Seconds within which this ``share`` of what was asked from ``since`` on was answered."""
        waits = sorted(wait for one in self.people for moment, wait in one.waits if moment >= since)
        return waits[min(len(waits) - 1, int(len(waits) * share))]

    async def account(self) -> "Bill":
        """Stop the program and count what it all cost."""
        if self.supervisor:
            self.supervisor.cancel()
        code, seconds = await self.program.stop() if self.program.running else (0, 0.0)
        bill = Bill(updates=sum(one.chat.done for one in self.people))
        if code or seconds > 10:
            bill.faults.append(f"stopped with {code} in {seconds:.1f} s")
        handled = set()
        for row in await self.program.rows("select update_key, state from inbox"):
            if row["state"] == "done":
                handled.add(row["update_key"])
            else:
                bill.faults.append(f"update {row['update_key']} is {row['state']}")
        records = await self.program.rows("select person_id, lines from help_reports order by id")
        for one in self.people:
            bill.lost += len(one.chat.acknowledged - handled)
            kept = [json.loads(row["lines"])["vneid"] for row in records if row["person_id"] == one.person_id]
            bill.lost += len(set(one.confirmed) - set(kept))
            bill.doubled_records += len(kept) - len(set(kept))
            bill.unanswered += len(one.unanswered)
            bill.faults += one.unanswered
            bill.out_of_order += one.disorder
            bill.doubled_messages += one.doubled
        bill.tracebacks = self.program.errors.count("Traceback")
        return bill

    async def look_after(self) -> None:
        """Start the program again whenever it leaves, as whoever supervises it does."""
        while True:
            self.exits.append(await self.program.ended(within=3600))
            await self.program.start()


@asynccontextmanager
async def site(
    folder: Path, way: Way = "polling", *, people: int = 4, module: Sequence[str] = THE_PROGRAM,
    supervised: bool = False, started: bool = True,
) -> AsyncIterator[Site]:  # fmt: skip
    """A site in ``folder``; every second volunteer taps where others type."""
    async with TelegramFake(scale=SPEED) as fake:
        program, _ = await seeded(folder, module=module, **on_telegram(fake.url, hooked=way == "webhook"))
        await enrol(program.database, numbers(people))
        fake.account.proxy = program.url
        volunteers = [Volunteer(fake, number, taps=number % 2 == 0) for number in numbers(people)]
        made = Site(fake, program, volunteers, Health(program.url))
        if started:
            await program.start()
        beside = [asyncio.create_task(made.health.watch())]
        if supervised:
            made.supervisor = asyncio.create_task(made.look_after())
            beside.append(made.supervisor)
        try:
            yield made
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            await program.kill()
