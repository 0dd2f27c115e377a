"""Broadcasts: whom they are for, how far they have come, and their steps."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.broadcast import Broadcast, Reach, Reader, Recipient
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.records.unit import CENTRE
from storage.sources import Source, json_list

Part = tuple[str, str, str, str]
"""(tenant whose broadcast it is, unit code of the part it goes to, audience, month as ISO text)."""
BroadcastKey = tuple[str, str]
"""(tenant, broadcast id)."""
TeamMonth = tuple[str, str, str]
"""(tenant, team id, month as ISO text)."""
TeamSince = tuple[str, str, datetime]
"""(tenant, team id, since)."""
Since = tuple[str, datetime]
"""(tenant, since)."""
_COMMUNE = 5
"""Digits of a commune's code."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A broadcast, and how many of its messages are in which state, by channel; ``heard`` are the ids of
    those in a team who got its leader's message."""

    broadcast: Broadcast
    states: Mapping[tuple[str, str], int]
    heard: frozenset[str] = frozenset()

    def got(self) -> Mapping[str, int]:
        """How many people got it, by channel."""
        return {channel: rows for (channel, state), rows in self.states.items() if state == "sent"}

    def waiting(self) -> int:
        """How many are in the outbox and have not left."""
        return sum(rows for (_, state), rows in self.states.items() if state == "due")

    def lost(self) -> int:
        """How many could not be reached in time."""
        return sum(rows for (_, state), rows in self.states.items() if state in ("failed", "expired"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A broadcast that waits for a second person, and the chats of whoever wrote it."""

    broadcast: Broadcast
    contacts: Sequence[Contact]


@dataclass(frozen=True, slots=True)
class PlaceReached:
    """Of a broadcast to one place below its part: how many ``people`` it is for, how many of them ``sent``
    means got it, how many could not be reached. ``place`` is a tenant, a unit or the name of a team; empty
    where somebody is in none any more."""

    tenant: str
    place: str
    people: int
    sent: int
    failed: int


async def _reach(tx: Tx, keys: Sequence[Part]) -> Mapping[Part, list[Reach]]:
    found = {}
    for key in keys:  # one coordinator previews one text at a time
        tenants = json_list(await _tenants(tx, key[0], key[1]))
        rows = await tx.all(
            "broadcast_reach", tenants=tenants, unit_code=key[1], audience=key[2], month_on=key[3]
        )
        found[key] = [Reach.model_validate(dict(row)) for row in rows]
    return found


async def _tenants(tx: Tx, tenant: str, unit_code: str) -> list[str]:
    """Whose people are meant: those of the tenant itself; from the centre those of one, or of all."""
    if tenant != CENTRE:
        return [tenant]
    every = [row["tenant"] for row in await tx.all("tenants_all")]
    return [one for one in every if one != CENTRE and unit_code in (CENTRE, one)]


async def _progress(tx: Tx, keys: Sequence[BroadcastKey]) -> Mapping[BroadcastKey, Progress]:
    rows = await tx.all(
        "broadcasts_by_id", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    found = {}
    for row in rows:
        one = Broadcast.model_validate(dict(row))
        states = await tx.all("broadcast_progress", after=one.id, mark=f"%{mark(one.id)}")
        by_state = {(state["channel"], state["state"]): state["rows"] for state in states}
        heard = await tx.all("broadcast_got", after=one.id, mark=f"%{mark(one.id)}") if one.team_id else []
        found[one.tenant, one.id] = Progress(one, by_state, frozenset(row["person_id"] for row in heard))
    return found


async def _places(tx: Tx, keys: Sequence[BroadcastKey]) -> Mapping[BroadcastKey, list[PlaceReached]]:
    found = {}
    for key, seen in (await _progress(tx, keys)).items():
        one = seen.broadcast
        place = "tenant" if one.unit_code == CENTRE else "team" if len(one.unit_code) == _COMMUNE else "unit"
        rows = await tx.all("broadcast_places", place=place, after=one.id, mark=f"%{mark(one.id)}")
        found[key] = [PlaceReached(**dict(row)) for row in rows]
    return found


async def _readers(tx: Tx, keys: Sequence[TeamMonth]) -> Mapping[TeamMonth, list[Reader]]:
    found: dict[TeamMonth, list[Reader]] = {key: [] for key in keys}
    for month in sorted({key[2] for key in keys}):
        asked = [key for key in keys if key[2] == month]
        tenants, teams = json_list(key[0] for key in asked), json_list(key[1] for key in asked)
        for row in await tx.all("team_readers", tenants=tenants, teams=teams, month_on=month):
            if (row["tenant"], row["team_id"], month) in found:
                found[row["tenant"], row["team_id"], month].append(Reader.model_validate(dict(row)))
    return found


async def _to_team(tx: Tx, keys: Sequence[TeamSince]) -> Mapping[TeamSince, list[Broadcast]]:
    rows = await tx.all(
        "team_messages",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
    )
    every = [Broadcast.model_validate(dict(row)) for row in rows]
    return {
        key: [one for one in every if (one.tenant, one.team_id) == key[:2] and one.created_at >= key[2]]
        for key in keys
    }


async def _last_told(tx: Tx, keys: Sequence[TeamSince]) -> Mapping[TeamSince, Progress]:
    newest = {key: told[0] for key, told in (await _to_team(tx, keys)).items() if told}
    found = await _progress(tx, [(one.tenant, one.id) for one in newest.values()])
    return {key: found[one.tenant, one.id] for key, one in newest.items()}


async def _asked(tx: Tx, keys: Sequence[str]) -> Mapping[str, list[Asked]]:
    return {key: await waiting(tx) for key in keys}


async def _recent(tx: Tx, keys: Sequence[Since]) -> Mapping[Since, list[Broadcast]]:
    rows = await tx.all(
        "broadcasts_of_tenants",
        tenants=json_list(key[0] for key in keys),
        since=to_micros(min(key[1] for key in keys)),
    )
    found: dict[str, list[Broadcast]] = defaultdict(list)
    for row in rows:
        found[row["tenant"]].append(Broadcast.model_validate(dict(row)))
    return {key: [one for one in found[key[0]] if one.created_at >= key[1]] for key in keys}


reach = Source("broadcast_reach", _reach)
progress = Source("broadcast_progress", _progress)
places = Source("broadcast_places", _places)
"""Who got it, by the places one level below: tenants, communes, or teams."""
asked = Source("broadcasts_asked", _asked)
"""Everything that waits for a second person, whoever may give the word; there is one key, the empty text."""
readers = Source("team_readers", _readers)
"""Everybody in an open team, whether a message reaches them or not, in the order of their ids."""
to_team = Source("team_messages", _to_team)
"""What its leaders told a team, the newest first."""
last_told = Source("team_message_last", _last_told)
"""How the newest of these stands."""
recent = Source("broadcasts_recent", _recent)
"""Of a tenant, without what teams are told, the newest first."""


def mark(broadcast_id: str) -> str:
    """What the id of each of its messages ends with."""
    return f"~{broadcast_id}"


async def going(tx: Tx, now: datetime) -> list[Broadcast]:
    """Those whose next slice is due."""
    rows = await tx.all("broadcasts_going", now=to_micros(now))
    return [Broadcast.model_validate(dict(row)) for row in rows]


async def waiting(tx: Tx) -> list[Asked]:
    """Those that wait for a second person."""
    found = [Broadcast.model_validate(dict(row)) for row in await tx.all("broadcasts_asked")]
    if not found:
        return []
    rows = await tx.all(
        "contacts_of_people",
        tenants=json_list(one.tenant for one in found),
        people=json_list(one.created_by for one in found),
    )
    contacts = [Contact.model_validate(dict(row)) for row in rows]
    return [
        Asked(
            one, [each for each in contacts if (each.tenant, each.person_id) == (one.tenant, one.created_by)]
        )
        for one in found
    ]


async def recipients(tx: Tx, one: Broadcast, most: int) -> list[Recipient]:
    """The next ``most`` people it is for, in the order of tenants and ids."""
    if one.team_id:
        return await _of_team(tx, one, most)
    tenant, _, person_id = one.after_id.partition(" ")
    rows = await tx.all(
        "broadcast_recipients",
        tenants=json_list(await _tenants(tx, one.tenant, one.unit_code)),
        unit_code=one.unit_code,
        audience=one.audience,
        after_tenant=tenant,
        after_id=person_id,
        most=most,
    )
    return [Recipient.model_validate(dict(row)) for row in rows]


async def _of_team(tx: Tx, one: Broadcast, most: int) -> list[Recipient]:
    key = (one.tenant, one.team_id, "")
    wanted = addressees((await _readers(tx, [key]))[key], one.created_by)
    left = [each for each in wanted if f"{each.tenant} {each.person_id}" > one.after_id]
    return [
        Recipient(tenant=each.tenant, person_id=each.person_id, leading=each.leading) for each in left[:most]
    ]


def addressees(found: Sequence[Reader], sender: str) -> list[Reader]:
    """Those of a team whom a message of ``sender`` reaches."""
    return [one for one in found if one.hears and one.channel and one.person_id != sender]


def begun(record: Broadcast) -> Effect:
    """A new broadcast."""
    return Effect("add_broadcast", record.model_dump())


def moved(before: Broadcast, after: Broadcast) -> Effect:
    """A step of a broadcast as it was read; contested by its version."""
    names = {"tenant", "id", "state", "after_id", "filled", "next_at", "ended_at"}
    return Effect(
        "move_broadcast", {**after.model_dump(include=names), "version": before.version}, contested=True
    )


def decided(before: Broadcast, after: Broadcast) -> Effect:
    """A second person's word on a broadcast, or that none came; contested, so that the first one stands."""
    params = after.model_dump(include={"tenant", "id", "state", "next_at", "ended_at"})
    return Effect("decide_broadcast", {**params, "version": before.version}, contested=True)


def withdrawn(one: Broadcast, at: datetime) -> Effect:
    """What is in the outbox and has not left does not leave."""
    params = {"after": one.id, "mark": f"%{mark(one.id)}", "done_at": to_micros(at)}
    return Effect("cancel_broadcast", params)
