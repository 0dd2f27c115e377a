"""Units, tenants, campaigns, teams and places: where the work happens."""

from sqlalchemy import Column, Index, Integer, Table

from storage.schema.columns import at, count, domain, maybe, metadata, words

units = Table(
    "units",
    metadata,
    words("code", key=True),
    words("level"),
    words("name"),
    words("kind"),
    words("parent", empty=True),
    maybe("valid_from_on"),
    maybe("valid_to_on"),
)

unit_names = domain(
    "unit_names",
    words("unit_code"),
    words("name"),
    words("kind"),
    words("from_on"),
    at("made_at"),
)

holidays = Table("holidays", metadata, words("day_on", key=True), words("name"), count("working"))

tenants = Table(
    "tenants",
    metadata,
    words("tenant", key=True),
    words("unit_code"),
    words("name"),
    words("controller_name", empty=True),
    words("controller_contact", empty=True),
    Column("closes_minute", Integer, nullable=False, server_default="720"),
    Column("week_starts", Integer, nullable=False, server_default="1"),
    Column("cutoff_minute", Integer, nullable=False, server_default="1020"),
    at("created_at"),
)

organisations = domain("organisations", words("name"), words("kind", empty=True))

campaigns = domain(
    "campaigns",
    words("name"),
    words("starts_on"),
    words("ends_on"),
    count("exercise"),
    count("photos"),
    at("created_at"),
    at("unlinked_at", maybe=True),
)

teams = domain(
    "teams",
    words("name"),
    words("unit_code"),
    words("organisation_id", empty=True),
    words("campaign_id"),
    Column("digest_minute", Integer, nullable=False, server_default="1080"),
    at("created_at"),
    at("closed_at", maybe=True),
    at("code_shown_at", maybe=True),
    count("version"),
    Index("teams_by_unit", "tenant", "unit_code"),
)

places = domain(
    "places",
    words("team_id"),
    words("unit_code"),
    words("name"),
    words("mode"),
    at("closed_at", maybe=True),
    Index("places_by_team", "tenant", "team_id"),
)

place_points = domain(
    "place_points",
    words("team_id"),
    Column("latitude_e6", Integer, nullable=False),
    Column("longitude_e6", Integer, nullable=False),
    Column("radius_m", Integer, nullable=False),
    at("set_at"),
    Index("place_points_by_team", "tenant", "team_id"),
)
