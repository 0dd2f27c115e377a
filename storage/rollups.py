"""Weekly roll-ups as rows: drafts, what was sent, and the figures frozen with it."""

from collections.abc import Mapping, Sequence

from storage.effects import Effect
from storage.queries import Tx
from storage.records.case import Level
from storage.records.moments import At, Record
from storage.records.period import Period
from storage.records.person import Contact
from storage.records.rollup import Rollup, RollupState
from storage.sources import PersonKey, Source, json_list

RollupKey = tuple[str, str]
"""(tenant, id of one edition)."""
UnitKey = tuple[str, str]
"""(tenant, unit code)."""
Item = tuple[str, str]
"""(figure, category or group, or empty)."""
Values = Mapping[Item, int]
STANDING = (RollupState.SENT, RollupState.LOCKED)
"""What was sent upward and not returned."""


class CoordinatedUnit(Record):
    """A unit that somebody coordinates since ``since_at``, with the weeks of its tenant."""

    tenant: str
    unit_code: str
    week_starts: int
    cutoff_minute: int
    since_at: At


async def _by_id(tx: Tx, keys: Sequence[RollupKey]) -> Mapping[RollupKey, Rollup]:
    rows = await tx.all(
        "rollups_by_id", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    return {(row["tenant"], row["id"]): Rollup.model_validate(dict(row)) for row in rows}


async def _after(tx: Tx, keys: Sequence[RollupKey]) -> Mapping[RollupKey, Rollup]:
    """An edition is named by its number, so the next one can be asked for by name."""
    next_of = {_next(key): key for key in keys}
    return {next_of[key]: one for key, one in (await _by_id(tx, list(next_of))).items()}


def _next(key: RollupKey) -> RollupKey:
    head, _, edition = key[1].rpartition("-")
    return (key[0], f"{head}-{int(edition) + 1}" if edition.isdecimal() else "")


async def _senders(tx: Tx, keys: Sequence[RollupKey]) -> Mapping[RollupKey, list[Contact]]:
    rows = await tx.all(
        "sender_contacts_of_rollups",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    found: dict[RollupKey, list[Contact]] = {}
    for row in rows:
        found.setdefault((row["tenant"], row["of_rollup"]), []).append(Contact.model_validate(dict(row)))
    return found


by_id = Source("rollup", _by_id)
after = Source("rollup_after", _after)
"""The edition that followed one."""
senders = Source("rollup_senders", _senders)
"""Every chat of who sent one."""


async def of_unit(tx: Tx, unit: UnitKey, since_on: str) -> list[Rollup]:
    """Every edition of a unit for weeks since ``since_on``, oldest week first, then by edition."""
    rows = await tx.all(
        "rollups_of_units", tenants=json_list([unit[0]]), units=json_list([unit[1]]), since_on=since_on
    )
    return [Rollup.model_validate(dict(row)) for row in rows]


async def of_level(tx: Tx, level: Level, tenants: Sequence[str], period: Period) -> dict[UnitKey, Rollup]:
    """The newest edition of each unit of a level whose week ends within ``period``, without what is in it;
    of all tenants where none is named."""
    rows = await tx.all(
        "rollups_of_level",
        level=level,
        tenants=json_list(tenants),
        since_on=period.since_on,
        until_on=period.until_on,
    )
    return {(row["tenant"], row["unit_code"]): Rollup.model_validate(dict(row)) for row in rows}


async def published(tx: Tx, unit: UnitKey, since_on: str) -> dict[str, dict[Item, int]]:
    """What was said upward of each week since ``since_on``, by the week's first day: its figures as they were
    sent, and every adjustment of them in later weeks."""
    rows = await tx.all(
        "period_totals_of_units", tenants=json_list([unit[0]]), units=json_list([unit[1]]), since_on=since_on
    )
    found: dict[str, dict[Item, int]] = {}
    for row in rows:
        said = found.setdefault(row["of_on"], {})
        key = (row["figure"], row["item"])
        said[key] = said.get(key, 0) + row["count"]
    return found


async def coordinated(tx: Tx) -> list[CoordinatedUnit]:
    """Every unit that somebody coordinates."""
    return [CoordinatedUnit.model_validate(dict(row)) for row in await tx.all("coordinated_units")]


async def coordinators(tx: Tx, units: Sequence[UnitKey]) -> dict[UnitKey, list[PersonKey]]:
    """Who coordinates each of ``units``."""
    rows = await tx.all(
        "coordinators_of_units",
        tenants=json_list(unit[0] for unit in units),
        units=json_list(unit[1] for unit in units),
    )
    found: dict[UnitKey, list[PersonKey]] = {}
    for row in rows:
        found.setdefault((row["tenant"], row["unit_code"]), []).append((row["tenant"], row["person_id"]))
    return found


async def standing(tx: Tx, since_on: str) -> dict[UnitKey, set[str]]:
    """The last days of each unit's weeks since ``since_on`` whose roll-up was sent and not returned."""
    found: dict[UnitKey, set[str]] = {}
    for row in await tx.all("standing_rollups", since_on=since_on):
        found.setdefault((row["tenant"], row["unit_code"]), set()).add(row["until_on"])
    return found


async def moved(tx: Tx, unit: UnitKey) -> dict[str, int]:
    """The weeks of a unit that were sent and whose figures have moved since they were last told: how many
    times, by the week's first day."""
    rows = await tx.all("moved_weeks", tenant=unit[0], unit_code=unit[1])
    return {row["since_on"]: row["changes"] for row in rows}


def settled(record: Rollup, since_on: str, changes: int) -> Effect:
    """``record`` tells what moved in a week; what moved while it was written will be looked at again."""
    return Effect(
        "settle_week",
        {
            "tenant": record.tenant,
            "unit_code": record.unit_code,
            "since_on": since_on,
            "changes": changes,
        },
    )


def saved(record: Rollup) -> Effect:
    """A roll-up as it was read (or never was) becomes ``record``; contested by its version."""
    return Effect("save_rollup", record.model_dump(), contested=True)


def frozen(record: Rollup, of_on: str, values: Values) -> list[Effect]:
    """Keep what a roll-up says of the week that begins on ``of_on``: its own, or one it adjusts."""
    return [
        Effect(
            "freeze_period_total",
            {
                "tenant": record.tenant,
                "rollup_id": record.id,
                "of_on": of_on,
                "figure": figure,
                "item": item,
                "count": count,
            },
        )
        for (figure, item), count in sorted(values.items())
    ]


def unsaid(record: Rollup) -> Effect:
    """What a roll-up said of earlier weeks is to be said by another one: it was taken back, or returned."""
    return Effect(
        "move_weeks_of_rollup",
        {"tenant": record.tenant, "unit_code": record.unit_code, "rollup_id": record.id},
    )


def thawed(record: Rollup) -> list[Effect]:
    """A roll-up that becomes a draft again has said nothing."""
    return [unsaid(record), Effect("thaw_period_totals", {"tenant": record.tenant, "rollup_id": record.id})]
