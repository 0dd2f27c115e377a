"""The durable inbox: a raw update is here, committed, before the platform hears "received"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, MaybeAt, Record, from_micros, to_micros
from storage.sources import json_list


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
    claimed_by: str = ""
    error: str
    received_at: At
    done_at: MaybeAt = None


class Waiting(Record):
    """An update that waits: which, whose, since when."""

    id: str
    line: str
    received_at: At


class DeadRow(Record):
    """An update that was set aside, without its body."""

    id: str
    channel: str
    account: str
    contact_key: str
    attempts: int
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


_MICROS = timedelta(microseconds=1)
AGAIN = 10
"""The most rows of one look that failed before."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who works on what it takes from the inbox, and for how long nobody else may."""

    by: str = ""
    length: timedelta = timedelta(seconds=4)


class Overtaken(Exception):
    """A claim ran out, and another worker took the row."""


async def store(tx: Tx, arrivals: Sequence[Arrival]) -> None:
    """Insert ``arrivals``; an update that is already here stays as it is."""
    await tx.many("store_update", [arrival.model_dump() for arrival in arrivals])


async def heads(tx: Tx, now: datetime, most: int, claim: Claim) -> list[InboxRow]:
    """The oldest waiting row of each of up to ``most`` lines, held by ``claim``; and a few of those that
    failed before and are due again, so that the sick neither wait for ever nor crowd out who is well."""
    asked = {"now": to_micros(now), "most": most, "again": AGAIN}
    if tx.engine == "sqlite":
        rows = await tx.all("inbox_heads", **asked)
    else:
        length = claim.length // _MICROS
        rows = await tx.all("claim_inbox_heads", **asked, claimed_by=claim.by, length=length)
    return sorted((InboxRow.model_validate(dict(row)) for row in rows), key=lambda row: row.id)


async def keep(tx: Tx, rows: Sequence[InboxRow], claim: Claim) -> None:
    """Claim ``rows`` for another ``claim.length``: the work on them takes longer (PostgreSQL)."""
    ids = json_list(row.id for row in rows)
    await tx.run("renew_claims", ids=ids, claimed_by=claim.by, length=claim.length // _MICROS)


async def finish(tx: Tx, rows: Sequence[InboxRow], now: datetime) -> None:
    """Mark ``rows`` done and blank their bodies. Raises Overtaken when somebody else holds one of
    them now: then nothing of the work on them may be kept."""
    if not rows:
        return
    ids = json_list(row.id for row in rows)
    done = await tx.all("finish_updates", ids=ids, claimed_by=rows[0].claimed_by, done_at=to_micros(now))
    if len(done) != len(rows):
        raise Overtaken(f"{len(rows) - len(done)} of {len(rows)} updates are in other hands")


async def waiting(tx: Tx, line: str) -> list[Waiting]:
    """The oldest thousand updates that wait in ``line``, in their order."""
    return [Waiting.model_validate(dict(row)) for row in await tx.all("waiting_in_line", line=line)]


async def pass_over(tx: Tx, ids: Sequence[str], now: datetime) -> None:
    """Be done with updates without handling them."""
    await tx.run("pass_over_updates", ids=json_list(ids), done_at=to_micros(now))


async def next_retry_at(tx: Tx, now: datetime) -> datetime | None:
    """When the next row that failed falls due after ``now``, or the claim of another worker runs out; None
    when nothing waits for that."""
    row = await tx.one("inbox_next_retry", now=to_micros(now))
    return None if row is None or row["retry_at"] is None else from_micros(row["retry_at"])


async def counts(tx: Tx) -> dict[str, int]:
    """How many updates wait, and how many were set aside: from indexes, however long the table is."""
    return {row["state"]: row["rows"] for row in await tx.all("inbox_counts")}


def put_off(row: InboxRow, retry_at: datetime, error: str) -> Effect:
    """The update failed and is tried again at ``retry_at``; contested, because another worker may have
    taken it."""
    tried = {"attempts": row.attempts + 1, "retry_at": to_micros(retry_at), "error": error}
    return Effect("put_off_update", {**_held(row), **tried}, contested=True)


def set_aside(row: InboxRow, now: datetime, error: str) -> Effect:
    """The update failed for good; the line goes on without it. Contested as ``put_off``."""
    tried = {"attempts": row.attempts + 1, "error": error, "done_at": to_micros(now)}
    return Effect("set_aside_update", {**_held(row), **tried}, contested=True)


def line_given(row: InboxRow, line: str) -> Effect:
    """The update belongs into another line, and waits there. Contested as ``put_off``."""
    return Effect("give_line", {**_held(row), "line": line}, contested=True)


def _held(row: InboxRow) -> dict[str, str]:
    return {"id": row.id, "claimed_by": row.claimed_by}


def line_moved(line: str, contact_key: str) -> Effect:
    """What waits of a contact belongs to its person from now on."""
    return Effect("move_line", {"line": line, "contact_key": contact_key})


async def dead(tx: Tx) -> list[DeadRow]:
    """Every update that was set aside, oldest first."""
    return [DeadRow.model_validate(dict(row)) for row in await tx.all("dead_updates")]


async def dead_one(tx: Tx, update_id: str) -> InboxRow | None:
    """One update that was set aside, with its masked body."""
    row = await tx.one("dead_update", id=update_id)
    return None if row is None else InboxRow.model_validate(dict(row))


async def replay(tx: Tx, update_id: str) -> bool:
    """Let an update that was set aside be handled again, from its first try."""
    return await tx.run("replay_update", id=update_id) == 1


async def drop(tx: Tx, update_id: str) -> bool:
    """Remove an update that was set aside."""
    return await tx.run("drop_update", id=update_id) == 1
