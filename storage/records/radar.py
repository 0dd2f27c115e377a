"""Teams that were to be on duty, and whether anything was heard of them."""

from storage.records.moments import At, Flag, Record


class ExpectedTeam(Record):
    """A team with a shift of the day that has begun. ``silent``: neither check-in, nor report, nor figure of
    its leader on that day. ``unit_name`` and ``unit_kind`` are empty where the unit is not known."""

    tenant: str
    team_id: str
    name: str
    unit_code: str
    unit_name: str = ""
    unit_kind: str = ""
    exercise: Flag = False
    starts_at: At
    ends_at: At
    silent: Flag


class Watcher(Record):
    """Somebody who coordinates a unit."""

    tenant: str
    unit_code: str
    person_id: str
