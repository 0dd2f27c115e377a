"""The durable inbox: a raw update is here, committed, before the platform hears "received"."""

from collections.abc import Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, MaybeAt, Record, from_micros, to_micros


class InboxRow(Record):
    """One stored update. ``line`` is the person, or the contact while the person is unknown;
    rows of one line are handled one after another, oldest first."""

    id: str
    channel: str
    account: str
    update_key: str
    contact_key: str
    line: str
    body: str
    fingerprint: str
    state: str
    attempts: int
    retry_at: At
    error: str
    received_at: At
    done_at: MaybeAt = None


class Arrival(Record):
    """A raw update on its way into the inbox, its human text masked."""

    id: str
    channel: str
    account: str
    update_key: str
    contact_key: str
    body: str
    fingerprint: str
    received_at: At


async def store(tx: Tx, arrivals: Sequence[Arrival]) -> None:
    """Insert ``arrivals``; an update that is already here stays as it is."""
    await tx.many("store_update", [arrival.model_dump() for arrival in arrivals])


async def heads(tx: Tx, now: datetime, most: int) -> list[InboxRow]:
    """The oldest waiting row of each of up to ``most`` lines that are due."""
    rows = await tx.all("inbox_heads", now=to_micros(now), most=most)
    return [InboxRow.model_validate(dict(row)) for row in rows]


async def next_retry_at(tx: Tx) -> datetime | None:
    """When the next waiting row falls due; None when nothing waits."""
    row = await tx.one("inbox_next_retry")
    return None if row is None or row["retry_at"] is None else from_micros(row["retry_at"])


async def counts(tx: Tx) -> dict[str, int]:
    """Rows by state."""
    return {row["state"]: row["rows"] for row in await tx.all("inbox_counts")}


def finished(row: InboxRow, now: datetime) -> Effect:
    """The update is done; its body is blanked."""
    return Effect("finish_update", {"id": row.id, "done_at": to_micros(now)})


def put_off(row: InboxRow, retry_at: datetime, error: str) -> Effect:
    """The update failed and is tried again at ``retry_at``."""
    return Effect(
        "put_off_update",
        {"id": row.id, "attempts": row.attempts + 1, "retry_at": to_micros(retry_at), "error": error},
    )


def set_aside(row: InboxRow, now: datetime, error: str) -> Effect:
    """The update failed for good; the line goes on without it."""
    return Effect(
        "set_aside_update",
        {"id": row.id, "attempts": row.attempts + 1, "error": error, "done_at": to_micros(now)},
    )


def line_moved(line: str, contact_key: str) -> Effect:
    """What waits of a contact belongs to its person from now on."""
    return Effect("move_line", {"line": line, "contact_key": contact_key})
