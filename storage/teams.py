"""Tenants, campaigns, teams and their places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.moments import from_micros, to_micros
from storage.records.team import Campaign, Place, Team, TeamCard, Tenant
from storage.sources import Source, TeamKey, json_list


async def _cards(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, TeamCard]:
    rows = await tx.all(
        "team_cards", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    return {(one.tenant, one.id): one for one in await _carded(tx, rows)}


async def _carded(tx: Tx, rows: Sequence[Row]) -> list[TeamCard]:
    """Cards of teams; where those worked that moved is asked for them alone, who are few."""
    cards = [TeamCard.model_validate(dict(row)) for row in rows]
    moved = [one for one in cards if one.moved]
    if not moved:
        return cards
    homes: dict[TeamKey, list[tuple[str, str]]] = defaultdict(list)
    named = {"tenants": json_list(one.tenant for one in moved), "teams": json_list(one.id for one in moved)}
    for row in await tx.all("homes_of_teams", **named):
        homes[row["tenant"], row["team_id"]].append((row["unit_code"], row["until_on"]))
    return [one.model_copy(update={"homes": tuple(homes[one.tenant, one.id])}) for one in cards]


async def _of_tenants(tx: Tx, keys: Sequence[str]) -> Mapping[str, list[TeamCard]]:
    found: dict[str, list[TeamCard]] = defaultdict(list)
    for card in await _carded(tx, await tx.all("teams_of_tenants", tenants=json_list(keys))):
        found[card.tenant].append(card)
    return found


async def _closed(tx: Tx, keys: Sequence[str]) -> Mapping[str, list[Team]]:
    found: dict[str, list[Team]] = defaultdict(list)
    for row in await tx.all("closed_teams_of_tenants", tenants=json_list(keys)):
        found[row["tenant"]].append(Team.model_validate(dict(row)))
    return found


async def _open_places(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Place]]:
    found = await _places(tx, keys)
    kept = {key: [one for one in places if one.closed_at is None] for key, places in found.items()}
    return {key: places for key, places in kept.items() if places}


async def _places(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Place]]:
    rows = await tx.all(
        "places_of_teams", tenants=json_list(key[0] for key in keys), teams=json_list(key[1] for key in keys)
    )
    found: dict[TeamKey, list[Place]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(Place.model_validate(dict(row)))
    return found


async def _campaigns(tx: Tx, keys: Sequence[str]) -> Mapping[str, list[Campaign]]:
    found: dict[str, list[Campaign]] = defaultdict(list)
    for row in await tx.all("campaigns_of_tenants", tenants=json_list(keys)):
        found[row["tenant"]].append(Campaign.model_validate(dict(row)))
    return found


async def _tenants(tx: Tx, keys: Sequence[str]) -> Mapping[str, Tenant]:
    rows = await tx.all("tenants_all")
    return {row["tenant"]: Tenant.model_validate(dict(row)) for row in rows if row["tenant"] in set(keys)}


card = Source("team", _cards)
of_tenant = Source("teams_of_tenant", _of_tenants)
closed = Source("closed_teams", _closed)
"""Those of a tenant that are closed, the last one first."""
places = Source("places", _open_places)
every_place = Source("every_place", _places)
"""Also those that are closed."""
campaigns = Source("campaigns", _campaigns)
tenant = Source("tenant", _tenants)


async def tenants(tx: Tx) -> list[str]:
    """The code of every tenant."""
    return [str(row["tenant"]) for row in await tx.all("tenants_all")]


async def every_tenant(tx: Tx) -> list[Tenant]:
    """Every tenant, by its code."""
    return [Tenant.model_validate(dict(row)) for row in await tx.all("tenants_all")]


async def all_open(tx: Tx) -> list[TeamCard]:
    """Every team that is not closed, with its campaign."""
    return [TeamCard.model_validate(dict(row)) for row in await tx.all("open_team_cards")]


async def digests_due(
    tx: Tx, kind: str, now: datetime, midnight: datetime, since: datetime
) -> list[tuple[str, str, datetime]]:
    """(tenant, team id, moment) of the last digest of every open team that no job of ``kind`` has claimed.

    ``midnight`` begins the day of ``now`` where the teams are.
    """
    rows = await tx.all(
        "digests_due",
        kind=kind,
        today_at=to_micros(midnight),
        yesterday_at=to_micros(midnight - timedelta(days=1)),
        minute=(now - midnight) // timedelta(minutes=1),
        since=to_micros(since),
    )
    return [(row["tenant"], row["id"], from_micros(row["slot_at"])) for row in rows]


def saved(record: Team) -> Effect:
    """Add or replace a team."""
    return Effect("save_team", record.model_dump())


def digest_moved(team: Team, minute: int) -> Effect:
    """Send the evening digest of a team ``minute`` minutes after midnight from now on."""
    return Effect("set_digest_minute", {"tenant": team.tenant, "id": team.id, "digest_minute": minute})


def code_shown(team: Team, at: datetime) -> Effect:
    """Note that somebody looked at the presence code of a team: from now on its people hear of it."""
    return Effect("note_code_shown", {"tenant": team.tenant, "id": team.id, "shown_at": to_micros(at)})


def tenant_saved(record: Tenant) -> Effect:
    """Add or replace a tenant."""
    return Effect("save_tenant", record.model_dump())


def controller_named(tenant_code: str, name: str, contact: str) -> Effect:
    """From now on ``name`` is responsible for the data of a tenant's people; with both empty whom the
    deployment names is."""
    return Effect(
        "set_controller", {"tenant": tenant_code, "controller_name": name, "controller_contact": contact}
    )


def asked_again(tenant_code: str) -> Effect:
    """Whoever agreed in this tenant agreed to another text: they are asked before what they want next."""
    return Effect("ask_again", {"tenant": tenant_code})


def closing_moved(tenant_code: str, minute: int) -> Effect:
    """Days of a tenant are closed so many minutes into the next one."""
    return Effect("set_closing", {"tenant": tenant_code, "closes_minute": minute})


def week_moved(tenant_code: str, week_starts: int, cutoff_minute: int) -> Effect:
    """Weeks of a tenant begin on that weekday and are to be sent so many minutes after they are over."""
    return Effect(
        "set_week", {"tenant": tenant_code, "week_starts": week_starts, "cutoff_minute": cutoff_minute}
    )


def campaign_saved(record: Campaign) -> Effect:
    """Add or replace a campaign."""
    return Effect("save_campaign", record.model_dump())


def place_saved(record: Place) -> Effect:
    """Add or replace a place."""
    return Effect("save_place", record.model_dump())
