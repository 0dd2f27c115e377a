"""What was told of a team's day, so that what came afterwards can be told apart."""

from storage.records.moments import At, Record


class DigestSent(Record):
    """The figures that the evening digest of ``day_on`` told: visits, and people who were there."""

    tenant: str
    team_id: str
    day_on: str
    visits: int
    people: int
    sent_at: At


class WorkedDay(Record):
    """What a team's day took: people who were there, and the minutes of those who checked out."""

    tenant: str
    team_id: str
    day_on: str
    people: int
    minutes: int
