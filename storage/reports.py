"""Reports of citizens helped."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storage import teams
from storage.attendances import TeamDays
from storage.effects import Effect
from storage.queries import Tx
from storage.records.team import TeamCard
from storage.records.work import HelpReport, ReportState
from storage.sources import Facts, Source, TeamKey, json_list

ReportKey = tuple[str, str]
"""(tenant, report id)."""
SinceDay = tuple[str, str, str]
"""(tenant, person id, first day as ISO text)."""


async def _of_people(tx: Tx, keys: Sequence[SinceDay]) -> Mapping[SinceDay, list[HelpReport]]:
    rows = await tx.all(
        "help_reports_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
    )
    found: dict[tuple[str, str], list[HelpReport]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(HelpReport.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if one.day_on >= key[2]] for key in keys}


async def _of_teams(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, list[HelpReport]]:
    found: dict[tuple[str, str], list[HelpReport]] = defaultdict(list)
    for row in await tx.all("help_reports_of_teams", **_days(keys)):
        found[row["tenant"], row["team_id"]].append(HelpReport.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if key[2] <= one.day_on <= key[3]] for key in keys}


def _days(keys: Sequence[TeamDays]) -> dict[str, str]:
    return {
        "tenants": json_list(key[0] for key in keys),
        "teams": json_list(key[1] for key in keys),
        "since_on": min(key[2] for key in keys),
        "until_on": max(key[3] for key in keys),
    }


async def _pending(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[HelpReport]]:
    found: dict[TeamKey, list[HelpReport]] = {}
    for tenant, team_id in keys:
        rows = await tx.all("pending_reports_of_team", tenant=tenant, team_id=team_id)
        found[tenant, team_id] = [HelpReport.model_validate(dict(row)) for row in rows]
    return found


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A report with its team, its owner's name, and every version that its owner has for that day."""

    report: HelpReport
    team: TeamCard
    name: str
    versions: tuple[HelpReport, ...]


async def _held(tx: Tx, keys: Sequence[ReportKey]) -> Mapping[ReportKey, HeldReport]:
    rows = await tx.all(
        "help_reports_beside",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    beside: dict[ReportKey, list[HelpReport]] = defaultdict(list)
    names: dict[ReportKey, str] = {}
    for row in rows:
        beside[row["tenant"], row["beside"]].append(HelpReport.model_validate(dict(row)))
        names[row["tenant"], row["beside"]] = row["name"]
    found = {key: next(one for one in beside[key] if one.id == key[1]) for key in keys if key in beside}
    cards = Facts()
    await cards.load(tx, [teams.card.of((one.tenant, one.team_id)) for one in found.values()])
    held = {}
    for key, report in found.items():
        card = cards.get(teams.card.of((report.tenant, report.team_id)))
        if card is not None:
            held[key] = HeldReport(report, card, names[key], tuple(beside[key]))
    return held


async def _late(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[HelpReport]]:
    rows = await tx.all(
        "late_reports_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[HelpReport]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(HelpReport.model_validate(dict(row)))
    return found


held = Source("report_held", _held)
late_of_team = Source("late_reports", _late)
of_person = Source("reports_of_person", _of_people)
of_team = Source("reports_of_team", _of_teams)
pending_of_team = Source("pending_reports", _pending)


def added(record: HelpReport) -> Effect:
    """A new report; its totals are moved by ``figures.moved`` in the same turn."""
    return Effect("add_help_report", record.model_dump())


def moved(record: HelpReport, state: ReportState) -> Effect:
    """A report as it was read changes its state; contested by its version."""
    return Effect(
        "move_help_report",
        {"tenant": record.tenant, "id": record.id, "state": state, "version": record.version},
        contested=True,
    )


def decided(record: HelpReport, state: ReportState, reason: str | None = None) -> Effect:
    """A decision about a report as it was read; its reason stays where None. Contested by its version."""
    return Effect(
        "decide_help_report",
        {
            "tenant": record.tenant,
            "id": record.id,
            "state": state,
            "reason": record.reason if reason is None else reason,
            "version": record.version,
        },
        contested=True,
    )
