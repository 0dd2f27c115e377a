"""The weekly roll-up: what a commune, a province or the centre says of its week, and how far it has come.

The document is data, never sentences: whoever shows or prints it brings the words. It names units, no
person. What was sent is kept as the very text that was sent (``Rollup.body``, canonical JSON) with its hash.
"""

import hashlib
import json
from enum import StrEnum

from storage.records.case import Level
from storage.records.moments import At, MaybeAt, Record, Texts


class RollupState(StrEnum):
    """A ``DRAFT`` is edited, a ``SENT`` one waits for the level above, which locks or returns it. One that
    was returned stays as it was; what follows it is a draft of the next edition."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    LOCKED = "locked"


class Cell(StrEnum):
    """Whether a number may be shown: ``FEW`` is under five people of a sensitive group, shown as "<5";
    ``HIDDEN`` is one from which such a number could be computed back, not shown at all."""

    SHOWN = ""
    FEW = "few"
    HIDDEN = "hidden"


class Adjustment(Record):
    """What changed in a figure of an earlier week after that week was sent upward: ±``by``.

    ``since_on`` and ``until_on`` are the days of that week, both included.
    """

    since_on: str
    until_on: str
    by: int


class Figure(Record):
    """One number with what it means.

    ``key`` is a figure of the list of figures (``luot_nguoi_dan``), ``item`` a help category or a beneficiary
    group of it, or empty. The number is ``value`` / ``per``: work-days are counted in halves. ``before`` is
    that of the week before (None where there was none), ``definition`` the key of the words that say what is
    counted, ``of`` the whole where the number is a part of one (communes that reported of communes expected,
    proven attendances of all). ``approx`` is how many of the reports behind it say "about"; ``on_behalf`` is
    as much of the number as was put in from above for teams that are not on the bot, in the same units.
    ``value`` and ``before`` are None where ``cell`` forbids to show them.
    """

    key: str
    item: str = ""
    value: int | None
    before: int | None = None
    of: int | None = None
    per: int = 1
    definition: str
    approx: int = 0
    on_behalf: int = 0
    sensitive: bool = False
    cell: Cell = Cell.SHOWN
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def number(self) -> float | int | None:
        """The number as it is said: 6.5 work-days."""
        return self.value if self.value is None or self.per == 1 else self.value / self.per


class Named(Record):
    """A unit, or in a commune a team, as it was called that week; ``code`` is the team's id there."""

    code: str
    name: str


class Coverage(Record):
    """Who reported: ``reported`` of ``expected`` communes (teams in a commune). ``silent`` are the units one
    level below of which nothing came; ``sent`` those whose own roll-up was there, of ``below``."""

    reported: int
    expected: int
    silent: tuple[Named, ...] = ()
    sent: int = 0
    below: int = 0


class Trouble(Record):
    """The difficulties of one kind: how many cases, in how many ``communes``, on how many ``days``, how many
    people told them, how many made somebody stop, how many are answered. ``group`` is that of government
    reports; ``solvers`` are levels (``commune``), or ``police``: who can solve it."""

    group: str
    code: str
    cases: int
    communes: int
    days: int
    people: int
    stopped: int
    solved: int
    solvers: tuple[str, ...] = ()


class PickedModel(Record):
    """A good model that was chosen for this roll-up; whom to ask is its unit."""

    id: str
    name: str
    what: str
    result: str = ""
    unit_code: str
    unit: str
    tried: int = 0


class Document(Record):
    """The five parts of a roll-up, in the order in which a giao ban goes through them.

    ① ``figures``  ② ``news``  ③ ``models``  ④ ``troubles``  ⑤ ``proposals`` and ``coverage``. ``unit`` is the
    unit's name with its kind; ``since_on`` and ``until_on`` are the first and the last day, both included;
    ``edition`` counts from 1 and grows when a returned roll-up is sent again. ``updated_at`` is when the
    figures were read: what came later is not in them.
    """

    tenant: str
    unit_code: str
    unit: str
    level: Level
    since_on: str
    until_on: str
    edition: int = 1
    updated_at: At
    figures: tuple[Figure, ...] = ()
    news: tuple[str, ...] = ()
    models: tuple[PickedModel, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    proposals: tuple[str, ...] = ()
    coverage: Coverage

    def figure(self, key: str, item: str = "") -> Figure | None:
        """One figure of it; None where it has none of that name."""
        return next((one for one in self.figures if (one.key, one.item) == (key, item)), None)


class Rollup(Record):
    """One edition of the roll-up of one unit and week: a row.

    While it is a draft only what people wrote is kept: ``news``, ``proposals`` and the ids of the good models
    they have ``left_out``; the figures are read anew each time. ``body`` is the document as it was sent,
    ``body_hash`` its SHA-256. ``sent_by`` and ``decided_by`` are ids of persons; ``reason`` is why it was
    returned.
    """

    tenant: str
    id: str
    unit_code: str
    level: Level
    since_on: str
    until_on: str
    edition: int = 1
    state: RollupState = RollupState.DRAFT
    news: Texts
    proposals: Texts
    left_out: Texts
    body: str = ""
    body_hash: str = ""
    updated_at: At
    sent_at: MaybeAt = None
    sent_by: str = ""
    decided_at: MaybeAt = None
    decided_by: str = ""
    reason: str = ""
    version: int = 0

    @property
    def document(self) -> Document | None:
        """What was sent; None of a draft."""
        return Document.model_validate_json(self.body) if self.body else None


def rollup_id(unit_code: str, since_on: str, edition: int) -> str:
    """The id of one edition, short enough for a button: 00235-261116-1."""
    return f"{unit_code}-{since_on[2:].replace('-', '')}-{edition}"


def canonical(document: Document) -> str:
    """The text of a document: the same document always gives the same bytes."""
    return json.dumps(document.model_dump(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hashed(body: str) -> str:
    """The SHA-256 of a body, as 64 hexadecimal digits."""
    return hashlib.sha256(body.encode()).hexdigest()
