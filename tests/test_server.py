"""What the server says of the program: figures as they are now."""

import httpx
import pytest

from bot.server import application
from bot.telemetry import Vitals
from storage import outbox
from storage.database import Database
from storage.queries import Tx

Counts = dict[tuple[str, str, str], int]


async def test_a_queue_that_is_empty_again_has_no_figure(
    any_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an account owed before is not told for ever."""
    owed: Counts = {("zalo", "7", "due"): 3}

    async def counts(_: Tx) -> Counts:
        return owed

    monkeypatch.setattr(outbox, "counts", counts)
    app = application(any_database, Vitals(lambda: 0.0), [], hosts=["here"])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as http:
        assert 'account="7"' in (await http.get("/metrics")).text
        owed.clear()
        assert 'account="7"' not in (await http.get("/metrics")).text
