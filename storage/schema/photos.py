"""Pictures of posters and classes, where a campaign takes them: sealed, and for 48 hours only until a leader
approves one."""

from sqlalchemy import Index

from storage.schema.columns import at, count, domain, words

photos = domain(
    "photos",
    words("team_id"),
    words("person_id"),
    words("campaign_id"),
    words("day_on"),
    words("what", empty=True),
    words("channel"),
    words("account"),
    words("reference", empty=True),
    words("state"),
    words("doubt", empty=True),
    words("decided_by", empty=True),
    at("decided_at", maybe=True),
    at("created_at"),
    count("version"),
    Index("photos_by_team", "tenant", "team_id", "created_at"),
    Index("photos_by_state", "state", "created_at"),
)

photo_images = domain(
    "photo_images",
    words("sealed"),
    at("expires_at", maybe=True),
    Index("photo_images_by_end", "expires_at"),
)
