"""Administrative units since 1 July 2025: provinces and communes, and the older names that lead to them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import PlainSerializer
from pydantic.dataclasses import dataclass

from storage.records.moments import Record

CENTRE = "00"
"""The unit, and the tenant, of the Union's central committee: it stands over the provinces and is none."""
Level = Literal["province", "commune"]
Kind = Literal["tinh", "thanh_pho", "xa", "phuong", "dac_khu"]
FormerLevel = Literal["province", "district", "commune"]
FormerKind = Literal["tinh", "thanh_pho", "quan", "huyen", "thi_xa", "thi_tran", "xa", "phuong", "ten_goi"]
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


@dataclass(frozen=True, slots=True)
class UnitAlias:
    """A name no longer in force, and the codes of the units it leads to today.

    ``within`` is the old district of an old commune ("Quận 3"), ``province`` the old province.
    ``ten_goi`` is a customary name that no decree gave ("Sài Gòn"). There are ten thousand of them at
    hand, which as records would take four times the room.
    """

    level: FormerLevel
    kind: FormerKind
    name: str
    codes: tuple[str, ...]
    within: str = ""
    province: str = ""

    @property
    def split(self) -> bool:
        """Whether the name leads to several units, so that a person must choose."""
        return len(self.codes) > 1
