"""Who looks after what got stuck: cases and their steps, calls for help, good models."""

from sqlalchemy import Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

cases = domain(
    "cases",
    words("unit_code"),
    words("code"),
    words("day_on"),
    count("exercise"),
    words("level"),
    words("state"),
    words("taken_by", empty=True),
    words("answer", empty=True),
    words("answered_by", empty=True),
    at("solved_at", maybe=True),
    words("merged_into", empty=True),
    words("root_id"),
    at("told_at", maybe=True),
    at("due_at", maybe=True),
    at("created_at"),
    count("version"),
    Index("cases_by_unit", "tenant", "unit_code", "day_on"),
    Index("cases_by_root", "tenant", "root_id"),
    Index("cases_by_solving", "tenant", "solved_at"),
    Index(
        "cases_waiting",
        "due_at",
        sqlite_where=text("solved_at is null"),
        postgresql_where=text("solved_at is null"),
    ),
)

case_events = domain(
    "case_events",
    words("case_id"),
    words("kind"),
    words("person_id", empty=True),
    words("was_level", empty=True),
    words("was_state", empty=True),
    words("other", empty=True),
    words("note", empty=True),
    at("at"),
    Index("case_events_by_case", "tenant", "case_id", "at"),
)

case_waits = Table(
    "case_waits", metadata, words("tenant", key=True), words("code", key=True), count("hours"), at("set_at")
)

help_requests = domain(
    "help_requests",
    words("team_id"),
    words("person_id"),
    words("note", empty=True),
    words("called"),
    at("asked_at"),
    at("called_at"),
    words("taken_by", empty=True),
    at("taken_at", maybe=True),
    at("done_at", maybe=True),
    count("version"),
    Index(
        "help_requests_by_person",
        "tenant",
        "person_id",
        sqlite_where=text("done_at is null"),
        postgresql_where=text("done_at is null"),
    ),
    Index(
        "help_requests_open",
        "asked_at",
        sqlite_where=text("taken_at is null and done_at is null"),
        postgresql_where=text("taken_at is null and done_at is null"),
    ),
)

good_models = domain(
    "good_models",
    words("team_id"),
    words("unit_code"),
    words("person_id"),
    words("name"),
    words("what"),
    words("since", empty=True),
    words("result", empty=True),
    count("copyable"),
    words("state"),
    words("endorsed_by", empty=True),
    words("picked_by", empty=True),
    words("picked_for", empty=True),
    at("picked_at", maybe=True),
    at("created_at"),
    count("version"),
    Index("good_models_by_team", "tenant", "team_id"),
    Index("good_models_by_state", "tenant", "state", "picked_at"),
)

model_adoptions = Table(
    "model_adoptions",
    metadata,
    words("tenant", key=True),
    words("model_id", key=True),
    words("unit_code", key=True),
    words("team_id", empty=True),
    words("person_id"),
    at("at"),
)
