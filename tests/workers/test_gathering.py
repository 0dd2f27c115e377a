"""What comes thick is done together; what comes alone is done at once."""

import asyncio
from types import SimpleNamespace

import pytest

from bot import gathering
from bot.gathering import APART, LONGEST_REST, THICK, Gathering


class Time:
    """A loop's time that moves when somebody sleeps; ``woken`` is when each sleeper gets up."""

    def __init__(self) -> None:
        self.now = 0.0
        self.woken: list[float] = []

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        wakes = self.now + seconds
        self.woken.append(wakes)
        await _turn()
        self.now = max(self.now, wakes)


async def _turn() -> None:
    """Let all others go on."""
    await asyncio.get_running_loop().run_in_executor(None, lambda: None)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    made = Time()
    there = SimpleNamespace(get_running_loop=lambda: made, sleep=made.sleep)
    monkeypatch.setattr(gathering, "asyncio", there)
    return made


async def test_who_comes_alone_does_not_wait(time: Time) -> None:
    pieces = Gathering()
    for _ in range(2):
        await pieces.turn()
        time.now += 2 * APART
    assert time.woken == []


async def test_who_comes_in_between_begins_with_the_others(time: Time) -> None:
    pieces = Gathering()
    await pieces.turn()
    await asyncio.gather(*(pieces.turn() for _ in range(9)))
    assert time.woken == [APART] * 9
    await pieces.turn()
    assert time.woken[-1] == pytest.approx(2 * APART)


async def test_a_small_piece_rests_for_as_long_as_it_took(time: Time) -> None:
    """A slow machine gathers more; what took very long waited for something, and that is no work."""
    pieces = Gathering()
    for took in (2 * APART, 10 * LONGEST_REST):
        await pieces.turn()
        time.now += took
        over_at = time.now
        pieces.over(THICK - 1)
        await pieces.turn()
        assert time.woken.pop() == pytest.approx(over_at + min(took, LONGEST_REST))
        time.now += 2 * APART


async def test_a_large_piece_is_followed_at_once(time: Time) -> None:
    pieces = Gathering()
    await pieces.turn()
    time.now += 2 * APART
    pieces.over(THICK)
    await pieces.turn()
    assert time.woken == []
