"""The web chat: who is signed in, what the bot said, links that enter."""

from sqlalchemy import Index, Table

from storage.schema.columns import at, count, metadata, words

web_sessions = Table(
    "web_sessions",
    metadata,
    words("token_hash", key=True),
    words("chat"),
    at("created_at"),
    at("seen_at"),
    at("expires_at"),
    Index("web_sessions_by_chat", "chat"),
)

web_messages = Table(
    "web_messages",
    metadata,
    words("chat", key=True),
    words("id", key=True),
    words("body"),
    at("at"),
    Index("web_messages_by_time", "at"),
)

enter_links = Table(
    "enter_links",
    metadata,
    words("token_hash", key=True),
    words("tenant"),
    words("person_id"),
    at("expires_at"),
    count("uses_left"),
)
