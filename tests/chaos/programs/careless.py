"""The program with one mistake: a commit returns before it is on the disk (``synchronous=normal``).

The power cuts run it to prove that they notice: ``python -m tests.chaos.programs.careless run``.
"""

from bot.__main__ import main
from storage import sqlite

CARELESS = ("-m", __spec__.name)

if __name__ == "__main__":
    sqlite._PRAGMAS = tuple(one.replace("synchronous=full", "synchronous=normal") for one in sqlite._PRAGMAS)
    main()
