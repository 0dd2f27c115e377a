"""A weekly roll-up as the Union lays its documents out: A4, Times New Roman, the signature left empty."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from handlers import rollup_words
from handlers.export import Export, Readable
from handlers.figure_sheets import Units, named, units_at
from handlers.sheet_cells import clean
from locales import Words, words
from locales.formats import local, number
from storage.records.rollup import Document

_FONT: Final = "Times New Roman"
_BODY, _TABLE, _SMALL = Pt(14), Pt(12), Pt(11)
_LEFT, _MIDDLE, _RIGHT, _EVEN = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_INDENT: Final = Mm(10)
_WIDTHS: Final = (46, 19, 19, 19, 57)
"""Millimetres of the columns of figures: together what the margins leave of A4."""
_HALVES: Final = (78, 82)


class RollupDocx(Export):
    """``shows`` has the ``document``; numbers that may not be shown are not in it."""

    name = "rollup_docx"
    ending = "docx"
    mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    async def write(self, to: Path, shows: Mapping[str, Any], source: Readable) -> None:
        """See the kind."""
        document, reader, page = Document.model_validate(shows["document"]), words("vi"), _page()
        at = document.updated_at
        units = await units_at(source, local(at).date().isoformat(), at)
        _header(page, reader, document, units)
        _titles(page, reader, document, draft=bool(shows.get("draft")))
        _part(page, reader("export-part-results"))
        _figures(page, reader, document)
        for title, lines in rollup_words.parts(reader, document):
            _part(page, title)
            for line in lines:
                _says(page.add_paragraph(), line, align=_EVEN, indent=True)
        _signature(page, reader, document, units)
        page.save(str(to))


def _page() -> Docx:
    """An empty A4 page with the margins of Union documents: 20 mm above, below and right, 30 left."""
    page = docx.Document()
    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    style = page.styles["Normal"]
    style.font.name, style.font.size = _FONT, _BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.space_before = Pt(0)
    return page


def _header(page: Docx, words: Words, document: Document, units: Units) -> None:
    """Who writes, with number and sign, on the left; the Union's name, place and day on the right."""
    left, right = _halves(page)
    above = words("export-above", level=document.level, above=_headed(words, units, document.tenant))
    issuer = words("export-issuer", level=document.level, unit=_headed(words, units, document.unit_code))
    _lines(
        left,
        [
            (above, {}),
            (issuer, {"bold": True}),
            ("***", {}),
        ],
    )
    _lines(left, [(words("export-number"), {})])
    day = local(document.updated_at)
    unit = units.get(document.unit_code)
    place = unit.name if unit else words("export-central-place")
    dated = words("export-dated", place=place, day=f"{day:%d}", month=f"{day:%m}", year=str(day.year))
    _lines(
        right,
        [
            (words("export-union"), {"bold": True, "underline": True}),
            ("", {}),
            ("", {}),
            (dated, {"italic": True}),
        ],
    )


def _headed(words: Words, units: Units, code: str) -> str:
    """A unit as it stands in the head of a document: TP. HÀ NỘI."""
    unit = units.get(code)
    return words("export-headed", kind=unit.kind, unit=unit.name).upper() if unit else code


def _titles(page: Docx, words: Words, document: Document, *, draft: bool) -> None:
    title = _says(page.add_paragraph(), words("export-title"), align=_MIDDLE, bold=True)
    title.paragraph_format.space_before = Pt(12)
    _says(page.add_paragraph(), words("export-subject"), align=_MIDDLE, bold=True)
    said = words("export-period", **rollup_words.period(document))
    _says(page.add_paragraph(), said, align=_MIDDLE, italic=True)
    at = local(document.updated_at)
    updated = words("export-updated", at=f"{at:%Hh%M}", day=f"{at:%d/%m/%Y}", edition=document.edition)
    _says(page.add_paragraph(), updated, align=_MIDDLE, italic=True, size=_TABLE)
    if draft:
        _says(page.add_paragraph(), words("export-draft"), align=_MIDDLE, bold=True, size=_TABLE)


def _part(page: Docx, title: str) -> None:
    heading = _says(page.add_paragraph(), title, bold=True)
    heading.paragraph_format.space_before = Pt(8)
    heading.paragraph_format.keep_with_next = True


def _figures(page: Docx, words: Words, document: Document) -> None:
    """The table of figures: each with its number, the week before, the change, and what is counted."""
    table = page.add_table(rows=0, cols=len(_WIDTHS))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    _sized(table, _WIDTHS)
    columns = ("figure", "value", "before", "change", "meaning")
    _row(table, [words(f"export-{one}") for one in columns], bold=True)
    _marked(table, "w:tblHeader")
    told = ""
    for one in document.figures:
        meaning = rollup_words.meaning(words, one)
        if one.item and one.key != told:
            _row(table, [rollup_words.heading(words, one), "", "", "", meaning])
        told = one.key
        value = _told(words, rollup_words.shown(words, one))
        change = rollup_words.change(one)
        said = " ".join(filter(None, ["" if one.item else meaning, rollup_words.marks(words, one)]))
        notes = [said, rollup_words.adjusted(words, one)]
        _row(
            table,
            [
                rollup_words.named(words, one).strip(),
                f"{value}/{number(one.of, words.language)}" if one.of is not None else value,
                _told(words, rollup_words.earlier(one)),
                "" if change is None else rollup_words.signed(words, change),
                "\n".join(filter(None, notes)),
            ],
            sub=bool(one.item),
        )


def _told(words: Words, value: float | int | str | None) -> str:
    return number(value, words.language) if isinstance(value, int | float) else value or ""


def _row(table: Table, texts: Sequence[str], *, bold: bool = False, sub: bool = False) -> None:
    cells = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx annotates in part
    for at, (cell, text, wide) in enumerate(zip(cells, texts, _WIDTHS, strict=True)):
        cell.width = Mm(wide)
        align = _MIDDLE if bold else _RIGHT if at in (1, 2, 3) else _LEFT
        size = _SMALL if at == len(texts) - 1 and not bold else _TABLE
        paragraph = _says(cell.paragraphs[0], text, align=align, bold=bold, size=size, italic=sub and not at)
        paragraph.paragraph_format.space_after = Pt(0)
        if sub and not at:
            paragraph.paragraph_format.left_indent = Mm(4)


def _sized(table: Table, widths: Sequence[int]) -> None:
    """Fixed columns: programs look at the grid, at the cells, or at both."""
    table.autofit = False
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Mm(wide)


def _marked(table: Table, mark: str) -> None:
    """Mark the last row: to stand again on top of every page, or not to be parted."""
    told = OxmlElement(mark)
    told.set(qn("w:val"), "true")
    table.rows[-1]._tr.get_or_add_trPr().append(told)


def _signature(page: Docx, words: Words, document: Document, units: Units) -> None:
    """Who gets it, on the left; on the right the block to be signed, left empty."""
    page.add_paragraph()
    left, right = _halves(page)
    _lines(left, [(words("export-receivers"), {"bold": True, "italic": True, "size": _TABLE})], align=_LEFT)
    above = named(words, units, document.tenant)
    receivers = words("export-receivers-lines", level=document.level, above=above).split("\n")
    _lines(left, [(one, {"size": _SMALL}) for one in receivers], align=_LEFT)
    signed, *hint = words("export-signed", level=document.level).split("\n")
    _lines(right, [(signed, {"bold": True}), *((line, {"italic": True, "size": _TABLE}) for line in hint)])
    _lines(right, [("", {}) for _ in range(4)])


def _halves(page: Docx) -> tuple[_Cell, _Cell]:
    """Two columns without lines."""
    table = page.add_table(rows=1, cols=2)
    _sized(table, _HALVES)
    _marked(table, "w:cantSplit")
    left, right = table.rows[0].cells
    for cell, wide in zip((left, right), _HALVES, strict=True):
        cell.width = Mm(wide)
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    return left, right


def _lines(cell: _Cell, lines: Sequence[tuple[str, dict[str, Any]]], align: Any = _MIDDLE) -> None:
    for text, shape in lines:
        empty = len(cell.paragraphs) == 1 and not cell.paragraphs[0].text and not cell.paragraphs[0].runs
        paragraph = cell.paragraphs[0] if empty else cell.add_paragraph()
        _says(paragraph, text, align=align, **{"size": Pt(13), **shape})
        paragraph.paragraph_format.space_after = Pt(0)


def _says(
    paragraph: Paragraph,
    text: str,
    *,
    align: Any = _LEFT,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    indent: bool = False,
    size: Pt = _BODY,
) -> Paragraph:
    """``text`` as a run of ``paragraph``; what XML cannot hold is left out."""
    run = paragraph.add_run(clean(text))
    run.bold, run.italic, run.underline = bold, italic, underline
    run.font.size, run.font.name = size, _FONT
    paragraph.alignment = align
    if indent:
        paragraph.paragraph_format.first_line_indent = _INDENT
    return paragraph
