"""The main tests: dialogues that a Union officer can read and correct.

A transcript is a text file. ``@ 2026-11-23 07:25`` sets the clock of Vietnam, ``mai> …`` is typed by
Mai, ``mai> [Nhãn]`` is a tap, ``+ mai Nguyễn Thị Mai`` takes her into the team, ``| tỉnh | xã | đội | đơn vị
| tên | vai`` is a row of a list that is taken in (its code follows), ``! kind=sticker``
before a line makes it a raw message of that kind (``! place=21.01,105.82,20`` a position), ``⏎`` in what is
typed is a new line, ``# …`` is a remark (``# có ngày lễ``: the holidays of the year are known;
``# Bot đã gửi thêm 2.900 tin``: so much of the bot's month goes;
``# Đông là trên 2 người``: a broadcast to more is a large one). What the bot
answers follows, indented by two spaces, its buttons in brackets.
``python -m tests.test_transcripts --rewrite`` renews the answers; read the difference before you commit.
Each file is played with buttons, and again without them, every tap typed as its number. Those in ``zalo``
are written as people see them where messages are scarce.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from bot.channel import Capabilities
from bot.drawing import drawn
from handlers import broadcasting
from handlers.messages import Outbound
from locales.formats import HANOI, local
from storage import account_use
from storage.migrate import migrate
from tests.listed import listed
from tests.paper import BUTTONLESS, PLENTY, SCARCE, PaperChannel
from tests.sample import furnish, member
from tests.world import World, shown, world

_HASH = re.compile(r"\b(\d\d/\d+/)[0-9a-f]{16}\b")
"""The end of a log: its hash is over ids, which are others without buttons."""
_MANY = re.compile(r"^# Đông là trên (\d+) người")
_SPENT = re.compile(r"^# Bot đã gửi thêm ([\d.]+) tin")
FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.rglob("*.txt"))
ZALO = "zalo"
ON_POSTGRESQL = (
    "cases",
    "day",
    "faq",
    "help_call",
    "join",
    "leader",
    "link",
    "models",
    "photos",
    "proof",
    "roles",
    "rota",
    "signup",
    "weekly",
    ZALO,
)
"""Folders of dialogues that touch every record."""


def _written_for(path: Path) -> Capabilities:
    return SCARCE if path.parent.name == ZALO else PLENTY


def _turns(text: str) -> Iterator[str]:
    """The lines that people or the clock say; the bot's own are left out."""
    for line in text.splitlines():
        if line and not line.startswith("  "):
            yield line


async def play(
    path: Path, script: str, able: Capabilities, url: str = "", channel: PaperChannel | None = None
) -> str:
    """Play ``script`` in the fresh world at ``path`` (or at ``url``); the transcript as it really went."""
    out: list[str] = []
    async with AsyncExitStack() as patched:
        played = await patched.enter_async_context(world(path, able, url=url, channel=channel))
        await furnish(played, with_holidays="# có ngày lễ" in script)
        raw: dict[str, str] = {}
        for line in _turns(script):
            out.append(line)
            if line.startswith("@ "):
                out += await _move(played, line, able)
            elif line.startswith("+ "):
                who, _, name = line[2:].partition(" ")
                await played.write(*member(who, name, played))
            elif line.startswith("| "):
                out += await listed(played, line)
            elif many := _MANY.search(line):
                patched.enter_context(patch.object(broadcasting, "LARGE", int(many[1])))
            elif spent := _SPENT.search(line):
                use = int(spent[1].replace(".", ""))
                await played.write(*account_use.counted("paper", "desk", local(played.clock.now()), sent=use))
            elif line.startswith("! "):
                raw = dict(part.split("=", 1) for part in line[2:].split())
            elif not line.startswith("#"):
                out += await _say(played, line, able, raw)
                raw = {}
    return "\n".join(out) + "\n"


async def _move(played: World, line: str, able: Capabilities) -> list[str]:
    played.clock.move(datetime.fromisoformat(line[2:]).replace(tzinfo=HANOI))
    await played.tick()
    told = await played.settle()
    return [
        part
        for who in sorted(told)
        for message in told[who]
        for part in (f"  → {who}", *_indented(message, able))
    ]


async def _say(played: World, line: str, able: Capabilities, raw: dict[str, str]) -> list[str]:
    who, _, said = line.replace(" ⏎ ", "\n").partition("> ")
    before = {one: len(heard) for one, heard in played.heard.items()}
    if "place" in raw:
        latitude, longitude, accuracy = map(float, raw["place"].split(","))
        place = {"latitude": latitude, "longitude": longitude, "accuracy": accuracy}
        await played.sends(who, kind="place", place=place)
    elif raw:
        await played.sends(who, text=said, **raw)
    elif said.startswith("[") and said.endswith("]"):
        await _tap(played, who, said[1:-1], able)
    else:
        await played.says(who, said)
    told = len(played.heard.get(who, [])) - before.get(who, 0)
    assert able.plenty or told <= 1, f"{line}: {told} messages for one, where messages are scarce"
    answers = []
    for one in [who, *sorted(played.heard.keys() - {who})]:
        for message in played.heard.get(one, [])[before.get(one, 0) :]:
            answers += ([f"  → {one}"] if one != who else []) + _indented(message, able)
    return answers


async def _tap(played: World, who: str, label: str, able: Capabilities) -> None:
    if able.buttons:
        await played.taps(who, label)
        return
    heard = reversed(played.heard.get(who, []))
    last = next((message for message in heard if label in _labels(message)), None)
    if last is None and not able.plenty:
        return  # what was asked first there has been kept at once
    assert last is not None, f"{who} sees no choice {label!r}"
    listed = [button.label for row in last.choices for button in row if not button.spoken]
    await played.says(who, str(listed.index(label) + 1) if last.numbered and label in listed else label)


def _labels(message: Outbound) -> list[str]:
    return [button.label for row in message.choices for button in row]


def _indented(message: Outbound, able: Capabilities) -> list[str]:
    """As it was meant; where messages are scarce, as people see it."""
    seen = shown(message) if able.plenty else "\n".join(part.text for part in drawn(message, able))
    return ["  " + line if line else "" for line in _HASH.sub(r"\1…", seen).splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
async def test_dialogue(path: Path, fresh: Path) -> None:
    """The transcript goes exactly as written."""
    script = path.read_text(encoding="utf-8")
    assert await play(fresh, script, _written_for(path)) == script


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in FILES
        if path.parent.name != ZALO and "# only with buttons" not in path.read_text(encoding="utf-8")
    ],
    ids=lambda path: str(path.relative_to(FOLDER)),
)
async def test_dialogue_without_buttons(path: Path, fresh: Path) -> None:
    """Without buttons every answer is the same, its choices as lines."""
    script = path.read_text(encoding="utf-8")
    assert await play(fresh, script, BUTTONLESS) == script


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.parent.name in ON_POSTGRESQL],
    ids=lambda path: str(path.relative_to(FOLDER)),
)
async def test_dialogue_on_postgresql(path: Path, postgresql_url: str) -> None:
    """On the other engine everything is said in the same words and the same order."""
    script = path.read_text(encoding="utf-8")
    assert await play(path, script, _written_for(path), postgresql_url) == script


def rewrite() -> None:
    """Play every transcript with buttons and write down how it went."""
    with tempfile.TemporaryDirectory() as folder:
        for path in FILES:
            script = path.read_text(encoding="utf-8")
            fresh = Path(folder) / f"{path.stem}.sqlite"
            asyncio.run(migrate(f"sqlite+aiosqlite:///{fresh}"))
            path.write_text(asyncio.run(play(fresh, script, _written_for(path))), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--rewrite"]:
        raise SystemExit("usage: python -m tests.test_transcripts --rewrite")
    rewrite()
