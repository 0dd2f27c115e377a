"""Corrections of hours: asked by whoever worked them, decided by a leader, both versions kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.correction import Correction, CorrectionState
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.records.work import Attendance
from storage.sources import PersonKey, Source, TeamKey, json_list

PersonSince = tuple[str, str, datetime]
"""(tenant, person id, since)."""
CorrectionKey = tuple[str, str]
"""(tenant, correction id)."""


class NamedCorrection(Correction):
    """A correction with the name of whoever asked, and the attendance as it stands now."""

    name: str
    held: Attendance


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[NamedCorrection]]:
    rows = await tx.all(
        "corrections_asked_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[NamedCorrection]] = defaultdict(list)
    for one in await _with_attendances(tx, rows):
        found[one.tenant, one.team_id].append(one)
    return found


async def _by_id(tx: Tx, keys: Sequence[CorrectionKey]) -> Mapping[CorrectionKey, NamedCorrection]:
    rows = await tx.all(
        "corrections_by_id",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    return {(one.tenant, one.id): one for one in await _with_attendances(tx, rows)}


async def _of_people(tx: Tx, keys: Sequence[PersonSince]) -> Mapping[PersonSince, list[Correction]]:
    rows = await tx.all(
        "corrections_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
    )
    found: dict[PersonKey, list[Correction]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Correction.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if one.asked_at >= key[2]] for key in keys}


async def _contacts(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Contact]]:
    rows = await tx.all(
        "correction_contacts_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["asked_in"]].append(Contact.model_validate(dict(row)))
    return found


async def _with_attendances(tx: Tx, rows: Iterable[Row]) -> list[NamedCorrection]:
    """Those whose attendance still stands."""
    asked = list(rows)
    if not asked:
        return []
    known = await tx.all(
        "attendances_by_id",
        tenants=json_list(row["tenant"] for row in asked),
        ids=json_list(row["attendance_id"] for row in asked),
    )
    held = {(row["tenant"], row["id"]): Attendance.model_validate(dict(row)) for row in known}
    return [
        NamedCorrection.model_validate({**dict(row), "held": held[row["tenant"], row["attendance_id"]]})
        for row in asked
        if (row["tenant"], row["attendance_id"]) in held
    ]


of_team = Source("corrections_of_team", _of_teams)
"""Those that wait for a leader."""
contacts_of_team = Source("correction_contacts", _contacts)
"""How those who wait are reached."""
of_person = Source("corrections_of_person", _of_people)
by_id = Source("correction", _by_id)


def asked(record: Correction) -> Effect:
    """Ask for other hours."""
    return Effect("add_correction", record.model_dump())


def decided(record: Correction, state: CorrectionState, at: datetime, *, by: str, reason: str = "") -> Effect:
    """Decide what was asked; contested, because only one leader decides, and not of what was withdrawn."""
    return Effect(
        "decide_correction",
        {
            "tenant": record.tenant,
            "id": record.id,
            "state": state,
            "was": record.state,
            "reason": reason,
            "decided_at": to_micros(at),
            "decided_by": by,
        },
        contested=True,
    )
