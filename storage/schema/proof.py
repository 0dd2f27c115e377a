"""What stands behind an attendance: tries at codes, ticks by the leader, corrections of hours."""

from sqlalchemy import Index

from storage.schema.columns import at, domain, words

code_tries = domain(
    "code_tries",
    words("team_id"),
    words("person_id"),
    words("shift_id", empty=True),
    words("day_on"),
    at("tried_at"),
    Index("code_tries_by_team", "tenant", "team_id", "day_on"),
    Index("code_tries_by_time", "tried_at"),
)

ticks = domain(
    "ticks",
    words("team_id"),
    words("person_id"),
    words("added"),
    words("confirmed"),
    at("ticked_at"),
    at("undone_at", maybe=True),
    Index("ticks_by_time", "ticked_at"),
)

attendance_corrections = domain(
    "attendance_corrections",
    words("attendance_id"),
    words("team_id"),
    words("person_id"),
    at("was_in_at"),
    at("was_out_at", maybe=True),
    words("was_out_origin", empty=True),
    at("in_at"),
    at("out_at"),
    words("state"),
    words("reason", empty=True),
    at("asked_at"),
    at("decided_at", maybe=True),
    words("decided_by", empty=True),
    Index("attendance_corrections_by_team", "tenant", "team_id", "asked_at"),
    Index("attendance_corrections_by_person", "tenant", "person_id", "asked_at"),
)
