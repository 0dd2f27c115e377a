"""The administrative units that ship with the program, as records: 34 provinces, 3,321 communes, old names.

Made by ``data/build_units.py``; nothing here touches a database.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from sys import intern
from typing import Any

from storage.records.unit import Unit, UnitAlias


@cache
def read_units() -> tuple[Unit, ...]:
    """Every province, then every commune, in the order of their codes; read once."""
    return tuple(map(_unit, _rows("units.csv")))


def _unit(row: dict[str, Any]) -> Unit:
    valid = {"valid_from_on": row.pop("valid_from"), "valid_to_on": row.pop("valid_to") or None}
    return Unit.model_validate(row | valid)


@cache
def by_code() -> Mapping[str, Unit]:
    """The same by code, read once."""
    return {one.code: one for one in read_units()}


def read_aliases() -> Iterator[UnitAlias]:
    """Every older name: provinces, communes, then districts."""
    for row in _rows("unit_aliases.csv"):
        yield UnitAlias(**row | {"codes": tuple(map(intern, row["codes"].split()))})


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (files("storage.data") / name).open(encoding="utf-8") as page:
        rows = csv.reader(page)
        names = next(rows)
        for row in rows:  # the same few kinds, districts and provinces: each is held once
            yield dict(zip(names, map(intern, row), strict=True))
