"""Bodies that platforms post, as they are kept: whatever was authenticated can be stored and looked at."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from bot.channel import Raw

DEEPEST = 32
"""Levels of nesting beyond which a body counts as unreadable."""


def parsed(body: bytes) -> Raw:
    """The update in an authenticated body; one that is no JSON object, or too deep, is kept as
    ``{"unreadable": {"sha256", "size", "body"}}`` with the body in base64."""
    try:
        update = json.loads(body, parse_constant=_refused)
    except (ValueError, RecursionError):
        update = None
    if isinstance(update, dict) and _depth(update) <= DEEPEST:
        return update
    digest = hashlib.sha256(body).hexdigest()
    return {"unreadable": {"sha256": digest, "size": len(body), "body": b64encode(body).decode()}}


def digest_of(raw: Raw) -> str:
    """A key for an update that has no id of its own; never raises."""
    unreadable = raw.get("unreadable")
    if isinstance(unreadable, Mapping) and isinstance(unreadable.get("sha256"), str):
        return f"sha256:{unreadable['sha256']}"
    try:
        written = json.dumps(raw, sort_keys=True, default=str)
    except (ValueError, TypeError, RecursionError):
        written = ",".join(sorted(map(str, raw)))
    return f"sha256:{hashlib.sha256(written.encode()).hexdigest()}"


def outline(raw: Raw) -> Raw | None:
    """What may be kept of an unreadable body, its size and digest; None of a readable one."""
    unreadable = raw.get("unreadable")
    if isinstance(unreadable, Mapping):
        return {"unreadable": {name: unreadable.get(name) for name in ("sha256", "size")}}
    return None


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [inner for outer in level for inner in _inside(outer)]
    return depth


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
