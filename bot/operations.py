"""What an operator asks for, done on an open database: the same inside the running bot and outside."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bot import (
    account_orders,
    audit,
    breaches,
    clock,
    controllers,
    dead_letters,
    faq_export,
    figure_orders,
    filing,
    furniture,
    import_undone,
    importing,
    rights_desk,
    sample,
    unit_orders,
)
from bot.founding import founded
from bot.operating import Given, Operation, OperationError
from handlers import audited, digest, inviting
from locales import words
from locales.formats import local
from storage import audit as log
from storage import enter_links, figures, imports, join_codes, teams
from storage.database import Database, StorageError
from storage.effects import carry_out
from storage.queries import Tx
from storage.records.membership import Role
from storage.records.team import JoinCode
from storage.records.unit import CENTRE
from storage.sources import Facts
from storage.unit_file import read_units

LINK_LIVES = timedelta(hours=12)
LINK_USES = 100
INVITATION_LIVES = timedelta(days=7)


async def load(database: Database, _: Given) -> str:
    """Load units and holidays."""
    return f"{await furniture.load(database)} units"


async def seed(database: Database, given: Given) -> str:
    """Make the sample team, and three links to enter as its people."""
    now = clock.now()
    await database.write(lambda tx: carry_out(tx, sample.effects(words("vi"), now)))
    links = {}
    for who in sample.PEOPLE:
        token = clock.new_token()
        person = (sample.TENANT, sample.person_id(who))
        link = enter_links.given(token, person, now + LINK_LIVES, uses=LINK_USES)
        await database.write(lambda tx, link=link: carry_out(tx, [link]))  # type: ignore[misc]  # bound at once
        links[who] = f"{given['web_url']}/enter?k={token}"
    return json.dumps(links)


async def invite(database: Database, given: Given) -> str:
    """A personal code for the first coordinator of a unit; its tenant is made if it is new."""
    tenant, unit_code, name = _invited(given["unit"])
    now = clock.now()
    code = JoinCode(
        tenant=tenant,
        id=clock.UuidSevens()(),
        code=inviting.typeable(clock.new_code),
        unit_code=unit_code,
        role=Role.COORDINATOR,
        max_uses=1,
        expires_at=now + INVITATION_LIVES,
        created_by="operator",
        created_at=now,
    )
    made, campaign = founded(tenant, name, now)
    ground = [imports.tenant_founded(made), *([] if tenant == CENTRE else [teams.campaign_saved(campaign)])]
    effects = [*ground, join_codes.added(code)]
    entries = audited.entries(effects, by=audited.OPERATOR, at=now)
    await database.write(lambda tx: carry_out(tx, [*effects, *entries]))
    return inviting.grouped(code.code)


def _invited(code: str) -> tuple[str, str, str]:
    """(tenant, unit, name of the tenant) of the unit with ``code``; the centre is a tenant of its own."""
    if code == CENTRE:
        return CENTRE, CENTRE, words("vi")("unit-centre")
    units = {unit.code: unit for unit in read_units()}
    unit = units.get(code)
    if unit is None:
        raise OperationError(
            f"no unit has the code {code!r}; province codes have 2 digits, communes 5, the centre is {CENTRE}"
        )
    tenant = unit.parent or unit.code
    return tenant, unit.code, units[tenant].name


async def preview(database: Database, given: Given) -> str:
    """The digest of a team (or of every team) as it would be sent now."""
    now = clock.now()
    day = local(now).date()

    async def work(tx: Tx) -> list[str]:
        cards = [card for card in await teams.all_open(tx) if given.get("team", "") in ("", card.id)]
        facts = Facts()
        keys = [(card.tenant, card.id) for card in cards]
        await facts.load(tx, [need for key in keys for need in digest.needs(key, day)])
        seen = [digest.picture(facts, key, day) for key in keys]
        return [digest.told(words("vi"), one).text for one in seen if one]

    return "\n\n".join(await database.read(work))


async def verify(database: Database, _: Given) -> str:
    """Compare every total with its records."""
    wrong = await database.read(figures.verify)
    return "\n".join(wrong) if wrong else "every total equals its records"


async def rebuild(database: Database, _: Given) -> str:
    """Make every total anew from its records."""
    return f"{await database.write(figures.rebuild)} totals rebuilt"


async def backup(database: Database, given: Given) -> str:
    """Copy the database to a file while it is in use."""
    path = Path(given["file"])
    return f"{path}: {await database.backup(path)} bytes, checked"


async def move(database: Database, given: Given) -> str:
    """Move the data to PostgreSQL."""
    from bot.moving import moved  # noqa: PLC0415  # half a second to load, for once in a lifetime

    return await moved(database, given)


OPERATIONS: Mapping[str, Operation] = {
    "load": load,
    "seed": seed,
    "invite": invite,
    "digest": preview,
    "import-begin": importing.begun,
    "import-slice": importing.taken,
    "import-end": importing.ended,
    "figures-verify": verify,
    "figures-rebuild": rebuild,
    "backup": backup,
    "move": move,
    "faq-export": faq_export.exported,
    "export-lines": filing.lines_written,
    "export-rollup": filing.rollup_written,
    "units-merge": unit_orders.merged,
    "units-split": unit_orders.split,
    "units-changes": unit_orders.listed,
    "units-rename": unit_orders.renamed,
    "units-names": unit_orders.names,
    "units-cancel": unit_orders.cancelled,
    "import-undo-show": import_undone.shown,
    "import-undo-names": import_undone.names,
    "import-undo-marks": import_undone.marks,
    "import-undo-end": import_undone.ended,
    "figures-import": figure_orders.taken,
    "accounts-add": account_orders.added,
    "accounts-list": account_orders.listed,
    "accounts-remove": account_orders.removed,
    "accounts-sealed": account_orders.sealed,
    "dead-list": dead_letters.listed,
    "dead-show": dead_letters.shown,
    "dead-replay": dead_letters.replayed,
    "dead-drop": dead_letters.dropped,
    "erase": rights_desk.erased,
    "rights-list": rights_desk.listed,
    "rights-open": rights_desk.opened,
    "rights-close": rights_desk.closed,
    "retention-list": rights_desk.kept,
    "retention-set": rights_desk.keep,
    "controllers-list": controllers.listed,
    "controllers-set": controllers.named,
    "breach-open": breaches.opened,
    "breach-list": breaches.listed,
    "breach-show": breaches.shown,
    "breach-note": breaches.changed,
    "breach-fill": breaches.filled,
    "breach-report": breaches.reported,
    "audit-verify": audit.verified,
    "audit-export": audit.exported,
}
UNNOTED = frozenset(
    {
        *("load", "seed", "invite", "digest", "figures-verify", "audit-verify", "dead-list", "faq-export"),
        *("import-slice", "import-end", "units-changes", "controllers-list", "accounts-sealed"),
        *("units-names", "import-undo-show"),
    }
)
"""What shows nobody's data and changes nothing, or makes its own entries; all else is noted as asked for."""


async def perform(database: Database, name: str, given: Given) -> str:
    """Do the operation ``name`` and say what came of it; it stands in the audit log before it is done.

    Raises OperationError or StorageError.
    """
    operation = OPERATIONS[name]
    if name not in UNNOTED:
        await note(database, name, given)
    return await operation(database, given)


async def note(database: Database, name: str, given: Given) -> None:
    """Note in the audit log what an operator asks for; a disk that takes no entry keeps nobody from it."""
    asked = log.noted("", clock.now(), audited.OPERATOR, f"operation {name}", given.get("id", ""))
    with suppress(StorageError):
        await database.write(lambda tx: carry_out(tx, [asked]))
