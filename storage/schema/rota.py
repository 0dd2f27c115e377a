"""How shifts are planned: templates of a week, and what each step of planning changed."""

from sqlalchemy import Index

from storage.schema.columns import at, domain, words

rota_templates = domain(
    "rota_templates",
    words("team_id"),
    words("name"),
    words("shifts"),
    at("created_at"),
    Index("rota_templates_by_team", "tenant", "team_id"),
)

shift_changes = domain(
    "shift_changes",
    words("team_id"),
    words("person_id"),
    words("kind"),
    words("shifts"),
    words("told"),
    at("made_at"),
    at("undone_at", maybe=True),
    Index("shift_changes_by_time", "made_at"),
    Index("shift_changes_by_person", "tenant", "person_id"),
)
