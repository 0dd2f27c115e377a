"""All figures of a stretch of days as a workbook: a sheet a level, and every line behind the sums."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handlers import figure_sheets
from handlers.export import Export, Readable
from handlers.sheets import book
from locales import words
from storage.lines import Scope


class LinesXlsx(Export):
    """``shows`` has ``tenants``, ``unit_code`` (a commune, or empty), ``since_on`` and ``until_on``."""

    name = "lines_xlsx"
    ending = "xlsx"
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    async def write(self, to: Path, shows: Mapping[str, Any], source: Readable) -> None:
        """See the kind."""
        reader = words("vi")
        scope = Scope(tuple(shows["tenants"]), shows["since_on"], shows["until_on"], shows["unit_code"])
        units = await figure_sheets.units_at(source, scope.until_on)
        with book(to, reader("export-cut")) as made:
            await figure_sheets.write(made, reader, source, scope, units)
