"""Where somebody was is known to nobody: not to the database, not to a turn that did not ask."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot import sample
from bot.sealing import Seal
from handlers.messages import Place
from handlers.presence_code import TeamCodes
from storage import people, place_points
from storage.queries import Row
from storage.records.membership import Consent, Role
from storage.records.place_point import PlacePoint
from tests.chance import Clock
from tests.paper import PLENTY
from tests.sample import furnish, someone
from tests.world import World, world

HERE = {"latitude": 21.013612, "longitude": 105.825213, "accuracy": 20.0}
FAR = {"latitude": 21.113612, "longitude": 105.825213, "accuracy": 20.0}


@pytest.fixture
async def pinned(fresh: Path) -> AsyncIterator[World]:
    """The sample team, its place pinned."""
    async with world(fresh) as played:
        await furnish(played)
        point = PlacePoint(
            tenant=sample.TENANT,
            id=sample.PLACE_ID,
            team_id=sample.TEAM_ID,
            latitude_e6=21_013_600,
            longitude_e6=105_825_200,
            radius_m=300,
            set_at=played.clock.now(),
        )
        await played.write(place_points.saved(point))
        yield played


def _agreed(played: World, person_id: str, *, answer: bool = True, version: str = "2026-11") -> Consent:
    return Consent(
        tenant=sample.TENANT,
        id=f"{person_id}-{played.ids()}",
        person_id=person_id,
        contact_key="",
        purpose="location",
        answer=answer,
        notice_version=version,
        given_at=played.clock.now(),
    )


async def _present(played: World) -> dict[str, Row]:
    rows = await played.rows(
        "attendances_of_teams",
        tenants=f'["{sample.TENANT}"]',
        teams=f'["{sample.TEAM_ID}"]',
        since_on="2026-01-01",
        until_on="2027-01-01",
    )
    return {row["person_id"]: row for row in rows}


def test_a_seal_holds() -> None:
    """Another key, a changed letter, a day later: nothing comes out."""
    clock = Clock()
    seal = Seal("secret", clock.now)
    sealed = seal.closed(HERE)
    assert "21.01" not in sealed
    assert seal.opened(sealed) == Place(21.013612, 105.825213, 20.0)
    assert Seal("other", clock.now).opened(sealed) is None
    assert seal.opened(sealed[:-4] + "AAAA") is None
    assert seal.opened("") is None
    clock.move(clock.now() + timedelta(hours=25))
    assert seal.opened(sealed) is None


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"latitude": "21", "longitude": 105},
        {"latitude": 91, "longitude": 0},
        {"latitude": 0, "longitude": -181},
        {"latitude": float("nan"), "longitude": 0},
        {"latitude": 0, "longitude": 0, "accuracy": float("inf")},
        {"latitude": True, "longitude": 0},
        {"latitude": 0, "longitude": None},
    ],
)
def test_what_is_no_position_is_not_sealed(raw: dict[str, object]) -> None:
    """And does not break anything."""
    assert Seal("secret", Clock().now).closed(raw) == ""


async def test_the_database_never_holds_a_position(pinned: World, fresh: Path) -> None:
    """Neither before the turn, nor after; nor twice under two fingerprints when it is delivered twice."""
    await pinned.write(people.consented(_agreed(pinned, sample.person_id("volunteer"))))
    await pinned.says("lan", "vào ca")
    update = {"key": "p1", "who": "lan", "kind": "place", "place": HERE, "reply": {"place": HERE}}
    for _ in range(2):
        await pinned.intake.store(pinned.channel, [update])

    def written() -> bytes:
        return b"".join(path.read_bytes() for path in fresh.parent.glob(f"{fresh.name}*"))

    assert b"013612" not in written()
    assert b"105.8" not in written()
    await pinned.settle()
    assert b"013612" not in written()
    assert (await _present(pinned))[sample.person_id("volunteer")]["at_place"] == 1


@pytest.mark.parametrize("case", ["no consent", "taken back", "older words", "not asked", "other channel"])
async def test_it_is_opened_only_with_consent_and_a_question(pinned: World, case: str) -> None:
    """In every other case nobody even tries."""
    lan = sample.person_id("volunteer")
    opened: list[str] = []
    thinker = pinned.inbox._thinker  # the furniture of a running world

    def spied(sealed: str) -> Place | None:
        opened.append(sealed)
        return pinned.desk.unseal(sealed)

    thinker._desk = replace(pinned.desk, unseal=spied)
    if case != "no consent":
        version = "2020-01" if case == "older words" else "2026-11"
        await pinned.write(people.consented(_agreed(pinned, lan, version=version)))
    if case == "other channel":
        thinker._desk = replace(thinker._desk, place_channels=frozenset())
    if case != "not asked":
        await pinned.says("lan", "vào ca")
    if case == "taken back":
        await pinned.write(people.consented(_agreed(pinned, lan, answer=False)))
    await pinned.sends("lan", kind="place", place=HERE)
    assert opened == []
    assert (await _present(pinned)).get(lan, {"at_place": None})["at_place"] is None


async def test_hundreds_of_check_ins_are_graded_as_they_are_proven(pinned: World) -> None:
    """Through the whole bot, with every mix of code, place and leader: none refused, each grade right."""
    chance, codes = Random(11), TeamCodes(pinned.desk.code_key, (sample.TENANT, sample.TEAM_ID))
    wanted: dict[str, str] = {}
    for number in range(120):
        who = f"p{number:03d}"
        await pinned.write(*someone(who, f"Người {who}", pinned, team_id=sample.TEAM_ID, role=Role.VOLUNTEER))
        code, there = chance.choice(("", "", codes.at(pinned.clock.now()))), chance.choice((None, HERE, FAR))
        if there:
            await pinned.write(people.consented(_agreed(pinned, who)))
        said = await pinned.says(who, f"vào ca {code}".strip())
        assert len(said) == 1
        assert said[0].text.startswith("Đã vào ca")
        if there:
            await pinned.sends(who, kind="place", place=there)
        proofs = bool(code) + (there is HERE)
        wanted[who] = "DBA"[proofs]
    found = {who: row["grade"] for who, row in (await _present(pinned)).items()}
    assert found == wanted
    await pinned.says("nam", "ai đang trực")
    await pinned.taps("nam", f"Xác nhận {len(wanted)} người")
    found = {who: row["grade"] for who, row in (await _present(pinned)).items()}
    assert found == {who: {"D": "C", "B": "A", "A": "A"}[grade] for who, grade in wanted.items()}


def test_paper_can_send_positions() -> None:
    """Or these tests would test nothing."""
    assert PLENTY.place_path
