"""Good models: proposed, endorsed, picked, tried elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.care import Adoption, GoodModel, ModelCard
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.sources import Source, TeamKey, json_list

ModelKey = tuple[str, str]
"""(tenant, id of the model)."""
_MOVING = {"state", "endorsed_by", "picked_by", "picked_for", "picked_at"}


async def _cards(tx: Tx, rows: Sequence[Row]) -> list[ModelCard]:
    if not rows:
        return []
    adopted = await tx.all(
        "adoptions_of_models",
        tenants=json_list(row["tenant"] for row in rows),
        models=json_list(row["id"] for row in rows),
    )
    adoptions: dict[ModelKey, list[Adoption]] = defaultdict(list)
    for row in adopted:
        adoptions[row["tenant"], row["model_id"]].append(Adoption.model_validate(dict(row)))
    return [
        ModelCard.model_validate({**dict(row), "adoptions": tuple(adoptions[row["tenant"], row["id"]])})
        for row in rows
    ]


async def _by_id(tx: Tx, keys: Sequence[ModelKey]) -> Mapping[ModelKey, ModelCard]:
    rows = await tx.all(
        "good_models_by_id",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    return {(one.tenant, one.id): one for one in await _cards(tx, rows)}


async def _of_tenants(tx: Tx, keys: Sequence[str]) -> Mapping[str, list[ModelCard]]:
    found: dict[str, list[ModelCard]] = defaultdict(list)
    for one in await _cards(tx, await tx.all("good_models_of_tenants", tenants=json_list(keys))):
        found[one.tenant].append(one)
    return found


async def _proposed(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[ModelCard]]:
    rows = await tx.all(
        "good_models_proposed",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[ModelCard]] = defaultdict(list)
    for one in await _cards(tx, rows):
        found[one.tenant, one.team_id].append(one)
    return found


async def _proposers(tx: Tx, keys: Sequence[ModelKey]) -> Mapping[ModelKey, list[Contact]]:
    rows = await tx.all(
        "proposer_contacts_of_models",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    found: dict[ModelKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["of_model"]].append(Contact.model_validate(dict(row)))
    return found


card = Source("good_model", _by_id)
proposer = Source("good_model_proposer", _proposers)
"""Every contact of who proposed a model."""
of_tenant = Source("good_models_of_tenant", _of_tenants)
"""Every model that was not declined, newest first."""
proposed = Source("good_models_proposed", _proposed)
"""What waits for the leader of a team to endorse it."""


async def picked(tx: Tx, since: datetime, until: datetime) -> list[ModelCard]:
    """Models picked in [since, until), in the order in which they were."""
    rows = await tx.all("good_models_picked", since=to_micros(since), until=to_micros(until))
    return await _cards(tx, rows)


async def of_weeks(tx: Tx, tenants: Sequence[str], since: datetime, until: datetime) -> list[ModelCard]:
    """Models of ``tenants`` picked in [since, until), exercises aside."""
    rows = await tx.all(
        "good_models_of_weeks", tenants=json_list(tenants), since=to_micros(since), until=to_micros(until)
    )
    return await _cards(tx, rows)


async def endorsed(tx: Tx) -> list[ModelCard]:
    """Models that wait for a commune or a province to pick them, the oldest first."""
    return await _cards(tx, await tx.all("good_models_endorsed"))


def added(record: GoodModel) -> Effect:
    """A new model."""
    return Effect("add_good_model", record.model_dump())


def moved(before: GoodModel, after: GoodModel) -> Effect:
    """A model as it was read becomes ``after``; contested by its version."""
    params = {"tenant": before.tenant, "id": before.id, "version": before.version}
    return Effect("move_good_model", {**after.model_dump(include=_MOVING), **params}, contested=True)


def adopted(record: Adoption) -> Effect:
    """A commune tries a model; a second time changes nothing."""
    return Effect("add_adoption", record.model_dump())


def given_up(record: Adoption) -> Effect:
    """A commune does not try it after all."""
    params = {"tenant": record.tenant, "model_id": record.model_id, "unit_code": record.unit_code}
    return Effect("drop_adoption", params)
