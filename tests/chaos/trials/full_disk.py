"""The disk is full: nothing is acknowledged, people wait, and all goes on by itself once there is room."""

import asyncio
import time
from pathlib import Path

from tests.chaos.rooms import room
from tests.chaos.site import Way, site
from tests.chaos.trial import BOTH, Figures, trial

NOTICED = 10.0
LINES_A_SECOND = 5


@trial("disk full", *BOTH, seconds=45)
async def disk_full(folder: Path, way: Way) -> Figures:
    """Health turns bad, nothing is confirmed, the log stays short; with room again everybody is answered
    within ten seconds."""
    async with site(folder, way, started=False) as at:
        with room(at.program.database.parent) as disk:
            await at.program.start()
            await at.work(2)
            disk.fill()
            full = time.monotonic()
            working = asyncio.create_task(at.work(16))
            await asyncio.sleep(15)
            said = at.program.errors.count("\n")
            disk.make_room()
            free = time.monotonic()
            await working
            good = await at.health.good_again(free)
            bill = await at.account()
    bad = at.health.since(full, "bad")
    assert bad <= NOTICED, f"health turned bad after {bad:.1f} s"
    assert said <= LINES_A_SECOND * 15, f"{said} lines in 15 s"
    statuses = {one.status for one in at.fake.ledger.deliveries if full + 1 < one.at < free}
    assert statuses <= {503}, statuses
    return {"bad after": f"{bad:.1f} s", "good after": f"{good:.1f} s", **bill.paid()}
