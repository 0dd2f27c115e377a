"""Several processes with roles on PostgreSQL do what one does on SQLite, and nobody misses a killed one."""

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from tests.chats import Chat, TelegramChat, until
from tests.chats.script import CHECK_IN, CHECK_OUT, DIFFICULTY, JOIN, LINE, QUESTION, REPORT, Step
from tests.chats.web import browser
from tests.fakes.telegram import TelegramFake
from tests.fleet import ACCOUNT, fleet, members, sown
from tests.program import Row, on_telegram, running, seeded

pytestmark = [pytest.mark.postgresql, pytest.mark.process]

DAY = (*JOIN, *CHECK_IN, *REPORT, *LINE, *DIFFICULTY, *QUESTION, *CHECK_OUT)
SHORT = (*JOIN, *CHECK_IN, *LINE, *CHECK_OUT)
"""For Telegram, where a chat gets a message a second."""
GOES_ON = 5.0
"""Seconds within which the next process does what a killed one did."""
AT_ONCE = 0.5
"""Seconds within which a page of one process mostly shows what another has sent; looking by itself every two
seconds it would take twice as long, and a busy machine delays one or the other."""
RECORDS = {
    "persons": "name, language, of_age, left_at is null as here",
    "memberships": "team_id, role, pending, to_at is null as here",
    "contacts": "channel, preferred, unreachable, language",
    "consents": "purpose, answer, notice_version",
    "attendances": "team_id, shift_id, day_on, in_origin, out_origin, grade, pending, out_at is null as open",
    "help_reports": "team_id, day_on, visits, approx, lines, groups, note, state, version",
    "difficulties": "case_id, team_id, unit_code, day_on, code, severity, note, pending",
    "day_totals": "day_on, team_id, figure, item, count, approx",
    "faq_questions": "decision, slug",
    "outbox": "channel, lane, replace(state, 'superseded', 'sent') as state, edits <> '' as changed",
    "inbox": "channel, state, attempts, error",
}
"""What of each table must be the same wherever the day was lived. Whether a change of a message left before
the next one took its place is a matter of moments."""


async def _lived(chat: Chat, day: Sequence[Step]) -> list[float]:
    """Live the day; how long each answer took."""
    took = []
    for step in day:
        await step.do(chat)
        began = time.monotonic()
        await chat.sees(step.shows)
        took.append(time.monotonic() - began)
    return took


def _said(chat: Chat) -> list[str]:
    """The bot's messages without the time of day and the port of the program."""
    return [re.sub(r"\d{1,2}h\d\d|\d+ phút|:\d{5}/", "…", text) for text in chat.new]


def _sorted(found: Sequence[Row]) -> list[str]:
    return sorted(
        str([(name, int(value) if isinstance(value, bool) else value) for name, value in row.items()])
        for row in found
    )


def _query(table: str) -> str:
    return f"select {RECORDS[table]} from {table}"


@asynccontextmanager
async def _people(
    url: str, fake: TelegramFake
) -> AsyncIterator[tuple[tuple[Chat, Sequence[Step]], tuple[Chat, Sequence[Step]]]]:
    async with browser(url) as page:
        yield (page, DAY), (TelegramChat(fake, 501), SHORT)


async def test_a_day_is_the_same_as_on_one_process(tmp_path: Path, postgresql_url: str) -> None:
    """The same answers and the same records; a page shows at once what another process has sent."""
    async with TelegramFake() as first, TelegramFake() as second:
        program, _ = await seeded(tmp_path / "one", **on_telegram(first.url))
        await sown(tmp_path / "sown", postgresql_url)
        async with (
            running(program),
            fleet(tmp_path, postgresql_url, **on_telegram(second.url)) as many,
            _people(program.url, first) as alone,
            _people(many.web.url, second) as together,
        ):
            lived = [_lived(chat, day) for people in (alone, together) for chat, day in people]
            _, _, seen_after, _ = await asyncio.gather(*lived)
            assert [_said(chat) for chat, _ in together] == [_said(chat) for chat, _ in alone]
            assert median(seen_after) < AT_ONCE, seen_after
            await program.stop()
            await many.stop()
            for table in RECORDS:
                wanted = _sorted(await program.rows(_query(table)))
                assert _sorted(await many.rows(_query(table))) == wanted, table
            assert (await many.web.command("figures", "verify"))[0] == 0
            assert "Traceback" not in "".join(part.errors for part in many.parts)


CROWD = range(601, 611)
REPORTS = 5
"""Reports of each person, one vneid more each time, sent without waiting for answers."""


async def test_a_killed_process_is_followed_by_the_next(tmp_path: Path, postgresql_url: str) -> None:
    """One that thinks and the one that sends are killed under load: work goes on, every report is there
    once, and answers come in the order of the questions."""
    async with TelegramFake() as fake:
        await sown(tmp_path / "sown", postgresql_url)
        await members(postgresql_url, CROWD)
        async with fleet(tmp_path, postgresql_url, **on_telegram(fake.url)) as many:
            people = [TelegramChat(fake, chat) for chat in CROWD]
            for person in people:
                for number in range(1, REPORTS + 1):
                    await person.says(f"{number} vneid")
                    await person.says("đúng")
            await until(lambda: len(fake.ledger.sent()) > len(CROWD), 20)
            killed_at = time.monotonic()
            await asyncio.gather(many.inboxes[0].kill(), many.sender(f"send telegram {ACCOUNT}").kill())
            wanted = {str(chat): 2 * REPORTS for chat in CROWD}
            await until(lambda: all(len(_once(person)) >= 2 * REPORTS for person in people), 60)
            assert _longest_gap(fake, killed_at) < GOES_ON, _longest_gap(fake, killed_at)
            assert {
                str(chat): len(_once(person)) for chat, person in zip(CROWD, people, strict=True)
            } == wanted
            for person in people:
                told = [int(found) for text in _once(person) for found in re.findall(r"VNeID (\d+)", text)]
                assert told == sorted(told), told
            await many.stop()
            kept = await many.rows("select person_id, lines from help_reports where state = 'counted'")
            reports = Counter((row["person_id"], json.loads(row["lines"])["vneid"]) for row in kept)
            assert reports == Counter((f"person-{chat}", n + 1) for chat in CROWD for n in range(REPORTS))
            assert {row["state"] for row in await many.rows("select distinct state from inbox")} == {"done"}
            assert (await many.web.command("figures", "verify"))[0] == 0


def _once(person: TelegramChat) -> list[str]:
    """The bot's messages without those that a kill doubled: a message comes again before any later one."""
    new = person.new
    return [text for at, text in enumerate(new) if at == 0 or text != new[at - 1]]


def _longest_gap(fake: TelegramFake, since: float) -> float:
    """The longest silence to all people together from ``since`` to the last message."""
    times = [since, *(call.at for call in fake.ledger.sent() if call.at > since)]
    return max(later - former for former, later in pairwise(times))
