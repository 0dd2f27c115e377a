"""Who did what to whose data: a chain for each tenant that only grows."""

from sqlalchemy import BigInteger, Column, Index, Table

from storage.schema.columns import at, metadata, words

audit_chains = Table(
    "audit_chains",
    metadata,
    words("tenant", key=True),
    Column("seq", BigInteger, nullable=False),
    words("hash"),
    Column("kept_from", BigInteger, nullable=False, server_default="1"),
    words("kept_after", empty=True),
)

audit_events = Table(
    "audit_events",
    metadata,
    words("tenant", key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    at("at"),
    words("actor"),
    words("what"),
    words("subject", empty=True),
    words("detail", empty=True),
    words("hash"),
    Index("audit_events_by_time", "at"),
)
