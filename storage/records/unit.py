"""Administrative units since 1 July 2025: provinces and communes, and the older names that lead to them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import PlainSerializer
from pydantic.dataclasses import dataclass

from storage.records.moments import At, Record

CENTRE = "00"
"""The unit, and the tenant, of the Union's central committee: it stands over the provinces and is none."""
Level = Literal["province", "commune"]
Kind = Literal["tinh", "thanh_pho", "xa", "phuong", "dac_khu"]
FormerLevel = Literal["province", "district", "commune"]
FormerKind = Literal[
    "tinh", "thanh_pho", "quan", "huyen", "thi_xa", "thi_tran", "xa", "phuong", "dac_khu", "ten_goi"
]
On = Annotated[date, PlainSerializer(date.isoformat)]


class Unit(Record):
    """A province or a commune as it stands; codes are text, two digits or five, zeros kept.

    ``name`` is without the kind. ``parent`` is the province of a commune, empty for a province.
    ``valid_from_on`` is since when it has this name and kind; the code may be older.
    """

    code: str
    level: Level
    name: str
    kind: Kind
    parent: str = ""
    valid_from_on: On
    valid_to_on: On | None = None


class UnitName(Record):
    """A name, and a kind, that a unit has from ``from_on`` (ISO) on: what a decree gave it after the file of
    units was made. ``tenant`` is its province."""

    tenant: str
    id: str
    unit_code: str
    name: str
    kind: Kind
    from_on: str
    made_at: At


@dataclass(frozen=True, slots=True)
class UnitAlias:
    """A name no longer in force, and the codes of the units it leads to today.

    ``within`` is the old district of an old commune ("Quận 3"), ``province`` the old province.
    ``lately`` it was the unit's own name until another one was given: it is meant before older ones.
    ``ten_goi`` is a customary name that no decree gave ("Sài Gòn"). There are ten thousand of them at
    hand, which as records would take four times the room.
    """

    level: FormerLevel
    kind: FormerKind
    name: str
    codes: tuple[str, ...]
    within: str = ""
    province: str = ""
    lately: bool = False

    @property
    def split(self) -> bool:
        """Whether the name leads to several units, so that a person must choose."""
        return len(self.codes) > 1
