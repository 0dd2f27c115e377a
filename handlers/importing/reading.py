"""A whole list read once: good rows into the spool, a fault for each of the others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from handlers.importing import columns
from handlers.importing.judged import Fault, Unfit
from handlers.importing.people import COLUMNS, NEEDED, Listed, People
from handlers.importing.sheet import SheetRow
from handlers.importing.spool import Spool

MOST_FAULTS = 10_000
"""Faults that are kept to be told; a list with more is mended in another way."""
_TELL_EVERY = 1000


@dataclass
class Read:
    """``unread`` are headings of columns that were left alone; ``tenants`` are named by good rows."""

    rows: int = 0
    faulty: int = 0
    faults: list[Fault] = field(default_factory=list)
    unread: tuple[str, ...] = ()
    tenants: set[str] = field(default_factory=set)


def read_people(rows: Iterable[SheetRow], people: People, spool: Spool, seen: Callable[[int], None]) -> Read:
    """Judge every row of a list; ``seen`` hears how far it is. Raises SheetRefused."""
    table = columns.table(rows, COLUMNS, NEEDED)
    read = Read(unread=table.unread)
    for number, cells in table.rows:
        listed = _judged(people, number, table.said(cells), read)
        if listed is not None:
            read.tenants.add(listed.tenant)
            spool.put(listed)
        if number % _TELL_EVERY == 0:
            seen(number)
    read.rows = len(spool) + read.faulty
    return read


def _judged(people: People, number: int, said: Mapping[str, str], read: Read) -> Listed | None:
    try:
        return people.judged(number, said)
    except Unfit as unfit:
        read.faulty += 1
        if len(read.faults) < MOST_FAULTS:
            read.faults.append(unfit.fault)
        return None
