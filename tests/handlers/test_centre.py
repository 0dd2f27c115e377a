"""The centre: totals and roll-ups of every province, nobody's name, nothing of what leaders do."""

from pathlib import Path

import pytest

from bot import operations
from handlers.conversation import action
from handlers.messages import Button
from handlers.permissions import Access, Actor, allowed, decides_for, sums_up
from handlers.vocabulary import vocabulary
from storage.database import database
from storage.records.membership import Membership, Role
from storage.records.person import Person
from storage.records.unit import CENTRE
from tests.chance import Clock
from tests.sample import furnish
from tests.world import world


def _button(name: str) -> Button:
    return Button(name, action(name))


def _coordinator(tenant: str, unit_code: str) -> Actor:
    now = Clock().now()
    person = Person(tenant=tenant, id="p", name="Vân", language="vi", of_age=True, created_at=now)
    held = Membership(
        tenant=tenant, id="m", person_id="p", unit_code=unit_code, role=Role.COORDINATOR, from_at=now
    )
    return Actor("p", None, person, (held,))


@pytest.mark.parametrize(
    ("actor", "commune", "sister", "province", "other"),
    [
        (("01", "00235"), True, False, False, False),
        (("01", "01"), True, True, True, False),
        ((CENTRE, CENTRE), True, True, True, True),
        (("01", CENTRE), False, False, False, False),
        ((CENTRE, "01"), False, False, False, False),
    ],
)
def test_who_sees_which_totals(
    actor: tuple[str, str], commune: bool, sister: bool, province: bool, other: bool
) -> None:
    """Each level its own subtree; a role of the centre in another tenant is none."""
    who = _coordinator(*actor)
    seen = [sums_up(who, *unit) for unit in (("01", "00235"), ("01", "00229"), ("01", "01"), ("79", "26734"))]
    assert seen == [commune, sister, province, other]


def test_who_locks_what() -> None:
    """The level right above, never one's own, and never across a level."""
    units = (("01", "00235"), ("01", "01"), (CENTRE, CENTRE))
    who = (_coordinator("01", "00235"), _coordinator("01", "01"), _coordinator(CENTRE, CENTRE))
    assert [[decides_for(one, *unit) for unit in units] for one in who] == [
        [False, False, False],
        [True, False, False],
        [False, True, False],
    ]


def test_the_centre_has_nothing_of_what_leaders_have() -> None:
    """Neither teams nor names."""
    who = _coordinator(CENTRE, CENTRE)
    assert allowed(who, Access.TOTALS)
    assert not any(allowed(who, one) for one in (Access.MEMBER, Access.LEADER, Access.COORDINATOR))


async def test_the_centre_opens_everything_and_sees_nobody(fresh: Path) -> None:
    """Whatever the centre asks for, no name of a province comes back, and no turn fails."""
    async with world(fresh) as played:
        await furnish(played)
        for one in vocabulary().by_name.values():
            before = len(played.channel.sent)
            await played.presses("van", _button(one.name))
            told = "\n".join(message.text for _, message in played.channel.sent[before:])
            assert told.strip(), one.name
            assert not [name for name in ("Lan", "Nam", "Hoa", "Đội Áo Xanh") if name in told], told
        assert await played.rows("dead_updates") == []


async def test_the_operator_invites_the_centre(fresh: Path) -> None:
    """By the code 00; the tenant is made, a campaign is not."""
    store = database(f"sqlite+aiosqlite:///{fresh}")
    await store.start()
    try:
        code = await operations.invite(store, {"unit": CENTRE})
        found = await store.read(lambda tx: tx.all("tenants_all"))
        campaigns = await store.read(lambda tx: tx.all("campaigns_of_tenants", tenants='["00"]'))
    finally:
        await store.close()
    assert len(code) == 9
    assert [(row["tenant"], row["name"]) for row in found] == [(CENTRE, "Trung ương Đoàn")]
    assert campaigns == []
