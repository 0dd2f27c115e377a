"""A role that somebody is offered: by an import, by whoever hands theirs over, by a coordinator."""

from enum import StrEnum

from storage.records.membership import Role
from storage.records.moments import At, Flag, MaybeAt, Record


class OfferKind(StrEnum):
    """Where an offer comes from; one that is handed over leaves its giver without the role."""

    IMPORT = "import"
    HANDOVER = "handover"
    APPOINT = "appoint"


class OfferState(StrEnum):
    """``done``: the role is held; ``ended``: it was for a time, and the time is over."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class RoleOffer(Record):
    """Offered to the person ``person_id``, or to the name ``expected_id`` of a list until it is somebody.

    It takes effect once it is accepted and, where ``confirms`` says so, confirmed by a coordinator above.
    ``ends_on`` is the last day (ISO) of a role for a time. ``from_person_id`` gives the role up for it, and
    has it back afterwards.
    """

    tenant: str
    id: str
    kind: OfferKind
    person_id: str = ""
    expected_id: str = ""
    team_id: str = ""
    unit_code: str = ""
    role: Role
    from_person_id: str = ""
    offered_by: str
    ends_on: str = ""
    confirms: Flag = False
    confirmed_by: str = ""
    accepted_at: MaybeAt = None
    state: OfferState = OfferState.OPEN
    created_at: At
    done_at: MaybeAt = None
    version: int = 0

    @property
    def confirmed(self) -> bool:
        """Whether nobody else has to agree."""
        return not self.confirms or bool(self.confirmed_by)
