"""Persons, how they are reached, where they belong, what they agreed to, how they came in."""

from sqlalchemy import Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

persons = domain(
    "persons",
    words("name"),
    words("language"),
    count("of_age"),
    at("created_at"),
    at("left_at", maybe=True),
    words("notice_version", empty=True),
    at("paused_at", maybe=True),
    count("version"),
)

contacts = Table(
    "contacts",
    metadata,
    words("key", key=True),
    words("channel"),
    words("account"),
    words("chat"),
    words("tenant", empty=True),
    words("person_id", empty=True),
    words("language", empty=True),
    count("unreachable"),
    count("preferred"),
    at("seen_at"),
    Index("contacts_by_person", "tenant", "person_id"),
    Index("contacts_by_account", "channel", "account", "person_id"),
)

memberships = domain(
    "memberships",
    words("person_id"),
    words("team_id", empty=True),
    words("unit_code", empty=True),
    words("role"),
    count("pending"),
    at("from_at"),
    at("to_at", maybe=True),
    Index("memberships_by_person", "tenant", "person_id"),
    Index("memberships_by_team", "tenant", "team_id"),
    Index(
        "memberships_by_unit",
        "tenant",
        "unit_code",
        sqlite_where=text("unit_code <> ''"),
        postgresql_where=text("unit_code <> ''"),
    ),
    Index(
        "memberships_one_open",
        "tenant",
        "person_id",
        "team_id",
        "unit_code",
        unique=True,
        sqlite_where=text("to_at is null"),
        postgresql_where=text("to_at is null"),
    ),
)

consents = domain(
    "consents",
    words("person_id"),
    words("contact_key"),
    words("purpose"),
    count("answer"),
    words("notice_version"),
    at("given_at"),
    Index("consents_by_person", "tenant", "person_id"),
)

join_codes = domain(
    "join_codes",
    words("code"),
    words("team_id", empty=True),
    words("unit_code", empty=True),
    words("role"),
    count("max_uses"),
    count("uses"),
    at("expires_at"),
    at("revoked_at", maybe=True),
    words("created_by", empty=True),
    words("expected_id", empty=True),
    at("created_at"),
    Index("join_codes_by_team", "tenant", "team_id"),
    Index("join_codes_by_code", "code", unique=True),
    Index("join_codes_by_expected", "tenant", "expected_id"),
)

join_tries = Table(
    "join_tries",
    metadata,
    words("id", key=True),
    words("line"),
    at("tried_at"),
    Index("join_tries_by_line", "line", "tried_at"),
)

expected_members = domain(
    "expected_members",
    words("team_id"),
    words("unit_code", empty=True),
    words("name"),
    words("batch"),
    words("created_by"),
    words("person_id", empty=True),
    at("created_at"),
    at("seen_at"),
    at("matched_at", maybe=True),
    Index("expected_members_by_team", "tenant", "team_id"),
    Index("expected_members_by_unit", "tenant", "unit_code"),
    Index("expected_members_by_seen", "seen_at"),
    Index("expected_members_by_batch", "batch", "person_id"),
)
