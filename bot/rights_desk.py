"""What an operator does about people's data when they cannot do it themselves: requests by letter, erasures,
times of keeping."""

from datetime import datetime, timedelta

from bot import clock
from bot.operating import Given, OperationError
from handlers import erasing
from locales.formats import local
from storage import purge, retention, rights
from storage.database import Database
from storage.effects import Lost, carry_out
from storage.queries import Tx
from storage.records.right import ANSWERED_WITHIN, RequestKind, RequestState, RightsRequest

LOOK_BACK = timedelta(days=90)


async def erased(database: Database, given: Given) -> str:
    """Erase the person with this id, or with exactly this name where only one has it, at once."""
    person = await _one(database, given["who"])
    now, new_id = clock.now(), clock.UuidSevens()
    asked = erasing.by_operator(person, now, new_id)
    await database.write(lambda tx: carry_out(tx, [rights.received(asked)]))

    async def work(tx: Tx) -> None:
        await carry_out(tx, await erasing.carried_out(tx, asked, now, new_id))

    try:
        await database.write(work)
    except Lost:
        return "a message of this person is being handled; the bot erases them within a minute"
    await database.read(purge.swept)
    return "erased; totals stand, backups made before keep the person until they are removed"


async def listed(database: Database, _: Given) -> str:
    """Requests of the last ninety days and all that are open, without names."""
    now = clock.now()
    found = await database.read(lambda tx: rights.since(tx, now - LOOK_BACK))
    still = await database.read(rights.still_open)
    every = {one.id: one for one in (*found, *still)}
    return "\n".join(_line(one, now) for one in every.values()) or "no requests"


async def opened(database: Database, given: Given) -> str:
    """Enter a request that came by letter or telephone; its clock runs from now."""
    if given["kind"] not in list(RequestKind):
        raise OperationError(f"no request is of the kind {given['kind']!r}; write {', '.join(RequestKind)}")
    kind, person, now = RequestKind(given["kind"]), await _one(database, given["who"]), clock.now()
    record = RightsRequest(
        tenant=person[0],
        id=clock.UuidSevens()(),
        person_id=person[1],
        kind=kind,
        channel="letter",
        state=RequestState.OPEN,
        received_at=now,
        acknowledged_at=now,
        due_at=now + ANSWERED_WITHIN[kind],
    )
    await database.write(lambda tx: carry_out(tx, [rights.received(record)]))
    return _line(record, now)


async def closed(database: Database, given: Given) -> str:
    """Note what came of a request."""
    record = await database.read(lambda tx: rights.with_id(tx, given["id"]))
    if record is None or record.done_at is not None:
        raise OperationError(f"no open request has the id {given['id']!r}; see rights list")
    now = clock.now()
    done = rights.moved(record, RequestState.DONE, outcome=given["outcome"][:200], at=now)
    await database.write(lambda tx: carry_out(tx, [done]))
    return f"{record.kind}: {given['outcome']}"


async def kept(database: Database, _: Given) -> str:
    """How long everything a tenant may choose is kept: the default, and what tenants chose."""
    chosen = await database.read(retention.chosen)
    lines = [f"{kind}: {days} days" for kind, days in retention.DEFAULTS.items()]
    return "\n".join([*lines, *(f"{tenant} {kind}: {days} days" for (tenant, kind), days in chosen.items())])


async def keep(database: Database, given: Given) -> str:
    """Have a tenant keep something for so many days; 0 is the default again."""
    days = int(given["days"]) or None
    try:
        await database.write(
            lambda tx: retention.set_days(tx, given["tenant"], given["kind"], days, clock.now())
        )
    except ValueError as error:
        raise OperationError(str(error)) from None
    return await kept(database, given)


async def _one(database: Database, said: str) -> tuple[str, str]:
    found = await database.read(lambda tx: rights.people_named(tx, said))
    people = {(one.tenant, one.id): one for one in found}
    if len(people) == 1:
        return next(iter(people))
    if not people:
        raise OperationError(f"nobody has the id or the name {said!r}; a name is written whole, with accents")
    lines = [f"{one.id}  tenant {one.tenant}  {one.belongs}" for one in found]
    raise OperationError("\n".join([f"{len(people)} people have this name; give one id:", *lines]))


def _line(one: RightsRequest, now: datetime) -> str:
    late = "LATE " if one.done_at is None and one.due_at < now else ""
    done = (
        f"done {local(one.done_at):%d/%m/%Y} {one.outcome}"
        if one.done_at
        else f"due {local(one.due_at):%d/%m/%Y}"
    )
    came = f"by {one.channel} {local(one.received_at):%d/%m/%Y}"
    return f"{one.id}  {one.tenant}  {one.kind}  {came}  {late}{done}"
