"""Totals that move with their records, in the same transaction, with the sign of the change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storage.attendances import TeamDays
from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import Record
from storage.records.work import HelpReport
from storage.sources import Source, json_list

VISITS = "luot_nguoi_dan"
MATTERS = "luot_noi_dung"


class DayTotal(Record):
    """One additive figure of one team on one day; ``item`` is a category, or empty."""

    tenant: str
    day_on: str
    team_id: str
    unit_code: str
    organisation_id: str = ""
    campaign_id: str
    figure: str
    item: str = ""
    count: int
    approx: int = 0


def of_report(report: HelpReport) -> Iterable[tuple[str, str, int, int]]:
    """What one counted report adds: (figure, item, count, approx reports).

    A report without a total of visits counts the sum of its lines as visits: that is what a
    volunteer means who names only what was done.
    """
    approx = int(report.approx)
    matters = sum(report.lines.values())
    yield VISITS, "", report.visits if report.visits is not None else matters, approx
    for category, count in sorted(report.lines.items()):
        yield MATTERS, category, count, approx


def moved(report: HelpReport, sign: int) -> list[Effect]:
    """Move the totals by ``report`` (sign +1 or −1); an exercise moves nothing."""
    if report.exercise:
        return []
    return [
        Effect(
            "move_total",
            DayTotal(
                tenant=report.tenant,
                day_on=report.day_on,
                team_id=report.team_id,
                unit_code=report.unit_code,
                organisation_id=report.organisation_id,
                campaign_id=report.campaign_id,
                figure=figure,
                item=item,
                count=sign * count,
                approx=sign * approx,
            ).model_dump(),
        )
        for figure, item, count, approx in of_report(report)
    ]


async def _of_teams(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, list[DayTotal]]:
    rows = await tx.all(
        "totals_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
        until_on=max(key[3] for key in keys),
    )
    totals = [DayTotal.model_validate(dict(row)) for row in rows]
    return {
        key: [
            one for one in totals if (one.tenant, one.team_id) == key[:2] and key[2] <= one.day_on <= key[3]
        ]
        for key in keys
    }


of_team = Source("totals_of_team", _of_teams)

_KEY = ("tenant", "day_on", "team_id", "unit_code", "organisation_id", "campaign_id", "figure", "item")


async def _from_records(tx: Tx) -> dict[tuple[str, ...], tuple[int, int]]:
    counts: Counter[tuple[str, ...]] = Counter()
    approx: Counter[tuple[str, ...]] = Counter()
    for row in await tx.all("counted_reports"):
        report = HelpReport.model_validate(dict(row))
        where = (report.tenant, report.day_on, report.team_id, report.unit_code, report.organisation_id)
        for figure, item, count, roughly in of_report(report):
            key = (*where, report.campaign_id, figure, item)
            counts[key] += count
            approx[key] += roughly
    return {key: (counts[key], approx[key]) for key in counts if counts[key] or approx[key]}


async def verify(tx: Tx) -> list[str]:
    """Compare every total with its records; one line a difference, none when all agree."""
    wanted = await _from_records(tx)
    kept = {_key(row): (row["count"], row["approx"]) for row in await tx.all("totals_all")}
    return [
        f"{' / '.join(part for part in key if part)}: kept {kept.get(key, (0, 0))[0]}, "
        f"records {wanted.get(key, (0, 0))[0]}"
        for key in sorted(wanted.keys() | kept.keys())
        if wanted.get(key) != kept.get(key)
    ]


async def rebuild(tx: Tx) -> int:
    """Make the totals anew from the records; the number of rows."""
    wanted = await _from_records(tx)
    await tx.run("clear_totals")
    rows = [
        dict(zip(_KEY, key, strict=True), count=count, approx=approx)
        for key, (count, approx) in sorted(wanted.items())
    ]
    await tx.many("move_total", rows)
    return len(rows)


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(row[name] for name in _KEY)
