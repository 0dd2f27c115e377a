"""The administrative units that ship with the program, as records: 34 provinces, 3,321 communes, old names.

Made by ``data/build_units.py``; nothing here touches a database.
"""

import csv
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from storage.records.unit import Unit, UnitAlias


def read_units() -> Iterator[Unit]:
    """Every province, then every commune, in the order of their codes."""
    for row in _rows("units.csv"):
        valid = {"valid_from_on": row.pop("valid_from"), "valid_to_on": row.pop("valid_to") or None}
        yield Unit.model_validate(row | valid)


def read_aliases() -> Iterator[UnitAlias]:
    """Every older name: provinces, communes, then districts."""
    for row in _rows("unit_aliases.csv"):
        yield UnitAlias(**row | {"codes": tuple(row["codes"].split())})


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (files("storage.data") / name).open(encoding="utf-8") as page:
        yield from csv.DictReader(page)
