"""``python -m bot …``, installed as ``aoxanh``."""

import os

from bot.collector import load_quickly


def main() -> None:
    """Run the command line; files made from here on are the owner's alone."""
    os.umask(0o077)
    load_quickly()
    from bot.cli import cli  # noqa: PLC0415  # only now, so that loading it is quick

    cli()


if __name__ == "__main__":
    main()
