"""The sample team as every story finds it: Nam leads, Hoa coordinates, Lan is a volunteer.

Tâm coordinates the whole province, Vân the centre. Mai and everybody else are strangers until they join.
"""

from datetime import datetime
from typing import Any

from bot import sample
from handlers.notice import NOTICE_VERSION
from locales import words
from storage import holidays, people, teams
from storage.effects import Effect
from storage.records.membership import Consent, Membership, Role
from storage.records.person import Contact, Person
from storage.records.team import Tenant
from storage.records.unit import CENTRE
from storage.unit_file import read_units
from tests.world import World

WHO = {"lan": "volunteer", "nam": "leader", "hoa": "coordinator"}


def contact(who: str, person_id: str, world: World, tenant: str = sample.TENANT) -> Effect:
    """The paper chat of a known person."""
    return people.contact_saved(
        Contact(
            key=f"paper:desk:{who}",
            channel="paper",
            account="desk",
            chat=who,
            tenant=tenant,
            person_id=person_id,
            preferred=True,
            seen_at=world.clock.now(),
        )
    )


def someone(who: str, name: str, world: World, **role: Any) -> list[Effect]:
    """A person with a chat and one membership; ``role`` holds what the membership says."""
    now, tenant = world.clock.now(), role.pop("tenant", sample.TENANT)
    person = Person(
        tenant=tenant,
        id=who,
        name=name,
        language="vi",
        of_age=True,
        created_at=now,
        notice_version=NOTICE_VERSION,
    )
    member = Membership(tenant=tenant, id=f"{who}-member", person_id=who, from_at=now, **role)
    return [people.saved(person), people.joined(member), contact(who, who, world, tenant)]


def member(who: str, name: str, world: World, **role: Any) -> list[Effect]:
    """A member of the sample team who agreed to reminders."""
    agreed = Consent(
        tenant=sample.TENANT,
        id=f"{who}-reminders",
        person_id=who,
        contact_key="",
        purpose="reminders",
        answer=True,
        notice_version=NOTICE_VERSION,
        given_at=world.clock.now(),
    )
    role = {"team_id": sample.TEAM_ID, "role": Role.VOLUNTEER, **role}
    return [*someone(who, name, world, **role), people.consented(agreed)]


def _units() -> list[Effect]:
    """The sample's province and its communes, as a start of the program puts them into the table."""
    known = [one for one in read_units() if sample.TENANT in (one.code, one.parent)]
    return [Effect("save_unit", one.model_dump()) for one in known]


async def furnish(world: World, *, with_holidays: bool = False) -> None:
    """Seed the sample, and give its people their chats."""
    now = world.clock.now()
    await world.write(*sample.effects(words("vi"), now), *_units())
    if with_holidays:
        await world.write(*holidays.official())
    await world.write(*someone("tam", "Vũ Thanh Tâm", world, unit_code=sample.TENANT, role=Role.COORDINATOR))
    await world.write(_centre(now))
    await world.write(
        *someone("van", "Lý Thu Vân", world, tenant=CENTRE, unit_code=CENTRE, role=Role.COORDINATOR)
    )
    await world.write(*(contact(who, sample.person_id(role), world) for who, role in WHO.items()))


def _centre(now: datetime) -> Effect:
    name = words("vi")("unit-centre")
    return teams.tenant_saved(Tenant(tenant=CENTRE, unit_code=CENTRE, name=name, created_at=now))
