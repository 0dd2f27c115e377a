"""What an operator does about a breach: open it, look at the clock, note what was done, draft the report."""

import os
from datetime import datetime
from pathlib import Path

from bot import clock
from bot.operating import Given, OperationError
from locales import Words, words
from locales.formats import HANOI, local
from storage import breaches, teams
from storage.database import Database
from storage.effects import carry_out
from storage.records.breach import Breach, BreachKind

FIELDS = (
    *("what", "place", "parties", "data", "sensitive"),
    *("cause", "harm", "measures", "late_because"),
)
"""What is known in words, and may be filled in later; in the order of the report."""
COUNTS = ("people", "records")
"""What is known as a number."""
DONE = {"reported": "reported_at", "told": "told_at", "closed": "closed_at"}
"""Steps that are noted with the time they were done."""
STEPS = ("report", "tell", "close")
"""What a breach asks for, in this order."""
_READ = "%Y-%m-%dT%H:%M"


async def opened(database: Database, given: Given) -> str:
    """Enter a breach; the clock of 72 hours runs from when it was noticed."""
    now = clock.now()
    kind = given.get("kind", BreachKind.LEAK)
    if kind not in list(BreachKind):
        raise OperationError(f"no breach is of the kind {kind!r}; write leak or purpose")
    record = Breach(
        tenant=given["tenant"],
        id=clock.UuidSevens()(),
        kind=BreachKind(kind),
        noticed_at=_moment(given.get("noticed", "")) or now,
        happened_at=_moment(given.get("happened", "")),
        opened_at=now,
        people=_number(given.get("people", "0")),
        location=given.get("location", "") == "yes",
        **{field: given.get(field, "") for field in FIELDS},
    )
    await database.write(lambda tx: carry_out(tx, [breaches.saved(record)]))
    return _line(words("vi"), record, now)


async def listed(database: Database, _: Given) -> str:
    """A line each, with what is left of the 72 hours."""
    now, reader = clock.now(), words("vi")
    found = await database.read(breaches.every)
    return "\n".join(_line(reader, one, now) for one in found) or reader("breach-none")


async def shown(database: Database, given: Given) -> str:
    """One breach as its report would say it."""
    return await _report(database, await _one(database, given["id"]), given)


async def changed(database: Database, given: Given) -> str:
    """Fill in what is known by now, or note that a step was done."""
    record = await _one(database, given["id"])
    now = clock.now()
    known: dict[str, object] = {field: given[field] for field in FIELDS if given.get(field)}
    known |= {field: _number(given[field]) for field in COUNTS if given.get(field)}
    known |= {column: now for step, column in DONE.items() if given.get(step) == "yes"}
    after = record.model_copy(update={**known, "version": record.version + 1})
    await database.write(lambda tx: carry_out(tx, [breaches.saved(after)]))
    return _line(words("vi"), after, now)


async def filled(database: Database, given: Given) -> str:
    """Write ``text`` into one ``field`` of the report, whatever stood there."""
    field = given["field"]
    if field not in (*FIELDS, *COUNTS):
        raise OperationError(f"the report has no field {field!r}; write {', '.join((*FIELDS, *COUNTS))}")
    return await changed(database, {"id": given["id"], field: given["text"]})


async def reported(database: Database, given: Given) -> str:
    """Write the draft of the report into a new file that its owner alone can read."""
    said = await _report(database, await _one(database, given["id"]), given)
    path = Path(given["file"])
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise OperationError(f"{path}: {error.strerror}; name a file that is not there yet") from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(said + "\n")
    return str(path)


async def _one(database: Database, said: str) -> Breach:
    found = [one for one in await database.read(breaches.every) if one.id.endswith(said)]
    if len(found) != 1:
        raise OperationError(f"{len(found)} breaches have an id that ends with {said!r}; see breach list")
    return found[0]


def _line(reader: Words, record: Breach, now: datetime) -> str:
    left = record.due_at - now
    return reader(
        "breach-line",
        id=record.id[-8:],
        tenant=record.tenant,
        kind=record.kind,
        what=record.what,
        noticed=_when(record.noticed_at),
        due=_when(record.due_at),
        hours=int(left.total_seconds() // 3600),
        state="done" if record.reported_at else "late" if left.total_seconds() < 0 else "open",
        owes=", ".join(reader(f"breach-owes-{step}") for step in STEPS if step in record.owes()) or "—",
    )


async def _report(database: Database, record: Breach, given: Given) -> str:
    """The draft, in the name of whoever is responsible where it happened."""
    tenants = {one.tenant: one for one in await database.read(teams.every_tenant)}
    tenant, reader, now = tenants.get(record.tenant), words("vi"), clock.now()
    name, contact = given.get("controller_name"), given.get("controller_contact")
    if tenant is not None and tenant.controller_name:
        name, contact = tenant.controller_name, tenant.controller_contact
    unknown = reader("breach-unknown")
    known = {field: getattr(record, field) or unknown for field in (*FIELDS, *COUNTS)}
    return reader(
        "breach-report",
        **known,
        controller=name or unknown,
        contact=contact or unknown,
        kind=record.kind,
        happened=_when(record.happened_at) if record.happened_at else unknown,
        noticed=_when(record.noticed_at),
        due=_when(record.due_at),
        location="yes" if record.location else "no",
        told=_when(record.told_at) if record.told_at else unknown,
        late="yes" if record.due_at < (record.reported_at or now) else "no",
        day=f"{local(now):%d/%m/%Y}",
    )


def _when(moment: datetime) -> str:
    return f"{local(moment):%Hh%M %d/%m/%Y}"


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.strptime(text, _READ).replace(tzinfo=HANOI)
    except ValueError:
        raise OperationError(f"{text!r} is no time; write it as 2026-11-22T08:30") from None


def _number(text: str) -> int:
    if not text.isdigit():
        raise OperationError(f"{text!r} is no number of people; write digits, for example 120")
    return int(text)
