"""A picture of a poster or a class on its way to a leader: where it is, never what is on it."""

from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class PhotoState(StrEnum):
    """``ASKED`` what it shows, ``SENT`` and to be fetched, ``WAITING`` for a leader, ``KEPT``; ``REFUSED`` by
    a leader, ``TAKEN_BACK`` by whoever sent it, ``GONE`` before anybody decided."""

    ASKED = "asked"
    SENT = "sent"
    WAITING = "waiting"
    KEPT = "kept"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"
    GONE = "gone"


class Shows(StrEnum):
    """What pictures are taken of; ``UNSAID`` until whoever sent it has said so."""

    UNSAID = ""
    POSTER = "poster"
    CLASS = "class"


class SentPhoto(Record):
    """Who sent a picture to which team. ``reference`` is where the channel has it, sealed, until it was
    fetched; ``doubt`` says that it looks like a card or a paper of a person."""

    tenant: str
    id: str
    team_id: str
    person_id: str
    campaign_id: str
    day_on: str
    what: Shows = Shows.UNSAID
    channel: str
    account: str
    reference: str = ""
    state: PhotoState = PhotoState.ASKED
    doubt: str = ""
    decided_by: str = ""
    decided_at: MaybeAt = None
    created_at: At
    version: int = 0


class PhotoImage(Record):
    """The picture itself, sealed: for a time, or for good once a leader approved it."""

    tenant: str
    id: str
    sealed: str
    expires_at: MaybeAt = None
