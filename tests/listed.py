"""Lists that are taken in, as tests write them: a line a row, cells apart by a bar."""

from collections.abc import Iterable
from pathlib import Path

from bot.importing import CODES_LIVE, take
from handlers import inviting
from handlers.importing.limits import Limits
from handlers.importing.matching import Matching, Means
from handlers.importing.people import COLUMNS, Listed, People
from handlers.importing.places import Places
from handlers.importing.writing import write
from locales import words
from storage.database import Database
from tests.chance import Chance, Clock, Ids
from tests.world import World, furniture

LIMITS = Limits(rows=1000)


def rows(lines: Iterable[str]) -> list[Listed]:
    """The rows of a list, judged as those of a file are."""
    people = People(Places(furniture()[0].units.index))
    found = []
    for number, line in enumerate(lines, start=2):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        said = dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, cells, strict=False))
        listed = people.judged(number, said)
        if listed is not None:
            found.append(listed)
    return found


async def taken(
    database: Database, lines: Iterable[str], clock: Clock, ids: Ids, chance: Chance, *, dry: bool = False
) -> Matching:
    """Take a list in."""
    judged = rows(lines)
    means = Means(clock.now(), ids, str, clock.now() + CODES_LIVE, "run")
    codes = None if dry else inviting.several(chance.new_code, len(judged) + 2)
    return await take(database, judged, means, codes)


async def listed(played: World, line: str) -> list[str]:
    """Take in one row in the middle of a story; the code as it is handed on."""
    judged = rows([line])
    now = played.clock.now()
    codes = inviting.several(played.desk.new_code, 1)
    done = await take(played.database, judged, Means(now, played.ids, str, now + CODES_LIVE, "run"), codes)
    return [f"  (mã riêng: {inviting.grouped(one.code)})" for one in done.codes]


def sheet(path: Path, headings: Iterable[str], lines: Iterable[str]) -> Path:
    """An .xlsx of these rows."""
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    write(path, words("vi")("import-sheet-list"), list(headings), cells)
    return path
