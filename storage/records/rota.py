"""How shifts are planned: holidays, templates of a week, and what each step of planning changed."""

from datetime import date
from enum import StrEnum

from storage.records.moments import At, Flag, MaybeAt, Record, Rows, Texts


class Holiday(Record):
    """A day off, or (``working``) a day that is worked instead of one."""

    day_on: str
    name: str
    working: Flag = False

    @property
    def day(self) -> date:
        """The day itself."""
        return date.fromisoformat(self.day_on)


class RotaTemplate(Record):
    """A week of shifts under a name: in ``shifts`` each with its weekday (Monday is 0), ``starts`` and
    ``ends`` (``HH:MM``), ``place_id`` and ``needed``."""

    tenant: str
    id: str
    team_id: str
    name: str
    shifts: Rows
    created_at: At


class ChangeKind(StrEnum):
    """What a step did to its shifts."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


class ShiftChange(Record):
    """One step of planning, kept so that whoever made it can take it back for a while.

    ``shifts`` are the shifts as they were before (``PLANNED``: as they became); ``told`` the ids of the
    people who were told.
    """

    tenant: str
    id: str
    team_id: str
    person_id: str
    kind: ChangeKind
    shifts: Rows
    told: Texts
    made_at: At
    undone_at: MaybeAt = None
