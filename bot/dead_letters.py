"""Updates that were set aside after five tries: see them, try them again, or let them go."""

import json

from bot.operating import Given, OperationError
from storage import inbox
from storage.database import Database


async def listed(database: Database, _: Given) -> str:
    """A line each: id, when it came, from which account, what failed."""
    rows = await database.read(inbox.dead)
    lines = [
        f"{row.id}  {row.received_at:%Y-%m-%d %H:%M}Z  {row.channel}:{row.account}  {row.error}"
        for row in rows
    ]
    return "\n".join(lines) or "no dead updates"


async def shown(database: Database, given: Given) -> str:
    """The masked body of one, with its tries and its error."""
    row = await database.read(lambda tx: inbox.dead_one(tx, given["id"]))
    if row is None:
        raise OperationError(f"no dead update has the id {given['id']}; see: dead list")
    body = json.dumps(json.loads(row.body), ensure_ascii=False, indent=2)
    return f"{row.attempts} tries, {row.error}\n{body}"


async def replayed(database: Database, given: Given) -> str:
    """Put one back into the inbox."""
    if not await database.write(lambda tx: inbox.replay(tx, given["id"])):
        raise OperationError(f"no dead update has the id {given['id']}; see: dead list")
    await database.announce("inbox")
    return f"{given['id']} is handled again"


async def dropped(database: Database, given: Given) -> str:
    """Remove one for good."""
    if not await database.write(lambda tx: inbox.drop(tx, given["id"])):
        raise OperationError(f"no dead update has the id {given['id']}; see: dead list")
    return f"{given['id']} is gone"
