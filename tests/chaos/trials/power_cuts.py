"""The power goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.chaos.disk import Disk
from tests.chaos.power import Judge, State, Verdict, written
from tests.chaos.programs.careless import CARELESS
from tests.chaos.programs.recorded import recorded
from tests.chaos.promises import Promises
from tests.chaos.site import Way, site
from tests.chaos.tracing import STRACE
from tests.chaos.trial import BOTH, Figures, NotHere, trial
from tests.chaos.volunteers import numbers
from tests.chats import until
from tests.fakes.telegram import TelegramFake
from tests.program import THE_PROGRAM, Program, on_telegram

PEOPLE = 12


async def cuts(
    folder: Path, way: Way, module: Sequence[str], *, seconds: float, torn: int, people: int = PEOPLE,
    sample: int = 0,
) -> Verdict:  # fmt: skip
    """Record a working program, then cut its power at everything it promised."""
    if STRACE is None:
        raise NotHere("recording needs strace")
    trace = folder / "trace.txt"
    async with site(folder / "run", way, people=people, module=recorded(trace, *module), started=False) as at:
        disk = Disk(at.program.database.parent, at.program.database.name)
        await at.program.start()
        await at.work(seconds)
        made = frozenset(int(key) for one in at.people for key in one.chat.acknowledged)
        await at.program.stop()
    return Judge(trace, disk, Promises(made), torn, sample).judged()


def figures(verdict: Verdict) -> Figures:
    """What is shown of a verdict."""
    shown = ("promises", "states", "lost", "damaged", "checkpoints")
    return {name: getattr(verdict, name) for name in shown}


@trial("power cuts", *BOTH, seconds=90)
async def power_cuts(folder: Path, way: Way) -> Figures:
    """A thousand states and more: every one is whole and holds everything promised, and the program goes
    on from it."""
    verdict = await cuts(folder, way, THE_PROGRAM, seconds=30, torn=3, sample=5)
    assert verdict.states >= 1000, f"only {verdict.states} states"
    assert verdict.checkpoints >= 2, "no checkpoint was cut"
    assert not verdict.failed, verdict.faults[:3]
    for number, (state, acknowledged) in enumerate(verdict.sample):
        await lives_on(folder / f"life-{number}", state, acknowledged)
    return {**figures(verdict), "lives": len(verdict.sample)}


@trial("power cuts are noticed", *BOTH, seconds=20)
async def noticed(folder: Path, way: Way) -> Figures:
    """The same with a commit that returns too early: nearly every state must break a promise."""
    verdict = await cuts(folder, way, CARELESS, seconds=8, torn=0)
    assert verdict.lost > verdict.states / 2, f"{verdict.lost} of {verdict.states} states lost something"
    return figures(verdict)


async def lives_on(folder: Path, state: State, acknowledged: set[int]) -> None:
    """Start the program where a cut left it: everything acknowledged is handled."""
    async with TelegramFake() as fake:
        settings: dict[str, Any] = {**on_telegram(fake.url)}
        program = Program(folder, **settings)
        program.database.parent.mkdir(mode=0o700, parents=True)
        written(state, program.database.parent)
        for number in numbers(PEOPLE):
            fake.person(number)
        try:
            await program.start()
            await until(lambda: bool(fake.ledger.of("getUpdates")), 10)
            await program.idle()
            await program.stop()
        finally:
            await program.kill()
    rows = await program.rows("select update_key, state from inbox")
    handled = {int(row["update_key"]) for row in rows if row["state"] == "done"}
    assert acknowledged <= handled, f"{len(acknowledged - handled)} updates were not handled afterwards"
