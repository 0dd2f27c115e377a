"""What volunteers do: shifts, attendance, reports of citizens helped, difficulties."""

from enum import StrEnum

from storage.records.moments import At, Counts, Flag, MaybeAt, Record


class Shift(Record):
    """A planned stretch of work of one team at one place."""

    tenant: str
    id: str
    team_id: str
    campaign_id: str
    place_id: str = ""
    starts_at: At
    ends_at: At
    needed: int = 0
    cancelled_at: MaybeAt = None
    created_at: At
    version: int = 0


class Attendance(Record):
    """One person's presence: what they claim and when we heard of it.

    ``in_origin`` and ``out_origin`` say who said so: self, leader, code, auto, late.
    """

    tenant: str
    id: str
    team_id: str
    person_id: str
    shift_id: str = ""
    campaign_id: str
    day_on: str
    in_at: At
    in_received_at: At
    out_at: MaybeAt = None
    out_received_at: MaybeAt = None
    in_origin: str = "self"
    out_origin: str = ""
    grade: str = "D"
    pending: Flag = False
    version: int = 0


class ReportState(StrEnum):
    """Whether a report counts: ``PENDING`` waits for its author to be accepted."""

    COUNTED = "counted"
    PENDING = "pending"
    REPLACED = "replaced"
    SET_ASIDE = "set_aside"
    UNDONE = "undone"


class HelpReport(Record):
    """Citizens helped, as counts: visits, lines by category, groups; never a citizen.

    Unit, organisation and ``exercise`` are those of the day, so that a team that moves takes no figure
    along.
    """

    tenant: str
    id: str
    team_id: str
    person_id: str
    attendance_id: str = ""
    unit_code: str
    organisation_id: str = ""
    campaign_id: str
    exercise: Flag = False
    day_on: str
    visits: int | None = None
    approx: Flag = False
    lines: Counts
    groups: Counts
    note: str = ""
    state: ReportState = ReportState.COUNTED
    replaces: str = ""
    created_at: At
    version: int = 0


class Difficulty(Record):
    """Something that got stuck, by code; the note is free of personal data."""

    tenant: str
    id: str
    team_id: str
    unit_code: str
    person_id: str
    campaign_id: str
    day_on: str
    code: str
    severity: str
    note: str = ""
    state: str = "moi"
    created_at: At
    version: int = 0
