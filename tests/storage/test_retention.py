"""Years go by: records lose their people, people are forgotten, figures stay, proof is kept and goes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot import sample
from locales.formats import HANOI
from storage import attendances, difficulties, figures, reports, retention
from storage.database import Database
from storage.queries import Tx
from storage.records.moments import to_micros
from tests.sample import furnish, member
from tests.storage.made import (
    AT,
    attendance,
    difficulty,
    known,
    later,
    report,
    tenant,
    world,
    write,
)
from tests.world import World
from tests.world import world as running

ENDS = datetime(2027, 2, 21, 12, 0, tzinfo=HANOI)
"""The last day of the sample's campaign."""
YEAR = timedelta(days=366)


@asynccontextmanager
async def _lived(path: Path) -> AsyncIterator[World]:
    """A day of the sample team, told in the chat."""
    async with running(path) as played:
        await furnish(played)
        await played.write(*member("binh", "Trần Bình", played))
        played.clock.move(datetime(2026, 11, 23, 7, 25, tzinfo=HANOI))
        for who in ("lan", "binh"):
            await played.says(who, "vào ca")
            await played.says(who, "5 vneid, mạng chậm quá")
            await played.taps(who, "✓ Đúng, ghi lại")
            await played.says(who, "ra ca")
        yield played


async def _night(played: World, at: datetime) -> None:
    """The clock rings after three at night of that day, and some minutes on."""
    for minute in range(3):
        played.clock.move(at.replace(hour=3, minute=10 + minute))
        await played.tick()


async def _count(played: World, sql: str) -> int:
    (row,) = await played.database.read(lambda tx: tx.fetch(sql))
    return int(row["n"])


_LINKED = (
    "select count(*) as n from {table} r join persons p on p.tenant = r.tenant and p.id = r.person_id "
    "where p.left_at is null"
)
_PEOPLE = "select count(distinct person_id) as n from attendances"


async def test_a_year_after_the_campaign_its_records_lead_to_nobody(fresh: Path) -> None:
    """Not a day before; and every figure is what it was."""
    async with _lived(fresh) as played:
        kept = await played.database.read(
            lambda tx: tx.fetch("select * from day_totals order by figure, item")
        )
        assert kept
        people_before = await _count(played, _PEOPLE)
        await _night(played, ENDS + timedelta(days=364))
        assert await _count(played, _LINKED.format(table="attendances")) == 2

        await _night(played, ENDS + YEAR)
        for table in ("attendances", "help_reports", "difficulties", "signups", "day_forms"):
            assert await _count(played, _LINKED.format(table=table)) == 0, table
        assert await _count(played, _PEOPLE) == people_before == 2
        assert await played.database.read(figures.verify) == []
        now = await played.database.read(
            lambda tx: tx.fetch("select * from day_totals order by figure, item")
        )
        assert [tuple(row) for row in now] == [tuple(row) for row in kept]


async def test_people_of_the_past_are_forgotten_and_coordinators_stay(fresh: Path) -> None:
    """Their names go twelve months after their last campaign, as the notice promises."""
    names = "select count(*) as n from persons where left_at is null"
    async with _lived(fresh) as played:
        before = await _count(played, names)
        await _night(played, ENDS + timedelta(days=300))
        assert await _count(played, names) == before
        await _night(played, ENDS + YEAR)
        left = await played.database.read(
            lambda tx: tx.fetch("select id from persons where left_at is null order by id")
        )
        kept = {row["id"] for row in left}
        assert kept >= {sample.person_id("coordinator"), "tam"}
        assert not kept & {"binh", sample.person_id("volunteer"), sample.person_id("leader")}
        assert await played.says("lan", "dữ liệu của tôi") != []
        assert await _count(played, "select count(*) as n from contacts where chat = 'binh'") == 0


async def test_consents_and_requests_are_kept_five_years(fresh: Path) -> None:
    """Also of those who were erased: they are the proof."""
    proof = "select count(*) as n from consents where purpose = 'taking_part'"
    async with _lived(fresh) as played:
        await played.says("lan", "dữ liệu của tôi")
        before = await _count(played, proof)
        await _night(played, ENDS + YEAR)
        assert await _count(played, proof) == before
        assert await _count(played, "select count(*) as n from rights_requests") == 1
        played.clock.move(datetime(2031, 11, 20, 12, 0, tzinfo=HANOI))
        await played.tick()
        assert await _count(played, proof) == before
        played.clock.move(datetime(2031, 12, 20, 12, 0, tzinfo=HANOI))
        await played.tick()
        assert await _count(played, "select count(*) as n from rights_requests") == 0
        assert await _count(played, proof) < before


async def test_a_tenant_may_keep_longer_or_shorter(any_database: Database) -> None:
    """Its own time holds, and the general one does not reach it."""
    counted = report()
    await write(
        any_database,
        *world(*known("mai"), tenant("02")),
        reports.added(counted),
        *figures.moved(counted, +1),
        attendances.opened(attendance()),
        difficulties.added(difficulty(note="mạng chậm")),
    )
    day = (AT + timedelta(days=40)).date()
    assert await any_database.read(lambda tx: retention.ended(tx, day)) == []
    ended = date(2026, 12, 31)
    usual = ended + timedelta(days=366)
    campaign = retention.Ended("01", "c1")
    assert await any_database.read(lambda tx: retention.ended(tx, usual)) == [campaign]
    await any_database.write(lambda tx: retention.set_days(tx, "01", "records", 730, AT))
    assert await any_database.read(lambda tx: retention.ended(tx, usual)) == []
    await any_database.write(lambda tx: retention.set_days(tx, "01", "records", 60, AT))
    assert await any_database.read(lambda tx: retention.ended(tx, ended + timedelta(days=61))) == [campaign]

    assert await any_database.read(lambda tx: retention.linked(tx, campaign, 10)) == ["mai"]
    await write(
        any_database,
        *retention.unlinked(campaign, "mai", "nobody"),
        *retention.closed(campaign, "(đã xóa)", later(1)),
    )
    assert await any_database.read(lambda tx: retention.linked(tx, campaign, 10)) == []
    assert await any_database.read(lambda tx: retention.ended(tx, usual)) == []
    assert await any_database.read(figures.verify) == []


async def test_days_are_checked(any_database: Database) -> None:
    """A kind there is none of, too few, too many: the line says what may be written."""
    for kind, days in (("names", 5), ("records", 1), ("faq_questions", 9999)):
        with pytest.raises(ValueError, match=r"write one of|may be kept"):
            await any_database.write(
                lambda tx, kind=kind, days=days: retention.set_days(tx, "01", kind, days, AT)  # type: ignore[misc]  # bound at once
            )


@pytest.mark.parametrize(("days", "left"), [(1, 0), (60, 1)])
async def test_questions_of_a_tenant_go_at_its_own_time(any_database: Database, days: int, left: int) -> None:
    """A day, or sixty, instead of thirty."""
    await any_database.write(lambda tx: retention.set_days(tx, "01", "faq_questions", days, AT))

    async def work(tx: Tx) -> int:
        columns = "tenant, id, question, decision, asked_at"
        await tx.fetch(
            f"insert into faq_questions ({columns}) values ('01', 'q', '?', 'none', {to_micros(AT)}) "
            "returning id"
        )
        await retention.purge_chosen(tx, AT + timedelta(days=40))
        before = to_micros(AT + timedelta(days=10))
        await tx.run("purge_faq_questions", asked_before=before)
        return len(await tx.fetch("select id from faq_questions"))

    assert await any_database.write(work) == left
