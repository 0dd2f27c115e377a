"""The empty list to fill in: headings, one example, and a sheet that explains each column."""

from collections.abc import Sequence
from pathlib import Path

from handlers.importing import columns as known
from handlers.importing import figures, people
from handlers.importing.writing import write_sheets
from locales import Words

LISTS = {"people": people.COLUMNS, "figures": figures.COLUMNS}
"""What can be taken in from a sheet, and the columns of each."""
NEEDED = {"people": people.NEEDED, "figures": figures.NEEDED}
"""The columns that a list cannot do without."""


def write_template(path: Path, of: str, words: Words) -> None:
    """Write the template of the list ``of`` to ``path``. Raises OSError."""
    columns = LISTS[of]
    headings = [_heading(words, key, of) for key in columns]
    example = ["" if ":" in key else words(f"import-example-{key}") for key in columns]
    write_sheets(
        path,
        [
            (words("import-sheet-list"), headings, [example]),
            (
                words("import-sheet-help"),
                [words("import-help-column"), words("import-help-what")],
                _help(words, columns, of),
            ),
        ],
    )


def _heading(words: Words, key: str, of: str) -> str:
    heading = known.heading(words, key)
    return f"{heading} *" if key in NEEDED[of] else heading


def _help(words: Words, columns: Sequence[str], of: str) -> list[tuple[str, str]]:
    explained = [(known.heading(words, key), _about(words, key, of)) for key in columns]
    return [*explained, ("", words(f"import-about-list-{of}"))]


def _about(words: Words, key: str, of: str) -> str:
    """What a column is for; all numbers are explained alike."""
    if ":" in key:
        return words("import-about-number")
    if (key, of) == ("team", "figures"):
        return words("import-about-team-there")
    return words(f"import-about-{key}")
