"""Starts that cannot be: the program says why in one line and leaves."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from tests.chaos.programs.as_nobody import AS_NOBODY
from tests.chaos.rooms import Room, room
from tests.chaos.site import Way
from tests.chaos.trial import Figures, NotHere, trial
from tests.program import Program, seeded

WITHIN = 10.0


async def refused(program: Program, *says: str) -> str:
    """Start a program that must not start; the line it leaves. Raises AssertionError when it is any
    other way."""
    await program.launch()
    try:
        code = await program.ended(within=WITHIN)
    finally:
        await program.kill()
    lines = program.errors.splitlines()
    assert code not in (0, None), f"it left with {code}"
    assert lines, "it said nothing"
    assert "Traceback" not in program.errors, program.errors
    assert len([line for line in lines if line.strip()]) == 1, lines
    assert any(part in lines[-1] for part in says), lines[-1]
    return lines[-1]


def _damaged(at: int, length: int) -> Callable[[bytes], bytes]:
    chance = random.Random(at)
    return lambda content: content[:at] + chance.randbytes(length) + content[at + length :]


HURTS: dict[str, Callable[[bytes], bytes]] = {
    "header": _damaged(0, 64),
    "schema": _damaged(100, 3000),
    "pages": _damaged(40 * 4096, 64 * 4096),
    "cut short": lambda content: content[: len(content) // 2],
    "another file": lambda _: b"<html>this is no database</html>" * 400,
}


@trial("damaged database", seconds=30)
async def damaged(folder: Path, way: Way) -> Figures:
    """Whatever is damaged, the file stays as it is, and the line says to put a backup in its place."""
    for number, (hurt, done) in enumerate(HURTS.items()):
        program, _ = await seeded(folder / str(number))
        spoiled = done(program.database.read_bytes())
        program.database.write_bytes(spoiled)
        line = await refused(program, "damaged")
        assert "backup" in line, f"{hurt}: {line}"
        assert program.database.read_bytes() == spoiled, f"{hurt}: the file was changed"
    return {"refused": len(HURTS)}


@trial("no place for data", seconds=30)
async def no_place(folder: Path, way: Way) -> Figures:
    """A folder that is read-only, is a file, is somebody else's, or may hold no more files."""
    if os.geteuid() != 0:
        raise NotHere("making folders that are read-only or somebody else's needs root")
    lines = [
        await _on_a_disk(folder / "locked", 0, Room.lock),
        await _on_a_disk(folder / "few", 4, lambda _: None),
    ]
    program, _ = await seeded(folder / "owned", module=AS_NOBODY)
    lines.append(await refused(program, str(program.database.parent)))
    program, _ = await seeded(folder / "file")
    program.database.unlink()
    program.database.parent.rmdir()
    program.database.parent.write_text("no folder")
    lines.append(await refused(program, str(program.database.parent)))
    return {"refused": len(lines)}


async def _on_a_disk(folder: Path, files: int, then: Callable[[Room], None]) -> str:
    program, _ = await seeded(folder)
    with room(program.database.parent, files=files) as disk:
        then(disk)
        return await refused(program, str(program.database.parent))
