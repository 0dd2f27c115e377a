"""The quick part of the trials, and that all of them can be found, named and played again."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tests.chaos.programs.careless import CARELESS
from tests.chaos.tracing import STRACE
from tests.chaos.trial import Result, append, every_trial, passed_before, program_now
from tests.chaos.trials.power_cuts import cuts
from tests.chaos.trials.sick_disks import sync_fails
from tests.program import THE_PROGRAM

process = pytest.mark.process
traced = pytest.mark.skipif(STRACE is None, reason="faults of the disk need strace (apt-get install strace)")


def test_trials_have_names_and_say_what_they_are_about() -> None:
    """No two of a name, none without words or without a length."""
    trials = every_trial()
    assert len({one.name for one in trials}) == len(trials) > 0
    for one in trials:
        assert one.play.__doc__, one.name
        assert one.ways, one.name
        assert one.seconds > 0, one.name


def test_what_the_same_program_passed_is_not_played_again(tmp_path: Path) -> None:
    """What failed is, and what another program passed."""
    results = tmp_path / "results.jsonl"
    assert passed_before(results) == set()
    now = Result("disk full", "polling", True, 1.0, {}, "", program_now(), "2026-11-23T07:00:00+00:00")
    append(results, now)
    append(results, replace(now, trial="clock", passed=False))
    append(results, replace(now, trial="flood", program="an older one"))
    assert passed_before(results) == {("disk full", "polling")}


@process
@traced
async def test_power_cuts_lose_nothing_and_would_be_noticed(tmp_path: Path) -> None:
    """Every state after a cut is whole and holds what was promised; with a commit that returns before it
    is on the disk, most do not."""
    careful, careless = await asyncio.gather(
        cuts(tmp_path / "careful", "webhook", THE_PROGRAM, seconds=3, torn=1, people=4),
        cuts(tmp_path / "careless", "polling", CARELESS, seconds=2, torn=0, people=4),
    )
    assert careful.states > 50
    assert not careful.failed, careful.faults[:3]
    assert careless.lost > careless.states / 2, f"{careless.lost} of {careless.states}"


@process
@traced
async def test_a_failed_sync_ends_the_process_and_loses_nothing(tmp_path: Path) -> None:
    """What was acknowledged is there in its next life."""
    await sync_fails(tmp_path, "polling")
