"""Weekly roll-ups: what each unit sent upward, and the figures that were sent."""

from sqlalchemy import Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

rollups = domain(
    "rollups",
    words("unit_code"),
    words("level"),
    words("since_on"),
    words("until_on"),
    count("edition"),
    words("state"),
    words("news"),
    words("proposals"),
    words("left_out"),
    words("body", empty=True),
    words("body_hash", empty=True),
    at("updated_at"),
    at("sent_at", maybe=True),
    words("sent_by", empty=True),
    at("decided_at", maybe=True),
    words("decided_by", empty=True),
    words("reason", empty=True),
    count("version"),
    Index("rollups_by_unit", "tenant", "unit_code", "since_on"),
    Index("rollups_by_level", "level", "until_on", "tenant"),
    Index(
        "rollups_waiting",
        "sent_at",
        sqlite_where=text("state = 'sent'"),
        postgresql_where=text("state = 'sent'"),
    ),
)

moved_weeks = Table(
    "moved_weeks",
    metadata,
    words("tenant", key=True),
    words("unit_code", key=True),
    words("since_on", key=True),
    count("changes"),
)

period_totals = Table(
    "period_totals",
    metadata,
    words("tenant", key=True),
    words("rollup_id", key=True),
    words("of_on", key=True),
    words("figure", key=True),
    words("item", key=True),
    count("count"),
)
