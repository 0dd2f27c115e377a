"""No address that somebody writes is ever fetched, and nothing but the channels speaks HTTP."""

import ast
import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.sample import furnish
from tests.test_gates import FLOORS, ROOT
from tests.world import world

CLIENTS = {
    *("urllib.request", "http.client", "requests", "ftplib", "telnetlib", "smtplib", "xmlrpc", "webbrowser"),
    *("httpx", "aiohttp", "pyreqwest", "socket"),
}
SPEAKERS = {
    "bot/calling.py": {"pyreqwest"},
    "bot/checks/health.py": {"httpx"},
    "bot/server.py": {"socket"},
}
"""Who may open connections, and to what: the platforms of the settings, and our own port."""
ADDRESSES = (
    "http://127.0.0.1:1/x",
    "https://evil.example/0912345678",
    "//evil.example",
    "file:///etc/passwd",
)


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    return named | {
        str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }


def test_only_the_channels_and_the_doctor_open_connections() -> None:
    wrong = []
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            where = path.relative_to(ROOT).as_posix()
            allowed = {one for place, each in SPEAKERS.items() if where.startswith(place) for one in each}
            named = _imports(path)
            used = {one for one in CLIENTS if any(f"{name}.".startswith(f"{one}.") for name in named)}
            if used - allowed:
                wrong.append((where, used - allowed))
    assert wrong == []


async def test_addresses_in_texts_are_left_alone(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Any] = []

    async def refuse(*given: Any, **more: Any) -> Any:
        tried.append(given)
        raise OSError("no network here")

    async with world(fresh) as town:
        await furnish(town)
        monkeypatch.setattr(socket.socket, "connect", lambda *given: tried.append(given))
        monkeypatch.setattr(asyncio.BaseEventLoop, "create_connection", refuse)
        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", refuse)
        for address in ADDRESSES:
            for said in (address, f"/hoi {address}", f"khó khăn {address}", f"mô hình {address}", "huỷ"):
                assert await town.says("lan", said)
    assert tried == []
