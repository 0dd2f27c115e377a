"""What passes through: sessions, inbox, outbox, claimed slots and leases."""

from sqlalchemy import BigInteger, Column, Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

sessions = Table(
    "sessions",
    metadata,
    words("line", key=True),
    words("form", empty=True),
    words("body", empty=True),
    words("offered", empty=True),
    words("place_for", empty=True),
    at("updated_at"),
)

inbox = Table(
    "inbox",
    metadata,
    words("id", key=True),
    words("channel"),
    words("account"),
    words("update_key"),
    words("contact_key"),
    words("line"),
    words("body"),
    words("fingerprint"),
    words("state"),
    count("attempts"),
    at("retry_at"),
    words("claimed_by", empty=True),
    Column("claimed_until", BigInteger, nullable=False, server_default="0"),
    words("error", empty=True),
    at("received_at"),
    at("done_at", maybe=True),
    Index("inbox_once", "channel", "account", "update_key", unique=True),
    Index(
        "inbox_waiting",
        "line",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index(
        "inbox_next",
        "id",
        sqlite_where=text("state = 'waiting' and attempts >= 0"),
        postgresql_where=text("state = 'waiting' and attempts >= 0"),
    ),
    Index(
        "inbox_dead",
        "id",
        sqlite_where=text("state = 'dead'"),
        postgresql_where=text("state = 'dead'"),
    ),
    Index("inbox_by_done", "done_at"),
)

outbox = Table(
    "outbox",
    metadata,
    words("id", key=True),
    words("tenant", empty=True),
    words("person_id", empty=True),
    words("channel"),
    words("account"),
    words("chat"),
    words("subline"),
    count("lane"),
    words("unsure"),
    words("edits", empty=True),
    words("payload"),
    words("state"),
    count("attempts"),
    count("parts"),
    at("due_at"),
    at("retry_at"),
    at("deadline_at", maybe=True),
    words("message_id", empty=True),
    words("error", empty=True),
    at("created_at"),
    at("done_at", maybe=True),
    Index(
        "outbox_due",
        "channel",
        "account",
        "subline",
        "id",
        sqlite_where=text("state = 'due'"),
        postgresql_where=text("state = 'due'"),
    ),
    Index(
        "outbox_next",
        "channel",
        "account",
        "lane",
        "id",
        sqlite_where=text("state = 'due' and lane >= 0"),
        postgresql_where=text("state = 'due' and lane >= 0"),
    ),
    Index(
        "outbox_when",
        "due_at",
        "channel",
        "account",
        sqlite_where=text("state = 'due'"),
        postgresql_where=text("state = 'due'"),
    ),
    Index(
        "outbox_failed",
        "channel",
        "account",
        sqlite_where=text("state = 'failed'"),
        postgresql_where=text("state = 'failed'"),
    ),
    Index("outbox_by_done", "done_at"),
    Index(
        "outbox_by_person",
        "tenant",
        "person_id",
        sqlite_where=text("state = 'due'"),
        postgresql_where=text("state = 'due'"),
    ),
)

job_runs = Table(
    "job_runs",
    metadata,
    words("tenant", key=True),
    words("kind", key=True),
    words("subject", key=True),
    Column("slot_at", BigInteger, primary_key=True),
    at("ran_at"),
    count("late"),
)

broadcasts = domain(
    "broadcasts",
    words("unit_code"),
    words("audience"),
    words("text"),
    words("state"),
    words("after_id", empty=True),
    count("people"),
    count("filled"),
    at("created_at"),
    at("next_at"),
    at("ended_at", maybe=True),
    count("version"),
    Index("broadcasts_by_state", "state", "next_at"),
)

leases = Table("leases", metadata, words("name", key=True), words("holder"), at("held_until"))
