"""Operations while the bot runs: asked over a socket in the data folder that only its owner can open."""

import asyncio
import json
from contextlib import closing, suppress
from pathlib import Path

from bot.operating import Given, OperationError
from bot.operations import perform
from storage.database import Database, StorageError

SOCKET = "aoxanh.sock"
LARGEST = 1024 * 1024
"""Bytes of a question or an answer; long ones are asked in pieces."""


class Door:
    """The running bot's side of the socket."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._path = folder / SOCKET
        self._database = database
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen; a socket left behind by a killed process is replaced."""
        self._path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(self._answer, path=self._path, limit=LARGEST)
        self._path.chmod(0o600)

    async def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()
            self._path.unlink(missing_ok=True)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer):
            try:
                asked = json.loads(await reader.readline())
                said = {"ok": await perform(self._database, asked["operation"], asked["given"])}
            except (OperationError, StorageError, KeyError, ValueError) as error:
                said = {"error": str(error)}
            writer.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")
            await writer.drain()


async def ask(folder: Path, operation: str, given: Given) -> str:
    """Have the running bot do ``operation``. Raises OperationError with its reason."""
    try:
        reader, writer = await asyncio.open_unix_connection(folder / SOCKET, limit=LARGEST)
    except OSError as error:
        raise OperationError(
            f"{folder} is in use by a process that takes no orders (a chat in a terminal, or a bot that "
            "is starting or stopping); try again in a moment, or stop it"
        ) from error
    answer = b""
    with closing(writer), suppress(OSError):
        writer.write(json.dumps({"operation": operation, "given": dict(given)}).encode() + b"\n")
        await writer.drain()
        answer = await reader.readline()
    if not answer:
        raise OperationError(f"the running bot stopped before it answered; {operation} may be done or not")
    said = json.loads(answer)
    if "error" in said:
        raise OperationError(said["error"])
    return str(said["ok"])
