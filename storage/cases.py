"""Cases: read with everything told of them, and moved from step to step by whoever read them last."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.case import Case, CaseCard, CaseEvent, Telling
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.sources import Source, json_list

CaseKey = tuple[str, str]
"""(tenant, case id)."""
TeamDay = tuple[str, str, str]
"""(tenant, team id, day as ISO text)."""
Scope = tuple[str, str, str, datetime]
"""(tenant, unit code, team id, since): what is open in a unit (the tenant's own code: everywhere) or was
met by a team, and what was solved since. One of unit and team is empty."""
TeamSpan = tuple[str, str, str, datetime, datetime]
"""(tenant, team id, day as ISO text, when the day begins, when it ends)."""
NEAR = timedelta(hours=48)
"""How far apart two cases may have begun that are taken for the same one."""
_MOVING = {"level", "state", "taken_by", "answer", "answered_by", "solved_at", "told_at", "due_at"}


async def _cards(tx: Tx, rows: Sequence[Row]) -> dict[CaseKey, CaseCard]:
    """The cases of ``rows`` by key, each with what was told of it."""
    if not rows:
        return {}
    told = await tx.all(
        "tellings_of_cases",
        tenants=json_list(row["tenant"] for row in rows),
        roots=json_list(row["id"] for row in rows),
    )
    tellings: dict[CaseKey, list[Telling]] = defaultdict(list)
    for row in told:
        tellings[row["tenant"], row["root_id"]].append(Telling.model_validate(dict(row)))
    return {
        key: CaseCard.model_validate({**dict(row), "tellings": tuple(tellings[key])})
        for row in rows
        if tellings[key := (row["tenant"], row["id"])]
    }


async def _by_id(tx: Tx, keys: Sequence[CaseKey]) -> Mapping[CaseKey, CaseCard]:
    rows = await tx.all("cases_by_id", **_named(keys, "ids"))
    cards = await _cards(tx, rows)
    roots = {(row["tenant"], row["asked"]): (row["tenant"], row["id"]) for row in rows}
    return {key: cards[roots[key]] for key in keys if key in roots and roots[key] in cards}


async def _alone(tx: Tx, keys: Sequence[CaseKey]) -> Mapping[CaseKey, Case]:
    rows = await tx.all("cases_alone", **_named(keys, "ids"))
    return {(row["tenant"], row["id"]): Case.model_validate(dict(row)) for row in rows}


async def _inside(tx: Tx, keys: Sequence[CaseKey]) -> Mapping[CaseKey, list[Case]]:
    found: dict[CaseKey, list[Case]] = defaultdict(list)
    for row in await tx.all("cases_inside", **_named(keys, "roots")):
        found[row["tenant"], row["root_id"]].append(Case.model_validate(dict(row)))
    return found


async def _of_day(tx: Tx, keys: Sequence[TeamDay]) -> Mapping[TeamDay, list[tuple[str, CaseCard]]]:
    rows = await tx.all(
        "cases_of_day",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        days=json_list(key[2] for key in keys),
    )
    cards = await _cards(tx, rows)
    found: dict[TeamDay, dict[tuple[str, str], CaseCard]] = defaultdict(dict)
    for row in rows:
        card = cards.get((row["tenant"], row["id"]))
        if card is not None:
            found[row["tenant"], row["of_team"], row["of_day"]][row["told_as"], card.id] = card
    return {key: [(code, card) for (code, _), card in found[key].items()] for key in keys}


async def _under(tx: Tx, keys: Sequence[Scope]) -> Mapping[Scope, list[CaseCard]]:
    wide = {key[0] for key in keys if key[1] == key[0]}
    rows = await tx.all(
        "cases_under",
        tenants=json_list(key[0] for key in keys),
        wide=json_list(wide),
        units=json_list(key[1] for key in keys if key[1]),
        teams=json_list(key[2] for key in keys if key[2]),
        since=to_micros(min(key[3] for key in keys)),
    )
    cards = (await _cards(tx, rows)).values()
    return {key: [card for card in cards if _within(card, key)] for key in keys}


def _within(card: CaseCard, scope: Scope) -> bool:
    tenant, unit_code, team_id, since = scope
    if card.tenant != tenant or (card.solved_at is not None and card.solved_at < since):
        return False
    return team_id in card.teams if team_id else unit_code in (card.unit_code, tenant)


async def _of_teams(tx: Tx, keys: Sequence[TeamSpan]) -> Mapping[TeamSpan, list[CaseCard]]:
    rows = await tx.all(
        "cases_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
        until_on=max(key[2] for key in keys),
        since=to_micros(min(key[3] for key in keys)),
        until=to_micros(max(key[4] for key in keys)),
    )
    cards = await _cards(tx, rows)
    found: dict[tuple[str, str], dict[str, CaseCard]] = defaultdict(dict)
    for row in rows:
        if (row["tenant"], row["id"]) in cards:
            found[row["tenant"], row["of_team"]][row["id"]] = cards[row["tenant"], row["id"]]
    return {key: [card for card in found[key[:2]].values() if _met(card, key)] for key in keys}


def _met(card: CaseCard, span: TeamSpan) -> bool:
    _, team_id, day_on, begins_at, ends_at = span
    told = any(one.team_id == team_id and one.day_on == day_on for one in card.tellings)
    return told or (card.solved_at is not None and begins_at <= card.solved_at < ends_at)


async def _near(tx: Tx, keys: Sequence[CaseKey]) -> Mapping[CaseKey, list[CaseCard]]:
    rows = await tx.all("cases_near", reach=NEAR // timedelta(microseconds=1), **_named(keys, "ids"))
    cards = await _cards(tx, rows)
    found: dict[CaseKey, list[CaseCard]] = defaultdict(list)
    for row in rows:
        if (row["tenant"], row["id"]) in cards:
            found[row["tenant"], row["asked"]].append(cards[row["tenant"], row["id"]])
    return found


async def _authors(tx: Tx, keys: Sequence[CaseKey]) -> Mapping[CaseKey, list[Contact]]:
    found: dict[CaseKey, list[Contact]] = defaultdict(list)
    for row in await tx.all("author_contacts_of_cases", **_named(keys, "roots")):
        found[row["tenant"], row["root_id"]].append(Contact.model_validate(dict(row)))
    return found


async def _history(tx: Tx, keys: Sequence[CaseKey]) -> Mapping[CaseKey, list[CaseEvent]]:
    found: dict[CaseKey, list[CaseEvent]] = defaultdict(list)
    for row in await tx.all("case_events_of_cases", **_named(keys, "cases")):
        found[row["tenant"], row["case_id"]].append(CaseEvent.model_validate(dict(row)))
    return found


async def _waits(tx: Tx, keys: Sequence[str]) -> Mapping[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in await tx.all("case_waits_of_tenants", tenants=json_list(keys)):
        found[row["tenant"]][row["code"]] = row["hours"]
    return found


def _named(keys: Iterable[CaseKey], name: str) -> dict[str, Any]:
    known = list(keys)
    return {"tenants": json_list(key[0] for key in known), name: json_list(key[1] for key in known)}


card = Source("case", _by_id)
"""A case by its id or by that of any case merged into it."""
alone = Source("case_alone", _alone)
"""The case of an id itself, wherever it was merged into."""
inside = Source("cases_inside", _inside)
"""Every case merged into a case, directly or not."""
of_day = Source("cases_of_day", _of_day)
"""The kinds told in the commune of a team on a day, each with its case; of an exercise those of exercises."""
under = Source("cases_under", _under)
of_team = Source("cases_of_team", _of_teams)
"""Cases a team met on a day, and those of its own that were solved on it."""
near = Source("cases_near", _near)
"""Open cases of the same commune that began within ``NEAR`` of an open one; without those told apart."""
authors = Source("case_authors", _authors)
"""Every contact of everybody who told a case; key is that of the root."""
history = Source("case_history", _history)
waits = Source("case_waits", _waits)
"""The hours after which a kind climbs, of the kinds for which the tenant chose."""


async def waiting(tx: Tx, before: datetime) -> list[CaseCard]:
    """Open cases of which something was due by ``before``: to tell the level that owns them, or to climb."""
    rows = await tx.all("cases_waiting", before=to_micros(before))
    return list((await _cards(tx, rows)).values())


def opened(record: Case) -> Effect:
    """A new case; one of the same id stays as it is, and is joined."""
    return Effect("add_case", record.model_dump())


def moved(before: Case, after: Case) -> Effect:
    """A case as it was read becomes ``after``; contested by its version."""
    params = {"tenant": before.tenant, "id": before.id, "version": before.version}
    return Effect("move_case", {**after.model_dump(include=_MOVING), **params}, contested=True)


def told(record: Case, at: datetime, due_at: datetime | None) -> Effect:
    """The level that owns the case knows of it from now on, if it did not yet."""
    due = None if due_at is None else to_micros(due_at)
    params = {"tenant": record.tenant, "id": record.id, "told_at": to_micros(at), "due_at": due}
    return Effect("mark_case_told", params)


def merged(record: Case, into: Case) -> list[Effect]:
    """Put a case with all that is inside it into another; both contested, as they were read."""
    of_record = {"tenant": record.tenant, "id": record.id}
    merge = Effect(
        "merge_case", {**of_record, "merged_into": into.id, "version": record.version}, contested=True
    )
    hold = Effect(
        "hold_case", {"tenant": into.tenant, "id": into.id, "version": into.version}, contested=True
    )
    # In one order, so that two who merge the same two never wait for each other.
    both = [merge, hold] if record.id < into.id else [hold, merge]
    return [*both, Effect("root_cases", {**of_record, "root_id": into.id})]


def parted(record: Case) -> list[Effect]:
    """Take a merged case out again, with all that was inside it; contested, as it was read."""
    of_record = {"tenant": record.tenant, "id": record.id}
    part = Effect("part_case", {**of_record, "version": record.version}, contested=True)
    return [part, Effect("root_parted_cases", of_record)]


def noted(record: CaseEvent) -> Effect:
    """Remember a step."""
    return Effect("add_case_event", record.model_dump())


def wait_set(tenant: str, code: str, hours: int, at: datetime) -> Effect:
    """From now on a kind climbs after so many hours; 0: never by itself."""
    return Effect("save_case_wait", {"tenant": tenant, "code": code, "hours": hours, "set_at": to_micros(at)})
