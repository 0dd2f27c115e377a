"""The FAQ beside its files: what people asked, and what those who answer for them added."""

from sqlalchemy import Index, text

from storage.schema.columns import at, domain, words

faq_questions = domain(
    "faq_questions",
    words("person_id", empty=True),
    words("team_id", empty=True),
    words("unit_code", empty=True),
    words("question"),
    words("decision"),
    words("slug", empty=True),
    words("near", empty=True),
    words("state", empty=True),
    at("asked_at"),
    words("to_id", empty=True),
    at("told_at", maybe=True),
    at("settled_at", maybe=True),
    words("settled_by", empty=True),
    words("answer", empty=True),
    Index("faq_questions_by_time", "asked_at"),
    Index("faq_questions_by_person", "tenant", "person_id", "asked_at"),
    Index(
        "faq_questions_open",
        "tenant",
        "unit_code",
        "asked_at",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
)

faq_entries = domain(
    "faq_entries",
    words("unit_code"),
    words("title"),
    words("body"),
    words("source"),
    words("checked_on"),
    words("created_by"),
    at("created_at"),
    at("removed_at", maybe=True),
)

faq_phrasings = domain(
    "faq_phrasings",
    words("unit_code"),
    words("slug"),
    words("phrase"),
    words("created_by"),
    at("created_at"),
    at("removed_at", maybe=True),
)
