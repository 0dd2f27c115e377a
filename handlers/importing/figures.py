"""A row of a list of figures: which team, which day, how much; for teams that are not on the bot yet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from handlers.categories import FIGURES, HELP
from handlers.importing.judged import Fault, Unfit
from handlers.importing.people import is_example
from handlers.importing.places import Places
from storage.fold import fold

COUNTED = (*(f"figure:{key}" for key in FIGURES), *(f"help:{code}" for code in HELP))
COLUMNS = ("province", "commune", "team", "day", *COUNTED, "note")
NEEDED = ("province", "commune", "team", "day")
LOOK_BACK = timedelta(days=92)
"""How far back figures are taken in: a campaign."""
MOST = 100_000
"""In one cell: more than a team can do in a day."""
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")
_THOUSANDS = re.compile(r"\d{1,3}([. ]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class DayTold:
    """One team's day as it is meant: ``counts`` by column."""

    row: int
    tenant: str
    unit: str
    team: str
    day_on: str
    counts: Mapping[str, int] = field(default_factory=dict)


class Days:
    """Judges rows one after another; remembers which day of which team was there before."""

    def __init__(self, places: Places, today: date) -> None:
        self._places = places
        self._today = today
        self._before: dict[tuple[str, str, str], int] = {}

    def judged(self, row: int, said: Mapping[str, str]) -> DayTold | None:
        """What a row means; None for the example of the template. Raises Unfit."""
        if is_example(said.get("note", "")):
            return None
        province = self._places.province(row, said["province"])
        unit = self._places.commune(row, said["commune"], province)
        if not said["team"]:
            raise Unfit(Fault(row, "team", "", "team-unsaid"))
        day = self._day(row, said["day"])
        counts = {key: _count(row, key, said[key]) for key in COUNTED if said.get(key)}
        if not counts:
            raise Unfit(Fault(row, COUNTED[0], "", "figures-empty"))
        first = self._before.setdefault((unit.code, fold(said["team"]), day), row)
        if first != row:
            raise Unfit(Fault(row, "day", said["day"], "figures-twice", {"first": first}))
        return DayTold(row, province.code, unit.code, said["team"], day, counts)

    def _day(self, row: int, said: str) -> str:
        day = _read_day(said)
        if day is None:
            raise Unfit(Fault(row, "day", said, "day-unread"))
        if not self._today - LOOK_BACK <= day <= self._today:
            raise Unfit(Fault(row, "day", said, "day-far", {"days": LOOK_BACK.days}))
        return day.isoformat()


def _read_day(said: str) -> date | None:
    found = _DAY.fullmatch(said.strip())
    if found is None:
        return None
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    try:
        return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:
        return None


def _count(row: int, key: str, said: str) -> int:
    """A whole number, also one written with separators: 1.250. Raises Unfit."""
    if not _THOUSANDS.fullmatch(said):
        raise Unfit(Fault(row, key, said, "number-unread"))
    count = int(said.replace(".", "").replace(" ", ""))
    if count > MOST:
        raise Unfit(Fault(row, key, said, "number-large", {"most": MOST}))
    return count
