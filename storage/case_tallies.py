"""What got stuck, for many units at once: cases by kind, with the communes affected and the days."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.queries import Row, Tx
from storage.records.moments import Record
from storage.sources import Source, json_list

UnitDays = tuple[str, str, str, str]
"""(tenant, unit code, first day, last day), days as ISO text, both included. The code of the tenant itself
stands for all its communes."""


class CaseTally(Record):
    """The cases of one kind in one unit: ``communes`` affected, ``days`` on which it was met, ``people`` who
    told it, ``stopped`` cases that made somebody stop, ``solved`` cases that are answered by now.

    A case that was met on several days is one case; an exercise counts nowhere.
    """

    tenant: str
    unit_code: str
    code: str
    cases: int
    communes: int
    days: int
    people: int
    stopped: int
    solved: int


async def _of_units(tx: Tx, keys: Sequence[UnitDays]) -> Mapping[UnitDays, list[CaseTally]]:
    """Two queries for each period that is asked for, however many units."""
    found: dict[UnitDays, list[CaseTally]] = {}
    periods: dict[tuple[str, str], list[UnitDays]] = defaultdict(list)
    for key in keys:
        periods[key[2], key[3]].append(key)
    for asked in periods.values():
        rows = [*await _of_communes(tx, asked), *await _of_tenants(tx, asked)]
        tallies: dict[tuple[str, str], list[CaseTally]] = defaultdict(list)
        for row in rows:
            tallies[row["tenant"], row["unit_code"]].append(CaseTally.model_validate(dict(row)))
        found |= {key: tallies[key[0], key[1]] for key in asked}
    return found


async def _of_communes(tx: Tx, asked: Sequence[UnitDays]) -> list[Row]:
    communes = [key for key in asked if key[1] != key[0]]
    if not communes:
        return []
    return await tx.all(
        "case_tallies_of_units",
        tenants=json_list(key[0] for key in communes),
        units=json_list(key[1] for key in communes),
        since_on=communes[0][2],
        until_on=communes[0][3],
    )


async def _of_tenants(tx: Tx, asked: Sequence[UnitDays]) -> list[Row]:
    tenants = [key for key in asked if key[1] == key[0]]
    if not tenants:
        return []
    return await tx.all(
        "case_tallies_of_tenants",
        tenants=json_list(key[0] for key in tenants),
        since_on=tenants[0][2],
        until_on=tenants[0][3],
    )


of_unit = Source("case_tallies", _of_units)


async def of_all(tx: Tx, tenants: Sequence[str], since_on: str, until_on: str) -> list[CaseTally]:
    """The same for many tenants together: the centre's."""
    rows = await tx.all(
        "case_tallies_of_all", tenants=json_list(tenants), since_on=since_on, until_on=until_on
    )
    return [CaseTally.model_validate({"tenant": "", "unit_code": "", **dict(row)}) for row in rows]
