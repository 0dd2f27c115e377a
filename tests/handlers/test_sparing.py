"""Where a bot's month will not do, people are taught to tell a whole shift in one message; elsewhere not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import account_use
from tests.paper import PLENTY, SCARCE
from tests.sample import furnish
from tests.world import world

TAUGHT = "lúc về nhắn một tin là mình ghi đủ cả ca"


@pytest.mark.parametrize(
    ("day", "spent", "plenty", "taught"),
    [
        (10, 1100, False, True),
        (10, 900, False, False),
        (3, 1100, False, False),
        (10, 1100, True, False),
    ],
)
async def test_it_is_taught_where_the_month_will_not_do(
    fresh: Path, day: int, spent: int, *, plenty: bool, taught: bool
) -> None:
    """At 1,100 of 3,000 a third into the month, not at 900, not in its first days, not where all is free."""
    async with world(fresh, PLENTY if plenty else SCARCE) as played:
        played.clock.move(datetime(2026, 11, day, 0, 25, tzinfo=UTC))
        await furnish(played)
        await played.write(*account_use.counted("paper", "desk", played.clock.now(), sent=spent))
        (told,) = await played.says("lan", "vào ca")
        assert (TAUGHT in told.text) is taught


async def test_not_where_a_code_proves_who_came(fresh: Path) -> None:
    async with world(fresh, SCARCE) as played:
        played.clock.move(datetime(2026, 11, 10, 0, 25, tzinfo=UTC))
        await furnish(played)
        await played.write(*account_use.counted("paper", "desk", played.clock.now(), sent=1100))
        await played.says("nam", "mã điểm danh")
        (told,) = await played.says("lan", "vào ca")
        assert TAUGHT not in told.text
