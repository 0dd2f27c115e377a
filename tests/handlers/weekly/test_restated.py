"""What was sent stays as it was sent; the weeks as sent and all adjustments together are today's truth."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from handlers.weekly.compose import composed, draft_of, sensitive
from storage import figures, reports, rollups
from storage.database import Database
from storage.figures import GROUPED
from storage.queries import Tx
from storage.records.case import Level
from storage.records.period import Period, beginning
from storage.records.rollup import Rollup, RollupState, canonical, hashed
from storage.records.unit import CENTRE
from storage.records.work import ReportState
from storage.rollups import UnitKey
from storage.week_figures import FOUNDED, ends_at, level_of
from storage.week_figures import figures as figures_now
from storage.week_pictures import WeekPicture, picture, tenants_of
from tests.handlers.weekly.land import FIRST, Land

UNITS: tuple[UnitKey, ...] = (("01", "00235"), ("01", "01"), (CENTRE, CENTRE))
WEEKS = 8
"""More than are compared in any case: what moves an older one has to be noticed."""


async def _seen(land: Land, unit: UnitKey, week: Period) -> WeekPicture:
    today = (week.until + timedelta(days=1)).isoformat()
    found = await land.store.read(lambda tx: picture(tx, (*unit, week.since_on, today)))
    assert found
    return found


async def _send(land: Land, unit: UnitKey, week: Period) -> Rollup:
    """As the conversation does it."""
    now = datetime(2027, 1, 1, tzinfo=UTC)
    seen = await _seen(land, unit, week)
    draft = draft_of(seen, now)
    made = composed(seen, draft, lambda code: code, now)
    body = canonical(made.document)
    sent = draft.model_copy(
        update={"state": RollupState.SENT, "body": body, "body_hash": hashed(body), "sent_at": now}
    )
    adjusted = [one for since, by in made.adjusted.items() for one in rollups.frozen(sent, since, by)]
    told = [rollups.settled(sent, since, times) for since, times in seen.moved.items()]
    await land.write(
        [rollups.saved(sent), *rollups.frozen(sent, sent.since_on, made.values), *adjusted, *told]
    )
    return sent


async def _changed(land: Land, weeks: list[Period], chance: random.Random) -> None:
    """Reports that come later, and reports that leaders set aside, in weeks that were sent."""
    for week in weeks:
        await land.lived([week.since + timedelta(days=chance.randrange(7))], 2)
    counted = [one for one in land.reports if one.state is ReportState.COUNTED]
    for one in chance.sample(counted, k=min(3, len(counted))):
        at = land.reports.index(one)
        await land.write([reports.moved(one, ReportState.SET_ASIDE), *figures.moved(one, -1)])
        land.reports[at] = one.model_copy(update={"state": ReportState.SET_ASIDE, "version": 1})


async def _truth(land: Land, unit: UnitKey, week: Period) -> dict[tuple[str, str], int]:
    async def work(tx: Tx) -> dict[tuple[str, str], int]:
        level = level_of(*unit)
        found = await figures_now(tx, level, await tenants_of(tx, unit[0]), unit[1], week)
        return found.values

    return await land.store.read(work)


async def _published(land: Land, unit: UnitKey, since_on: str) -> dict[str, dict[tuple[str, str], int]]:
    return await land.store.read(lambda tx: rollups.published(tx, unit, since_on))


async def _kept(land: Land, key: rollups.RollupKey) -> Rollup:
    found = await land.store.read(lambda tx: rollups.by_id.load(tx, [key]))
    return found[key]


@pytest.mark.parametrize("seed", range(3))
async def test_weeks_and_adjustments_are_the_truth(any_database: Database, seed: int) -> None:
    """For each figure of each week that was sent, at each level, after whatever came later."""
    chance = random.Random(seed)
    land = await Land(any_database, chance).founded()
    weeks = [beginning(FIRST + timedelta(days=7 * number)) for number in range(WEEKS)]
    sent: list[tuple[str, str, str, str]] = []
    for number, week in enumerate(weeks):
        await land.lived([week.since + timedelta(days=day) for day in range(7)], 12)
        await _changed(land, weeks[:number], chance)
        for unit in UNITS:
            one = await _send(land, unit, week)
            sent.append((one.tenant, one.id, one.body, one.body_hash))
    for unit in UNITS:
        said = await _published(land, unit, weeks[0].since_on)
        for week in weeks:
            truth, told = await _truth(land, unit, week), said[week.since_on]
            for key in {*truth, *told}:
                if key[0] == FOUNDED:
                    continue
                off = truth.get(key, 0) - told.get(key, 0)
                # A change of fewer than five people of a sensitive group waits until it is five.
                assert off == 0 or (sensitive(key) and abs(off) < 5), (unit, week, key, off)
    for tenant, rollup_id, body, body_hash in sent:
        kept = await _kept(land, (tenant, rollup_id))
        assert (kept.body, kept.body_hash) == (body, body_hash) == (body, hashed(body))


async def test_what_a_returned_roll_up_told_is_told_by_the_next(any_database: Database) -> None:
    """Also of a week that is long past: it was told, returned, and told again."""
    land = await Land(any_database, random.Random(11)).founded()
    weeks = [beginning(FIRST + timedelta(days=7 * number)) for number in range(7)]
    unit = UNITS[1]
    for week in weeks[:-1]:
        await land.lived([week.since], 2)
        await _send(land, unit, week)
    await land.lived([weeks[0].since], 6)
    sent = await _send(land, unit, weeks[-1])
    truth = await _truth(land, unit, weeks[0])
    visits = ("luot_nguoi_dan", "")
    assert (await _published(land, unit, weeks[0].since_on))[weeks[0].since_on][visits] == truth[visits]
    kept = await _kept(land, (sent.tenant, sent.id))
    returned = kept.model_copy(update={"state": RollupState.RETURNED})
    await land.write([rollups.saved(returned), rollups.unsaid(returned)])
    assert (await _published(land, unit, weeks[0].since_on))[weeks[0].since_on][visits] != truth[visits]
    again = await _send(land, unit, weeks[-1])
    assert again.edition == 2
    assert (await _published(land, unit, weeks[0].since_on))[weeks[0].since_on][visits] == truth[visits]


async def test_a_rebuild_touches_nothing_that_was_sent(any_database: Database) -> None:
    """The totals are made anew from the records; what was frozen is not theirs."""
    land = await Land(any_database, random.Random(7)).founded()
    week = beginning(FIRST)
    await land.lived([FIRST], 20)
    await _send(land, UNITS[1], week)

    async def frozen(tx: Tx) -> list[tuple[object, ...]]:
        return [
            tuple(dict(row).values())
            for row in await tx.fetch("select * from period_totals order by 1, 2, 3, 4, 5")
        ]

    before = await any_database.read(frozen)
    await any_database.write(figures.rebuild)
    assert before
    assert await any_database.read(frozen) == before
    assert await any_database.read(figures.verify) == []


async def test_groups_of_a_commune_stay_out_of_its_document(any_database: Database) -> None:
    """Sensitive ones; a province shows them from five on."""
    land = await Land(any_database, random.Random(3)).founded()
    await land.lived([FIRST], 30)
    own = (await _send(land, UNITS[0], beginning(FIRST))).document
    above = (await _send(land, UNITS[1], beginning(FIRST))).document
    assert own
    assert above
    assert own.figure(GROUPED, "ethnic_minority") is None
    shown = above.figure(GROUPED, "ethnic_minority")
    assert shown is None or shown.value is None or shown.value >= 5
    assert own.level is Level.COMMUNE
    assert own.updated_at > ends_at(beginning(FIRST))
