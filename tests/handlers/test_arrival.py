"""10,000 arrivals with good and bad clocks, times and codes: none refused, each as an oracle says."""

from datetime import datetime, timedelta
from random import Random

from handlers.arrival import arrival, open_to
from handlers.claim import Claim
from handlers.presence_code import SLOT, TeamCodes
from locales.formats import HANOI
from storage.shifts import PlacedShift

CODES = TeamCodes(b"key", ("01", "t1"))
DAY = datetime(2026, 11, 23, tzinfo=HANOI)
CASES = 10_000


def _shift(key: str, start: float, end: float) -> PlacedShift:
    return PlacedShift(
        tenant="01",
        id=key,
        team_id="t1",
        campaign_id="c1",
        starts_at=DAY + timedelta(hours=start),
        ends_at=DAY + timedelta(hours=end),
        created_at=DAY,
    )


PLANNED = [_shift("morning", 7.5, 11.5), _shift("afternoon", 13.5, 17), _shift("night", 22, 30)]


def _any_sent(chance: Random, now: datetime) -> datetime | None:
    """Mostly right, sometimes late, missing, in the future or in another year."""
    kind = chance.randrange(6)
    late = timedelta(minutes=chance.randrange(600))
    wrong = timedelta(days=chance.choice((-500, -3, 1, 4000)))
    return (now, now, now - late, None, now + late, now + wrong)[kind]


def _any_code(chance: Random, now: datetime) -> str:
    """None, a right one of some slot of the day, or a guess."""
    slot = now - SLOT * chance.randrange(-3, 100)
    return chance.choice(("", CODES.at(now), CODES.at(slot), f"{chance.randrange(10_000):04d}"))


def _oracle(claim: Claim, sent_at: datetime | None, now: datetime) -> bool:
    """By another way: list every code that was out near the claim, or in a window that takes check-ins."""
    sent = sent_at if sent_at and now - timedelta(days=1) <= sent_at <= now else now
    said = claim.at(sent_at, now)
    minutes = [said + timedelta(minutes=m) for m in range(-10, 71)]
    out = {CODES.at(one) for one in minutes if one <= max(said, sent) + SLOT}
    if not claim.time:
        for shift in PLANNED:
            for m in range(-30, 61):
                at = shift.starts_at + timedelta(minutes=m)
                if at <= sent:
                    out.add(CODES.at(at))
    return claim.code in out


def test_none_is_refused_and_each_is_judged_rightly() -> None:
    """A right code of its own slot proves however late it comes; anything else is recorded unproven."""
    chance = Random(4821)
    proven = refused = 0
    for _ in range(CASES):
        now = DAY + timedelta(minutes=chance.randrange(24 * 60), seconds=chance.randrange(60))
        sent_at = _any_sent(chance, now)
        time = chance.choice(("", "", f"{chance.randrange(24):02d}:{chance.randrange(60):02d}"))
        claim = Claim(_any_code(chance, now), time)
        came = arrival(claim, sent_at, now, PLANNED, CODES)
        refused += came is None
        assert came.by_code == _oracle(claim, sent_at, now), (claim, sent_at, now)
        assert now - timedelta(days=2) < came.at <= now
        assert all(one.starts_at <= came.at + timedelta(hours=2) for one in open_to(PLANNED, came.at))
        proven += came.by_code
    assert refused == 0
    assert CASES / 10 < proven < CASES * 9 / 10, "both outcomes must be tried often"
