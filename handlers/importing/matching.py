"""What rows of a list change where some of it is there already. Pure: records in, effects out.

Natural keys make a list taken in twice change nothing: a team is its commune and name, a person their team,
name and place among those of that name. Nothing is removed, no role is taken away, and none is given: a row
with a role proposes it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.importing.people import Listed, name_key
from storage import expected, imports, join_codes, role_offers, teams
from storage.effects import Effect
from storage.fold import fold
from storage.imports import Ground, OnList, Organisation
from storage.records.membership import Role
from storage.records.role_offer import OfferKind, RoleOffer
from storage.records.roster import Expected
from storage.records.team import JoinCode, Team

BY = "operator"
_RANK = (Role.VOLUNTEER, Role.DEPUTY, Role.LEADER, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Means:
    """What making records takes: the time, ids, codes that nobody has, when these end, and the run."""

    now: datetime
    new_id: Callable[[], str]
    new_code: Callable[[], str]
    codes_end_at: datetime
    run_id: str


@dataclass(frozen=True, slots=True)
class Coded:
    """The code of whoever a row names, as long as they have not joined."""

    row: int
    code: str
    expires_at: datetime


class Matching:
    """Matches rows one after another; ``effects``, ``counts`` and ``codes`` are what came of them."""

    def __init__(self, ground: Ground, means: Means) -> None:
        self.effects: list[Effect] = []
        self.counts: Counter[str] = Counter()
        self.codes: list[Coded] = []
        self.made: list[tuple[str, str]] = []
        self._means = means
        self._campaigns = {one.tenant: one.id for one in reversed(ground.campaigns)}
        self._organisations = {(one.tenant, fold(one.name)): one.id for one in ground.organisations}
        self._teams = {(one.tenant, one.unit_code, fold(one.name)): one for one in reversed(ground.teams)}
        self._people = _by_name(ground.people)
        self._roles = {
            (one.team_id or one.unit_code, one.person_id): Role(one.role) for one in ground.people if one.role
        }
        self._offered = {_offer_key(one) for one in ground.offers}
        self._codes = {one.expected_id: one for one in ground.codes}

    def take(self, row: Listed) -> None:
        """Note what ``row`` changes."""
        before = len(self.effects)
        team = self._team(row) if row.team else None
        if row.person:
            self._person(row, team)
        self.counts["same" if len(self.effects) == before else "changed"] += 1

    def _team(self, row: Listed) -> Team:
        key = (row.tenant, row.unit, fold(row.team))
        comes_from = self._organisation(row)
        team = self._teams.get(key)
        if team is None:
            team = Team(
                tenant=row.tenant,
                id=self._means.new_id(),
                name=row.team,
                unit_code=row.unit,
                organisation_id=comes_from,
                campaign_id=self._campaigns[row.tenant],
                created_at=self._means.now,
            )
            self._note("teams", teams.saved(team))
            self._mark("team", team.tenant, team.id, key=f"{row.unit} {fold(row.team)}")
        elif comes_from and team.organisation_id != comes_from:
            self._note("moved", imports.team_comes_from(team, comes_from))
            self._mark("moved", team.tenant, team.id, was=f"{team.organisation_id} {comes_from}")
            team = team.model_copy(update={"organisation_id": comes_from})
        self._teams[key] = team
        return team

    def _organisation(self, row: Listed) -> str:
        key = (row.tenant, fold(row.organisation))
        if row.organisation and key not in self._organisations:
            record = Organisation(tenant=row.tenant, id=self._means.new_id(), name=row.organisation)
            self._note("organisations", imports.organisation_added(record))
            self._mark("organisation", record.tenant, record.id, key=fold(record.name))
            self._organisations[key] = record.id
        return self._organisations.get(key, "")

    def _person(self, row: Listed, team: Team | None) -> None:
        at = team.id if team else row.unit
        there = self._people[at, name_key(row.person)]
        who = there[row.nth - 1] if len(there) >= row.nth else None
        if who is None:
            who = self._expect(row, team)
            there.append(who)
        if not who.person_id:
            self._code(row, who, team)
        held = self._roles.get((at, who.person_id), Role.VOLUNTEER) if who.person_id else Role.VOLUNTEER
        if _RANK.index(row.role) > _RANK.index(held):
            self._propose(row, who, team)

    def _expect(self, row: Listed, team: Team | None) -> OnList:
        record = Expected(
            tenant=row.tenant,
            id=self._means.new_id(),
            team_id=team.id if team else "",
            unit_code="" if team else row.unit,
            name=row.person,
            batch=self._means.run_id,
            created_by=BY,
            created_at=self._means.now,
            seen_at=self._means.now,
        )
        self._note("people", expected.added(record))
        return OnList(**record.model_dump(), expected_id=record.id, role="")

    def _code(self, row: Listed, who: OnList, team: Team | None) -> None:
        """The live code of a name, or a new one; the role that is proposed does not stand in it."""
        live = self._codes.get(who.expected_id)
        if live is None:
            live = JoinCode(
                tenant=row.tenant,
                id=self._means.new_id(),
                code=self._means.new_code(),
                team_id=team.id if team else "",
                unit_code="" if team else row.unit,
                role=Role.VOLUNTEER if team else Role.COORDINATOR,
                max_uses=1,
                expires_at=self._means.codes_end_at,
                created_by=BY,
                expected_id=who.expected_id,
                created_at=self._means.now,
            )
            self._codes[who.expected_id] = live
            self._note("codes", join_codes.added(live))
        self.codes.append(Coded(row.row, live.code, live.expires_at))

    def _propose(self, row: Listed, who: OnList, team: Team | None) -> None:
        offer = RoleOffer(
            tenant=row.tenant,
            id=self._means.new_id(),
            kind=OfferKind.IMPORT,
            person_id=who.person_id,
            expected_id="" if who.person_id else who.expected_id,
            team_id=team.id if team else "",
            unit_code="" if team else row.unit,
            role=row.role,
            offered_by=BY,
            confirms=True,
            created_at=self._means.now,
        )
        if _offer_key(offer) not in self._offered:
            self._offered.add(_offer_key(offer))
            self._note("proposed", role_offers.added(offer))
            if offer.person_id:
                self._mark("offer", offer.tenant, offer.id)

    def _mark(self, what: str, tenant: str, of_id: str, *, was: str = "", key: str = "") -> None:
        """Keep what the run made, so that it can be taken back; ``key`` is what another slice makes too."""
        mark = imports.Mark(
            tenant=tenant, id=self._means.new_id(), run_id=self._means.run_id, what=what, of_id=of_id, was=was
        )
        self.effects.append(imports.marked(mark))
        self.made.append((what, f"{tenant} {key or of_id}"))

    def _note(self, what: str, effect: Effect) -> None:
        self.counts[what] += 1
        self.effects.append(effect)


def _by_name(people: Sequence[OnList]) -> defaultdict[tuple[str, str], list[OnList]]:
    """By (team or unit, name): one entry a person, however often they are on the list."""
    found: defaultdict[tuple[str, str], list[OnList]] = defaultdict(list)
    for one in people:
        same = found[one.team_id or one.unit_code, name_key(one.name)]
        if all(
            (one.person_id or one.expected_id) != (other.person_id or other.expected_id) for other in same
        ):
            same.append(one)
    return found


def _offer_key(offer: RoleOffer) -> tuple[str, str, str]:
    return offer.person_id or offer.expected_id, offer.team_id or offer.unit_code, offer.role


def places(rows: Iterable[Listed]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(tenant, unit) of all rows, and of those that name coordinators."""
    every = list(rows)
    return {(one.tenant, one.unit) for one in every}, {
        (one.tenant, one.unit) for one in every if not one.team
    }
