"""The process that reads a sheet somebody made: ``python -m handlers.importing.apart``, its bounds as JSON.

The sheet is its standard input; its standard output has a line of JSON for each row, number and cells, and at
the end null, or why no more is read. It has so much memory and so much of a processor, writes no file and
knows no secret: what a sheet does to its reader ends with it.
"""

import json
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

from handlers.importing.limits import Limits, SheetRefused

SHEET = Path("/dev/stdin")
_FILES = 64


@dataclass(frozen=True, slots=True)
class Bounds:
    """``memory`` is bytes of address space, some 200 MiB of them Python's own; ``seconds`` those of a
    processor, and those that are waited for the next rows, all waits together."""

    memory: int = 1 << 30
    seconds: int = 300


def bound(bounds: Bounds) -> None:
    """Take no more from now on; beyond the seconds the system ends the process."""
    for what, most in (
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_CPU, bounds.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
    ):
        allowed = resource.getrlimit(what)[1]
        held = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(what, (held, held))


def serve(limits: Limits) -> None:
    """Write every row of the sheet, or why not."""
    last: object = None
    try:
        from handlers.importing.sheet import rows_of  # noqa: PLC0415  # what reads is loaded within the bounds

        for row in rows_of(SHEET, limits):
            sys.stdout.write(json.dumps(row) + "\n")
    except SheetRefused as refused:
        last = {"rule": refused.rule, "given": refused.given}
    except (MemoryError, RecursionError):
        last = {"rule": "heavy", "given": {}}
    sys.stdout.write(json.dumps(last) + "\n")


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    bound(Bounds(**asked["bounds"]))
    serve(Limits(**asked["limits"]))
