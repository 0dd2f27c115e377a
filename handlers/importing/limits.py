"""How much of a file is read, and how it is refused: by a rule that has words (``sheet-<rule>``)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``size`` and ``unpacked`` are bytes, ``ratio`` is unpacked to packed, ``cell`` letters of one cell.

    ``directory`` are bytes of the package's table of contents, ``strings`` those of the texts that all cells
    share, which are held in memory, ``row`` those of one row. ``spread`` is how many cells may be gone over,
    empty ones among them.
    """

    size: int = 64 << 20
    unpacked: int = 512 << 20
    ratio: int = 100
    parts: int = 200
    rows: int = 300_000
    columns: int = 50
    cell: int = 500
    directory: int = 1 << 20
    strings: int = 128 << 20
    row: int = 4 << 20
    spread: int = 15_000_000


class SheetRefused(Exception):
    """A file that is not read, or not further: ``rule`` says why, ``given`` fills its words."""

    def __init__(self, rule: str, **given: str | int) -> None:
        super().__init__(rule)
        self.rule = rule
        self.given = given
