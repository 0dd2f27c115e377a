"""The code at the desk: the same for everybody who knows the key, new every ten minutes, not guessable."""

from collections import Counter
from datetime import datetime, timedelta
from random import Random

from handlers.arrival import arrival
from handlers.claim import Claim
from handlers.presence_code import SLOT, TRIES_A_SHIFT, TeamCodes, slot_of, slots_of
from locales.formats import HANOI
from storage.shifts import PlacedShift

CODES = TeamCodes(b"key", ("01", "t1"))
MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=HANOI)
SHIFT = PlacedShift(
    tenant="01",
    id="s1",
    team_id="t1",
    campaign_id="c1",
    starts_at=MORNING,
    ends_at=MORNING + timedelta(hours=4),
    created_at=MORNING,
)


def test_a_code_holds_for_ten_minutes_of_the_clock() -> None:
    """From 7h30 to 7h40, to the second."""
    assert slot_of(MORNING + timedelta(minutes=9, seconds=59)) == MORNING
    assert slot_of(MORNING + SLOT) == MORNING + SLOT
    assert CODES.at(MORNING) == CODES.at(MORNING + timedelta(minutes=9, seconds=59))
    assert CODES.at(MORNING) != CODES.at(MORNING + SLOT)


def test_a_code_is_of_one_team_and_one_key() -> None:
    """No team can read another's, nor one province another's, in any of a week's slots."""
    week = list(slots_of(MORNING, MORNING + timedelta(days=7)))
    others = [
        TeamCodes(b"key", ("01", "t2")),
        TeamCodes(b"key", ("48", "t1")),
        TeamCodes(b"other", ("01", "t1")),
    ]
    for other in others:
        same = sum(CODES.at(slot) == other.at(slot) for slot in week)
        assert same <= 3, "two independent codes of four digits agree once in 10,000 slots"


def test_codes_are_spread_evenly() -> None:
    """No code comes so often that it is worth trying first: 100,000 slots, each code about ten times."""
    often = Counter(CODES.at(slot) for slot in slots_of(MORNING, MORNING + 100_000 * SLOT))
    assert len(often) > 9_990
    assert max(often.values()) < 35
    assert all(len(code) == 4 and code.isdigit() for code in often)


def test_what_a_guesser_gets() -> None:
    """Three tries a shift, each time sending only a code, early in the shift, late, and after it: never more
    than one shift in two hundred is gained by guessing (expected at most 3 × 13 of 10,000)."""
    chance = Random(7)
    for sent_at in (MORNING, MORNING + timedelta(hours=2), MORNING + timedelta(hours=10)):
        gained = sum(
            any(
                arrival(Claim(f"{chance.randrange(10_000):04d}"), sent_at, sent_at, [SHIFT], CODES).by_code
                for _ in range(TRIES_A_SHIFT)
            )
            for _ in range(4_000)
        )
        assert gained <= 4_000 / 200 * 1.5, f"{gained} of 4,000 at {sent_at:%H:%M}"
