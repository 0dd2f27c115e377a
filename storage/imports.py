"""What stands already where rows of a list lead, and what an import leaves behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.moments import At, Counts, MaybeAt, Record, to_micros
from storage.records.role_offer import RoleOffer
from storage.records.team import Campaign, JoinCode, Team, Tenant
from storage.sources import TeamKey, json_list

UnitKey = tuple[str, str]
"""(tenant, unit code)."""


class Organisation(Record):
    """Where a team comes from: a university, a firm, a Union of one's own."""

    tenant: str
    id: str
    name: str
    kind: str = ""


class OnList(Record):
    """Somebody a team or a unit has, or expects, under a name; ``role`` is empty while only expected."""

    tenant: str
    team_id: str
    unit_code: str
    person_id: str
    expected_id: str
    name: str
    role: str


class ImportRun(Record):
    """One list that was taken in; ``digest`` tells whether it was the same file."""

    id: str
    file: str
    digest: str
    rows: int
    faulty: int
    counts: Counts
    started_at: At
    done_at: MaybeAt = None
    undone_at: MaybeAt = None


class Mark(Record):
    """One thing that a run made: a ``team``, an ``organisation``, an ``offer`` to somebody who is there; or a
    team whose organisation it changed (``moved``), ``was`` holding the one before and the one since. Names
    and their codes carry the run themselves."""

    tenant: str
    id: str
    run_id: str
    what: str
    of_id: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that some rows have to be compared with."""

    campaigns: Sequence[Campaign]
    organisations: Sequence[Organisation]
    teams: Sequence[Team]
    people: Sequence[OnList]
    offers: Sequence[RoleOffer]
    codes: Sequence[JoinCode]


async def ground(tx: Tx, units: Iterable[UnitKey], named: Iterable[UnitKey], now: datetime) -> Ground:
    """What there is in ``units``; ``named`` are those whose own coordinators matter."""
    keys, own = list(units), list(named)
    tenants = json_list(key[0] for key in keys)
    campaigns = await tx.all("campaigns_of_tenants", tenants=tenants)
    organisations = await tx.all("organisations_of_tenants", tenants=tenants)
    teams = await teams_of(tx, keys)
    people = await _people(tx, [(team.tenant, team.id) for team in teams], own)
    return Ground(
        [Campaign.model_validate(dict(row)) for row in campaigns],
        [Organisation.model_validate(dict(row)) for row in organisations],
        teams,
        people,
        await _offers(tx, people),
        await _codes(tx, people, now),
    )


async def teams_of(tx: Tx, units: Iterable[UnitKey]) -> list[Team]:
    """Every open team of some units, in the order in which they were founded."""
    keys = list(units)
    rows = await tx.all(
        "teams_of_units",
        tenants=json_list(key[0] for key in keys),
        units=json_list(key[1] for key in keys),
    )
    return [Team.model_validate(dict(row)) for row in rows]


async def free(tx: Tx, codes: Sequence[str]) -> list[str]:
    """Those of ``codes`` that nobody ever had, each once."""
    taken = {row["code"] for row in await tx.all("codes_taken", codes=json_list(codes))}
    return [code for code in dict.fromkeys(codes) if code not in taken]


async def _people(tx: Tx, teams: Sequence[TeamKey], units: Sequence[UnitKey]) -> list[OnList]:
    rows: list[Row] = []
    if teams:
        rows += await tx.all(
            "names_of_teams",
            tenants=json_list(key[0] for key in teams),
            teams=json_list(key[1] for key in teams),
        )
    if units:
        rows += await tx.all(
            "names_of_units",
            tenants=json_list(key[0] for key in units),
            units=json_list(key[1] for key in units),
        )
    return [OnList.model_validate(dict(row)) for row in rows]


async def _offers(tx: Tx, people: Sequence[OnList]) -> list[RoleOffer]:
    if not people:
        return []
    tenants = json_list(one.tenant for one in people)
    named = json_list(one.expected_id for one in people if one.expected_id)
    known = json_list(one.person_id for one in people if one.person_id)
    rows = [
        *await tx.all("open_role_offers_of_expected", tenants=tenants, expected=named),
        *await tx.all("open_role_offers_of_people", tenants=tenants, people=known),
    ]
    return [RoleOffer.model_validate(dict(row)) for row in rows]


async def _codes(tx: Tx, people: Sequence[OnList], now: datetime) -> list[JoinCode]:
    waiting = [one for one in people if one.expected_id and not one.person_id]
    if not waiting:
        return []
    rows = await tx.all(
        "live_codes_of_expected",
        tenants=json_list(one.tenant for one in waiting),
        expected=json_list(one.expected_id for one in waiting),
        now=to_micros(now),
    )
    return [JoinCode.model_validate(dict(row)) for row in rows]


def organisation_added(record: Organisation) -> Effect:
    """A new organisation."""
    return Effect("add_organisation", record.model_dump())


def team_comes_from(team: Team, organisation_id: str) -> Effect:
    """The second parent of a team."""
    params = {"tenant": team.tenant, "id": team.id, "organisation_id": organisation_id}
    return Effect("set_team_organisation", params)


def tenant_founded(record: Tenant) -> Effect:
    """A tenant, where it is not there yet."""
    return Effect("found_tenant", record.model_dump())


def marked(record: Mark) -> Effect:
    """That a run made something."""
    return Effect("add_import_mark", record.model_dump())


def run_noted(record: ImportRun) -> Effect:
    """That a list was taken in, and what came of it."""
    return Effect("add_import_run", record.model_dump())
