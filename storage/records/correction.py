"""Hours as they stood and as somebody says they were: both are kept, whatever is decided."""

from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class CorrectionState(StrEnum):
    """``ASKED`` waits for a leader; ``WITHDRAWN`` by whoever asked."""

    ASKED = "asked"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Correction(Record):
    """What one volunteer asks of one attendance: other hours than ``was_in_at`` to ``was_out_at``."""

    tenant: str
    id: str
    attendance_id: str
    team_id: str
    person_id: str
    was_in_at: At
    was_out_at: MaybeAt = None
    was_out_origin: str = ""
    in_at: At
    out_at: At
    state: CorrectionState = CorrectionState.ASKED
    reason: str = ""
    asked_at: At
    decided_at: MaybeAt = None
    decided_by: str = ""
