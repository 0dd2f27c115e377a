"""The sample team of a first start: a leader, a coordinator, a volunteer and a week of shifts."""

from datetime import date, datetime, time, timedelta

from handlers.notice import NOTICE_VERSION
from locales import Words
from locales.formats import HANOI, local
from storage import join_codes, people, shifts, teams
from storage.effects import Effect
from storage.records.membership import Consent, Membership, Role
from storage.records.person import Person
from storage.records.team import Campaign, JoinCode, Place, Team, Tenant
from storage.records.work import Shift

TENANT = "01"
UNIT = "00235"
CODE = "BK7M2QXA"
TEAM_ID, CAMPAIGN_ID, PLACE_ID = "sample-team", "sample-campaign", "sample-place"
PEOPLE = {
    "volunteer": (Role.VOLUNTEER, TEAM_ID, ""),
    "leader": (Role.LEADER, TEAM_ID, ""),
    "coordinator": (Role.COORDINATOR, "", UNIT),
}
SHIFT_TIMES = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))
DAYS = 7


def person_id(who: str) -> str:
    """The id of a sample person: volunteer, leader or coordinator."""
    return f"sample-{who}"


def effects(words: Words, now: datetime) -> list[Effect]:
    """Everything of the sample; carried out twice it changes nothing the second time."""
    return [
        *_unit(words, now),
        *(effect for who in PEOPLE for effect in _person(words, who, now)),
        *week(now),
    ]


def week(now: datetime) -> list[Effect]:
    """Shifts of the sample team, morning and afternoon, for the coming days."""
    today = local(now).date()
    days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
    return [_shift(day, starts, ends, now) for day in days for starts, ends in SHIFT_TIMES]


def _unit(words: Words, now: datetime) -> list[Effect]:
    today = local(now).date()
    return [
        teams.tenant_saved(
            Tenant(
                tenant=TENANT,
                unit_code=TENANT,
                name=words("sample-tenant"),
                controller_name=words("sample-controller"),
                controller_contact=words("sample-contact"),
                created_at=now,
            )
        ),
        teams.campaign_saved(
            Campaign(
                tenant=TENANT,
                id=CAMPAIGN_ID,
                name=words("sample-campaign"),
                starts_on=today.isoformat(),
                ends_on=(today + timedelta(days=90)).isoformat(),
                created_at=now,
            )
        ),
        teams.saved(
            Team(
                tenant=TENANT,
                id=TEAM_ID,
                name=words("sample-team"),
                unit_code=UNIT,
                campaign_id=CAMPAIGN_ID,
                created_at=now,
            )
        ),
        teams.place_saved(
            Place(
                tenant=TENANT,
                id=PLACE_ID,
                team_id=TEAM_ID,
                unit_code=UNIT,
                name=words("sample-place"),
                mode="one_stop",
            )
        ),
        join_codes.added(
            JoinCode(
                tenant=TENANT,
                id="sample-code",
                code=CODE,
                team_id=TEAM_ID,
                role=Role.VOLUNTEER,
                max_uses=50,
                expires_at=now + timedelta(days=7),
                created_by=person_id("leader"),
                created_at=now,
            )
        ),
    ]


def _person(words: Words, who: str, now: datetime) -> list[Effect]:
    role, team_id, unit_code = PEOPLE[who]
    key = person_id(who)
    return [
        people.saved(
            Person(
                tenant=TENANT,
                id=key,
                name=words(f"sample-{who}"),
                language="vi",
                of_age=True,
                created_at=now,
                notice_version=NOTICE_VERSION,
            )
        ),
        people.joined(
            Membership(
                tenant=TENANT,
                id=f"{key}-membership",
                person_id=key,
                team_id=team_id,
                unit_code=unit_code,
                role=role,
                from_at=now,
            )
        ),
        *(
            people.consented(
                Consent(
                    tenant=TENANT,
                    id=f"{key}-{purpose}",
                    person_id=key,
                    contact_key="",
                    purpose=purpose,
                    answer=True,
                    notice_version=NOTICE_VERSION,
                    given_at=now,
                )
            )
            for purpose in ("taking_part", "reminders")
        ),
    ]


def _shift(day: date, starts: time, ends: time, now: datetime) -> Effect:
    return shifts.saved(
        Shift(
            tenant=TENANT,
            id=f"sample-{day.isoformat()}-{starts.hour:02d}",
            team_id=TEAM_ID,
            campaign_id=CAMPAIGN_ID,
            place_id=PLACE_ID,
            starts_at=datetime.combine(day, starts, tzinfo=HANOI),
            ends_at=datetime.combine(day, ends, tzinfo=HANOI),
            needed=6,
            created_at=now,
        )
    )
