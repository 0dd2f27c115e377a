"""Every table on one page, described for Alembic; nothing at run time goes through SQLAlchemy.

Portable types only, so that one SQL text serves SQLite and PostgreSQL: text ids, bigint UTC
microseconds for ``_at``, ISO text for ``_on``, 0/1 for yes and no. Every domain table starts its
primary key with ``tenant`` (the data controller), so that it can be sharded by it.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text, text

metadata = MetaData()


def _text(name: str, *, key: bool = False, empty: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False, server_default="" if empty else None)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


def _at(name: str, *, maybe: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=maybe)


def _count(name: str, *, maybe: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=maybe, server_default=None if maybe else "0")


def _domain(name: str, *columns: Column[str] | Column[int] | Index) -> Table:
    """A table of one tenant's records, keyed (tenant, id)."""
    return Table(name, metadata, _text("tenant", key=True), _text("id", key=True), *columns)


units = Table(
    "units",
    metadata,
    _text("code", key=True),
    _text("level"),
    _text("name"),
    _text("kind"),
    _text("parent", empty=True),
    _maybe("valid_from_on"),
    _maybe("valid_to_on"),
)

holidays = Table("holidays", metadata, _text("day_on", key=True), _text("name"), _count("working"))

tenants = Table(
    "tenants",
    metadata,
    _text("tenant", key=True),
    _text("unit_code"),
    _text("name"),
    _text("controller_name", empty=True),
    _text("controller_contact", empty=True),
    _at("created_at"),
)

organisations = _domain("organisations", _text("name"), _text("kind", empty=True))

campaigns = _domain(
    "campaigns", _text("name"), _text("starts_on"), _text("ends_on"), _count("exercise"), _at("created_at")
)

teams = _domain(
    "teams",
    _text("name"),
    _text("unit_code"),
    _text("organisation_id", empty=True),
    _text("campaign_id"),
    Column("digest_minute", Integer, nullable=False, server_default="1080"),
    _at("created_at"),
    _at("closed_at", maybe=True),
    _count("version"),
    Index("teams_by_unit", "tenant", "unit_code"),
)

places = _domain(
    "places",
    _text("team_id"),
    _text("unit_code"),
    _text("name"),
    _text("mode"),
    Index("places_by_team", "tenant", "team_id"),
)

persons = _domain(
    "persons",
    _text("name"),
    _text("language"),
    _count("of_age"),
    _at("created_at"),
    _at("left_at", maybe=True),
    _count("version"),
)

contacts = Table(
    "contacts",
    metadata,
    _text("key", key=True),
    _text("channel"),
    _text("account"),
    _text("chat"),
    _text("tenant", empty=True),
    _text("person_id", empty=True),
    _text("language", empty=True),
    _count("unreachable"),
    _count("preferred"),
    _at("seen_at"),
    Index("contacts_by_person", "tenant", "person_id"),
)

memberships = _domain(
    "memberships",
    _text("person_id"),
    _text("team_id", empty=True),
    _text("unit_code", empty=True),
    _text("role"),
    _count("pending"),
    _at("from_at"),
    _at("to_at", maybe=True),
    Index("memberships_by_person", "tenant", "person_id"),
    Index("memberships_by_team", "tenant", "team_id"),
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

consents = _domain(
    "consents",
    _text("person_id"),
    _text("contact_key"),
    _text("purpose"),
    _count("answer"),
    _text("notice_version"),
    _at("given_at"),
    Index("consents_by_person", "tenant", "person_id"),
)

join_codes = _domain(
    "join_codes",
    _text("code"),
    _text("team_id", empty=True),
    _text("unit_code", empty=True),
    _text("role"),
    _count("max_uses"),
    _count("uses"),
    _at("expires_at"),
    _at("revoked_at", maybe=True),
    _text("created_by", empty=True),
    _at("created_at"),
    Index("join_codes_by_team", "tenant", "team_id"),
    Index("join_codes_by_code", "code", unique=True),
)

join_tries = Table(
    "join_tries",
    metadata,
    _text("id", key=True),
    _text("line"),
    _at("tried_at"),
    Index("join_tries_by_line", "line", "tried_at"),
)

shifts = _domain(
    "shifts",
    _text("team_id"),
    _text("campaign_id"),
    _text("place_id", empty=True),
    _at("starts_at"),
    _at("ends_at"),
    _count("needed"),
    _at("cancelled_at", maybe=True),
    _at("created_at"),
    _count("version"),
    Index("shifts_by_team", "tenant", "team_id", "starts_at"),
    Index("shifts_by_start", "starts_at"),
    Index("shifts_by_end", "ends_at"),
)

attendances = _domain(
    "attendances",
    _text("team_id"),
    _text("person_id"),
    _text("shift_id", empty=True),
    _text("campaign_id"),
    _text("day_on"),
    _at("in_at"),
    _at("in_received_at"),
    _at("out_at", maybe=True),
    _at("out_received_at", maybe=True),
    _text("in_origin"),
    _text("out_origin", empty=True),
    _text("grade"),
    _count("pending"),
    _count("version"),
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

help_reports = _domain(
    "help_reports",
    _text("team_id"),
    _text("person_id"),
    _text("attendance_id", empty=True),
    _text("campaign_id"),
    _text("day_on"),
    _count("visits", maybe=True),
    _count("approx"),
    _text("lines"),
    _text("groups"),
    _text("note", empty=True),
    _text("state"),
    _text("replaces", empty=True),
    _at("created_at"),
    _count("version"),
    Index("help_reports_by_team", "tenant", "team_id", "day_on"),
    Index("help_reports_by_person", "tenant", "person_id", "day_on"),
)

difficulties = _domain(
    "difficulties",
    _text("team_id"),
    _text("unit_code"),
    _text("person_id"),
    _text("campaign_id"),
    _text("day_on"),
    _text("code"),
    _text("severity"),
    _text("note", empty=True),
    _text("state"),
    _at("created_at"),
    _count("version"),
    Index("difficulties_by_team", "tenant", "team_id", "day_on"),
)

day_totals = Table(
    "day_totals",
    metadata,
    _text("tenant", key=True),
    _text("day_on", key=True),
    _text("team_id", key=True),
    _text("unit_code", key=True),
    _text("organisation_id", key=True),
    _text("campaign_id", key=True),
    _text("figure", key=True),
    _text("item", key=True),
    _count("count"),
    _count("approx"),
)

faq_questions = _domain(
    "faq_questions",
    _text("person_id", empty=True),
    _text("question"),
    _text("decision"),
    _text("slug", empty=True),
    _at("asked_at"),
    Index("faq_questions_by_time", "asked_at"),
)

sessions = Table(
    "sessions",
    metadata,
    _text("line", key=True),
    _text("form", empty=True),
    _text("body", empty=True),
    _text("offered", empty=True),
    _at("updated_at"),
)

inbox = Table(
    "inbox",
    metadata,
    _text("id", key=True),
    _text("channel"),
    _text("account"),
    _text("update_key"),
    _text("contact_key"),
    _text("line"),
    _text("body"),
    _text("fingerprint"),
    _text("state"),
    _count("attempts"),
    _at("retry_at"),
    _text("claimed_by", empty=True),
    Column("claimed_until", BigInteger, nullable=False, server_default="0"),
    _text("error", empty=True),
    _at("received_at"),
    _at("done_at", maybe=True),
    Index("inbox_once", "channel", "account", "update_key", unique=True),
    Index(
        "inbox_waiting",
        "line",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index("inbox_by_done", "done_at"),
)

outbox = Table(
    "outbox",
    metadata,
    _text("id", key=True),
    _text("tenant", empty=True),
    _text("person_id", empty=True),
    _text("channel"),
    _text("account"),
    _text("chat"),
    _text("subline"),
    _count("lane"),
    _text("unsure"),
    _text("edits", empty=True),
    _text("payload"),
    _text("state"),
    _count("attempts"),
    _at("due_at"),
    _at("retry_at"),
    _at("deadline_at", maybe=True),
    _text("message_id", empty=True),
    _text("error", empty=True),
    _at("created_at"),
    _at("done_at", maybe=True),
    Index(
        "outbox_due",
        "channel",
        "account",
        "subline",
        "id",
        sqlite_where=text("state = 'due'"),
        postgresql_where=text("state = 'due'"),
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
    _text("tenant", key=True),
    _text("kind", key=True),
    _text("subject", key=True),
    Column("slot_at", BigInteger, primary_key=True),
    _at("ran_at"),
    _count("late"),
)

leases = Table("leases", metadata, _text("name", key=True), _text("holder"), _at("held_until"))

web_sessions = Table(
    "web_sessions",
    metadata,
    _text("token_hash", key=True),
    _text("chat"),
    _at("created_at"),
    _at("seen_at"),
    _at("expires_at"),
)

web_messages = Table(
    "web_messages",
    metadata,
    _text("chat", key=True),
    _text("id", key=True),
    _text("body"),
    _at("at"),
    Index("web_messages_by_time", "at"),
)

enter_links = Table(
    "enter_links",
    metadata,
    _text("token_hash", key=True),
    _text("tenant"),
    _text("person_id"),
    _at("expires_at"),
    _count("uses_left"),
)

audit_events = _domain(
    "audit_events", _text("actor"), _text("action"), _text("subject"), _text("detail", empty=True), _at("at")
)
