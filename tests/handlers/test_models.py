"""Good models: who sees which, who decides, and how often a commune counts."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot import sample
from handlers import modelling
from handlers.conversation import action
from handlers.messages import Button
from handlers.permissions import Actor
from locales import words
from storage import good_models, teams
from storage.effects import Effect
from storage.records.care import GoodModel, ModelCard, ModelState
from storage.records.case import Level
from storage.records.membership import Membership, Role
from storage.records.person import Person
from storage.records.team import Team, Tenant
from tests.sample import furnish, someone
from tests.storage.made import AT
from tests.world import World, shown, world

VI = words("vi")
MODEL = "m-1"
SECRET = "ngồi cạnh một cụ"
OTHER = "00004"


def _model(**more: object) -> GoodModel:
    record = {
        "tenant": sample.TENANT,
        "id": MODEL,
        "team_id": sample.TEAM_ID,
        "unit_code": sample.UNIT,
        "person_id": sample.person_id("volunteer"),
        "name": "1 kèm 1",
        "what": f"Mỗi bạn trẻ {SECRET}.",
        "created_at": AT,
        **more,
    }
    return GoodModel.model_validate(record)


def _card(**more: object) -> ModelCard:
    return ModelCard(**_model(**more).model_dump(), team_name="Đội", exercise=False)


def _actor(who: str, tenant: str, unit: str = "", team: str = "", role: Role = Role.VOLUNTEER) -> Actor:
    person = Person(tenant=tenant, id=who, name=who, language="vi", of_age=True, created_at=AT)
    held = Membership(
        tenant=tenant, id="m", person_id=who, team_id=team, unit_code=unit, role=role, from_at=AT
    )
    return Actor(who, None, person, (held,))


ACTORS = {
    "proposer": _actor(sample.person_id("volunteer"), "01", team=sample.TEAM_ID),
    "volunteer": _actor("v", "01", team=sample.TEAM_ID),
    "leader": _actor("l", "01", team=sample.TEAM_ID, role=Role.LEADER),
    "leader elsewhere": _actor("e", "01", team="t-e", role=Role.LEADER),
    "commune": _actor("c", "01", unit=sample.UNIT, role=Role.COORDINATOR),
    "commune elsewhere": _actor("d", "01", unit=OTHER, role=Role.COORDINATOR),
    "province": _actor("p", "01", unit="01", role=Role.COORDINATOR),
    "abroad": _actor("a", "48", unit="48", role=Role.COORDINATOR),
}
SEEN = {
    ModelState.PROPOSED: {"proposer", "leader"},
    ModelState.ENDORSED: {"proposer", "leader", "commune", "province"},
    ModelState.PICKED: set(ACTORS) - {"abroad"},
    ModelState.DECLINED: {"leader", "commune", "province"},
}


@given(state=st.sampled_from(list(ModelState)), who=st.sampled_from(list(ACTORS)), wide=st.booleans())
def test_who_sees_and_decides(state: ModelState, who: str, wide: bool) -> None:
    """What nobody has picked yet stays with who proposed it and who decides; each decision has its level."""
    model, actor = _card(state=state, picked_for="01" if wide else sample.UNIT), ACTORS[who]
    assert modelling.visible(actor, model) == (who in SEEN[state])
    deciders = {
        ModelState.PROPOSED: {"leader"},
        ModelState.ENDORSED: {"commune", "province"},
        ModelState.PICKED: set() if wide else {"province"},
        ModelState.DECLINED: set(),
    }
    assert modelling.decides(actor, model) == (who in deciders[state])
    assert modelling.level(actor, model) == {
        "leader": Level.TEAM,
        "commune": Level.COMMUNE,
        "province": Level.PROVINCE,
    }.get(who)


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team, a team and a coordinator in another commune, and a coordinator of another province."""
    async with world(fresh) as made:
        await furnish(made)
        now = made.clock.now()
        elsewhere = Team(
            tenant=sample.TENANT,
            id="t-e",
            name="Đội Ba Đình",
            unit_code=OTHER,
            campaign_id=sample.CAMPAIGN_ID,
            created_at=now,
        )
        await made.write(
            teams.saved(elsewhere),
            teams.tenant_saved(Tenant(tenant="48", unit_code="48", name="Đà Nẵng", created_at=now)),
            *someone("binh", "Ngô Bình", made, team_id="t-e", role=Role.LEADER),
            *someone("cuong", "Hồ Cường", made, unit_code=OTHER, role=Role.COORDINATOR),
            *someone("xuan", "Lý Xuân", made, tenant="48", unit_code="48", role=Role.COORDINATOR),
        )
        yield made


def _picked(town: World, **more: object) -> Effect:
    at = {"picked_at": town.clock.now(), "picked_for": sample.TENANT, "state": ModelState.PICKED}
    return good_models.added(_model(**{**at, **more}))


async def _kept(town: World) -> ModelCard:
    key = (sample.TENANT, MODEL)
    found = await town.database.read(lambda tx: good_models.card.load(tx, [key]))
    return found[key]


@pytest.mark.parametrize("who", ["binh", "cuong", "xuan", "la", "lan"])
@pytest.mark.parametrize("state", [ModelState.PROPOSED, ModelState.ENDORSED])
async def test_no_button_decides_for_somebody_else(town: World, who: str, state: ModelState) -> None:
    """Forged or old: nothing changes, and who may not see it is shown nothing of it."""
    await town.write(good_models.added(_model(state=state)))
    before = await _kept(town)
    for verb in ("see", "endorse", "decline", "pick", "back", f"try:{MODEL}:{OTHER}", "drop"):
        arg = verb if ":" in verb else f"{verb}:{MODEL}"
        for message in await town.presses(who, Button("", action("models", arg))):
            assert who == "lan" or SECRET not in shown(message)
    assert await _kept(town) == before


async def test_a_commune_counts_once(town: World) -> None:
    """Its leader and its coordinator both say so, twice; given up it counts no more."""
    await town.write(_picked(town))
    for who in ("binh", "cuong", "binh"):
        await town.presses(who, Button("", action("models", f"try:{MODEL}:{OTHER}")))
    assert [one.unit_code for one in (await _kept(town)).adoptions] == [OTHER]
    await town.presses("cuong", Button("", action("models", f"drop:{MODEL}:{OTHER}")))
    assert (await _kept(town)).adoptions == ()


async def test_nobody_speaks_for_another_commune(town: World) -> None:
    """Nor for the one it comes from, nor the province for its communes."""
    await town.write(_picked(town))
    for who in ("nam", "hoa", "tam", "lan", "xuan"):
        for code in (OTHER, sample.UNIT):
            await town.presses(who, Button("", action("models", f"try:{MODEL}:{code}")))
    assert (await _kept(town)).adoptions == ()


async def test_of_two_who_decide_one_does(town: World) -> None:
    """Commune and province pick in the same second: it is picked once."""
    await town.write(good_models.added(_model(state=ModelState.ENDORSED)))
    taps = [
        {"key": f"k-{who}", "who": who, "kind": "tap", "data": f"do:models:pick:{MODEL}", "tapped": "m1"}
        for who in ("hoa", "tam")
    ]
    await town.intake.store(town.channel, taps)
    await town.settle()
    kept = await _kept(town)
    assert kept.state is ModelState.PICKED
    assert kept.version in (1, 2)
    assert kept.picked_for == sample.TENANT


async def test_picking_is_taken_back_within_ten_minutes(town: World) -> None:
    """By whoever picked it."""
    await town.write(good_models.added(_model(state=ModelState.ENDORSED)))
    await town.presses("tam", Button("", action("models", f"pick:{MODEL}")))
    await town.presses("hoa", Button("", action("models", f"back:{MODEL}")))
    assert (await _kept(town)).state is ModelState.PICKED
    await town.presses("tam", Button("", action("models", f"back:{MODEL}")))
    assert (await _kept(town)).state is ModelState.ENDORSED
