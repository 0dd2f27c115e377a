"""What comes thick is done together; what comes alone is done at once."""

import asyncio
import time

from bot.gathering import APART, Gathering


async def test_who_comes_alone_does_not_wait() -> None:
    gathering = Gathering()
    for _ in range(2):
        began = time.monotonic()
        await gathering.turn()
        assert time.monotonic() - began < APART / 2
        await asyncio.sleep(2 * APART)


async def test_who_comes_in_between_begins_with_the_others() -> None:
    gathering, begun = Gathering(), list[float]()

    async def one() -> None:
        await gathering.turn()
        begun.append(asyncio.get_running_loop().time())

    await one()
    await asyncio.gather(*(one() for _ in range(9)))
    assert begun[1] - begun[0] >= APART / 2
    assert max(begun[1:]) - min(begun[1:]) < APART
    await one()
    assert begun[-1] - begun[1] >= APART / 2
