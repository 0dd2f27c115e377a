"""What a story cost: counted on the wire and in the database after the last life."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from itertools import pairwise

from storage import figures
from storage.database import database
from tests.chats import Chat
from tests.chats.script import COUNTS, NAME, Step
from tests.program import Program

ONCE = {
    "persons": f"select count(*) as n from persons where name = '{NAME}' and id not like 'sample-%'",
    "memberships": "select count(*) as n from memberships where id not like 'sample-%'",
    "attendances": "select count(*) as n from attendances",
    "help_reports": "select count(*) as n from help_reports",
}
"""What one played story leaves exactly one of."""
UNSENT = (
    "select state, count(*) as n from outbox"
    " where state <> 'sent' and not (state = 'superseded' and edits <> '') group by state"
)
"""Messages that did not go out; an edit that a newer one has overtaken need not."""
IN_DOUBT = 40.0
"""Seconds within which a message that a kill left in doubt has gone again."""


@dataclass
class Toll:
    """Sums over stories. ``at_once`` is the most messages that one kill doubled."""

    kills: int = 0
    updates: int = 0
    lost: int = 0
    doubled_records: int = 0
    doubled_messages: int = 0
    at_once: int = 0
    out_of_order: int = 0
    slowest_start: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Toll") -> None:
        """Take another story's toll in."""
        for one in fields(self):
            mine, theirs = getattr(self, one.name), getattr(other, one.name)
            most = one.name in ("at_once", "slowest_start")
            setattr(self, one.name, max(mine, theirs) if most else mine + theirs)

    @property
    def paid(self) -> bool:
        """Whether it stayed within what is promised."""
        nothing = self.lost + self.doubled_records + self.out_of_order == 0
        return nothing and self.at_once <= 1 and not self.faults


def doubled(chat: Chat) -> int:
    """How many messages came a second time: a message is sent again before any later one, so the
    same text stands twice in a row, which no story has by itself."""
    return sum(former == later for former, later in pairwise(chat.new))


def disorder(chat: Chat, story: Sequence[Step]) -> int:
    """How many of the answers that come as messages of their own are not where they belong."""
    new = chat.new
    once = [text for at, text in enumerate(new) if at == 0 or new[at - 1] != text]
    wanted = [step.shows for step in story if step.verb != "taps"]
    wrong = sum(shows not in text for shows, text in zip(wanted, once, strict=False))
    return wrong + abs(len(wanted) - len(once))


async def settle(toll: Toll, program: Program, chat: Chat, story: Sequence[Step]) -> None:
    """Let what is owed leave (a chat rests a second after each message), stop the program and count what the
    story left behind."""
    with suppress(TimeoutError):
        await program.clear(IN_DOUBT)
    code, seconds = await program.stop()
    if code or seconds > 10:
        toll.faults.append(f"stopped with {code} in {seconds:.1f} s")
    toll.updates += chat.done
    toll.out_of_order += disorder(chat, story)
    toll.slowest_start = max(program.starts)
    kept = await program.rows("select update_key, state from inbox")
    handled = {row["update_key"] for row in kept if row["state"] == "done"}
    toll.lost += len(chat.acknowledged - handled)
    for table, query in ONCE.items():
        found = (await program.rows(query))[0]["n"]
        toll.doubled_records += max(0, found - 1)
        toll.lost += found == 0
        if found != 1:
            toll.faults.append(f"{found} rows in {table}")
    await _counted_once(toll, program)


async def _counted_once(toll: Toll, program: Program) -> None:
    """Every tap of the counters counts once, and totals equal their records."""
    for row in await program.rows("select lines, state from help_reports"):
        if json.loads(row["lines"]) != COUNTS or row["state"] != "counted":
            toll.faults.append(f"reported {row['lines']} ({row['state']}) instead of {COUNTS}")
    for row in await program.rows(UNSENT):
        toll.faults.append(f"{row['n']} messages are {row['state']}")
    store = database(program.settings["DATABASE_URL"])
    await store.start()
    toll.faults += await store.read(figures.verify)
    await store.close()
