"""Figures for files: the rows behind every sum page by page, and sums by team."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from storage.queries import Row, Tx

PAGE = 5_000
"""Rows of one read."""
_KEY = ("day_on", "team_id", "unit_code", "organisation_id", "campaign_id", "figure", "item")
Found = TypeVar("Found")


class Readable(Protocol):
    """The door of the database, as far as it is read."""

    async def read(self, work: Callable[[Tx], Awaitable[Found]]) -> Found:
        """Run ``work`` on one state of the data."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures of which days, both included: of ``tenants``, or of one commune of the only one."""

    tenants: tuple[str, ...]
    since_on: str
    until_on: str
    unit_code: str = ""


async def pages(source: Readable, scope: Scope) -> AsyncIterator[tuple[str, Sequence[Row]]]:
    """(tenant, rows) of every figure of every team and day, in the order of tenant, day and team."""
    for tenant in scope.tenants:
        after: tuple[str, ...] = (scope.since_on, *("" for _ in _KEY[1:]))
        while True:
            rows = await source.read(_page(tenant, scope, after))
            if rows:
                yield tenant, rows
            if len(rows) < PAGE:
                break
            after = tuple(rows[-1][name] for name in _KEY)


def _page(tenant: str, scope: Scope, after: Sequence[str]) -> Callable[[Tx], Awaitable[list[Row]]]:
    day_on, team_id, of_unit, organisation_id, campaign_id, figure, item = after

    async def work(tx: Tx) -> list[Row]:
        return await tx.all(
            "lines_page",
            tenant=tenant,
            unit_code=scope.unit_code,
            until_on=scope.until_on,
            day_on=day_on,
            team_id=team_id,
            of_unit=of_unit,
            organisation_id=organisation_id,
            campaign_id=campaign_id,
            figure=figure,
            item=item,
            most=PAGE,
        )

    return work


async def sums(tx: Tx, tenant: str, scope: Scope) -> list[Row]:
    """The sums of every figure by team (``unit_code``, ``team_id``, ``figure``, ``item``, ``count``)."""
    return await tx.all(
        "sums_of_teams",
        tenant=tenant,
        unit_code=scope.unit_code,
        since_on=scope.since_on,
        until_on=scope.until_on,
    )


async def team_names(tx: Tx, tenant: str) -> Mapping[str, str]:
    """Names of every team of a tenant, closed ones too, by id."""
    return {row["id"]: row["name"] for row in await tx.all("team_names", tenant=tenant)}


async def tenants(tx: Tx) -> list[str]:
    """Codes of all tenants."""
    return [row["tenant"] for row in await tx.all("tenants_all")]


def tenants_of_unit(unit_code: str) -> Callable[[Tx], Awaitable[list[str]]]:
    """A read of the tenants that are the unit, or have teams in it."""

    async def work(tx: Tx) -> list[str]:
        return [row["tenant"] for row in await tx.all("tenants_of_unit", unit_code=unit_code)]

    return work
