"""A weekly roll-up as a workbook: the document, a sheet a level, and every line behind the sums."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handlers import figure_sheets, rollup_words
from handlers.export import Export, Readable
from handlers.sheets import Book, book
from locales import Words, words
from locales.formats import local
from storage import lines
from storage.lines import Scope
from storage.records.case import Level
from storage.records.rollup import Document


class RollupXlsx(Export):
    """``shows`` has the ``document``, the ``tenants`` whose figures are behind it (all where none is named),
    and as ``lines`` whether each of them is wanted."""

    name = "rollup_xlsx"
    ending = "xlsx"
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    async def write(self, to: Path, shows: Mapping[str, Any], source: Readable) -> None:
        """See the kind."""
        reader, document = words("vi"), Document.model_validate(shows["document"])
        commune = document.unit_code if document.level is Level.COMMUNE else ""
        tenants = tuple(shows["tenants"] or await source.read(lines.tenants))
        scope = Scope(tenants, document.since_on, document.until_on, commune)
        at = document.updated_at
        units = await figure_sheets.units_at(source, local(at).date().isoformat(), at)
        with book(to, reader("export-cut")) as made:
            _document(made, reader, document, draft=bool(shows.get("draft")))
            await figure_sheets.write(made, reader, source, scope, units, every_line=shows["lines"])


def _document(made: Book, words: Words, document: Document, *, draft: bool) -> None:
    """The five parts below one another: numbers in their own column, with what they mean."""
    sheet = made.sheet(words("export-sheet-document"))
    columns = ("figure", "value", "before", "change", "whole", "adjusted", "meaning")
    sheet.head([words(f"export-{one}") for one in columns], [40, 12, 12, 12, 12, 26, 80])
    if draft:
        sheet.add([words("export-draft")], bold=True)
    for one in document.figures:
        value, before = rollup_words.shown(words, one), rollup_words.earlier(one)
        change = rollup_words.change(one)
        adjusted = rollup_words.adjusted(words, one)
        meaning = " ".join(filter(None, (rollup_words.meaning(words, one), rollup_words.marks(words, one))))
        sheet.add([rollup_words.named(words, one), value, before, change, one.of, adjusted, meaning])
    for title, said in rollup_words.parts(words, document):
        sheet.add([])
        sheet.add([title], bold=True)
        for line in said:
            sheet.add([line])
