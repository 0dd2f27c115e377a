"""Which unit the cells of a row mean, by name of today, older name or code; never chosen among several."""

from functools import lru_cache

from handlers.importing.judged import Fault, Unfit
from handlers.unit_search import Match, UnitIndex
from locales import words
from storage.records.unit import Unit

_CHOICES = 6
_PROVINCE, _COMMUNE = 2, 5
_MISSING = {"province": "province-missing", "commune": "commune-missing"}
_UNKNOWN = {"province": "province-unknown", "commune": "commune-unknown"}


class Places:
    """Names are repeated in every row of a list, so each is looked up once."""

    def __init__(self, units: UnitIndex) -> None:
        self._units = units
        self._provinces = lru_cache(maxsize=512)(self._province)
        self._communes = lru_cache(maxsize=16_384)(self._commune)

    def province(self, row: int, said: str) -> Unit:
        """The province that a cell names. Raises Unfit."""
        return self._only(row, "province", said, self._provinces(said))

    def commune(self, row: int, said: str, province: Unit) -> Unit:
        """The commune of ``province`` that a cell names. Raises Unfit, with the choices where there are."""
        return self._only(row, "commune", said, self._communes(said, province.code), province)

    def _province(self, said: str) -> tuple[Match, ...]:
        if said.isdecimal():
            return self._by_code(said.zfill(_PROVINCE), "")
        return tuple(self._units.provinces(said))

    def _commune(self, said: str, province: str) -> tuple[Match, ...]:
        if said.isdecimal():
            return self._by_code(said.zfill(_COMMUNE), province)
        return tuple(self._units.communes(said, province))

    def _by_code(self, code: str, parent: str) -> tuple[Match, ...]:
        unit = self._units.unit(code)
        return (Match(unit, "exact"),) if unit and unit.parent == parent else ()

    def _only(
        self, row: int, column: str, said: str, found: tuple[Match, ...], province: Unit | None = None
    ) -> Unit:
        if len(found) == 1 and found[0].reason != "near":
            return found[0].unit
        given: dict[str, str | int] = {"within": _named(province) if province else ""}
        if not said:
            raise Unfit(Fault(row, column, said, _MISSING[column]))
        if not found:
            raise Unfit(Fault(row, column, said, _UNKNOWN[column], given))
        given["choices"] = "; ".join(_choice(one) for one in found[:_CHOICES])
        rule = "unit-near" if found[0].reason == "near" else "unit-several"
        raise Unfit(Fault(row, column, said, rule, {"choices": given["choices"]}))


def _choice(match: Match) -> str:
    return f"{_named(match.unit)} ({match.unit.code})"


def _named(unit: Unit) -> str:
    reader = words("vi")
    return reader("unit-named", kind=unit.kind, unit=unit.name)
