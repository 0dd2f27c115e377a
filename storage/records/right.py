"""What somebody asked about their own data, by when the law wants it done, and what came of it."""

from datetime import timedelta
from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class RequestKind(StrEnum):
    """The rights of a person: see, correct, take back or give a consent, pause, go on, get a copy, erase."""

    SEE = "see"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    AGREE = "agree"
    PAUSE = "pause"
    RESUME = "resume"
    OBJECT = "object"
    COPY = "copy"
    ERASE = "erase"


ANSWERED_WITHIN = {
    RequestKind.SEE: timedelta(days=10),
    RequestKind.CORRECT: timedelta(days=10),
    RequestKind.COPY: timedelta(days=10),
    RequestKind.WITHDRAW: timedelta(days=15),
    RequestKind.AGREE: timedelta(days=15),
    RequestKind.PAUSE: timedelta(days=15),
    RequestKind.RESUME: timedelta(days=15),
    RequestKind.OBJECT: timedelta(days=15),
    RequestKind.ERASE: timedelta(days=20),
}
"""Nghị định 356/2025/NĐ-CP, Điều 5: the longest a request may take."""
ACKNOWLEDGED_WITHIN = 2
"""Working days, by the same article."""


class RequestState(StrEnum):
    """``OPEN`` waits for a person. An erasure is ``COOLING`` while it can be taken back
    (``KEPT`` when it was), ``ERASING`` once it was announced to be under way."""

    OPEN = "open"
    COOLING = "cooling"
    ERASING = "erasing"
    DONE = "done"
    KEPT = "kept"


class RightsRequest(Record):
    """One request. ``detail`` is a purpose or a note of the operator, never personal; ``run_at`` is when an
    erasure is carried out. Once its person is erased, ``person_id`` leads to nobody."""

    tenant: str
    id: str
    person_id: str
    kind: RequestKind
    detail: str = ""
    channel: str = ""
    state: RequestState
    outcome: str = ""
    received_at: At
    acknowledged_at: MaybeAt = None
    due_at: At
    run_at: MaybeAt = None
    done_at: MaybeAt = None
    version: int = 0
