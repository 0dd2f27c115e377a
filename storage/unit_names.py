"""Names that units were given since the file of units was made, and what each unit is called on a day.

Nothing is replaced: a name holds from its day on, the one before it still leads to the unit. Where two names
were given for the same day, the one that was entered later stands: so a slip is mended.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.unit import Unit, UnitAlias, UnitName
from storage.unit_file import by_code, read_aliases, read_units


def given(record: UnitName) -> Effect:
    """A unit has another name from a day on."""
    return Effect("add_unit_name", record.model_dump())


def unit_saved(record: Unit) -> Effect:
    """The unit as queries join it."""
    return Effect("save_unit", record.model_dump())


async def every(tx: Tx) -> list[UnitName]:
    """Every name that was given, by its day and then in the order in which they were entered."""
    return [UnitName.model_validate(dict(row)) for row in await tx.all("unit_names_all")]


async def units_on(tx: Tx, day_on: str, entered_by: datetime | None = None) -> Mapping[str, Unit]:
    """Every unit by its code as it is called on a day, as far as that was entered by then."""
    names = await every(tx)
    return renamed(by_code(), in_force(names, day_on, entered_by))


def in_force(names: Iterable[UnitName], day_on: str, entered_by: datetime | None = None) -> list[UnitName]:
    """Those that hold, or have held, on a day, in the order of their days."""
    known = [one for one in names if one.from_on <= day_on and (not entered_by or one.made_at <= entered_by)]
    kept = {(one.unit_code, one.from_on): one for one in known}
    return sorted(kept.values(), key=lambda one: (one.from_on, one.made_at, one.id))


def renamed(units: Mapping[str, Unit], names: Sequence[UnitName]) -> Mapping[str, Unit]:
    """The units with the last of their names."""
    found = dict(units)
    for one in names:
        if one.unit_code in found:
            found[one.unit_code] = _called(found[one.unit_code], one)
    return found


def known(names: Sequence[UnitName]) -> tuple[list[Unit], list[UnitAlias]]:
    """All units, and every older name, with what ``names`` made of them."""
    now = {one.code: one for one in read_units()}
    aliases = list(read_aliases())
    for one in names:
        before = now.get(one.unit_code)
        if before is None:
            continue
        if (before.name, before.kind) != (one.name, one.kind):
            aliases.append(
                UnitAlias(
                    level=before.level,
                    kind=before.kind,
                    name=before.name,
                    codes=(before.code,),
                    lately=True,
                )
            )
        now[one.unit_code] = _called(before, one)
    return list(now.values()), aliases


def _called(unit: Unit, name: UnitName) -> Unit:
    since = {"valid_from_on": date.fromisoformat(name.from_on)}
    return unit.model_copy(update={"name": name.name, "kind": name.kind, **since})
