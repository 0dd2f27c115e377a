"""Registered people in a database, written through the storage's own effects, twenty to a team.

The shifts of today come separately, because a seeded file is kept between runs.
"""

import asyncio
import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.fake_api import BOT
from benchmarks.pace import FIRST_ID
from bot import furniture
from bot.sample import CAMPAIGN_ID, TENANT, UNIT
from bot.sample import effects as sample_effects
from handlers.notice import NOTICE_VERSION
from locales import words
from storage import people, reports, shifts, teams
from storage.database import Database, database
from storage.effects import Effect, carry_out
from storage.migrate import migrate
from storage.records.membership import Membership, Role
from storage.records.person import Contact, Person, contact_key
from storage.records.team import Team
from storage.records.work import HelpReport, Shift

FOLDER = Path("var/bench")
MIGRATIONS = Path("storage/migrations/versions")
TEAM_OF = 20
SLICE = 20_000


def person_id(number: int) -> str:
    """The id of a seeded person."""
    return f"01900000-0000-7000-8000-{number:012d}"


def team_id(number: int) -> str:
    """The id of the team of a seeded person."""
    return f"team-{number // TEAM_OF}"


def registered(number: int, now: datetime) -> Iterator[Effect]:
    """One person with their contact and membership; the first of a team brings the team."""
    chat = str(FIRST_ID + number)
    account = str(BOT["id"])
    if number % TEAM_OF == 0:
        name = f"Đội {number // TEAM_OF}"
        yield teams.saved(
            Team(
                tenant=TENANT,
                id=team_id(number),
                name=name,
                unit_code=UNIT,
                campaign_id=CAMPAIGN_ID,
                created_at=now,
            )
        )
    yield people.saved(
        Person(
            tenant=TENANT,
            id=person_id(number),
            name="Nguyễn Thị Mai Anh",
            language="vi",
            of_age=True,
            created_at=now,
            notice_version=NOTICE_VERSION,
        )
    )
    yield people.contact_saved(
        Contact(
            key=contact_key("telegram", account, chat),
            channel="telegram",
            account=account,
            chat=chat,
            tenant=TENANT,
            person_id=person_id(number),
            language="vi",
            preferred=True,
            seen_at=now,
        )
    )
    yield people.joined(
        Membership(
            tenant=TENANT,
            id=f"member-{number}",
            person_id=person_id(number),
            team_id=team_id(number),
            role=Role.VOLUNTEER,
            from_at=now,
        )
    )


def worked(how_many: int, day: int, now: datetime) -> Iterator[Effect]:
    """A report of everybody on one past day: what a database is full of after a campaign."""
    at = now - timedelta(days=day)
    one = reports.added(
        HelpReport(
            tenant=TENANT,
            id="",
            team_id="",
            person_id="",
            unit_code=UNIT,
            campaign_id=CAMPAIGN_ID,
            day_on=at.date().isoformat(),
            visits=12,
            lines={"vneid": 5, "online_service": 2},
            groups={"elderly": 3},
            note="Đông từ 9 giờ, mạng chậm, máy in hết giấy, phải mượn của bộ phận bên cạnh.",
            created_at=at,
        )
    )
    for number in range(how_many):
        own = {"id": f"report-{day}-{number}", "team_id": team_id(number), "person_id": person_id(number)}
        yield Effect(one.name, {**one.params, **own})


def shifts_today(how_many: int, now: datetime) -> Iterator[Effect]:
    """Two shifts under way for every team, so that checking in asks which."""
    for number in range(0, how_many, TEAM_OF):
        for started in (5, 10):
            yield shifts.saved(
                Shift(
                    tenant=TENANT,
                    id=f"shift-{number}-{started}",
                    team_id=team_id(number),
                    campaign_id=CAMPAIGN_ID,
                    starts_at=now - timedelta(minutes=started),
                    ends_at=now + timedelta(hours=6),
                    created_at=now,
                )
            )


async def write(store: Database, effects: Iterable[Effect]) -> None:
    """Carry out ``effects`` in slices."""
    rest = iter(effects)
    while part := list(islice(rest, SLICE)):
        await store.write(lambda tx, part=part: carry_out(tx, part))  # type: ignore[misc]  # bound at once


def seeded(how_many: int, days: int) -> Path:
    """The database with ``how_many`` people and reports of ``days`` days, made once for each schema."""
    migrations = sorted(MIGRATIONS.glob("*.py"))
    schema = hashlib.sha256(b"".join(path.read_bytes() for path in migrations)).hexdigest()[:8]
    path = FOLDER / f"people-{how_many}-{days}-{schema}.sqlite"
    if not path.exists():
        print(f"seeding {path}", flush=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        asyncio.run(seed(unfinished, how_many, days))
        unfinished.rename(path)
    return path


async def seed(path: Path, how_many: int, days: int) -> None:
    """Make the database at ``path`` with ``how_many`` people and reports of ``days`` past days."""
    url = f"sqlite+aiosqlite:///{path}"
    await migrate(url)
    await populate(url, how_many, days)


async def populate(url: str, how_many: int, days: int) -> None:
    """Fill the migrated database at ``url``."""
    store = database(url)
    await store.start()
    try:
        now = datetime.now(UTC)
        await furniture.load(store)
        await write(store, sample_effects(words("vi"), now))
        await write(store, (one for number in range(how_many) for one in registered(number, now)))
        for day in range(1, days + 1):
            await write(store, worked(how_many, day, now))
    finally:
        await store.close()


async def plan_today(path: Path, how_many: int) -> None:
    """Give every team of the database at ``path`` its shifts of now."""
    store = database(f"sqlite+aiosqlite:///{path}")
    await store.start()
    try:
        await write(store, shifts_today(how_many, datetime.now(UTC)))
    finally:
        await store.close()
