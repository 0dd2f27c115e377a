"""A shift looking for somebody: offered by a member, or called out by a leader."""

from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class OfferKind(StrEnum):
    """``SWAP``: a member offers their own place. ``CALL``: a leader looks for people for free places."""

    SWAP = "swap"
    CALL = "call"


class OfferState(StrEnum):
    """``FILLED`` by whoever said yes first; ``CLOSED`` when it was taken back, declined or needless."""

    OPEN = "open"
    FILLED = "filled"
    CLOSED = "closed"


class Offer(Record):
    """One offer of a shift by ``person_id``.

    ``signup_id`` is the place offered (a call has none), ``to_id`` the one member it is for (empty: all who
    are free), ``back_id`` the place the taker gives in return. ``places`` are sought and ``taken`` found.
    ``next_at`` is when the next few are asked; None while nobody more is. The leaders hear of the end at
    ``told_at``.
    """

    tenant: str
    id: str
    team_id: str
    shift_id: str
    kind: OfferKind
    person_id: str
    signup_id: str = ""
    to_id: str = ""
    back_id: str = ""
    places: int = 1
    taken: int = 0
    state: OfferState = OfferState.OPEN
    next_at: MaybeAt = None
    created_at: At
    closed_at: MaybeAt = None
    told_at: MaybeAt = None
    version: int = 0


class Ask(Record):
    """One person who was asked to take an offered shift; ``answer`` is yes, no or empty."""

    tenant: str
    offer_id: str
    person_id: str
    outbox_id: str = ""
    answer: str = ""
    asked_at: At
    answered_at: MaybeAt = None
