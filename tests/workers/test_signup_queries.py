"""What is due about sign-ups is read for all teams at once: thirty teams cost as many queries as one."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot import sample
from handlers import jobs
from handlers.job import Job, Moment
from handlers.registry import instances
from locales.formats import HANOI
from storage import offers, shifts, signups, teams
from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.membership import Role
from storage.records.offer import Offer, OfferKind
from storage.records.signup import Signup, SignupState
from storage.records.team import Team
from storage.records.work import Shift
from tests.sample import member
from tests.world import World

KINDS = {
    "shift_reminder": (24, 6, 31),
    "pledge_question": (23, 19, 1),
    "pledge_list": (23, 20, 31),
    "late_list": (24, 7, 45),
    "shift_search": (23, 8, 0),
    "signup_changes": (23, 8, 0),
    "dropouts": (23, 8, 0),
    "evening_digest": (23, 18, 1),
}
STARTS = datetime(2026, 11, 24, 7, 30, tzinfo=HANOI)


def _team(number: int, world: World) -> list[list[Effect]]:
    """A team with a leader, somebody signed up, somebody put in, somebody absent, and a search: in the order
    in which they can be written."""
    now, team = world.clock.now(), f"t{number}"
    card = Team(
        tenant=sample.TENANT,
        id=team,
        name=team,
        unit_code="00004",
        campaign_id=sample.CAMPAIGN_ID,
        created_at=now - timedelta(days=1),
    )
    shift = Shift(
        tenant=sample.TENANT,
        id=f"s{number}",
        team_id=team,
        campaign_id=sample.CAMPAIGN_ID,
        starts_at=STARTS,
        ends_at=STARTS + timedelta(hours=4),
        needed=5,
        created_at=now,
    )
    places = [_place(f"{team}-{who}", shift, now, **more) for who, more in PLACES.items()]
    call = Offer(
        tenant=sample.TENANT,
        id=f"o{number}",
        team_id=team,
        shift_id=shift.id,
        kind=OfferKind.CALL,
        person_id=f"{team}-chief",
        next_at=now,
        created_at=now,
    )
    folk = [
        *member(f"{team}-chief", "Trần Nam", world, team_id=team, role=Role.LEADER),
        *(
            effect
            for who in (*PLACES, "free")
            for effect in member(f"{team}-{who}", who, world, team_id=team)
        ),
    ]
    signed = [effect for one in places for effect in signups.signed(one)]
    gone = signups.absent(places[2], now, reason="work")
    return [[teams.saved(card), shifts.saved(shift), *folk], [*signed, offers.added(call)], [gone]]


PLACES: dict[str, dict[str, Any]] = {
    "own": {},
    "put": {"state": SignupState.ASSIGNED, "told_at": None},
    "away": {},
}


def _place(who: str, shift: Shift, now: datetime, **more: Any) -> Signup:
    record = {"state": SignupState.SIGNED, "told_at": now, "created_at": now, **more}
    return Signup(
        tenant=shift.tenant, id=f"g-{who}", team_id=shift.team_id, shift_id=shift.id, person_id=who, **record
    )


async def _asked(world: World, kind: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """(queries, slots) of one round of a job."""
    day, hour, minute = KINDS[kind]
    now = datetime(2026, 11, day, hour, minute, tzinfo=HANOI)
    counted: list[str] = []
    plain = Tx.all

    async def counting(tx: Tx, name: str, /, **params: Any) -> list[Row]:
        counted.append(name)
        return await plain(tx, name, **params)

    job = next(one for one in instances(jobs, Job) if one.kind == kind)
    moment = Moment(now, world.ids, frozenset())
    with monkeypatch.context() as patched:
        patched.setattr(Tx, "all", counting)
        due = await world.database.read(lambda tx: job.due(tx, moment))
        filled = await world.database.read(lambda tx: job.fill(tx, due, moment))
    return len(counted), sum(bool(effects) for effects in filled.values())


@pytest.mark.parametrize("kind", KINDS)
async def test_thirty_teams_cost_as_many_queries_as_one(
    kind: str, quick: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def grow(numbers: range) -> None:
        for effects in zip(*(_team(number, quick) for number in numbers), strict=True):
            await quick.write(*(effect for part in effects for effect in part))

    await grow(range(1))
    few, before = await _asked(quick, kind, monkeypatch)
    await grow(range(1, 30))
    many, after = await _asked(quick, kind, monkeypatch)
    assert before >= 1
    assert after >= 30
    assert many == few
