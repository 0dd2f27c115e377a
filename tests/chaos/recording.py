"""What a recorded program asked of its disk and said on its wires, in the order in which it happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MOMENT = re.compile(r"^\d+ +([\d.]+) ")
_LINE = re.compile(r"^(\d+) +[\d.]+ (?:<\.\.\. \w+ resumed>(.*)|(\w+)\((.*))$")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(\d+)<([^>]*)>")
_LAST_NUMBER = re.compile(r", (\d+)\)? *$")
_RESULT = re.compile(r" = (\d+)$")
_UNFINISHED = " <unfinished ...>"


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put into a file, on their way to the disk."""

    path: Path
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was given another length."""

    path: Path
    length: int


@dataclass(frozen=True, slots=True)
class Sync:
    """What was asked of a file, or of the names in a folder, is on the disk."""

    path: Path


@dataclass(frozen=True, slots=True)
class Gone:
    """A name was taken away."""

    path: Path


@dataclass(frozen=True, slots=True)
class Wire:
    """Bytes that left (``out``) or came in on the connection ``handle``."""

    handle: int
    out: bool
    data: bytes


Event = Write | Cut | Sync | Gone | Wire


def events(trace: Path) -> Iterator[Event]:
    """Every call of ``trace`` as what it did. A write counts from its beginning, since it may be on the disk
    from then on; a sync and what came in only from their end. What failed counts for nothing."""
    begun: dict[str, tuple[str, str]] = {}
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found is None:
                continue
            thread, rest, call, args = found.groups()
            if call is None:
                call, args = begun.pop(thread, ("", ""))
                if call in _AT_THE_END:
                    yield from _event(call, args, rest)
            elif args.endswith(_UNFINISHED):
                args = args.removesuffix(_UNFINISHED)
                begun[thread] = call, args
                if call not in _AT_THE_END:
                    yield from _event(call, args, "")
            else:
                args, _, result = args.rpartition(" = ")
                yield from _event(call, args, f" = {result}")


def lived_on(trace: Path) -> float:
    """Seconds from the first call that was made to fail until the last of all. Raises AssertionError when
    none was."""
    failed = last = 0.0
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            if found := _MOMENT.match(line):
                last = float(found[1])
                failed = failed or (last if "(INJECTED)" in line else 0.0)
    assert failed, "no call failed; let the trial last longer"
    return last - failed


_AT_THE_END = ("fsync", "fdatasync", "recvfrom")
_ON_WIRES = ("sendto", "writev", "recvfrom")


def _event(call: str, args: str, rest: str) -> Iterator[Event]:
    """``rest`` is what was written down when the call came back: more arguments, and its result."""
    if " = -1 " in rest:
        return
    whole = args + rest
    if call == "unlink":
        yield Gone(Path(_bytes(_STRING.search(whole)).decode()))
        return
    handle = _HANDLE.match(args)
    if handle is None:
        return
    if call in _ON_WIRES:
        yield Wire(int(handle[1]), call != "recvfrom", _moved(whole, rest))
        return
    path = Path(bytes.fromhex(handle[2].replace("\\x", "")).decode())
    if call in ("fsync", "fdatasync"):
        yield Sync(path)
        return
    last = _LAST_NUMBER.search(args)
    number = int(last[1]) if last else 0
    if call == "pwrite64":
        yield Write(path, number, _bytes(_STRING.search(args)))
    elif call == "ftruncate":
        yield Cut(path, number)


def _moved(whole: str, rest: str) -> bytes:
    """What was sent or came in: every piece of it, and no more than the call said to have moved."""
    pieces = b"".join(_bytes(found) for found in _STRING.finditer(whole))
    moved = _RESULT.search(rest)
    return pieces[: int(moved[1])] if moved else pieces


def _bytes(found: re.Match[str] | None) -> bytes:
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""
