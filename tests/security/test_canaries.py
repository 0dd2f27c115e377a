"""Nothing that people write, and no secret, is in any line of the log, whatever fails."""

import io
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.telemetry import redacted, set_up_logs
from handlers.messages import Button
from tests.sample import furnish
from tests.test_gates import ROOT
from tests.world import world

NAME, PHONE, WORDS = "Kanari Thị Hoàng Yến", "0912345678", "bánh chưng canary"
TOKENS = (
    "7000001:FAKE-token-canary-0123456789abcdef",
    "https://api.telegram.org/bot7000001:FAKE-token-canary-0123456789abcdef/getMe",
    "https://chat.example/enter?k=Canary0123456789abcdefXYZ",
    "https://chat.example/du-lieu/cua-toi?k=Canary0123456789abcdefXYZ&x=1",
    "https://chat.example/ma-khoa/Canary0123456789abcdefXYZ",
    "https://chat.example/du-lieu/Canary0123456789abcdefXYZ/json",
    "https://chat.example/tep/Canary0123456789abcdefXYZ",
    "https://chat.example/pictures/Canary0123456789abcdefXYZ.png",
    "https://chat.example/sent/01/a-b/Canary0123456789abcdefXYZ.jpg",
)


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the program writes to stderr at DEBUG."""
    before, handlers, level = structlog.get_config(), logging.root.handlers[:], logging.root.level
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    set_up_logs("DEBUG")
    yield written
    structlog.configure(**before)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


async def test_a_whole_run_tells_nothing_of_anybody(log: io.StringIO, fresh: Path) -> None:
    async with world(fresh) as town:
        await furnish(town)
        for said in (
            "BK7M2QXA",
            "đồng ý",
            "có",
            NAME,
            "không cần",
            "vào ca",
            f"5 vneid sđt {PHONE} {WORDS}",
            "lưu",
        ):
            await town.says("mai", said)
        for said in (f"khó khăn {WORDS}", f"/hoi {WORDS} {PHONE}?", f"/hotro {WORDS}", "raise", NAME, PHONE):
            await town.says("mai", said)
        await town.presses("mai", Button(WORDS, f"do:team:{WORDS}"))
        for said in ("duyệt", "đội", "ai đang trực", "tổng hợp"):
            await town.says("nam", said)
        await town.tick()
    logging.getLogger("somebody.else").warning("a library says %s and %s", TOKENS[0], PHONE)
    structlog.get_logger().error("a failure", url=TOKENS[1], told=f"gọi {PHONE}", where=TOKENS[2])
    said = log.getvalue()
    assert "an update failed" in said
    for canary in ("Kanari", "Hoàng Yến", PHONE, "canary", "chưng", "Canary"):
        assert canary not in said, said[max(0, said.find(canary) - 300) : said.find(canary) + 100]


@pytest.mark.parametrize("text", TOKENS)
def test_secrets_are_hidden_also_inside_addresses(text: str) -> None:
    assert "anary" not in redacted(text)


def test_nobody_forges_a_line(log: io.StringIO) -> None:
    """Whatever ends a line or steers a terminal is written as letters, whoever logs it."""
    said = 'Lan\n{"event": "forged"}\r\x1b[2Jforged\u2028forged\x85forged'
    structlog.get_logger().warning("a name", name=said)
    logging.getLogger("a.library").warning("a name: %s", said)
    lines = log.getvalue().splitlines()
    assert len(lines) == 2
    assert not any("\x1b" in line or "\r" in line for line in lines)


def test_no_address_of_ours_tells_its_secret() -> None:
    """Whoever adds a route with a secret in it hides that from the log (``bot.telemetry``)."""
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot").rglob("*.py")))
    paths = re.findall(r'Route\(\s*"(/[^"]*\{(?:token|proof|name)\}[^"]*)"', sources)
    assert len(paths) >= 5
    for path in paths:
        address = re.sub(r"\{\w+\}", "Canary0123456789", path)
        assert "Canary" not in redacted(f"https://chat.example{address}"), path


@pytest.mark.parametrize("number", ["0912345678", "+84912345678", "079203012345", "hoa@example.vn"])
def test_numbers_of_people_are_hidden(number: str) -> None:
    assert number not in redacted(f"line of {number}, failed")


@pytest.mark.parametrize(
    "text",
    [
        "01900000-0000-7000-8000-000000000009",
        "2026-11-22T02:04:43.045902Z",
        "rows=1234567 seconds=0.123456789",
        "telegram:7000001:501",
    ],
)
def test_what_operators_need_stays(text: str) -> None:
    assert redacted(text) == text
