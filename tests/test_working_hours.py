"""Tests of the whole program see working hours whenever they are run."""

import asyncio
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests import working_hours
from tests.program import Program
from tests.working_hours import MOVED_BY, offset

HOURS = [
    ("23T06:59", "23T09:00"),
    ("23T07:00", "23T07:00"),
    ("23T16:59", "23T16:59"),
    ("23T21:10", "24T09:00"),
    ("24T00:20", "24T09:00"),
]
SHOWS = "from bot import clock; print(clock.now().isoformat())"


@pytest.mark.parametrize(("hour", "seen"), HOURS)
def test_the_hour_is_a_working_hour(hour: str, seen: str) -> None:
    """By day as it is, else the next nine o'clock."""
    moment = datetime.fromisoformat(f"2026-11-{hour}+07:00")
    assert moment + offset(moment) == datetime.fromisoformat(f"2026-11-{seen}+07:00")


@pytest.mark.parametrize("hours", [0, 11])
async def test_a_program_and_the_tests_see_the_same_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    """The processes that a test starts read the moved clock, whatever runs in them."""
    monkeypatch.setenv(MOVED_BY, str(hours * 3600))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        SHOWS,
        env=os.environ | Program(tmp_path).settings,
        stdout=asyncio.subprocess.PIPE,
    )
    shown, _ = await process.communicate()
    seen = datetime.fromisoformat(shown.decode().strip())
    assert abs(seen - working_hours.now()) < timedelta(minutes=1)
