"""Where the work happens: tenant, campaign, team, place."""

from datetime import datetime

from storage.records.moments import At, Flag, MaybeAt, Record


class Tenant(Record):
    """A data controller: the province, affiliated union or centre whose people these are.

    A day is closed ``closes_minute`` minutes into the next one: from then on only leaders change its figures.
    Its weeks begin on ``week_starts`` (1 is Monday, 7 Sunday), and are to be sent upward ``cutoff_minute``
    minutes after they are over.
    """

    tenant: str
    unit_code: str
    name: str
    controller_name: str = ""
    controller_contact: str = ""
    closes_minute: int = 720
    week_starts: int = 1
    cutoff_minute: int = 1020
    created_at: At


class Campaign(Record):
    """A stretch of time with its own figures; an ``exercise`` works in full and counts nowhere.

    ``photos``: whether pictures of posters and classes are taken, off unless switched on.
    """

    tenant: str
    id: str
    name: str
    starts_on: str
    ends_on: str
    exercise: Flag = False
    photos: Flag = False
    created_at: At


class Team(Record):
    """A team with two parents: the unit where it works and the organisation it comes from.

    ``code_shown_at`` is when somebody last looked at its presence code.
    """

    tenant: str
    id: str
    name: str
    unit_code: str
    organisation_id: str = ""
    campaign_id: str
    digest_minute: int = 1080
    created_at: At
    closed_at: MaybeAt = None
    code_shown_at: MaybeAt = None
    version: int = 0


class TeamCard(Team):
    """A team with what every turn about it needs from its campaign and its tenant.

    ``moved`` says that it worked elsewhere before: ``homes`` are these units, each with the day (ISO) from
    which on it was left, the first one first.
    """

    campaign_name: str
    exercise: Flag
    photos: Flag = False
    closes_minute: int = 720
    moved: Flag = False
    homes: tuple[tuple[str, str], ...] = ()

    def unit_on(self, day_on: str) -> str:
        """The unit to which the figures of a day belong."""
        return next((unit for unit, until_on in self.homes if day_on < until_on), self.unit_code)


class Place(Record):
    """Where a team stands; ``mode`` is a code of the place types. One that is ``closed_at`` is offered no
    more, and keeps its name in what was."""

    tenant: str
    id: str
    team_id: str
    unit_code: str
    name: str
    mode: str
    closed_at: MaybeAt = None


class JoinCode(Record):
    """A code that lets people in: a team's volunteers many times; a leader, a coordinator, or the volunteer
    who stands on the leader's list as ``expected_id``, once."""

    tenant: str
    id: str
    code: str
    team_id: str = ""
    unit_code: str = ""
    role: str
    max_uses: int
    uses: int = 0
    expires_at: At
    revoked_at: MaybeAt = None
    created_by: str = ""
    expected_id: str = ""
    created_at: At

    def works_at(self, now: datetime) -> bool:
        """Whether the code still lets someone in."""
        return self.revoked_at is None and self.uses < self.max_uses and now < self.expires_at
