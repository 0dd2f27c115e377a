# mypy: ignore-errors
"""python-telegram-bot with a persistence in SQLite, as people write it: one table, one commit a change.

Records are committed by the handler; what people answered so far and where they stand is written by the
library's own round, here once a second (its default is once a minute), so a kill still loses a second.
"""

import json
import sqlite3
import warnings
from pathlib import Path

from telegram.ext import ApplicationBuilder, BasePersistence, PersistenceInput
from telegram.warnings import PTBUserWarning

from benchmarks.peers.asked import arguments
from benchmarks.peers.ptb_form import run

EVERY = 1.0


class SQLitePersistence(BasePersistence):
    """User data and conversations as JSON rows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        kept = PersistenceInput(bot_data=False, chat_data=False, user_data=True, callback_data=False)
        super().__init__(store_data=kept, update_interval=EVERY)
        self.connection = connection

    def put(self, kind: str, key: str, value: object) -> None:
        self.connection.execute(
            "insert into kept (kind, key, value) values (?, ?, ?) "
            "on conflict (kind, key) do update set value = excluded.value",
            (kind, key, json.dumps(value)),
        )
        self.connection.commit()

    def rows(self, kind: str) -> list[tuple[str, object]]:
        found = self.connection.execute("select key, value from kept where kind = ?", (kind,))
        return [(key, json.loads(value)) for key, value in found]

    async def get_user_data(self) -> dict:
        return {int(key): value for key, value in self.rows("user")}

    async def update_user_data(self, user_id: int, data: dict) -> None:
        self.put("user", str(user_id), data)

    async def refresh_user_data(self, user_id: int, user_data: dict) -> None:
        pass

    async def drop_user_data(self, user_id: int) -> None:
        self.connection.execute("delete from kept where kind = 'user' and key = ?", (str(user_id),))
        self.connection.commit()

    async def get_conversations(self, name: str) -> dict:
        return {tuple(json.loads(key)): state for key, state in self.rows(f"conversation {name}")}

    async def update_conversation(self, name: str, key: tuple, new_state: object) -> None:
        self.put(f"conversation {name}", json.dumps(key), new_state)

    async def get_bot_data(self) -> dict:
        return {}

    async def update_bot_data(self, data: dict) -> None:
        pass

    async def refresh_bot_data(self, bot_data: dict) -> None:
        pass

    async def get_chat_data(self) -> dict:
        return {}

    async def update_chat_data(self, chat_id: int, data: dict) -> None:
        pass

    async def refresh_chat_data(self, chat_id: int, chat_data: dict) -> None:
        pass

    async def drop_chat_data(self, chat_id: int) -> None:
        pass

    async def get_callback_data(self) -> None:
        return None

    async def update_callback_data(self, data: object) -> None:
        pass

    async def flush(self) -> None:
        self.connection.commit()


def main() -> None:
    """Run until stopped."""
    warnings.simplefilter("ignore", PTBUserWarning)
    asked = arguments()
    connection = sqlite3.connect(Path(asked.folder) / "peer.sqlite")
    connection.execute("pragma journal_mode=wal")
    connection.execute("create table if not exists kept (kind, key, value, primary key (kind, key))")
    connection.execute("create table if not exists records (person, kind, held)")
    connection.commit()

    def save(person: int, kind: str, held: dict) -> None:
        connection.execute("insert into records values (?, ?, ?)", (person, kind, json.dumps(held)))
        connection.commit()

    run(ApplicationBuilder().persistence(SQLitePersistence(connection)), asked, save, persistent=True)


if __name__ == "__main__":
    main()
