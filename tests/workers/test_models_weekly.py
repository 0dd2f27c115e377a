"""Picked models go round once, on Monday, to whom they reach; where there is nothing nobody is written to."""

from datetime import datetime

from bot import sample
from handlers.messages import Outbound
from locales import words
from locales.formats import HANOI
from storage import good_models, teams
from storage.effects import Effect
from storage.records.care import Adoption, GoodModel, ModelState
from storage.records.membership import Role
from storage.records.team import Campaign, Team
from tests.sample import someone
from tests.world import World

VI = words("vi")
OTHER = "00004"


def _at(month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HANOI)


MONDAY = _at(11, 30)


async def _when(played: World, at: datetime) -> dict[str, list[str]]:
    """Go to a moment; who is told what of models."""
    played.clock.move(at)
    await played.tick()
    told = await played.settle()
    heard = {who: [one.text for one in messages if _of_models(one)] for who, messages in told.items()}
    return {who: texts for who, texts in heard.items() if texts}


def _of_models(message: Outbound) -> bool:
    labels = [button.label for row in message.choices for button in row]
    return VI("models-all") in labels


def _model(key: str, **more: object) -> Effect:
    record = {
        "tenant": sample.TENANT,
        "id": key,
        "team_id": sample.TEAM_ID,
        "unit_code": sample.UNIT,
        "person_id": sample.person_id("volunteer"),
        "name": f"Mô hình {key}",
        "what": "Làm như thế này.",
        "state": ModelState.PICKED,
        "picked_for": sample.TENANT,
        "picked_at": _at(11, 25),
        "created_at": _at(11, 23),
        **more,
    }
    return good_models.added(GoodModel.model_validate(record))


def _elsewhere(played: World) -> list[Effect]:
    """A team in another commune with its leader, and a team of an exercise there."""
    now = played.clock.now()
    common = {"tenant": sample.TENANT, "unit_code": OTHER, "created_at": now}
    exercise = Campaign(
        tenant=sample.TENANT,
        id="ex",
        name="Tập",
        starts_on="2026-11-01",
        ends_on="2027-01-01",
        exercise=True,
        created_at=now,
    )
    return [
        teams.campaign_saved(exercise),
        teams.saved(Team(id="t-e", name="Đội Ba Đình", campaign_id=sample.CAMPAIGN_ID, **common)),
        teams.saved(Team(id="t-x", name="Đội tập", campaign_id="ex", **common)),
        *someone("binh", "Ngô Bình", played, team_id="t-e", role=Role.LEADER),
    ]


async def test_they_go_round_on_monday_once(played: World) -> None:
    """To other communes, not to where they come from; late they still come, and never again."""
    await played.write(*_elsewhere(played), _model("a"), _model("b"))
    assert await _when(played, _at(11, 30, 7, 59)) == {}
    told = await _when(played, _at(11, 30, 9))
    assert list(told) == ["binh"]
    assert told["binh"][0].startswith("Mô hình hay tuần này (2):")
    assert await _when(played, _at(11, 30, 10)) == {}
    assert await _when(played, _at(12, 7)) == {}


async def test_a_commune_hears_of_its_own_coordinators_picks(played: World) -> None:
    """Picked for one commune it stays there; the province hears that there is something to pick."""
    await played.write(*_elsewhere(played), _model("a", picked_for=sample.UNIT))
    told = await _when(played, MONDAY)
    assert list(told) == ["tam"]


async def test_what_is_tried_already_is_not_told_again(played: World) -> None:
    """Nor what an exercise made up."""
    tried = Adoption(tenant=sample.TENANT, model_id="a", unit_code=OTHER, person_id="binh", at=_at(11, 26))
    await played.write(*_elsewhere(played), _model("a"), good_models.adopted(tried))
    await played.write(_model("x", team_id="t-x", unit_code=OTHER))
    assert await _when(played, MONDAY) == {}


async def test_who_picks_hears_what_waits(played: World) -> None:
    """The commune's coordinator and the province's; not the leader who endorsed it."""
    await played.write(_model("a", state=ModelState.ENDORSED, picked_for="", picked_at=None))
    told = await _when(played, MONDAY)
    assert sorted(told) == ["hoa", "tam"]
    assert "1 mô hình chờ anh/chị chọn." in told["hoa"][0]


async def test_nothing_is_said_where_there_is_nothing(played: World) -> None:
    """Nor of what was picked the week before last."""
    await played.write(*_elsewhere(played), _model("a", picked_at=_at(11, 22)))
    assert await _when(played, MONDAY) == {}
