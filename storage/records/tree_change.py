"""What changed in the tree of units and teams, and from which day."""

from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class ChangeKind(StrEnum):
    """What was done to a unit or a team."""

    RENAMED = "renamed"
    CLOSED = "closed"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    REOPENED = "reopened"


class TreeChange(Record):
    """``was`` and ``now_is`` are names, of a move the codes of units; what was counted for days before
    ``effective_on`` stays where it was counted."""

    tenant: str
    id: str
    subject: str = "team"
    kind: ChangeKind
    from_key: str
    to_key: str = ""
    was: str = ""
    now_is: str = ""
    effective_on: str
    made_by: str
    made_at: At
    done_at: MaybeAt = None
