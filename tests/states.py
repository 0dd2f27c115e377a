"""What became of the rows of a queue, counted: slow on a long table, so for tests alone."""

from storage.database import Database


async def states(database: Database, table: str) -> dict[str, int]:
    """Rows of ``table`` (inbox or outbox) by their state."""
    sql = f"select state, count(*) as rows from {table} group by state order by state"
    return {row["state"]: row["rows"] for row in await database.read(lambda tx: tx.fetch(sql))}
