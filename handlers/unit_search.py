"""Finds the commune or province that a person names, by today's name, an older one, or a near miss.

Ask the province first: inside one the accented name of a commune is unique, over the country it is not.
The search never chooses between several: it returns them all, likeliest first, and the caller asks.
No unit is derived from an ID number, whose first digits are the codes of the 63 old provinces.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.unit_name import DISTRICT_KINDS, Reading, is_district, readings, spelled, unaccented
from storage.records.unit import Unit, UnitAlias

Reason = Literal["exact", "folded", "alias", "near"]

_TODAY = frozenset({"xa", "phuong", "dac_khu"})
_NEAR_ENOUGH = 0.74  # one slip in four letters, two in eight
_BEGINNING = 0.9  # "Văn Miếu" for Văn Miếu - Quốc Tử Giám
_SHORTEST_BEGINNING = 3
_FEW = 5


@dataclass(frozen=True, slots=True)
class Match:
    """A unit, why it was found, and the older name that led to it, if one did."""

    unit: Unit
    reason: Reason
    via: UnitAlias | None = None


class UnitIndex:
    """The units of a day and all older names, ready to be searched.

    Give it the units in force; an alias whose codes are not among them is left out.
    """

    def __init__(self, units: Iterable[Unit], aliases: Iterable[UnitAlias]) -> None:
        by_code = {unit.code: unit for unit in units}
        self._by_code = by_code
        self._provinces = _Names(by_code)
        self._communes: dict[str, _Names] = defaultdict(lambda: _Names(by_code))
        for unit in by_code.values():
            names = self._provinces if unit.level == "province" else self._communes[unit.parent]
            names.add_unit(unit)
        for alias in aliases:
            first = by_code.get(alias.codes[0])
            if first is not None:
                names = self._provinces if first.level == "province" else self._communes[first.parent]
                names.add_alias(alias)

    def unit(self, code: str) -> Unit | None:
        """The unit in force with this code."""
        return self._by_code.get(code)

    def provinces(self, text: str) -> list[Match]:
        """The provinces that ``text`` may mean; the kind is not minded: "tỉnh Huế" is Huế."""
        return self._provinces.search([Reading(reading.name) for reading in readings(text)])

    def communes(self, text: str, province_code: str) -> list[Match]:
        """The communes of one province that ``text`` may mean; empty when nothing is even near.

        An old district ("quận 3") gives all communes made from it. A bare number gives nothing:
        "phường 4" and "phường 4, quận 3" are names, "4" is not.
        """
        if province_code not in self._communes:
            return []
        heard = [reading for reading in readings(text) if reading.kind or not reading.name.isdigit()]
        return self._communes[province_code].search(heard)


class _Names:
    """The names inside one province, or those of the provinces."""

    def __init__(self, by_code: dict[str, Unit]) -> None:
        self._by_code = by_code
        self._units: dict[str, list[Unit]] = defaultdict(list)
        self._aliases: dict[str, list[UnitAlias]] = defaultdict(list)

    def add_unit(self, unit: Unit) -> None:
        self._units[unaccented(unit.name)].append(unit)

    def add_alias(self, alias: UnitAlias) -> None:
        self._aliases[unaccented(alias.name)].append(alias)

    def search(self, heard: list[Reading]) -> list[Match]:
        for find in (self._same, self._near):
            for reading in heard:
                if found := find(reading):
                    return found
        return []

    def _same(self, reading: Reading) -> list[Match]:
        key, letters = unaccented(reading.name), spelled(reading.name)
        units, aliases = self._units.get(key, []), self._aliases.get(key, [])
        if letters != key:  # typed with accents: believe them if they lead anywhere
            as_typed = [unit for unit in units if spelled(unit.name) == letters]
            former = [alias for alias in aliases if spelled(alias.name) == letters]
            if as_typed or former:
                units, aliases = as_typed, former
        return self._matches(letters, *_of_kind(reading, *self._inside(reading.within, units, aliases)))

    def _inside(
        self, within: str, units: list[Unit], aliases: list[UnitAlias]
    ) -> tuple[list[Unit], list[UnitAlias]]:
        """Only what lies in the old district ``within``; everything when no district has that name."""
        districts = [
            alias for alias in self._aliases.get(unaccented(within), []) if alias.level == "district"
        ]
        if not districts:
            return units, aliases
        codes = {code for district in districts for code in district.codes}
        inner = [unit for unit in units if unit.code in codes]
        return inner, [alias for alias in aliases if is_district(alias.within, within)]

    def _matches(self, letters: str, units: list[Unit], aliases: list[UnitAlias]) -> list[Match]:
        found: dict[str, Match] = {}
        for unit in units:
            found[unit.code] = Match(unit, "exact" if spelled(unit.name) == letters else "folded")
        for alias in aliases:
            for code in alias.codes:
                if code in self._by_code:
                    found.setdefault(code, Match(self._by_code[code], "alias", alias))
        return sorted(found.values(), key=lambda match: spelled(match.unit.name) != letters)

    def _near(self, reading: Reading) -> list[Match]:
        scores: dict[str, float] = {}
        for key, score in self._alike(unaccented(reading.name)):
            scores[key] = max(score, scores.get(key, 0))
        found: dict[str, Match] = {}
        for key in sorted(scores, key=lambda key: (-scores[key], key not in self._units, key)):
            former = [alias for alias in self._aliases.get(key, []) if alias.level != "district"]
            inner = self._inside(reading.within, self._units.get(key, []), former)
            for match in self._matches("", *inner):
                found.setdefault(match.unit.code, replace(match, reason="near"))
        return list(found.values())[:_FEW]

    def _alike(self, name: str) -> Iterator[tuple[str, float]]:
        keys = self._units.keys() | self._aliases.keys()
        slips = process.extract(
            name, keys, scorer=OSA.normalized_similarity, score_cutoff=_NEAR_ENOUGH, limit=_FEW
        )
        yield from ((key, score) for key, score, _ in slips)
        if len(name) >= _SHORTEST_BEGINNING:
            yield from ((key, _BEGINNING) for key in keys if key.startswith(name))


def _of_kind(
    reading: Reading, units: list[Unit], aliases: list[UnitAlias]
) -> tuple[list[Unit], list[UnitAlias]]:
    """What the kind said with the name leaves of ``units`` and ``aliases``.

    Today's unit wins over older ones of its name, also under its former kind. Old ones are meant too when
    their kind was said and no unit of today has it, when an old district was named, or when today's units
    do not have the name at all; then the name that one of them lately had comes first.
    """
    kind = reading.kind
    same = [alias for alias in aliases if alias.kind == kind]
    if units and (not kind or kind in _TODAY):
        fits = not kind or any(unit.kind == kind for unit in units)
        return units, [] if fits and not reading.within else same if kind else aliases
    if same:
        return [], same
    if kind in DISTRICT_KINDS and (districts := [alias for alias in aliases if alias.level == "district"]):
        return [], districts
    lately = [alias for alias in aliases if alias.lately]
    return (units, []) if units else ([], lately or aliases)
