"""How the tree grows and changes: imports, roles that are offered, renamed and merged units and teams."""

from sqlalchemy import Index, Table, text

from storage.schema.columns import at, count, domain, metadata, words

import_runs = Table(
    "import_runs",
    metadata,
    words("id", key=True),
    words("file"),
    words("digest"),
    count("rows"),
    count("faulty"),
    words("counts", empty=True),
    at("started_at"),
    at("done_at", maybe=True),
    at("undone_at", maybe=True),
)

import_marks = domain(
    "import_marks",
    words("run_id"),
    words("what"),
    words("of_id"),
    words("was", empty=True),
    Index("import_marks_by_run", "run_id", "what", "id"),
)

role_offers = domain(
    "role_offers",
    words("kind"),
    words("person_id", empty=True),
    words("expected_id", empty=True),
    words("team_id", empty=True),
    words("unit_code", empty=True),
    words("role"),
    words("from_person_id", empty=True),
    words("offered_by"),
    words("ends_on", empty=True),
    count("confirms"),
    words("confirmed_by", empty=True),
    at("accepted_at", maybe=True),
    words("state"),
    at("created_at"),
    at("done_at", maybe=True),
    count("version"),
    Index("role_offers_by_person", "tenant", "person_id"),
    Index("role_offers_by_expected", "tenant", "expected_id"),
    Index("role_offers_by_team", "tenant", "team_id"),
    Index(
        "role_offers_open",
        "tenant",
        "created_at",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
    Index(
        "role_offers_ending",
        "ends_on",
        sqlite_where=text("state = 'done' and ends_on <> ''"),
        postgresql_where=text("state = 'done' and ends_on <> ''"),
    ),
)

tree_changes = domain(
    "tree_changes",
    words("subject"),
    words("kind"),
    words("from_key"),
    words("to_key", empty=True),
    words("was", empty=True),
    words("now_is", empty=True),
    words("effective_on"),
    words("made_by"),
    at("made_at"),
    at("done_at", maybe=True),
    Index("tree_changes_by_subject", "tenant", "from_key"),
    Index(
        "tree_changes_due",
        "effective_on",
        sqlite_where=text("done_at is null"),
        postgresql_where=text("done_at is null"),
    ),
)

team_homes = domain(
    "team_homes",
    words("team_id"),
    words("unit_code"),
    words("since_on", empty=True),
    words("until_on"),
    Index("team_homes_by_team", "tenant", "team_id", "until_on"),
)
