"""A difficulty as a case: one matter in one commune, told by many, owned by a level until it is answered."""

from enum import StrEnum

from storage.records.moments import At, Flag, MaybeAt, Record
from storage.records.work import Difficulty


class Level(StrEnum):
    """Who owns a case, from the ground up."""

    TEAM = "team"
    COMMUNE = "commune"
    PROVINCE = "province"
    CENTRAL = "central"


LEVELS = tuple(Level)


class CaseState(StrEnum):
    """Where a case stands; answered and closed are both ``SOLVED``."""

    NEW = "moi"
    PASSED = "da_chuyen"
    TAKEN = "dang_xu_ly"
    SOLVED = "da_xu_ly"


STOPPED = "dung"
"""The severity of a difficulty that made people stop; the other one is slow."""


class Case(Record):
    """One matter: what ``code`` says, in one commune. Its authors are the difficulties that name it.

    ``root_id`` is the case it was merged into, however often that one was merged itself; its own id while
    it stands alone. ``merged_into`` is the case it was merged into first, so that it can be parted again.
    ``told_at`` is since when the owning level knows of it, ``due_at`` when it climbs by itself; of a case of
    which its level was not told yet, since when it is to be told.
    """

    tenant: str
    id: str
    unit_code: str
    code: str
    day_on: str
    exercise: Flag = False
    level: Level = Level.TEAM
    state: CaseState = CaseState.NEW
    taken_by: str = ""
    answer: str = ""
    answered_by: str = ""
    solved_at: MaybeAt = None
    merged_into: str = ""
    root_id: str
    told_at: MaybeAt = None
    due_at: MaybeAt = None
    created_at: At
    version: int = 0


class Telling(Difficulty):
    """A difficulty as one of those that make a case."""

    root_id: str
    team_name: str


class CaseCard(Case):
    """A case with everything that was told of it, oldest first; without newcomers nobody accepted yet."""

    tellings: tuple[Telling, ...] = ()

    @property
    def people(self) -> frozenset[str]:
        """Ids of its authors: whoever told it, also of what was merged into it."""
        return frozenset(one.person_id for one in self.tellings)

    @property
    def teams(self) -> dict[str, str]:
        """Id and name of each team that met it."""
        return {one.team_id: one.team_name for one in self.tellings}

    @property
    def stopped(self) -> bool:
        """Whether it made anybody stop."""
        return any(one.severity == STOPPED for one in self.tellings)

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.solved_at is None


class CaseEvent(Record):
    """One step of a case, with what it was before, so that the step can be taken back."""

    tenant: str
    id: str
    case_id: str
    kind: str
    person_id: str = ""
    was_level: str = ""
    was_state: str = ""
    other: str = ""
    note: str = ""
    at: At


def case_id(unit_code: str, day_on: str, code: str, *, exercise: bool = False) -> str:
    """The id of the case of one kind in one commune on one day: whoever tells it that day joins the same.

    Short enough for a button to carry: 00235-network-261123.
    """
    return f"{'x' if exercise else ''}{unit_code}-{code}-{day_on[2:].replace('-', '')}"
