"""One text for a part of the tree, sent in slices; who got it is told by the outbox, nobody is named here."""

from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class Audience(StrEnum):
    """``COORDINATORS`` of the part, ``LEADERS`` and deputies, or ``ALL``: they and every member of a team who
    agreed to reminders."""

    COORDINATORS = "coordinators"
    LEADERS = "leaders"
    ALL = "all"


class BroadcastState(StrEnum):
    """Where a broadcast stands. One to very many people is ``ASKED`` until a second person has agreed or
    ``REFUSED``; where nobody did in time it is ``LAPSED``."""

    ASKED = "asked"
    REFUSED = "refused"
    LAPSED = "lapsed"
    GOING = "going"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"


class Broadcast(Record):
    """``tenant`` is whose it is. ``unit_code`` is the part it goes to: a commune, a tenant for all of it, the
    centre for all there are. ``people`` was the preview, ``filled`` how many are in the outbox, ``after_id``
    the last of them ("01 019a…": tenant and person); ``next_at`` is when the next slice is due; until
    a second person has agreed, when that comes to nothing.

    It is sent by ``created_by`` for ``from_unit``, which people read as ``sender`` and as ``unit_name``.
    One that a leader writes to the own team has that as ``team_id`` and goes to nobody else."""

    tenant: str
    id: str
    unit_code: str
    audience: Audience
    text: str
    state: BroadcastState = BroadcastState.GOING
    after_id: str = ""
    people: int = 0
    filled: int = 0
    created_at: At
    next_at: At
    ended_at: MaybeAt = None
    from_unit: str = ""
    created_by: str = ""
    team_id: str = ""
    version: int = 0
    sender: str = ""
    team_name: str = ""
    unit_name: str = ""
    unit_kind: str = ""


class Recipient(Record):
    """Somebody a broadcast is for; ``leading`` is whether by a role, as leader, deputy or coordinator."""

    tenant: str
    person_id: str
    leading: bool


class Reach(Record):
    """How many people a broadcast reaches through one bot account, and what passed through that this month;
    ``title`` is empty for a bot that nobody connected."""

    channel: str
    account: str
    people: int
    title: str = ""
    sent: int = 0
    received: int = 0


class Reader(Record):
    """Somebody in a team, and how a message of its leader would reach them: ``hears`` is whether they lead it
    or agreed to reminders, ``channel`` is empty for whoever has no chat that works. The bot's ``title``,
    ``sent`` and ``received`` are as in ``Reach``."""

    tenant: str
    team_id: str
    person_id: str
    name: str
    leading: bool
    hears: bool
    channel: str = ""
    account: str = ""
    title: str = ""
    sent: int = 0
    received: int = 0
