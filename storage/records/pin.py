"""A PIN of somebody's own, which a phone that was found does not know."""

from datetime import datetime, timedelta

from storage.records.moments import At, MaybeAt, Record

TRIES = 5
SHUT_FOR = timedelta(minutes=15)
OPEN_FOR = timedelta(minutes=10)
FORGOTTEN_AFTER = timedelta(hours=24)
"""From "I forgot it" until it is gone: whoever found the phone has to wait, its owner has not."""


class Pin(Record):
    """What of a PIN is kept: ``tries`` wrong ones in a row, until when nothing is compared (``reopens_at``),
    until when nothing is asked (``closes_at``), from when on there is none any more (``gone_at``)."""

    tenant: str
    person_id: str
    pin_hash: str
    tries: int = 0
    reopens_at: MaybeAt = None
    closes_at: MaybeAt = None
    gone_at: MaybeAt = None
    set_at: At

    def stands(self, now: datetime) -> bool:
        """Whether there is one."""
        return self.gone_at is None or now < self.gone_at

    def asked(self, now: datetime) -> bool:
        """Whether it has to be given before what it guards is opened."""
        return self.stands(now) and (self.closes_at is None or now >= self.closes_at)

    def shut(self, now: datetime) -> bool:
        """Whether not even the right one opens, because too many were wrong."""
        return self.reopens_at is not None and now < self.reopens_at

    def tried(self, now: datetime, *, right: bool) -> "Pin":
        """What is kept after one more was given."""
        if right:
            opened = {"tries": 0, "reopens_at": None, "closes_at": now + OPEN_FOR, "gone_at": None}
            return self.model_copy(update=opened)
        tries = self.tries + 1
        shut = now + SHUT_FOR if tries % TRIES == 0 else self.reopens_at
        return self.model_copy(update={"tries": tries, "reopens_at": shut})
