"""What is done: shifts, attendance, reports, difficulties, totals, questions."""

from sqlalchemy import Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

shifts = domain(
    "shifts",
    words("team_id"),
    words("campaign_id"),
    words("place_id", empty=True),
    at("starts_at"),
    at("ends_at"),
    count("needed"),
    words("series_id", empty=True),
    at("cancelled_at", maybe=True),
    at("created_at"),
    count("version"),
    Index("shifts_by_team", "tenant", "team_id", "starts_at"),
    Index("shifts_by_start", "starts_at"),
    Index("shifts_by_end", "ends_at"),
)

attendances = domain(
    "attendances",
    words("team_id"),
    words("person_id"),
    words("shift_id", empty=True),
    words("campaign_id"),
    words("day_on"),
    at("in_at"),
    at("in_received_at"),
    at("out_at", maybe=True),
    at("out_received_at", maybe=True),
    words("in_origin"),
    words("out_origin", empty=True),
    words("grade"),
    count("by_code"),
    count("at_place", maybe=True),
    count("by_leader"),
    words("guest", empty=True),
    count("pending"),
    count("version"),
    Index("attendances_by_team", "tenant", "team_id", "day_on"),
    Index("attendances_by_person", "tenant", "person_id", "in_at"),
    Index(
        "attendances_one_open",
        "tenant",
        "person_id",
        unique=True,
        sqlite_where=text("out_at is null"),
        postgresql_where=text("out_at is null"),
    ),
    Index(
        "attendances_still_open",
        "in_at",
        sqlite_where=text("out_at is null"),
        postgresql_where=text("out_at is null"),
    ),
)

help_reports = domain(
    "help_reports",
    words("team_id"),
    words("person_id"),
    words("attendance_id", empty=True),
    words("unit_code"),
    words("organisation_id", empty=True),
    words("campaign_id"),
    count("exercise"),
    words("day_on"),
    count("visits", maybe=True),
    count("approx"),
    words("lines"),
    words("groups"),
    words("note", empty=True),
    words("state"),
    words("replaces", empty=True),
    at("created_at"),
    count("version"),
    Index("help_reports_by_team", "tenant", "team_id", "day_on"),
    Index("help_reports_by_person", "tenant", "person_id", "day_on"),
)

difficulties = domain(
    "difficulties",
    words("case_id"),
    words("team_id"),
    words("unit_code"),
    words("person_id"),
    words("campaign_id"),
    words("day_on"),
    words("code"),
    words("severity"),
    words("note", empty=True),
    count("pending"),
    at("created_at"),
    Index("difficulties_by_team", "tenant", "team_id", "day_on"),
    Index("difficulties_by_unit", "tenant", "unit_code", "day_on"),
    Index("difficulties_by_case", "tenant", "case_id"),
    Index("difficulties_by_person", "tenant", "person_id", "day_on"),
)

day_totals = Table(
    "day_totals",
    metadata,
    words("tenant", key=True),
    words("day_on", key=True),
    words("team_id", key=True),
    words("unit_code", key=True),
    words("organisation_id", key=True),
    words("campaign_id", key=True),
    words("figure", key=True),
    words("item", key=True),
    count("count"),
    count("approx"),
)

faq_questions = domain(
    "faq_questions",
    words("person_id", empty=True),
    words("question"),
    words("decision"),
    words("slug", empty=True),
    at("asked_at"),
    Index("faq_questions_by_time", "asked_at"),
)
