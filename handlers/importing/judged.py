"""What is wrong with one cell of a row: a rule with words (``import-<rule>``), told with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.importing import columns
from locales import Words

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """``column`` is a known column; ``cell`` is what stands there."""

    row: int
    column: str
    cell: str
    rule: str
    given: Mapping[str, str | int] = field(default_factory=dict)


class Unfit(Exception):
    """A row that cannot be taken as it stands, because of one of its cells."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.rule)
        self.fault = fault


def told(words: Words, fault: Fault) -> tuple[int, str, str, str]:
    """(row, heading, cell, what is wrong and what to do) for whoever mends the list."""
    return (
        fault.row,
        columns.heading(words, fault.column),
        fault.cell[:_LONGEST_SHOWN],
        words(f"import-{fault.rule}", **fault.given),
    )
