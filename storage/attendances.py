"""Who was there: check-ins and check-outs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect, TeamDay
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.work import Attendance, grade_of
from storage.sources import PersonKey, Source, TeamKey, json_list

TeamDays = tuple[str, str, str, str]
"""(tenant, team id, first day, last day), days as ISO text, both included."""
Since = tuple[str, str, datetime]
"""(tenant, person id, since)."""


class NamedAttendance(Attendance):
    """An attendance with the name of its person, or of the guest."""

    name: str


async def _open(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, Attendance]:
    rows = await tx.all(
        "open_attendances",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
    )
    return {(row["tenant"], row["person_id"]): Attendance.model_validate(dict(row)) for row in rows}


async def _of_people(tx: Tx, keys: Sequence[Since]) -> Mapping[Since, list[Attendance]]:
    rows = await tx.all(
        "attendances_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
    )
    found: dict[PersonKey, list[Attendance]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Attendance.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if one.in_at >= key[2]] for key in keys}


async def _of_teams(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, list[NamedAttendance]]:
    rows = await tx.all(
        "attendances_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
        until_on=max(key[3] for key in keys),
    )
    found: dict[tuple[str, str], list[NamedAttendance]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(NamedAttendance.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if key[2] <= one.day_on <= key[3]] for key in keys}


async def _open_of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Attendance]]:
    rows = await tx.all(
        "open_attendances_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[Attendance]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["of_team"]].append(Attendance.model_validate(dict(row)))
    return found


still_open = Source("open_attendance", _open)
of_person = Source("attendances_of_person", _of_people)
of_team = Source("attendances_of_team", _of_teams)
open_of_members = Source("open_attendances_of_members", _open_of_teams)
"""The presences under way of a team's members, in whatever team."""


async def of_shifts(tx: Tx, shift_ids: Sequence[tuple[str, str]]) -> list[Attendance]:
    """Attendances of the shifts (tenant, shift id), in the order of shift and time."""
    rows = await tx.all(
        "attendances_of_shifts",
        tenants=json_list(key[0] for key in shift_ids),
        shifts=json_list(key[1] for key in shift_ids),
    )
    return [Attendance.model_validate(dict(row)) for row in rows]


async def open_before(tx: Tx, before: datetime) -> list[Attendance]:
    """Attendances that began before ``before`` and have no check-out."""
    rows = await tx.all("attendances_open_before", before=to_micros(before))
    return [Attendance.model_validate(dict(row)) for row in rows]


def opened(record: Attendance) -> Effect:
    """A check-in; contested, because a person has one open attendance at most."""
    return Effect("add_attendance", record.model_dump(), contested=True, moves=_day(record))


def closed(record: Attendance, out_at: datetime, received_at: datetime, origin: str) -> Effect:
    """A check-out of ``record`` as it was read; contested by its version."""
    return Effect(
        "close_attendance",
        {
            "tenant": record.tenant,
            "id": record.id,
            "out_at": to_micros(out_at),
            "out_received_at": to_micros(received_at),
            "out_origin": origin,
            "version": record.version,
        },
        contested=True,
        moves=_day(record),
    )


def proven(
    record: Attendance,
    *,
    by_code: bool | None = None,
    at_place: bool | None = None,
    by_leader: bool | None = None,
) -> Effect:
    """Proof come to hand for ``record`` as it was read, and the grade that follows; None leaves what is
    known. Contested by its version."""
    seen = record.model_copy(
        update={
            "by_code": record.by_code if by_code is None else by_code,
            "at_place": record.at_place if at_place is None else at_place,
            "by_leader": record.by_leader if by_leader is None else by_leader,
        }
    )
    grade = grade_of(by_code=seen.by_code, at_place=seen.at_place, by_leader=seen.by_leader)
    graded = seen.model_copy(update={"grade": grade}).model_dump()
    names = ("tenant", "id", "grade", "by_code", "at_place", "by_leader", "version")
    params = {name: graded[name] for name in names}
    return Effect("prove_attendance", params, contested=True, moves=_day(record))


def corrected(record: Attendance, in_at: datetime, out_at: datetime, origin: str) -> Effect:
    """Other hours of ``record`` as it was read; contested by its version. What proves it stays."""
    return Effect(
        "correct_attendance",
        {
            "tenant": record.tenant,
            "id": record.id,
            "in_at": to_micros(in_at),
            "out_at": to_micros(out_at),
            "out_origin": origin,
            "version": record.version,
        },
        contested=True,
        moves=_day(record),
    )


def withdrawn(record: Attendance) -> Effect:
    """Take back an attendance made by mistake, as it was read; contested by its version."""
    params = {"tenant": record.tenant, "id": record.id, "version": record.version}
    return Effect("withdraw_attendance", params, contested=True, moves=_day(record))


def accepted(tenant: str, team_id: str, person_id: str) -> Effect:
    """Let what a newcomer did count."""
    return Effect("accept_attendances", {"tenant": tenant, "team_id": team_id, "person_id": person_id})


def refused(tenant: str, team_id: str, person_id: str) -> Effect:
    """Drop the hours of a newcomer who was sent away: they were never the team's."""
    return Effect("refuse_attendances", {"tenant": tenant, "team_id": team_id, "person_id": person_id})


def _day(record: Attendance) -> TeamDay:
    """The day of its team that an attendance belongs to."""
    return record.tenant, record.team_id, record.day_on
