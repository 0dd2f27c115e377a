"""What volunteers do: shifts, attendance, reports of citizens helped, difficulties."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from storage.records.moments import At, Counts, Flag, MaybeAt, MaybeFlag, Record


class Shift(Record):
    """A planned stretch of work of one team at one place; those planned together, alike but for the day,
    share a ``series_id``."""

    tenant: str
    id: str
    team_id: str
    campaign_id: str
    place_id: str = ""
    starts_at: At
    ends_at: At
    needed: int = 0
    series_id: str = ""
    cancelled_at: MaybeAt = None
    created_at: At
    version: int = 0


class Attendance(Record):
    """One person's presence: what they claim and when we heard of it.

    ``in_origin`` and ``out_origin`` say who said so: self, leader, auto (closed by us), corrected.
    ``by_code``, ``at_place`` (None: never asked) and ``by_leader`` are what proves it, ``grade`` is what
    they amount to. ``guest`` is the name of somebody without an account, as the leader said it.
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
    by_code: Flag = False
    at_place: MaybeFlag = None
    by_leader: Flag = False
    guest: str = ""
    pending: Flag = False
    version: int = 0

    def there_at(self, now: datetime) -> bool:
        """Whether they are there: a leader may have said beforehand when they go."""
        return self.out_at is None or self.out_at > now


def grade_of(*, by_code: bool, at_place: bool | None, by_leader: bool) -> str:
    """What proof amounts to: A two of code, place and leader, B code or place, C leader, D own word."""
    proofs = sum((by_code, bool(at_place), by_leader))
    if proofs >= 2:
        return "A"
    if by_leader:
        return "C"
    return "B" if proofs else "D"


class ReportState(StrEnum):
    """Whether a report counts: ``PENDING`` waits for its author to be accepted, ``LATE`` came after its day
    was closed and waits for the leader."""

    COUNTED = "counted"
    PENDING = "pending"
    LATE = "late"
    REPLACED = "replaced"
    SET_ASIDE = "set_aside"
    UNDONE = "undone"


class HelpReport(Record):
    """Citizens helped, as counts: visits, lines by category, groups; never a citizen.

    ``figures`` are the other figures, such as dossiers; ``mode`` says where or how, ``shift_part`` which part
    of the day. ``told_by`` wrote this version and ``reason`` says why, where it was not its owner. Unit,
    organisation and ``exercise`` are those of the day, so that a team that moves takes no figure along.
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
    figures: Counts = Field(default_factory=dict)
    mode: str = ""
    shift_part: str = ""
    note: str = ""
    state: ReportState = ReportState.COUNTED
    replaces: str = ""
    told_by: str = ""
    reason: str = ""
    created_at: At
    version: int = 0


BEHALF = "behalf"


class DayForm(Record):
    """What a leader says of the team's whole day: each figure given stands for the sum of the parts.

    ``figures`` by key, ``lines`` by help category; what is not in them stays the sum of the reports.
    ``origin`` is BEHALF where a coordinator put the figures in for a team that is not on the bot yet.
    """

    tenant: str
    id: str
    team_id: str
    person_id: str
    unit_code: str
    organisation_id: str = ""
    campaign_id: str
    exercise: Flag = False
    day_on: str
    figures: Counts
    lines: Counts
    groups: Counts = Field(default_factory=dict)
    approx: Flag = False
    note: str = ""
    origin: str = ""
    state: ReportState = ReportState.COUNTED
    replaces: str = ""
    reason: str = ""
    created_at: At
    version: int = 0

    @property
    def on_behalf(self) -> bool:
        """Whether somebody above put the figures in, and not the team's own leader."""
        return self.origin == BEHALF


class Difficulty(Record):
    """Something that got stuck, as one person told it; those who met the same share a case.

    ``pending`` while its author waits to be accepted. The note is free of personal data.
    """

    tenant: str
    id: str
    case_id: str
    team_id: str
    unit_code: str
    person_id: str
    campaign_id: str
    day_on: str
    code: str
    severity: str
    note: str = ""
    pending: Flag = False
    created_at: At
