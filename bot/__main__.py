"""``python -m bot …``, installed as ``aoxanh``."""

import os

from bot.cli import cli


def main() -> None:
    """Run the command line; files made from here on are the owner's alone."""
    os.umask(0o077)
    cli()


if __name__ == "__main__":
    main()
