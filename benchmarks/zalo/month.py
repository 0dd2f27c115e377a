"""A month of one team on one Zalo bot: ``python -m benchmarks.zalo.month --write``.

The program's own parts answer people through its Zalo channel and the loopback Zalo, which counts as the
platform does; only the clock is virtual. Played several ways: messages that come in count or not, people do
as the bot teaches them or not, the leader checks everybody in.
"""

import argparse
import asyncio
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from benchmarks.zalo.desk import Desk
from benchmarks.zalo.said import PEOPLE, Said, clock, said_on
from benchmarks.zalo.team import LEADER, REMINDED, members, volunteers
from bot import sample
from bot.calling import Connections
from bot.channels.zalo import ZaloChannel
from handlers.allowance import Allowance
from locales import words
from locales.formats import HANOI
from storage import account_use, shifts
from storage.account_use import Use
from storage.database import Database, database
from storage.effects import Effect, carry_out
from storage.migrate import migrate
from storage.records.work import Shift
from tests.fakes.zalo import ZaloFake
from tests.fakes.zalo.account import Account

RESULTS = Path(__file__).parent.parent / "zalo-month.md"
FIRST, DAYS = date(2026, 12, 1), 22
"""Twenty-two working days from the first of December, everybody once a day."""
PATIENCE = 10
"""Seconds in which what may leave has left."""
LEARN = 2 / 3
"""How many of those who are taught a shorter way go that way from then on."""
TAUGHT = words("vi")(
    "check-in-done", time="", team="", shift="", when="", remarks="", next="whole"
).splitlines()[-1]
"""What teaches that one message tells a whole shift."""
LONG_AGO = timedelta(days=30)
"""Since when there has been a team: its sample week is over."""
NO_USE = Use()


@dataclass(frozen=True, slots=True)
class Way:
    """How the month is played: what the platform counts, and what people do."""

    title: str
    counts_received: bool = True
    learning: float = 0.0
    ticked: bool = False


WAYS = (
    Way("If messages in count too: two in three do as they are taught", learning=LEARN),
    Way("The same, nobody does"),
    Way("The same, the leader checks all in", ticked=True),
    Way("If messages in do not count", counts_received=False),
)


@dataclass(slots=True)
class Month:
    """What was counted. ``by_shift`` are the bot's messages to a volunteer on one day, ``silent_on`` the day
    from which an answer stayed away; ``learned`` are those who leave a check-in out by now."""

    said: Counter[str] = field(default_factory=Counter)
    to_volunteers: int = 0
    to_leader: int = 0
    by_shift: Counter[int] = field(default_factory=Counter)
    normal: list[int] = field(default_factory=list)
    use: Use = NO_USE
    silent_on: str = ""
    learned: set[str] = field(default_factory=set)


def _days() -> list[date]:
    every = (FIRST + timedelta(days=ahead) for ahead in range(31))
    return [day for day in every if day.weekday() < 5][:DAYS]


def _founded(account: str, now: datetime) -> Iterator[Effect]:
    yield from sample.effects(words("vi"), now - LONG_AGO)
    for day in _days():
        begins, ends = (datetime.combine(day, at, tzinfo=HANOI) for at in (time(7, 30), time(11, 30)))
        yield shifts.saved(
            Shift(
                tenant=sample.TENANT, id=f"shift-{day}", team_id=sample.TEAM_ID,
                campaign_id=sample.CAMPAIGN_ID, place_id=sample.PLACE_ID, starts_at=begins, ends_at=ends,
                needed=PEOPLE, created_at=now,
            )
        )  # fmt: skip
    yield from members(PEOPLE, account, now)


async def played(
    store: Database, fake: ZaloFake, channel: ZaloChannel, allowance: Allowance, way: Way
) -> Month:
    """The month; what was counted."""
    begun = datetime.combine(FIRST, time(0), tzinfo=HANOI)
    key = (channel.name, channel.account)
    desk = Desk(store, begun, allowance, lambda _: {key: channel})
    await store.write(lambda tx: carry_out(tx, _founded(channel.account, begun)))
    month, chance, learning = Month(), random.Random(1), random.Random(2)
    account = fake.account
    for who in [LEADER, *volunteers(PEOPLE)]:
        account.person(who).says("…")
    account.ledger.month_received = 0
    asked = set[str]()
    for day in _days():
        said = [one for one in said_on(day, chance, ticked=way.ticked) if not _left_out(one, month)]
        await _day(desk, account, month, sorted(said), day)
        shown = {who: account.shown(who) for who in volunteers(PEOPLE)}
        taught = {who for who in shown if any(TAUGHT in one.text for one in shown[who])}
        month.learned |= {who for who in sorted(taught - asked) if learning.random() < way.learning}
        asked |= taught
    last = FIRST.isoformat()[:7]
    month.use = await store.read(lambda tx: account_use.month(tx, *key, last))
    return month


def _left_out(said: Said, month: Month) -> bool:
    return said[2] == "check-in" and said[1] in month.learned


async def _day(desk: Desk, account: Account, month: Month, said: list[Said], day: date) -> None:
    before = {who: len(account.shown(who)) for who in [LEADER, *volunteers(PEOPLE)]}
    told: dict[str, set[str]] = defaultdict(set)
    moments = [
        *said,
        *((clock(day, hour, minute), "", "", "") for hour in range(6, 21) for minute in (0, 30, 41)),
    ]
    for at, who, kind, text in sorted(moments):
        desk.now_at = max(desk.now_at, at)
        if not who:
            await desk.scheduler.tick()
        elif name := account.person(who).says(text):
            month.said[kind] += 1
            told[who].add(kind)
            await desk.hear({("zalo", account.token.partition(":")[0]): [account.pushed(name)]})
        await _settled(desk)
    for who, count in before.items():
        got = len(account.shown(who)) - count
        if who == LEADER:
            month.to_leader += got
            continue
        month.to_volunteers += got
        month.by_shift[got] += 1
        if told[who] - {"check-in"} == {"check-out"}:
            month.normal.append(got)
        if got < len(told[who]) and not month.silent_on:
            month.silent_on = f"{day:%d/%m}"


async def _settled(desk: Desk) -> None:
    for _ in range(PATIENCE):
        if not await desk.work():
            return
        desk.move(timedelta(seconds=1))


async def simulate(way: Way) -> Month:
    """The month on a fresh database, the platform counting one way or the other."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/month.sqlite"
        await migrate(url)
        store = database(url)
        await store.start()
        try:
            async with ZaloFake() as fake, Connections() as http:
                fake.account.plan.counts_received = way.counts_received
                channel = ZaloChannel(
                    fake.token, intake=_NOWHERE, http=http, monotonic=asyncio.get_running_loop().time,
                    api_url=fake.url, rng=random.Random(1),
                )  # fmt: skip
                allowance = Allowance(counts_received=way.counts_received)
                return await played(store, fake, channel, allowance, way)
        finally:
            await store.close()


class _Nowhere:
    async def store(self, channel: object, updates: object) -> None:
        """Nothing arrives by itself: people are heard by the clock."""


_NOWHERE = _Nowhere()


def _column(way: Way, month: Month) -> list[str]:
    limit = Allowance().month
    spent = month.use.sent + month.use.received * way.counts_received
    return [
        f"{sum(month.said.values()):,}",
        f"{month.use.sent:,} ({month.to_volunteers:,} to volunteers, {month.to_leader:,} to the leader)",
        f"{spent:,} ({spent / limit:.0%})",
        f"{month.use.dropped} reminders, {month.use.dropped_lists} digests and lists",
        month.silent_on or "never",
        str(len(month.learned)),
        f"{max(month.normal)} / {sum(month.normal) / len(month.normal):.2f}",
        ", ".join(f"{count}: {month.by_shift[count]}" for count in sorted(month.by_shift)),
    ]


NAMES = (
    "Messages in",
    "Messages out",
    f"Of the {Allowance().month:,} of the plan",
    "Held back so that answers could go",
    "First day on which an answer stayed away",
    "Volunteers who came to tell a whole shift in one message",
    "Messages to a volunteer on a normal day (check-in, check-out with report): most / mean",
    "Messages to a volunteer on a day, how often",
)


def told(played: Sequence[tuple[Way, Month]]) -> str:
    """The results as Markdown."""
    rows = zip(NAMES, *(_column(way, month) for way, month in played), strict=True)
    said = ", ".join(f"{kind} {count}" for kind, count in sorted(played[-1][1].said.items()))
    return "\n".join(
        [
            "# A month of one team on one Zalo bot",
            "",
            f"{PEOPLE} volunteers and a leader, {DAYS} days, everybody one shift a day; one in {REMINDED} "
            f"agreed to reminders. Said: {said}. Command: `python -m benchmarks.zalo.month --write`.",
            "",
            "Nobody has published whether messages that come in count. If they do, a check-in and a "
            f"check-out a day are {4 * PEOPLE * DAYS:,} messages by themselves, and with questions the month "
            "would not do. So as soon as that shows, the answer to a check-in teaches that one message at "
            'the end tells the whole shift ("ra ca 5 vneid"), and the leader is told that one message '
            'checks everybody in ("điểm danh hộ tất cả").',
            "",
            f"| What | {' | '.join(way.title for way, _ in played)} |",
            f"|---|{'---|' * len(played)}",
            *(f"| {' | '.join(row)} |" for row in rows),
            "",
        ]
    )


async def _all() -> str:
    return told([(way, await simulate(way)) for way in WAYS])


def main() -> None:
    """Play and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    result = asyncio.run(_all())
    print(result)
    if given.write:
        RESULTS.write_text(result, encoding="utf-8")


if __name__ == "__main__":
    main()
