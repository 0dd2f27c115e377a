"""The parts of a workbook that are not rows: as little of SpreadsheetML (ECMA-376) as programs ask for."""

from collections.abc import Iterator, Sequence
from typing import Final

from handlers.sheet_cells import SharedTexts, escaped

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = "application/vnd.openxmlformats-package.relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PLAIN, BOLD, WRAPPED, DAY = range(4)
"""The styles of a cell, by their place in ``STYLES``."""
_FACES: Final = ("", '<b val="1"/>')
_TOP: Final = '<alignment vertical="top" wrapText="1"/>'
STYLES: Final = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    f'<fonts count="{len(_FACES)}">'
    + "".join(f'<font>{face}<sz val="11"/><name val="Calibri"/><family val="2"/></font>' for face in _FACES)
    + '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    f'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1">{_TOP}</xf>'
    f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">{_TOP}</xf>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
SHEET_END: Final = "</sheetData></worksheet>"


def sheet_path(number: int) -> str:
    """Where the sheet with this number (from 1) lies."""
    return f"xl/worksheets/sheet{number}.xml"


def sheet_start(widths: Sequence[int], *, frozen: bool) -> str:
    """Everything before the first row; ``frozen`` keeps that row in view."""
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' if frozen else ""
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{wide}" customWidth="1"/>' for at, wide in enumerate(widths, 1)
    )
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}">'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"{f'<cols>{columns}</cols>' if columns else ''}<sheetData>"
    )


def shared_texts(texts: SharedTexts) -> Iterator[str]:
    """The texts that cells name by number."""
    yield f'{_XML}<sst xmlns="{_MAIN}">'
    yield from texts.items()
    yield "</sst>"


def package(sheets: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(path, content) of what holds the workbook together; ``sheets`` are the names of its sheets."""
    numbers = range(1, len(sheets) + 1)
    told, texts = len(sheets) + 1, len(sheets) + 2
    overrides = "".join(
        f'<Override PartName="/{sheet_path(number)}" ContentType="{_TYPES}.worksheet+xml"/>'
        for number in numbers
    )
    yield (
        "[Content_Types].xml",
        (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_RELATIONS}+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>{overrides}'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/></Types>'
        ),
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml", 1)])
    listed = "".join(
        f'<sheet name="{_attribute(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        (
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
            f"<bookViews><workbookView/></bookViews><sheets>{listed}</sheets></workbook>"
        ),
    )
    parts = [("worksheet", f"worksheets/sheet{number}.xml", number) for number in numbers]
    parts += [("styles", "styles.xml", told), ("sharedStrings", "sharedStrings.xml", texts)]
    yield "xl/_rels/workbook.xml.rels", _relations(parts)
    yield "xl/styles.xml", STYLES


def _relations(parts: Sequence[tuple[str, str, int]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target, number in parts
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")
