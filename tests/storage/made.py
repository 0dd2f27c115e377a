"""Records as the tests of storage need them, and the short ways to write and read them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from storage import people, teams
from storage.database import Database
from storage.effects import Effect, carry_out
from storage.inbox import Arrival
from storage.outbox import OutboxRow
from storage.queries import Row, Tx
from storage.records.case import Case, case_id
from storage.records.membership import Membership, Role
from storage.records.person import Contact, Person
from storage.records.rota import ShiftChange
from storage.records.signup import Signup
from storage.records.team import Campaign, JoinCode, Place, Team, TeamCard, Tenant
from storage.records.work import Attendance, Difficulty, HelpReport, Shift
from storage.sources import Facts, Need

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Monday 23/11/2026, 8h in Vietnam."""
DAY = "2026-11-23"
TENANT, TEAM, CAMPAIGN = "01", "t1", "c1"
KEY = (TENANT, TEAM)


def later(seconds: float) -> datetime:
    """So many seconds after ``AT``."""
    return AT + timedelta(seconds=seconds)


async def write(database: Database, *effects: Effect) -> None:
    """Carry ``effects`` out in one commit."""
    await database.write(lambda tx: carry_out(tx, effects))


async def facts(database: Database, *needs: Need[Any, Any]) -> Facts:
    """The facts of ``needs``, read together."""
    found = Facts()
    await database.read(lambda tx: found.load(tx, needs))
    return found


async def fact(database: Database, need: Need[Any, Any]) -> Any:
    """One fact."""
    return (await facts(database, need)).get(need)


async def rows(database: Database, query: str, **params: Any) -> list[Row]:
    """The rows of a named query."""

    async def work(tx: Tx) -> list[Row]:
        return await tx.all(query, **params)

    return await database.read(work)


def tenant(code: str = TENANT) -> Effect:
    """A tenant."""
    return teams.tenant_saved(Tenant(tenant=code, unit_code=code, name="Hà Nội", created_at=AT))


def campaign(key: str = CAMPAIGN, **more: Any) -> Effect:
    """A campaign of the tenant."""
    record = {"name": "Hè", "starts_on": "2026-06-01", "ends_on": "2026-12-31", "created_at": AT, **more}
    return teams.campaign_saved(Campaign.model_validate({"tenant": TENANT, "id": key, **record}))


def team(key: str = TEAM, **more: Any) -> Team:
    """A team of the campaign."""
    record = {"name": f"Đội {key}", "unit_code": "00235", "campaign_id": CAMPAIGN, "created_at": AT, **more}
    return Team.model_validate({"tenant": TENANT, "id": key, **record})


def card(key: str = TEAM, *, exercise: bool = False, **more: Any) -> TeamCard:
    """A team as turns see it, with its campaign."""
    return TeamCard(**team(key, **more).model_dump(), campaign_name="Hè", exercise=exercise)


def place(key: str = "p1", **more: Any) -> Place:
    """A place of the team."""
    record = {"team_id": TEAM, "unit_code": "00235", "name": "Một cửa", "mode": "one_stop", **more}
    return Place.model_validate({"tenant": TENANT, "id": key, **record})


def world(*others: Effect) -> tuple[Effect, ...]:
    """A tenant with a campaign and a team, and ``others``."""
    return (tenant(), campaign(), teams.saved(team()), *others)


def person(key: str = "mai", **more: Any) -> Person:
    """A person of the tenant."""
    record = {"name": key.title(), "language": "vi", "of_age": True, "created_at": AT, **more}
    return Person.model_validate({"tenant": TENANT, "id": key, **record})


def member(key: str = "mai", **more: Any) -> Membership:
    """A volunteer's membership of the team."""
    record = {"person_id": key, "team_id": TEAM, "role": Role.VOLUNTEER, "from_at": AT, **more}
    return Membership.model_validate({"tenant": TENANT, "id": f"m-{key}", **record})


def contact(who: str = "mai", **more: Any) -> Contact:
    """A chat, of nobody yet unless told."""
    record = {"channel": "paper", "account": "desk", "chat": who, "seen_at": AT, **more}
    return Contact.model_validate({"key": f"paper:desk:{who}", **record})


def known(*who: str) -> list[Effect]:
    """Persons with their membership of the team."""
    return [effect for one in who for effect in (people.saved(person(one)), people.joined(member(one)))]


def shift(key: str = "s1", **more: Any) -> Shift:
    """A shift of the team, 8h to 11h30."""
    times = {"starts_at": AT, "ends_at": later(3.5 * 3600), "created_at": AT}
    return Shift.model_validate(
        {"tenant": TENANT, "id": key, "team_id": TEAM, "campaign_id": CAMPAIGN, **times, **more}
    )


def attendance(key: str = "a1", **more: Any) -> Attendance:
    """Mai's open attendance."""
    record = {"person_id": "mai", "day_on": DAY, "in_at": AT, "in_received_at": AT, **more}
    return Attendance.model_validate(
        {"tenant": TENANT, "id": key, "team_id": TEAM, "campaign_id": CAMPAIGN, **record}
    )


def signup(key: str = "g1", **more: Any) -> Signup:
    """Mai's place in the shift."""
    record = {"person_id": "mai", "shift_id": "s1", "created_at": AT, "told_at": AT, **more}
    return Signup.model_validate({"tenant": TENANT, "id": key, "team_id": TEAM, **record})


def change(key: str = "c1", **more: Any) -> ShiftChange:
    """A step of planning by Mai."""
    record = {"person_id": "mai", "kind": "planned", "shifts": [], "told": [], "made_at": AT, **more}
    return ShiftChange.model_validate({"tenant": TENANT, "id": key, "team_id": TEAM, **record})


def report(key: str = "r1", **more: Any) -> HelpReport:
    """Mai's report of two categories."""
    record = {
        "person_id": "mai",
        "unit_code": "00235",
        "day_on": DAY,
        "lines": {"vneid": 5, "online_service": 2},
        "groups": {},
        "created_at": AT,
        **more,
    }
    return HelpReport.model_validate(
        {"tenant": TENANT, "id": key, "team_id": TEAM, "campaign_id": CAMPAIGN, **record}
    )


def difficulty(key: str = "d1", **more: Any) -> Difficulty:
    """Mai's difficulty with the network."""
    record = {
        "case_id": "00235-network-261123",
        "unit_code": "00235",
        "person_id": "mai",
        "day_on": DAY,
        "code": "network",
        "severity": "cham",
        "created_at": AT,
        **more,
    }
    return Difficulty.model_validate(
        {"tenant": TENANT, "id": key, "team_id": TEAM, "campaign_id": CAMPAIGN, **record}
    )


def case(code: str = "network", day_on: str = DAY, own: str = "", **more: Any) -> Case:
    """The case of a kind and day in the team's commune, or one of its ``own`` beside it."""
    key = case_id("00235", day_on, code) + (f"-{own}" if own else "")
    record = {"id": key, "root_id": key, "unit_code": "00235", "code": code, "day_on": day_on, **more}
    return Case.model_validate({"tenant": TENANT, "created_at": AT, "due_at": AT, **record})


def code(key: str = "code", **more: Any) -> JoinCode:
    """A code that lets fifty volunteers in for a week."""
    record = {
        "code": "BK7M2QXA",
        "team_id": TEAM,
        "role": Role.VOLUNTEER,
        "max_uses": 50,
        "expires_at": AT + timedelta(days=7),
        "created_at": AT,
        **more,
    }
    return JoinCode.model_validate({"tenant": TENANT, "id": key, **record})


def arrival(key: str, who: str = "mai", **more: Any) -> Arrival:
    """An update of ``who``; ids sort like keys."""
    record = {"channel": "paper", "account": "desk", "contact_key": f"paper:desk:{who}", **more}
    return Arrival.model_validate(
        {"id": f"i-{key}", "update_key": key, "body": "{}", "fingerprint": "f", "received_at": AT, **record}
    )


def message(key: str, chat: str = "mai", **more: Any) -> OutboxRow:
    """A message we owe ``chat``; ids sort like keys."""
    record = {
        "channel": "paper",
        "account": "desk",
        "chat": chat,
        "subline": chat,
        "lane": 1,
        "unsure": "again_once",
        "payload": '{"text":"…"}',
        "due_at": AT,
        "retry_at": AT,
        "created_at": AT,
        **more,
    }
    return OutboxRow.model_validate({"id": key, **record})
