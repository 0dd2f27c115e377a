"""Who belongs where, in which role, from when to when."""

from enum import StrEnum

from storage.records.moments import At, Flag, MaybeAt, Record


class Role(StrEnum):
    """Roles of the tree; ``COORDINATOR`` belongs to a unit, the others to a team."""

    VOLUNTEER = "volunteer"
    DEPUTY = "deputy"
    LEADER = "leader"
    COORDINATOR = "coordinator"


class Membership(Record):
    """One role of one person; exactly one of ``team_id`` and ``unit_code`` is set.

    ``pending`` newcomers may work at once; a leader accepts them.
    """

    tenant: str
    id: str
    person_id: str
    team_id: str = ""
    unit_code: str = ""
    role: Role
    pending: Flag = False
    from_at: At
    to_at: MaybeAt = None


class Consent(Record):
    """The proof of one answer to one purpose, with the version of the text that was shown."""

    tenant: str
    id: str
    person_id: str
    contact_key: str
    purpose: str
    answer: Flag
    notice_version: str
    given_at: At
