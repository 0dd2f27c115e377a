"""How much of a file is read, and how it is refused: by a rule that has words (``sheet-<rule>``)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``size`` and ``unpacked`` are bytes, ``ratio`` is unpacked to packed, ``cell`` letters of one cell."""

    size: int = 64 << 20
    unpacked: int = 512 << 20
    ratio: int = 100
    parts: int = 200
    rows: int = 300_000
    columns: int = 50
    cell: int = 500


class SheetRefused(Exception):
    """A file that is not read, or not further: ``rule`` says why, ``given`` fills its words."""

    def __init__(self, rule: str, **given: str | int) -> None:
        super().__init__(rule)
        self.rule = rule
        self.given = given
