"""What a paper about somebody's hours says, so that whoever holds it can ask whether it is true."""

from storage.records.moments import At, Record


class Statement(Record):
    """The figures of one person in a period, as they were when the paper was made. ``code`` stands on it."""

    tenant: str
    id: str
    code: str
    person_id: str
    from_on: str
    to_on: str
    shifts: int
    proven: int
    minutes: int
    half_days: int
    issued_at: At
