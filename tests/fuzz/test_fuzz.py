"""A few hundred random and broken updates on each platform; ``python -m tests.fuzz`` runs many more."""

from pathlib import Path

import pytest

from tests.fuzz.forged import forged
from tests.fuzz.running import Run
from tests.fuzz.wires import wires


@pytest.mark.parametrize("name", ["telegram", "zalo", "web"])
async def test_nothing_is_unhandled_and_nobody_stays_unanswered(name: str, fresh: Path) -> None:
    async with wires() as all_of_them:
        found = await Run(all_of_them[name], seed=7).go(fresh, 400)
    assert found.failed == []
    assert found.unanswered == []
    assert found.due > 200


async def test_a_button_that_nobody_made_gets_a_kind_answer(fresh: Path) -> None:
    """Whatever a button says it opens and carries: no turn fails, and somebody is answered each time."""
    found = await forged(fresh, seed=7, each=6)
    assert found.failed == []
    assert found.unanswered == []
    assert found.tried > 1000
