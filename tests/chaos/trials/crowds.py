"""Many people write, and some of them in a way that must not touch the others."""

import asyncio
import time
from itertools import count
from pathlib import Path
from statistics import median

from locales import words
from tests.chaos.programs.unpaced import SICK, UNPACED
from tests.chaos.site import Site, Way, site
from tests.chaos.trial import BOTH, Figures, trial
from tests.crash.faulty import BREAKS
from tests.fakes.telegram import TelegramFake

TOO_FAST = words("vi")("flood")
PEOPLE = 40
PAUSE = 1.0
WATCHED = 50.0
"""Seconds that people are watched, without and under the load."""
TURNS, TURN = 5, 10.0
"""Calm and load follow one another so often, for so many seconds each: a machine that stands still for a
moment does so in one of them."""
EVERY, OF = 10, 10_000
"""One update in so many is sick."""
FLOOD = 500
"""Messages a second of the one who floods."""
FLOODER, STRANGERS = 9_001, 10_001


@trial("a thousand sick updates among ten thousand", *BOTH, seconds=130)
async def sick(folder: Path, way: Way) -> Figures:
    """A thousand updates that break the program, each from somebody else, while people report: who is well
    waits at most a fifth longer than beside as many harmless ones. What fails is tried again after 1, 5 and
    30 s: the last of these tries fall into calm turns too."""
    async with site(folder, way, people=PEOPLE, module=SICK) as at:
        calm, struck, strangers = [], [], count(STRANGERS, OF // TURNS)
        for _ in range(TURNS):
            calm.append(await _beside(at, ["menu"] * (OF // TURNS), next(strangers)))
            sick = [BREAKS] + ["menu"] * (EVERY - 1)
            struck.append(await _beside(at, sick * (OF // EVERY // TURNS), next(strangers)))
        await at.program.kill()
        found = await at.program.rows("select count(*) as n from inbox where attempts > 0")
    assert found[0]["n"] == OF // EVERY, f"{found[0]['n']} updates failed"
    return _compared(median(calm), median(struck), 1.2)


@trial("one person floods", *BOTH, seconds=130)
async def flood(folder: Path, way: Way) -> Figures:
    """Five hundred messages a second of one person: the others wait at most half as long again; the one
    hears once a minute that it is too fast."""
    async with site(folder, way, people=PEOPLE, module=UNPACED) as at:
        at.fake.person(FLOODER)
        calm = await _watched(at, WATCHED)
        flooding = asyncio.create_task(_flood(at.fake))
        flooded = await _watched(at, WATCHED)
        flooding.cancel()
        told = sum(one.text == TOO_FAST for one in at.fake.person(FLOODER).shown())
        await at.program.kill()
    assert 1 <= told <= 2, f"the flooder was told {told} times"
    return {"told": told, **_compared(calm, flooded, 1.5)}


async def _beside(at: Site, texts: list[str], first: int) -> float:
    """How long people wait while strangers, from number ``first`` on, send a text each over the time."""
    sending = asyncio.create_task(_sent(at.fake, texts, first))
    waits = await _watched(at, TURN)
    await sending
    return waits


async def _sent(fake: TelegramFake, texts: list[str], first: int) -> None:
    began = time.monotonic()
    for number, text in enumerate(texts):
        fake.person(first + number).says(text)
        await asyncio.sleep(max(0.0, began + TURN * number / len(texts) - time.monotonic()))


async def _flood(fake: TelegramFake) -> None:
    began, said = time.monotonic(), 0
    while True:
        due = int((time.monotonic() - began) * FLOOD)
        for _ in range(said, due):
            fake.person(FLOODER).says("5 vneid")
        said = max(said, due)
        await asyncio.sleep(0.02)


async def _watched(at: Site, seconds: float) -> float:
    """Seconds within which 99 of 100 updates are answered, while people report for a while."""
    began = time.monotonic()
    await at.work(seconds, pause=PAUSE)
    return at.waits(since=began)


def _compared(calm: float, burdened: float, most: float) -> Figures:
    ratio = burdened / calm
    assert ratio <= most, f"99 of 100 waited {burdened:.2f} s at most, {calm:.2f} s before: {ratio:.2f} ×"
    return {"p99": f"{calm:.2f} s", "p99 beside it": f"{burdened:.2f} s", "ratio": f"{ratio:.2f}"}
