"""Telegram's answers come late, broken, twice or not at all."""

import asyncio
import time
from pathlib import Path

from tests.chaos.site import Site, Way, site
from tests.chaos.trial import BOTH, Figures, trial
from tests.fakes.rules import Fault, Rule

RECOVERED = 10.0
"""Seconds within which people are answered again once the network is good."""
IN_DOUBT = 30.0
"""Seconds that a message waits, and its chat behind it, when nobody knows whether it arrived."""
PAUSE = 0.5
SHARE = 0.2
"""How many of all calls are disturbed."""
DISTURBANCES = (
    Rule(Fault.REFUSE, times=None, code=500),
    Rule(Fault.REFUSE, times=None, code=502, description="Bad Gateway"),
    Rule(
        Fault.REFUSE, times=None, code=429, description="Too Many Requests: retry after 1",
        parameters={"retry_after": 1},
    ),
    Rule(Fault.HTML, times=None, code=502),
    Rule(Fault.GARBAGE, times=None),
    Rule(Fault.CUT, times=None),
    Rule(Fault.RESET, times=None),
    Rule(Fault.SLOW, times=None, seconds=1.5),
)  # fmt: skip


@trial("a fifth of all calls is disturbed", *BOTH, seconds=110)
async def disturbed(folder: Path, way: Way) -> Figures:
    """A minute of refusals, proxies' pages, broken answers, resets and delays: everybody is answered, in
    order, and soon after the network is good again nothing waits any more."""
    return await disturbed_for(60, folder, way)


@trial("half an hour of disturbed calls", *BOTH, seconds=1860)
async def disturbed_for_long(folder: Path, way: Way) -> Figures:
    """The same for as long as a bad line may last: what fails once in a thousand times fails here."""
    return await disturbed_for(1800, folder, way)


async def disturbed_for(seconds: float, folder: Path, way: Way) -> Figures:
    """The trial for so long; a message comes twice only where its answer was broken off."""
    async with site(folder, way, people=8) as at:
        disturb(at)
        working = asyncio.create_task(at.work(seconds, pause=PAUSE, patience=180))
        await asyncio.sleep(seconds)
        at.fake.account.rules.clear()
        free = time.monotonic()
        await working
        heard = sorted(began + wait - free for one in at.people for began, wait in one.waits)
        calls = at.fake.ledger.calls
        unknown = sum(call.done and call.status == 0 for call in calls)
        bill = await at.account()
    after = [late for late in heard if late > 0] or [0.0]
    assert after[0] <= RECOVERED, f"the first answer came {after[0]:.1f} s after the network was good"
    assert after[-1] <= IN_DOUBT + RECOVERED, f"the last answer came {after[-1]:.1f} s after"
    times = {"first after": f"{after[0]:.1f} s", "last after": f"{after[-1]:.1f} s"}
    return {"calls": len(calls), "cut off": unknown, **times, **bill.paid(doubled=unknown)}


def disturb(at: Site) -> None:
    """Let every rule hit its part; a later one sees only what the earlier ones let pass."""
    each = SHARE / len(DISTURBANCES)
    for number, rule in enumerate(DISTURBANCES):
        rule.chance = each / (1 - number * each)
        at.fake.account.rules.add(rule)
