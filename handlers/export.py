"""The kind of every file that people take along: what it is about goes in, the file comes out.

Conversations only name an export in a ``Paper``; it is written when the message leaves, page by page, so that
a million rows need no more memory than a thousand.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from handlers.messages import Paper
from handlers.registry import instances, plural
from storage.queries import Tx

Read = TypeVar("Read")


class Readable(Protocol):
    """What an export reads from: each read stands for itself and holds nothing for long."""

    async def read(self, work: Callable[[Tx], Awaitable[Read]]) -> Read:
        """Run ``work`` on one state of the data."""


class Export:
    """One kind of file. Each file in ``exports/`` is one, and is found by being there.

    ``name`` is stable: messages that wait carry it. ``ending`` is that of the file, ``mime`` its type.
    """

    name: ClassVar[str]
    ending: ClassVar[str]
    mime: ClassVar[str]

    async def write(self, to: Path, shows: Mapping[str, Any], source: Readable) -> None:
        """Write the file of ``shows``. Raises OSError when the disk does not take it."""
        raise NotImplementedError(f"{type(self).__name__} writes nothing")


def export(name: str) -> Export:
    """The export with this name. Raises KeyError when there is none."""
    return _exports()[name]


async def write(paper: Paper, to: Path, source: Readable) -> None:
    """Write ``paper`` to ``to``: under another name first, so that no half file is ever taken for a whole.

    Raises KeyError when there is no such export, OSError when the disk does not take it.
    """
    half = to.with_name(f".{to.name}.half")
    try:
        await export(paper.export).write(half, json.loads(paper.shows), source)
        half.replace(to)
    finally:
        half.unlink(missing_ok=True)


@cache
def _exports() -> Mapping[str, Export]:
    return {one.name: one for one in instances(plural("exports"), Export)}
