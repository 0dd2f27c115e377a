"""Short lists of lines beside the data, which outlive the database: replaced whole, their owner's alone."""

import os
from collections.abc import Iterable
from pathlib import Path


def kept_lines(path: Path) -> list[str]:
    """The lines of a list; none where there is no list yet."""
    return path.read_text(encoding="ascii").splitlines() if path.exists() else []


def put_lines(path: Path, lines: Iterable[str]) -> None:
    """Put a list in the place of the former one, at once and on disk."""
    fresh = path.with_name(f"{path.name}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(f"{one}\n" for one in lines))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
