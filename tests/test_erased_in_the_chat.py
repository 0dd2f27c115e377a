"""Somebody puts their name and words wherever the chat takes them, erases themselves, and nothing is left."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from bot import sample
from locales import words
from locales.formats import HANOI
from storage import figures
from storage.queries import Tx
from storage.schema import metadata
from tests.sample import furnish
from tests.world import World, world

NAME, SHORT = "Hoàng Thị Kim Yến", "Kim Yến"
CANARY = "chim hoàng yến hót"
SAID = (
    ("sửa tên", NAME),
    ("vào ca",),
    ("5 vneid 2 dvc", "[✓ Đúng, ghi lại]"),
    (f"{CANARY} thì xin giấy tờ gì?",),
    ("khó khăn", "[Mạng, điện]", "[Làm chậm]", f"{CANARY} ở quầy số hai"),
    (f"/hotro {CANARY} giúp mình với",),
    ("gửi mô hình", CANARY, f"{CANARY} mỗi sáng", CANARY, CANARY, "có", "[✓ Đúng, ghi lại]"),
    ("dữ liệu của tôi",),
    ("tải dữ liệu",),
)


async def _lives(played: World) -> None:
    """Says all of it; a button that is not there is not tapped, and a form left open is part of the test."""
    for story in SAID:
        for line in story:
            if line.startswith("["):
                labels = {b.label for m in played.heard.get("lan", [])[-1:] for row in m.choices for b in row}
                if line[1:-1] in labels:
                    await played.taps("lan", line[1:-1])
            else:
                await played.says("lan", line)
    for said in ("ai đang trực", "báo cáo của đội", "tổng hợp", "khó khăn cần gỡ"):
        await played.says("nam", said)
    await played.says("lan", "gửi mô hình")
    await played.says("lan", f"{CANARY}, nửa chừng")


async def _cells(tx: Tx) -> list[tuple[str, str, str]]:
    found = []
    for table in metadata.sorted_tables:
        for row in await tx.fetch(f"select * from {table.name}"):
            found += [(table.name, name, str(value)) for name, value in dict(row).items()]
    return found


async def test_nothing_is_left_of_somebody_who_erased_themselves(fresh: Path) -> None:
    """In no table, in no byte of the file or its log; the team's figures are what they were."""
    gone = sample.person_id("volunteer")
    async with world(fresh) as played:
        await furnish(played)
        played.clock.move(datetime(2026, 11, 23, 8, 0, tzinfo=HANOI))
        await _lives(played)
        before = await played.database.read(_cells)
        assert len({table for table, _, value in before if CANARY in value}) >= 3
        totals = [cell for cell in before if cell[0] == "day_totals"]

        await played.says("lan", "xóa dữ liệu của tôi")
        await played.taps("lan", words("vi")("erase-read-yes"))
        await played.taps("lan", words("vi")("erase-sure-yes"))
        for minutes in (10, 1, 1):
            played.clock.move(played.clock.now() + timedelta(minutes=minutes))
            await played.tick()
            await played.settle()

        after = await played.database.read(_cells)
        marks = (CANARY, NAME, SHORT, "paper:desk:lan")
        assert [cell for cell in after if any(mark in cell[2] for mark in marks)] == []
        led_to = {cell[:2] for cell in after if cell[2] == gone or f":{gone}" in cell[2]}
        assert {table for table, _ in led_to} <= {"audit_events"}, "keys alone, in the log"
        assert [cell for cell in after if cell[0] == "day_totals"] == totals
        assert await played.database.read(figures.verify) == []
        escaped = json.dumps(CANARY).strip('"')
        content = b"".join(file.read_bytes() for file in fresh.parent.glob(f"{fresh.name}*"))
        assert [mark for mark in (*marks, escaped) if mark.encode() in content] == []
        assert "không giữ gì" in (await played.says("lan", "dữ liệu của tôi"))[0].text
