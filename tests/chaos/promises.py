"""What a program has promised by what it said on its wires: to the platform, and to people."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.recording import Wire

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_OFFSET = re.compile(rb"^POST /bot[^ ]*/getUpdates\?[^ ]*offset=(\d+)")
_SENDS = re.compile(rb"^POST /bot[^ ]*/(?:sendMessage|editMessageText)[? ]")
_HOOKED = re.compile(rb"^POST /hooks/telegram/")
_COUNTED = re.compile(r"Đã ghi (\d+) lượt")


@dataclass
class Promises:
    """Updates that were acknowledged, and figures that people were told are counted.

    ``updates`` are all that were ever made: a polling program acknowledges every one below its offset.
    """

    updates: frozenset[int]
    acknowledged: set[int] = field(default_factory=set)
    counted: set[tuple[int, int]] = field(default_factory=set)
    _half: dict[tuple[int, bool], bytes] = field(default_factory=lambda: defaultdict(bytes))
    _asked: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def hear(self, wire: Wire) -> bool:
        """Listen to a wire; whether something new was promised."""
        before = len(self.acknowledged) + len(self.counted)
        line = (wire.handle, wire.out)
        self._half[line] += wire.data
        while (whole := _message(self._half[line])) is not None:
            self._half[line] = self._half[line][len(whole) :]
            self._said(wire, whole)
        return len(self.acknowledged) + len(self.counted) > before

    def _said(self, wire: Wire, message: bytes) -> None:
        head, _, body = message.partition(b"\r\n\r\n")
        if not wire.out:
            if _HOOKED.match(head):
                self._asked[wire.handle].append(int(_json(body).get("update_id", 0)))
        elif found := _OFFSET.match(head):
            self.acknowledged |= {one for one in self.updates if one < int(found[1])}
        elif _SENDS.match(head):
            said = _json(body)
            self.counted |= {(int(said["chat_id"]), int(n)) for n in _COUNTED.findall(said.get("text", ""))}
        elif head.startswith(b"HTTP/1.1 ") and self._asked[wire.handle]:
            update = self._asked[wire.handle].pop(0)
            if head.startswith(b"HTTP/1.1 2"):
                self.acknowledged.add(update)

    def broken(self, kept: Iterable[int], counted: Iterable[tuple[int, int]]) -> int:
        """How many promises a database does not hold that has these updates and these figures."""
        return len(self.acknowledged - set(kept)) + len(self.counted - set(counted))


def _message(stream: bytes) -> bytes | None:
    """The first whole HTTP message of a stream, if there is one."""
    head, found, _ = stream.partition(b"\r\n\r\n")
    if not found:
        # What is no HTTP (a wake-up of our own loop) never grows into a message.
        return None
    length = _LENGTH.search(head)
    end = len(head) + 4 + (int(length[1]) if length else 0)
    return stream[:end] if len(stream) >= end else None


def _json(body: bytes) -> dict[str, Any]:
    read = json.loads(body)
    assert isinstance(read, dict)
    return read
