"""Other people's names: whole for their team's leaders, initials for those above, one's own always."""

from typing import Any

import pytest

from handlers.permissions import Actor
from handlers.seen import seen
from locales.formats import initials
from storage import crews, people
from storage.crews import Crew
from storage.database import Database
from storage.people import Member
from storage.records.membership import Role
from storage.sources import Facts
from tests.storage.made import AT, KEY, TEAM, TENANT, facts, known, member, person, world, write

NAME = "Nguyễn Thị Mai Anh"


@pytest.mark.parametrize(
    ("full", "short"),
    [(NAME, "N. T. M. Anh"), ("Lan", "Lan"), ("(đã xóa)", "(đã xóa)"), ("", "")],
)
def test_initials_tell_people_apart(full: str, short: str) -> None:
    assert initials(full) == short


@pytest.mark.parametrize(
    ("role", "place", "shown"),
    [
        (Role.LEADER, {"team_id": TEAM}, NAME),
        (Role.VOLUNTEER, {"team_id": TEAM}, NAME),
        (Role.COORDINATOR, {"team_id": "", "unit_code": "00235"}, "N. T. M. Anh"),
        (Role.COORDINATOR, {"team_id": "", "unit_code": TENANT}, "N. T. M. Anh"),
    ],
)
async def test_who_sees_which_name(
    any_database: Database, role: Role, place: dict[str, str], shown: str
) -> None:
    """A coordinator who also leads the team sees it as its leader."""
    await write(any_database, *world(*known("mai")), people.saved(person("mai", name=NAME)))
    need = people.members.of(KEY)
    found = await facts(any_database, need)
    asker = person("hoa")
    held = member("hoa", role=role, **place)
    actor = Actor("hoa", None, asker, (held,))
    assert [one.name for one in seen(found, actor).get(need) or ()] == [shown]
    leads = member("hoa", id="m2", role=Role.LEADER)
    both = Actor("hoa", None, asker, (held, leads))
    assert [one.name for one in seen(found, both).get(need) or ()] == [NAME]


def test_whoever_opens_a_shift_from_above_sees_initials() -> None:
    """Also where people stand inside something else: everybody who could be in a shift."""
    held = member("hoa", role=Role.COORDINATOR, team_id="", unit_code=TENANT)
    mai = Member(**member("mai").model_dump(), name=NAME, language="vi")
    crew = Crew.model_construct(**dict[str, Any](members=(mai,), held=()))
    need = crews.of_shift.of((TENANT, "s", AT))
    known_here = Facts()
    known_here._known[need.source.name, need.key] = crew
    found = seen(known_here, Actor("hoa", None, person("hoa"), (held,))).get(need)
    assert found is not None
    assert [one.name for one in found.members] == ["N. T. M. Anh"]
