"""The nation as it is before the day: provinces, teams, people, their chats and their shifts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from itertools import islice

from bot import furniture
from handlers.notice import NOTICE_VERSION
from locales.formats import HANOI
from storage import people, shifts, teams
from storage.database import Database
from storage.effects import Effect, carry_out
from storage.records.membership import Consent, Membership, Role
from storage.records.person import Contact, Person, contact_key
from storage.records.team import Campaign, Team, Tenant
from storage.records.work import Shift
from storage.unit_file import read_units

SLICE = 20_000
REMINDED = 3
"""One person in so many agreed to reminders."""
ON_WEB = 4
"""One person in so many writes on the web chat; the others on their province's Telegram bot."""
BEGINS, ENDS = time(7, 0), time(11, 30)
"""The shift of everybody."""


@dataclass(frozen=True, slots=True)
class Land:
    """How big the nation is. People are numbered; team and province follow from the number."""

    people: int
    teams: int
    day: date
    begins: time = BEGINS

    def team(self, number: int) -> int:
        """The team of a person."""
        return number % self.teams

    def province(self, team: int) -> str:
        """The province of a team."""
        codes = provinces()
        return codes[team % len(codes)]

    def account(self, number: int) -> tuple[str, str]:
        """(channel, account) through which a person writes."""
        if number % ON_WEB == 0:
            return "web", "web"
        return "telegram", self.province(self.team(number))


@cache
def provinces() -> tuple[str, ...]:
    """Codes of the provinces."""
    return tuple(unit.code for unit in read_units() if unit.level == "province")


def person_id(number: int) -> str:
    """The id of a person."""
    return f"01900000-0000-7000-8000-{number:012d}"


def everything(land: Land, now: datetime) -> Iterator[Effect]:
    """All records of the nation."""
    for code in provinces():
        yield from _province(code, land.day, now)
    for number in range(land.teams):
        yield from _team(land, number, now)
    for number in range(land.people):
        yield from _person(land, number, now)


def _province(code: str, day: date, now: datetime) -> Iterator[Effect]:
    yield teams.tenant_saved(Tenant(tenant=code, unit_code=code, name=code, created_at=now))
    yield teams.campaign_saved(
        Campaign(
            tenant=code,
            id=f"c{code}",
            name="",
            starts_on=day.isoformat(),
            ends_on=day.isoformat(),
            created_at=now,
        )
    )


def _team(land: Land, number: int, now: datetime) -> Iterator[Effect]:
    code = land.province(number)
    yield teams.saved(
        Team(
            tenant=code,
            id=f"team-{number}",
            name=f"Team {number}",
            unit_code=code,
            campaign_id=f"c{code}",
            created_at=now,
        )
    )
    yield shifts.saved(
        Shift(
            tenant=code,
            id=f"shift-{number}",
            team_id=f"team-{number}",
            campaign_id=f"c{code}",
            starts_at=datetime.combine(land.day, land.begins, tzinfo=HANOI),
            ends_at=datetime.combine(land.day, ENDS, tzinfo=HANOI),
            needed=6,
            created_at=now,
        )
    )


def _person(land: Land, number: int, now: datetime) -> Iterator[Effect]:
    team = land.team(number)
    code = land.province(team)
    channel, account = land.account(number)
    key = person_id(number)
    yield people.saved(
        Person(
            tenant=code,
            id=key,
            name=f"Nguyen {number}",
            language="vi",
            of_age=True,
            created_at=now,
            notice_version=NOTICE_VERSION,
        )
    )
    yield people.contact_saved(
        Contact(
            key=contact_key(channel, account, str(number)),
            channel=channel,
            account=account,
            chat=str(number),
            tenant=code,
            person_id=key,
            language="vi",
            preferred=True,
            seen_at=now,
        )
    )
    role = Role.LEADER if number < land.teams else Role.VOLUNTEER
    yield people.joined(
        Membership(
            tenant=code, id=f"m{number}", person_id=key, team_id=f"team-{team}", role=role, from_at=now
        )
    )
    if number % REMINDED == 0:
        yield people.consented(
            Consent(
                tenant=code,
                id=f"r{number}",
                person_id=key,
                contact_key="",
                purpose="reminders",
                answer=True,
                notice_version=NOTICE_VERSION,
                given_at=now,
            )
        )


async def settle(store: Database, land: Land, now: datetime) -> None:
    """Write the nation into a fresh database."""
    await furniture.load(store)
    await _write(store, everything(land, now))


async def _write(store: Database, effects: Iterable[Effect]) -> None:
    rest = iter(effects)
    while part := list(islice(rest, SLICE)):
        await store.write(lambda tx, part=part: carry_out(tx, part))  # type: ignore[misc]  # bound at once
