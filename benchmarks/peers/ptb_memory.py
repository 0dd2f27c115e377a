# mypy: ignore-errors
"""python-telegram-bot with everything in memory, its defaults otherwise."""

import warnings

from telegram.ext import ApplicationBuilder
from telegram.warnings import PTBUserWarning

from benchmarks.peers.asked import arguments
from benchmarks.peers.ptb_form import run

RECORDS = []


def main() -> None:
    """Run until stopped."""
    warnings.simplefilter("ignore", PTBUserWarning)
    run(
        ApplicationBuilder(),
        arguments(),
        lambda person, kind, held: RECORDS.append((person, kind, held)),
        persistent=False,
    )


if __name__ == "__main__":
    main()
