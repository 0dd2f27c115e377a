"""What people ask about their own data, who was erased, other times of keeping, and breaches."""

from sqlalchemy import Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

rights_requests = domain(
    "rights_requests",
    words("person_id"),
    words("kind"),
    words("detail", empty=True),
    words("channel", empty=True),
    words("state"),
    words("outcome", empty=True),
    at("received_at"),
    at("acknowledged_at", maybe=True),
    at("due_at"),
    at("run_at", maybe=True),
    at("done_at", maybe=True),
    count("version"),
    Index("rights_requests_by_person", "tenant", "person_id", "received_at"),
    Index("rights_requests_by_time", "received_at"),
    Index(
        "rights_requests_open",
        "due_at",
        sqlite_where=text("done_at is null"),
        postgresql_where=text("done_at is null"),
    ),
)

data_links = Table(
    "data_links",
    metadata,
    words("token_hash", key=True),
    words("tenant"),
    words("person_id"),
    words("opens", empty=True),
    at("expires_at"),
    Index("data_links_by_end", "expires_at"),
)

pins = Table(
    "pins",
    metadata,
    words("tenant", key=True),
    words("person_id", key=True),
    words("pin_hash"),
    count("tries"),
    at("reopens_at", maybe=True),
    at("closes_at", maybe=True),
    at("gone_at", maybe=True),
    at("set_at"),
)

erasures = Table(
    "erasures",
    metadata,
    words("person_hash", key=True),
    at("erased_at"),
    Index("erasures_by_time", "erased_at"),
)

retentions = Table(
    "retentions",
    metadata,
    words("tenant", key=True),
    words("kind", key=True),
    count("days"),
    at("set_at"),
)

breaches = domain(
    "breaches",
    words("kind"),
    words("what"),
    words("place", empty=True),
    words("parties", empty=True),
    words("data", empty=True),
    words("sensitive", empty=True),
    count("people"),
    count("records"),
    count("location"),
    words("cause", empty=True),
    words("harm", empty=True),
    words("measures", empty=True),
    words("late_because", empty=True),
    at("happened_at", maybe=True),
    at("noticed_at"),
    at("opened_at"),
    at("reported_at", maybe=True),
    at("told_at", maybe=True),
    at("closed_at", maybe=True),
    count("version"),
    Index("breaches_by_time", "tenant", "noticed_at"),
)
