"""What a measurement ran on: without it figures mean nothing."""

import os
import platform
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path


def load() -> float:
    """How many processes wanted a core during the last minute."""
    return os.getloadavg()[0]


def described(load_before: float, load_after: float) -> str:
    """Cores, processor, memory, versions, the day, and how busy the machine was with other things."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kernel = f"{platform.system()} {platform.release().split('-')[0]}"
    return (
        f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB of memory, {kernel}; "
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version} (WAL, synchronous=FULL); "
        f"{datetime.now(UTC):%d %B %Y}. Load before and after: {load_before:.1f} and {load_after:.1f}."
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
