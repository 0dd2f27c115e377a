"""Operations while the bot runs: asked over a socket in the data folder that only its owner can open."""

import asyncio
import json
from pathlib import Path

from bot.operations import OPERATIONS, Given, OperationError
from storage.database import Database, StorageError

SOCKET = "aoxanh.sock"
LARGEST = 64 * 1024


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
        try:
            asked = json.loads(await reader.readline())
            said = {"ok": await OPERATIONS[asked["operation"]](self._database, asked["given"])}
        except (OperationError, StorageError, KeyError, ValueError) as error:
            said = {"error": str(error)}
        writer.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")
        await writer.drain()
        writer.close()


async def ask(folder: Path, operation: str, given: Given) -> str:
    """Have the running bot do ``operation``. Raises OperationError with its reason."""
    reader, writer = await asyncio.open_unix_connection(folder / SOCKET, limit=1024 * 1024)
    writer.write(json.dumps({"operation": operation, "given": dict(given)}).encode() + b"\n")
    await writer.drain()
    said = json.loads(await reader.readline())
    writer.close()
    if "error" in said:
        raise OperationError(said["error"])
    return str(said["ok"])
