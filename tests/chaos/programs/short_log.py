"""The program with a write-ahead log that counts as grown, and is emptied, after half a mebibyte."""

from bot.__main__ import main
from storage import sqlite

SHORT_LOG = ("-m", __spec__.name)
GROWN = 512 * 1024
PAGES = 32

if __name__ == "__main__":
    kept = [one for one in sqlite._PRAGMAS if "journal_size_limit" not in one]
    sqlite._PRAGMAS = (*kept, f"pragma journal_size_limit={GROWN // 4}", f"pragma wal_autocheckpoint={PAGES}")
    sqlite._LARGEST_LOG = GROWN
    main()
