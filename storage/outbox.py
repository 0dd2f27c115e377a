"""The durable outbox: what we owe a person is here in the transaction of the reason for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, MaybeAt, Record, from_micros, to_micros
from storage.sources import PersonKey, Source, TeamKey, json_list

UNSENT = "the month is nearly spent"
"""The error of a message that did not leave so that answers could."""


TeamSince = tuple[str, str, datetime]
"""(tenant, team id, since)."""


class OutboxState(StrEnum):
    """What became of a message."""

    DUE = "due"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"
    HELD = "held"
    """Not sent so that answers could be: it travels along with the next answer to its person."""


class OutboxRow(Record):
    """One message we owe. Rows of one ``subline`` leave in the order of their ids: a chat's
    messages share one, each answer to a tap has its own. ``parts`` of a long one have left already."""

    id: str
    tenant: str = ""
    person_id: str = ""
    channel: str
    account: str
    chat: str
    subline: str
    lane: int
    unsure: str
    edits: str = ""
    payload: str
    attempts: int = 0
    parts: int = 0
    due_at: At
    retry_at: At
    deadline_at: MaybeAt = None
    created_at: At


class Mark(Record):
    """What happened to a row: its new state, and when it may be tried again if it is still due."""

    id: str
    state: OutboxState
    message_id: str = ""
    error: str = ""
    attempts: int
    parts: int = 0
    retry_at: At
    done_at: MaybeAt = None


class Unsent(Record):
    """A message that did not leave: whose, of which lane."""

    person_id: str
    name: str
    lane: int
    done_at: At


def added(row: OutboxRow) -> Effect:
    """Owe a message."""
    return Effect("add_outbound", row.model_dump())


def edits_superseded(row: OutboxRow) -> Effect:
    """A newer edit of the same message makes older unsent ones pointless."""
    return Effect(
        "supersede_edits",
        {
            "channel": row.channel,
            "account": row.account,
            "chat": row.chat,
            "edits": row.edits,
            "before": row.id,
            "done_at": to_micros(row.created_at),
        },
    )


def cancelled_for(tenant: str, person_id: str, before: str, now: datetime) -> Effect:
    """Nothing more goes to someone who left; what is owed from the id ``before`` on still does."""
    params = {"tenant": tenant, "person_id": person_id, "before": before, "done_at": to_micros(now)}
    return Effect("cancel_outbound_of_person", params)


def taken(row: OutboxRow, now: datetime) -> Effect:
    """What was held back travels along with an answer; contested, so that it does once."""
    return Effect("take_held", {"id": row.id, "done_at": to_micros(now)}, contested=True)


def held_superseded(row: OutboxRow, now: datetime) -> Effect:
    """What was held back is not news any more."""
    return Effect("supersede_held", {"id": row.id, "done_at": to_micros(now)})


def cancelled(row_id: str, now: datetime) -> Effect:
    """What is not needed any more does not leave, if it has not left."""
    return Effect("cancel_outbound", {"id": row_id, "done_at": to_micros(now)})


def readdressed(row: OutboxRow, chat: str) -> Effect:
    """The chat has a new id: the message goes there."""
    return Effect("readdress_outbound", {"id": row.id, "chat": chat})


async def heads(
    tx: Tx, channel: str, account: str, now: datetime, busy: Iterable[str], most: int
) -> list[OutboxRow]:
    """The next due row of each subline that is not ``busy``, urgent lanes first."""
    rows = await tx.all(
        "outbox_heads", channel=channel, account=account, now=to_micros(now), busy=json_list(busy), most=most
    )
    return [OutboxRow.model_validate(dict(row)) for row in rows]


async def detour(tx: Tx, channel: str, account: str, busy: Iterable[str], now: datetime) -> int:
    """Let what waits for a failing account go to another chat of the same person, where there is one that can
    be reached; how many messages do. Those whose subline is ``busy`` are on their way."""
    return await tx.run(
        "detour_outbound", channel=channel, account=account, busy=json_list(busy), now=to_micros(now)
    )


async def next_due_at(tx: Tx, channel: str, account: str, after: datetime) -> datetime | None:
    """When the next row of the account falls due after ``after``; None when none does."""
    row = await tx.one("outbox_next_due", channel=channel, account=account, after=to_micros(after))
    return None if row is None or row["due_at"] is None else from_micros(row["due_at"])


async def waits_since(tx: Tx, channel: str, account: str, now: datetime) -> datetime | None:
    """Since when the oldest answer waits that could have left; None when none waits."""
    row = await tx.one("outbox_waits_since", channel=channel, account=account, now=to_micros(now))
    return None if row is None or row["since"] is None else from_micros(row["since"])


async def _unsent(tx: Tx, keys: Sequence[TeamSince]) -> Mapping[TeamSince, list[Unsent]]:
    rows = await tx.all(
        "unsent_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        error=UNSENT,
        since=to_micros(min(key[2] for key in keys)),
    )
    found: dict[TeamKey, list[Unsent]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(Unsent.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if one.done_at >= key[2]] for key in keys}


unsent = Source("unsent_of_team", _unsent)
"""What did not leave for the people of a team since a moment, so that answers could, the newest first."""


async def _held(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[OutboxRow]]:
    rows = await tx.all(
        "held_of_people", tenants=json_list(key[0] for key in keys), people=json_list(key[1] for key in keys)
    )
    found: dict[PersonKey, list[OutboxRow]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(OutboxRow.model_validate(dict(row)))
    return found


held = Source("outbox_held", _held)
"""What was held back from a person, the oldest first."""


async def owing(tx: Tx, now: datetime) -> list[tuple[str, str]]:
    """(channel, account) of everybody who has something due."""
    rows = await tx.all("outbox_owing", now=to_micros(now))
    return [(row["channel"], row["account"]) for row in rows]


async def mark(tx: Tx, marks: Sequence[Mark]) -> None:
    """Note what happened to rows that were handed to a channel."""
    await tx.many("mark_outbound", [one.model_dump() for one in marks])


async def counts(tx: Tx) -> dict[tuple[str, str, str], int]:
    """Messages that are due or failed, by (channel, account, state): from indexes alone."""
    return {
        (row["channel"], row["account"], row["state"]): row["rows"] for row in await tx.all("outbox_counts")
    }


async def cancel_due_before(tx: Tx, before: datetime, now: datetime) -> int:
    """Let go of what was due before ``before``: after a restore nobody knows whether it was sent."""
    moments = {"due_before": to_micros(before), "done_at": to_micros(now)}
    held = await tx.run("cancel_held_before", **moments)
    return held + await tx.run("cancel_outbound_due_before", **moments)
