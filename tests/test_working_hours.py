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

HOURS = [("06:59", "09:00"), ("07:00", "07:00"), ("16:59", "16:59"), ("21:10", "09:00"), ("00:20", "09:00")]
SHOWS = "from bot import clock; print(clock.now().isoformat())"


@pytest.mark.parametrize(("hour", "seen"), HOURS)
def test_the_hour_is_a_working_hour(hour: str, seen: str) -> None:
    """By day as it is, else nine o'clock of the same date."""
    moment = datetime.fromisoformat(f"2026-11-23T{hour}+07:00")
    assert moment + offset(moment) == datetime.fromisoformat(f"2026-11-23T{seen}+07:00")


@pytest.mark.parametrize("hours", [0, -11])
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
