"""Reports of citizens helped."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.attendances import TeamDays
from storage.effects import Effect
from storage.queries import Tx
from storage.records.work import HelpReport, ReportState
from storage.sources import Source, TeamKey, json_list

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


async def _by_ids(tx: Tx, keys: Sequence[ReportKey]) -> Mapping[ReportKey, HelpReport]:
    rows = await tx.all(
        "help_reports_by_ids",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    return {(row["tenant"], row["id"]): HelpReport.model_validate(dict(row)) for row in rows}


one = Source("report", _by_ids)
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


def decided(record: HelpReport, state: ReportState, reason: str = "") -> Effect:
    """The leader's decision about a report as it was read, with its reason; contested by its version."""
    return Effect(
        "decide_help_report",
        {
            "tenant": record.tenant,
            "id": record.id,
            "state": state,
            "reason": reason or record.reason,
            "version": record.version,
        },
        contested=True,
    )
