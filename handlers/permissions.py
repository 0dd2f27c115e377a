"""The one door: who is asking, and whose data they may see."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Protocol

from storage.records.case import Level
from storage.records.membership import Membership, Role
from storage.records.person import Contact, Person
from storage.records.team import Team
from storage.records.unit import CENTRE
from storage.sources import PersonKey


class Access(IntEnum):
    """What a conversation asks of whoever opens it; a higher one includes the lower.

    ``MEMBER`` is of a team, even while waiting to be accepted; ``LEADER`` is a team's leader or deputy, or
    whoever coordinates a unit; ``KNOWN`` is anyone with a role somewhere. ``TOTALS`` is whoever coordinates a
    unit or the centre, which sees sums and no people, and so has nothing of what leaders have.
    """

    ANYONE = 0
    KNOWN = 1
    MEMBER = 2
    ACCEPTED = 3
    LEADER = 4
    COORDINATOR = 5
    TOTALS = 6


@dataclass(frozen=True)
class Actor:
    """Whoever wrote: known by a contact, and by a person once they joined.

    ``line`` orders their messages: the person's id, or the contact's key while unknown. What follows from the
    memberships is asked many times a turn, and so remembered.
    """

    line: str
    contact: Contact | None = None
    person: Person | None = None
    memberships: tuple[Membership, ...] = ()

    @property
    def tenant(self) -> str:
        """The data controller the person belongs to; empty while unknown."""
        return self.person.tenant if self.person else ""

    @property
    def key(self) -> PersonKey:
        """(tenant, person id); of an unknown person both are empty."""
        return (self.person.tenant, self.person.id) if self.person else ("", "")

    @cached_property
    def in_teams(self) -> tuple[Membership, ...]:
        """Open memberships of teams, whatever the role."""
        return tuple(one for one in self.memberships if one.team_id)

    @cached_property
    def led(self) -> tuple[str, ...]:
        """Ids of the teams this person leads, as leader or deputy."""
        return tuple(
            one.team_id
            for one in self.memberships
            if one.team_id and one.role in (Role.LEADER, Role.DEPUTY) and not one.pending
        )

    @cached_property
    def coordinated(self) -> tuple[str, ...]:
        """Codes of the units this person coordinates: communes, or the whole province."""
        return tuple(one for one in self._held if one != CENTRE)

    @property
    def central(self) -> bool:
        """Whether this person coordinates the centre: roll-ups and totals of all provinces, never people."""
        return self.tenant == CENTRE and CENTRE in self._held

    @property
    def _held(self) -> tuple[str, ...]:
        return tuple(
            one.unit_code
            for one in self.memberships
            if one.unit_code and one.role is Role.COORDINATOR and not one.pending
        )


def access_of(actor: Actor) -> Access:
    """The highest access ``actor`` has."""
    if actor.coordinated:
        return Access.COORDINATOR
    if actor.led:
        return Access.LEADER
    if any(not one.pending for one in actor.in_teams):
        return Access.ACCEPTED
    return Access.MEMBER if actor.in_teams else Access.ANYONE


def allowed(actor: Actor, access: Access) -> bool:
    """Whether ``actor`` may open a conversation that asks for ``access``."""
    if access is Access.LEADER:
        return bool(actor.led or actor.coordinated)
    if access is Access.TOTALS:
        return bool(actor.coordinated) or actor.central
    if access is Access.KNOWN:
        return bool(actor.memberships)
    if access is Access.MEMBER:
        return bool(actor.in_teams)
    return access_of(actor) >= access


def may_lead(actor: Actor, team: Team | None) -> bool:
    """Whether ``actor`` may see and decide what a team's leader sees and decides.

    The team's own leaders may, and the coordinators of its unit, its province or the centre.
    A team of another tenant looks the same as one that does not exist.
    """
    if team is None or team.tenant != actor.tenant:
        return False
    if team.id in actor.led:
        return True
    return any(covers(unit_code, team) for unit_code in actor.coordinated)


class Placed(Protocol):
    """Something that belongs to a commune of a tenant: a team, a case, a good model."""

    @property
    def tenant(self) -> str:
        """The data controller."""

    @property
    def unit_code(self) -> str:
        """The commune."""


def covers(unit_code: str, placed: Placed) -> bool:
    """Whether the unit is the commune of ``placed`` or its province (the tenant)."""
    return unit_code in (placed.unit_code, placed.tenant)


def sums_up(actor: Actor, tenant: str, unit_code: str) -> bool:
    """Whether ``actor`` may see the totals and roll-ups of a unit: their own, one below it, and at the centre
    every one. ``unit_code`` of a province is its tenant."""
    if actor.central:
        return True
    return tenant == actor.tenant and (unit_code in actor.coordinated or tenant in actor.coordinated)


def decides_for(actor: Actor, tenant: str, unit_code: str) -> bool:
    """Whether ``actor`` stands right above a unit, and so returns or locks what it sends up: the province
    above its communes, the centre above provinces."""
    if unit_code == tenant:
        return actor.central and tenant != CENTRE
    return tenant == actor.tenant and tenant in actor.coordinated


def level_over(actor: Actor, placed: Placed, teams: Collection[str]) -> Level | None:
    """The highest level at which ``actor`` answers for something that ``teams`` in its commune met; None when
    it is none of their business: of another tenant, another commune, a team they do not lead."""
    if placed.tenant != actor.tenant:
        return None
    if placed.tenant in actor.coordinated:
        return Level.PROVINCE
    if placed.unit_code in actor.coordinated:
        return Level.COMMUNE
    return Level.TEAM if any(one in actor.led for one in teams) else None
