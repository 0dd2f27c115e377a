"""Who is responsible for whose data: one for the deployment by its settings, others by tenant."""

from bot import clock
from bot.operating import Given, OperationError
from handlers import audited
from storage import teams
from storage.database import Database
from storage.effects import carry_out
from storage.records.team import Tenant


async def listed(database: Database, given: Given) -> str:
    """Every tenant with whom its notice names; ``controller_name`` is whom the settings name."""
    found = await database.read(teams.every_tenant)
    return "\n".join(_line(one, given) for one in found) or "no tenant yet; aoxanh invite makes the first"


async def named(database: Database, given: Given) -> str:
    """Have a tenant name ``name`` and ``contact``; both empty: whom the settings name. Where the name is
    another one than before, everybody there is asked to agree again."""
    name, contact = given["name"].strip(), given["contact"].strip()
    if bool(name) != bool(contact):
        raise OperationError("a notice names who is responsible and how to reach them: give both")
    found = {one.tenant: one for one in await database.read(teams.every_tenant)}
    if given["tenant"] not in found:
        raise OperationError(f"no tenant has the code {given['tenant']!r}; see aoxanh controllers list")
    effects = [teams.controller_named(given["tenant"], name, contact)]
    usual = given.get("controller_name", "")
    if (found[given["tenant"]].controller_name or usual) != (name or usual):
        effects.append(teams.asked_again(given["tenant"]))
    entries = audited.entries(effects, by=audited.OPERATOR, at=clock.now())
    await database.write(lambda tx: carry_out(tx, [*effects, *entries]))
    return await listed(database, given)


def _line(one: Tenant, given: Given) -> str:
    if one.controller_name:
        return f"{one.tenant} {one.name}: {one.controller_name}, {one.controller_contact}"
    usual = given.get("controller_name") or "nobody, CONTROLLER_NAME is empty"
    return f"{one.tenant} {one.name}: as the deployment ({usual})"
