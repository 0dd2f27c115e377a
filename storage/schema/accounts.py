"""The bots we speak through: their accounts, what passed through them day by day, pictures they show,
and the codes that join a chat of theirs to a person."""

from sqlalchemy import Index, Table

from storage.schema.columns import at, count, domain, metadata, words

bot_accounts = domain(
    "bot_accounts",
    words("channel"),
    words("account"),
    words("unit_code", empty=True),
    words("team_id", empty=True),
    words("sealed_token"),
    words("state"),
    words("title", empty=True),
    words("link", empty=True),
    words("hook_url", empty=True),
    words("added_by", empty=True),
    words("answer_to", empty=True),
    words("error", empty=True),
    at("created_at"),
    at("checked_at", maybe=True),
    count("version"),
    Index("bot_accounts_once", "channel", "account", unique=True),
    Index("bot_accounts_by_team", "tenant", "team_id"),
)

account_days = Table(
    "account_days",
    metadata,
    words("channel", key=True),
    words("account", key=True),
    words("day_on", key=True),
    count("sent"),
    count("received"),
    count("dropped"),
    count("dropped_lists"),
    Index("account_days_by_day", "day_on"),
)

account_months = Table(
    "account_months",
    metadata,
    words("month_on", key=True),
    words("channel", key=True),
    words("account", key=True),
    count("sent"),
    count("received"),
    count("dropped"),
    count("dropped_lists"),
)

pictures = Table(
    "pictures",
    metadata,
    words("name_hash", key=True),
    words("png"),
    at("expires_at"),
    Index("pictures_by_end", "expires_at"),
)

papers = Table(
    "papers",
    metadata,
    words("name_hash", key=True),
    words("content"),
    words("file_name"),
    words("mime"),
    at("expires_at"),
    Index("papers_by_end", "expires_at"),
)

link_codes = domain(
    "link_codes",
    words("person_id"),
    words("code_hash"),
    words("made_by"),
    words("contact_key", empty=True),
    words("state"),
    at("expires_at"),
    at("created_at"),
    count("version"),
    Index("link_codes_by_code", "code_hash"),
    Index("link_codes_by_person", "tenant", "person_id"),
)
