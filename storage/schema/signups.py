"""Who comes to which shift: sign-ups, offers of a shift, and how often the bot wrote first."""

from sqlalchemy import Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

signups = domain(
    "signups",
    words("team_id"),
    words("shift_id"),
    words("person_id"),
    words("state"),
    words("reason", empty=True),
    words("note", empty=True),
    at("created_at"),
    at("asked_at", maybe=True),
    at("pledged_at", maybe=True),
    at("ended_at", maybe=True),
    at("told_at", maybe=True),
    count("version"),
    Index("signups_by_shift", "tenant", "shift_id"),
    Index("signups_by_person", "tenant", "person_id", "created_at"),
    Index(
        "signups_one_open",
        "tenant",
        "person_id",
        "shift_id",
        unique=True,
        sqlite_where=text("ended_at is null"),
        postgresql_where=text("ended_at is null"),
    ),
    Index(
        "signups_untold",
        "tenant",
        "team_id",
        sqlite_where=text("told_at is null"),
        postgresql_where=text("told_at is null"),
    ),
)

shift_offers = domain(
    "shift_offers",
    words("team_id"),
    words("shift_id"),
    words("kind"),
    words("person_id"),
    words("signup_id", empty=True),
    words("to_id", empty=True),
    words("back_id", empty=True),
    count("places"),
    count("taken"),
    words("state"),
    at("next_at", maybe=True),
    at("created_at"),
    at("closed_at", maybe=True),
    at("told_at", maybe=True),
    count("version"),
    Index("shift_offers_by_shift", "tenant", "shift_id"),
    Index(
        "shift_offers_by_signup",
        "tenant",
        "signup_id",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
    Index(
        "shift_offers_by_person",
        "tenant",
        "person_id",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
    Index(
        "shift_offers_next",
        "next_at",
        sqlite_where=text("next_at is not null"),
        postgresql_where=text("next_at is not null"),
    ),
    Index(
        "shift_offers_untold",
        "tenant",
        "team_id",
        sqlite_where=text("told_at is null"),
        postgresql_where=text("told_at is null"),
    ),
)

offer_asks = Table(
    "offer_asks",
    metadata,
    words("tenant", key=True),
    words("offer_id", key=True),
    words("person_id", key=True),
    words("outbox_id", empty=True),
    words("answer", empty=True),
    at("asked_at"),
    at("answered_at", maybe=True),
    Index("offer_asks_by_person", "tenant", "person_id"),
    Index("offer_asks_by_time", "asked_at"),
)

attention = Table(
    "attention",
    metadata,
    words("tenant", key=True),
    words("person_id", key=True),
    words("day_on", key=True),
    words("kind", key=True),
    count("times"),
    at("last_at"),
    Index("attention_by_time", "last_at"),
)
