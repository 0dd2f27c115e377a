"""How fast an account speaks: never above its rate, no burst after a pause, each chat at its own step."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.workers.pacing import Pace
from tests.chance import Clock
from tests.paper import PLENTY

RATE = 25
ABLE = replace(PLENTY, per_second=RATE, chat_spacing=timedelta(seconds=1))


class _Steps:
    """A clock that stands still between steps of ten milliseconds."""

    def __init__(self) -> None:
        self.ticks = 0

    def __call__(self) -> float:
        return self.ticks / 100


def _sent(pace: Pace, clock: _Steps, seconds: float) -> list[float]:
    """When messages leave if as many as may are sent at every step."""
    left: list[float] = []
    for _ in range(round(seconds * 100)):
        clock.ticks += 1
        for _ in range(pace.free()):
            pace.spend(f"chat-{len(left)}")
            left.append(clock())
    return left


def _most_in_a_second(left: list[float]) -> int:
    return max(sum(start <= at < start + 1 for at in left) for start in left)


def test_no_second_holds_more_than_the_platform_takes() -> None:
    """Telegram takes about thirty a second; a rate of 25 leaves room for what piled up."""
    clock = _Steps()
    left = _sent(Pace(ABLE, clock), clock, 10)
    assert len(left) >= RATE * 9.5
    assert _most_in_a_second(left) <= RATE * 1.2


def test_nothing_bursts_out_after_quiet_minutes() -> None:
    """An evening's digests come after an hour of silence."""
    clock = _Steps()
    pace = Pace(ABLE, clock)
    clock.ticks += 360_000
    assert _most_in_a_second(_sent(pace, clock, 3)) <= RATE * 1.2


def test_nothing_leaves_during_a_pause_and_nothing_bursts_out_after_it() -> None:
    """The platform said wait: everybody waits, and then starts slowly."""
    clock = _Steps()
    pace = Pace(ABLE, clock)
    _sent(pace, clock, 2)
    begun = clock()
    pace.hold_all(timedelta(seconds=5))
    left = _sent(pace, clock, 8)
    assert left[0] >= begun + 5
    assert sum(at < begun + 5.2 for at in left) <= RATE * 0.2 + 1
    assert _most_in_a_second(left) <= RATE * 1.2


def test_after_a_start_the_bucket_is_empty() -> None:
    """The process before may just have spent it."""
    clock = _Steps()
    assert Pace(ABLE, clock).free() == 0


def test_a_chat_rests_between_two_messages() -> None:
    """One a second to each; a longer pause is not shortened by a later, shorter one."""
    clock = Clock()
    pace = Pace(ABLE, clock.monotonic)
    pace.spend("mai")
    assert pace.resting() == ["mai"]
    pace.hold("mai", timedelta(seconds=30))
    pace.hold("mai", timedelta(seconds=1))
    clock.ticks += 20
    assert pace.resting() == ["mai"]
    clock.ticks += 11
    assert pace.resting() == []


@pytest.mark.parametrize("pause", [0.5, 7.0])
def test_the_next_look_is_when_something_may_leave(pause: float) -> None:
    """Neither a busy loop nor a nap too long."""
    clock = _Steps()
    pace = Pace(ABLE, clock)
    clock.ticks += 100
    pace.free()
    pace.hold("mai", timedelta(seconds=pause))
    assert pace.wait() == pytest.approx(pause)
    pace.hold_all(timedelta(seconds=0.25))
    assert pace.wait() == pytest.approx(0.25)
