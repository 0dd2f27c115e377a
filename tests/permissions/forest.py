"""A random forest: centre, provinces, an affiliated union, communes, teams with two parents, people in roles
they have, had, or are offered.

Every name and every text in it holds a mark that nothing else holds ("qqbdkz"), and every figure is a number
of its own, so that whatever somebody is shown says from which corner of the forest it came.
"""

import random
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from handlers.notice import NOTICE_VERSION
from storage import imports, people, role_offers, teams
from storage.effects import Effect
from storage.imports import Organisation
from storage.records.membership import Membership, Role
from storage.records.person import Contact, Person
from storage.records.role_offer import OfferKind, OfferState, RoleOffer
from storage.records.team import Campaign, Team, Tenant
from storage.records.unit import CENTRE

PROVINCES = {"01": ("00235", "00229"), "79": ("25747", "25750"), "90": ("00235", "25747")}
"""Communes by tenant. The last is an affiliated union: its teams work in communes of the others."""
ABROAD = "90"
OPEN = ("spread", "model", "stuck")
"""What is known in a unit and below it; a good model that was picked; what got stuck in a commune today."""
BELONGING = ("name", "shared", "id", "person", "team")
"""What members of a team may see of it."""
_LETTERS = "bcdfghjklmnprtvxz"
_MARK = re.compile(r"qq[a-z]{4}")
_NUMBER = re.compile(r"(?<![\d.])7\d\.?\d{3}(?![\d.])")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something belongs: of a tenant, down to a commune, a team, a person as far as they are set;
    ``kind`` tells what it is."""

    tenant: str
    unit: str = ""
    team: str = ""
    person: str = ""
    kind: str = "row"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person who asks, with what they may do: teams led and belonged to, units coordinated, ``communes``
    where they were accepted in a team."""

    id: str
    tenant: str
    spot: Spot
    led: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()


@dataclass
class Forest:
    """See the module. ``marks`` says where each mark belongs; ``people`` are those who ask."""

    chance: random.Random
    now: datetime
    effects: list[Effect] = field(default_factory=list)
    marks: dict[str, Spot] = field(default_factory=dict)
    teams: list[Team] = field(default_factory=list)
    people: list[Someone] = field(default_factory=list)
    homes: dict[str, set[Spot]] = field(default_factory=dict)
    made: int = 0

    def mark(self, spot: Spot) -> str:
        """A new word that belongs to ``spot``."""
        self.made += 1
        left, said = self.made * 7919 % 17**4, "qq"
        for _ in range(4):
            left, letter = divmod(left, 17)
            said += _LETTERS[letter]
        self.marks[said] = spot
        return said

    def number(self, spot: Spot) -> int:
        """A new number that belongs to ``spot``."""
        self.made += 1
        self.marks[str(70_000 + self.made)] = spot
        return 70_000 + self.made

    def id(self, spot: Spot) -> str:
        """A new id that belongs to ``spot``."""
        return f"i-{self.mark(spot if spot.kind in OPEN else replace(spot, kind='id'))}"

    def planted(self) -> "Forest":
        """The tenants with their trees; each has people of every role, and of roles they no longer have."""
        self._tenant(CENTRE, CENTRE)
        for tenant, communes in PROVINCES.items():
            self._tenant(tenant, tenant)
            for code in communes:
                self.someone(Spot(tenant, code), units=(code,))
                for _ in range(2):
                    self._team(tenant, code)
        self._entangled()
        return self

    def _tenant(self, tenant: str, unit: str) -> None:
        name = f"Đoàn {tenant}"
        self.effects += [
            teams.tenant_saved(Tenant(tenant=tenant, unit_code=unit, name=name, created_at=self.before(40))),
            teams.campaign_saved(
                Campaign(
                    tenant=tenant, id="c", name="Hè", starts_on="2026-06-01", ends_on="2027-06-01",
                    created_at=self.before(40),
                )
            ),
        ]  # fmt: skip
        self.someone(Spot(tenant), units=(unit,))

    def _team(self, tenant: str, code: str) -> None:
        spot = Spot(tenant, code)
        key = self.id(spot)
        spot = replace(spot, team=key)
        self.marks[key.removeprefix("i-")] = replace(spot, kind="id")
        sent_by = Organisation(tenant=tenant, id=self.id(spot), name=f"Trường {self.mark(spot)}")
        team = Team(
            tenant=tenant, id=key, name=f"Đội {self.mark(replace(spot, kind='name'))}", unit_code=code,
            organisation_id=sent_by.id, campaign_id="c", created_at=self.before(40),
        )  # fmt: skip
        self.teams.append(team)
        self.effects += [imports.organisation_added(sent_by), teams.saved(team)]
        for role in (Role.LEADER, Role.DEPUTY, Role.VOLUNTEER):
            self.someone(spot, role)
        self.someone(spot, Role.VOLUNTEER, pending=True)
        self._gone(spot)

    def someone(self, spot: Spot, role: Role = Role.COORDINATOR, **more: object) -> Someone:
        """A new person in a role at ``spot``: of the team it names, else of the unit ``more`` names."""
        key = self.id(spot)
        own = replace(spot, person=key, kind="person")
        self.marks[key.removeprefix("i-")] = replace(own, kind="id")
        units = more.get("units") or ()
        assert isinstance(units, tuple)
        self._named(key, own)
        self._joined(own, role, unit="".join(units), pending=bool(more.get("pending")))
        led = (spot.team,) if role in (Role.LEADER, Role.DEPUTY) else ()
        one = Someone(
            key, spot.tenant, own, led, (spot.team,) if spot.team else (), units,
            communes=(spot.unit,) if spot.team and not more.get("pending") else (),
        )  # fmt: skip
        self.people.append(one)
        return one

    def _named(self, key: str, own: Spot) -> None:
        whole = self.mark(replace(own, kind="whole"))
        name = f"Nguyễn {whole.title()} {self.mark(own).title()}"
        person = Person(
            tenant=own.tenant, id=key, name=name, language="vi", of_age=True, created_at=self.before(40),
            notice_version=NOTICE_VERSION,
        )  # fmt: skip
        contact = Contact(
            key=f"paper:desk:{key}", channel="paper", account="desk", chat=key, tenant=own.tenant,
            person_id=key, preferred=True, seen_at=self.now,
        )  # fmt: skip
        self.effects += [people.saved(person), people.contact_saved(contact)]

    def _joined(self, own: Spot, role: Role, *, unit: str = "", pending: bool = False, gone: int = 0) -> None:
        member = Membership(
            tenant=own.tenant, id=self.id(own), person_id=own.person, team_id="" if unit else own.team,
            unit_code=unit, role=role, pending=pending, from_at=self.before(30),
            to_at=self.before(gone) if gone else None,
        )  # fmt: skip
        self.effects.append(people.joined(member))
        if not gone:
            home = Spot(own.tenant, unit or own.unit, "" if unit else own.team)
            self.homes.setdefault(own.person, set()).add(home)

    def _gone(self, spot: Spot) -> None:
        """Somebody who led this team, or coordinated its commune, and does so no longer."""
        key = self.id(spot)
        own = replace(spot, person=key, kind="person")
        self.marks[key.removeprefix("i-")] = replace(own, kind="id")
        self._named(key, own)
        self._joined(own, Role.LEADER, gone=10)
        self._joined(own, Role.COORDINATOR, unit=spot.unit, gone=5)
        self.people.append(Someone(key, spot.tenant, own))

    def _entangled(self) -> None:
        """People of one place who have, had, or are offered something in another of the same tenant."""
        for one in list(self.people):
            if not one.spot.team or self.chance.random() < 0.6:
                continue
            other = self.chance.choice([team for team in self.teams if team.tenant == one.tenant])
            if other.id == one.spot.team:
                continue
            place = Spot(one.tenant, other.unit_code, other.id, one.id)
            roll = self.chance.choice(("led", "volunteers", "led once", "offered"))
            if roll == "offered":
                self._offer(one, place)
            else:
                role = Role.VOLUNTEER if roll == "volunteers" else Role.LEADER
                self._joined(place, role, gone=3 if roll == "led once" else 0)
                led = (*one.led, other.id) if roll == "led" else one.led
                member = one.member_of if roll == "led once" else (*one.member_of, other.id)
                there = one.communes if roll == "led once" else (*one.communes, other.unit_code)
                at = self.people.index(one)
                self.people[at] = replace(one, led=led, member_of=member, communes=there)

    def _offer(self, one: Someone, place: Spot) -> None:
        offer = RoleOffer(
            tenant=one.tenant, id=self.id(replace(place, person="")), kind=OfferKind.APPOINT,
            person_id=one.id, team_id=place.team, role=Role.DEPUTY, offered_by="nobody",
            state=OfferState.OPEN, created_at=self.before(1),
        )  # fmt: skip
        self.effects.append(role_offers.added(offer))
        self.homes.setdefault(one.id, set()).add(replace(place, person=""))
        self.people[self.people.index(one)] = replace(one, offered=(place.team,))

    def before(self, days: float) -> datetime:
        """So many days ago."""
        return self.now - timedelta(days=days)

    def pick(self, want: Callable[[Someone], bool]) -> Someone:
        """One of the people, by chance."""
        return self.chance.choice([one for one in self.people if want(one)])


def found(text: str) -> set[str]:
    """Every mark and number in a text."""
    told = text.lower()
    joined = told.replace("-", "")
    numbers = {one.replace(".", "") for one in _NUMBER.findall(told)}
    return {*_MARK.findall(told), *_MARK.findall(joined), *numbers}


def sees(one: Someone, spot: Spot, homes: Mapping[str, set[Spot]]) -> bool:
    """Whether ``one`` may be shown what belongs to ``spot``: the rule of the tree, written down anew.

    ``homes`` are where people belong: a person of two teams is known in both.
    """
    if spot.kind == "whole":
        return _knows(one, spot, homes.get(spot.person, set()))
    if CENTRE in one.units:
        return spot.tenant == CENTRE or spot.kind in ("number", "upward", "model")
    if spot.tenant != one.tenant:
        return False
    places = homes.get(spot.person, set()) if spot.kind in ("person", "id") else set()
    return spot.kind == "model" or any(_here(one, replace(home, kind=spot.kind)) for home in {spot, *places})


def _knows(one: Someone, spot: Spot, places: Collection[Spot]) -> bool:
    """Whether ``one`` may be told a name as it is written: of themselves, in a team of theirs, or of whoever
    coordinates where they are. From above people are told apart by initials."""
    if spot.person == one.id:
        return True
    teams = {home.team for home in {spot, *places} if home.team}
    above = [home for home in places if not home.team]
    return bool(teams & {*one.led, *one.member_of}) or (
        bool(above) and sees(one, replace(spot, kind="person"), {})
    )


def _here(one: Someone, spot: Spot) -> bool:
    """Whether what belongs to a spot of the tenant is within reach."""
    if one.tenant in one.units or (spot.unit and spot.unit in one.units):
        return True
    if spot.kind == "spread" and (not spot.unit or spot.unit in (one.spot.unit, *one.communes)):
        return True
    if spot.kind == "stuck" and spot.unit in one.communes:
        return True
    if spot.kind == "shared" and spot.unit in one.communes and one.led:
        return True
    if spot.person == one.id or (spot.team and spot.team in one.led):
        return True
    if not spot.team and spot.kind == "person" and spot.unit in (one.spot.unit, one.tenant):
        return True  # who coordinates above is known below
    if spot.team and spot.team in one.offered:
        return spot.kind in ("name", "shared", "id")
    return bool(spot.team) and spot.team in one.member_of and spot.kind in BELONGING
