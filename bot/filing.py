"""Files of figures that an operator asks for, written on the machine of the bot."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.operating import Given, OperationError
from handlers.export import write
from handlers.messages import Paper
from storage import lines, rollups
from storage.database import Database
from storage.records.case import Level
from storage.records.unit import CENTRE

ENDINGS = {".docx": "rollup_docx", ".xlsx": "rollup_xlsx"}


async def lines_written(database: Database, given: Given) -> str:
    """Every figure of a unit's days as a workbook; ``unit`` is a commune, a province or the centre."""
    unit = given["unit"]
    shows = {
        "tenants": await _tenants(database, unit),
        "unit_code": unit if len(unit) == 5 else "",
        "since_on": _day(given["since"]),
        "until_on": _day(given["until"]),
    }
    return await _written(database, "lines_xlsx", shows, given["file"])


async def rollup_written(database: Database, given: Given) -> str:
    """The newest roll-up that a unit sent of the week that begins on ``week``."""
    unit, week, to = given["unit"], _day(given["week"]), Path(given["file"])
    if to.suffix not in ENDINGS:
        raise OperationError(f"{to.name}: write a .docx to print, or an .xlsx of figures")
    tenants = await _tenants(database, unit)
    owner = CENTRE if unit == CENTRE else tenants[0]
    found = await database.read(lambda tx: rollups.of_unit(tx, (owner, unit), week))
    sent = [one.document for one in found if one.since_on == week and one.document is not None]
    if not sent or sent[-1] is None:
        raise OperationError(
            f"{unit} sent nothing of the week that begins on {week}; look with --week of its first day"
        )
    document = sent[-1]
    shows = {
        "document": document.model_dump(mode="json"),
        "tenants": [] if document.level is Level.CENTRAL else [document.tenant],
        "lines": True,
    }
    return await _written(database, ENDINGS[to.suffix], shows, given["file"])


async def _tenants(database: Database, unit: str) -> list[str]:
    known = await database.read(lines.tenants)
    if unit == CENTRE:
        return [one for one in known if one != CENTRE]
    names = await database.read(lines.tenants_of_unit(unit))
    if not names:
        raise OperationError(
            f"no unit with teams has the code {unit!r}: 2 digits, 5 for a commune, 00 for all"
        )
    return names


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise OperationError(f"{text!r} is no day; write it as 2026-11-16") from None


async def _written(database: Database, name: str, shows: Mapping[str, object], file: str) -> str:
    try:
        await write(Paper(name, json.dumps(shows), Path(file).name), Path(file), database)
    except OSError as error:
        raise OperationError(f"{file} cannot be written: {error.strerror}") from error
    return f"{file}: {_size(file):,} bytes"


def _size(file: str) -> int:
    return Path(file).stat().st_size
