"""A million guesses against the real limits, with a clock that moves: how long they take, who hears of them,
and what they find."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest

from bot.clock import CODE_LETTERS, new_code
from handlers.guessing import A_DAY, TRIES_A_DAY, TRIES_AN_HOUR, tired
from handlers.jobs.code_guessing import MANY, WITHIN
from handlers.presence_code import TRIES_A_DAY as TRIES_A_TEAM
from handlers.presence_code import TRIES_A_SHIFT, TeamCodes
from storage.records.pin import FORGOTTEN_AFTER, OPEN_FOR, SHUT_FOR, TRIES, Pin
from tests.chance import START

MILLION = 1_000_000
CHATS, LIVE_CODES = 1_000, 10_000
POSSIBLE = len(CODE_LETTERS) ** 8
LOOK = timedelta(minutes=1)
"""How often a guesser tries whether they may again."""


def _as_fast_as_let(days: int) -> list[datetime]:
    """When one chat that never rests has a guess compared."""
    wrong: list[datetime] = []
    now = START
    while now < START + timedelta(days=days):
        recent = wrong[bisect_right(wrong, now - A_DAY) :]
        if tired(recent, now):
            now += LOOK
        else:
            wrong.append(now)
            now += timedelta(seconds=1)
    return wrong


def test_one_chat_has_twenty_guesses_a_day_and_five_an_hour() -> None:
    wrong = _as_fast_as_let(30)
    assert len(wrong) == 30 * TRIES_A_DAY
    for span, most in ((A_DAY, TRIES_A_DAY), (timedelta(hours=1), TRIES_AN_HOUR)):
        assert max(bisect_right(wrong, at + span) - number for number, at in enumerate(wrong)) <= most + 1


def test_a_million_guesses_of_a_thousand_chats_find_no_code() -> None:
    """They take fifty days; the alarm rings in the first minute; the chance is one in sixty-five."""
    dice = Random(7)

    def drawn() -> str:
        return "".join(dice.choices(CODE_LETTERS, k=8))

    live = {drawn() for _ in range(LIVE_CODES)}
    per_chat = _as_fast_as_let(MILLION // CHATS // TRIES_A_DAY)
    assert len(per_chat) * CHATS == MILLION
    assert sum(drawn() in live for _ in range(MILLION)) == 0
    assert MILLION * LIVE_CODES / POSSIBLE < 1 / 65
    assert bisect_right(per_chat, START + WITHIN) * CHATS >= MANY


def test_who_stays_below_the_alarm_needs_a_lifetime() -> None:
    """However many chats they have: fewer than two hundred in ten minutes, day and night."""
    a_day = (MANY - 1) * (A_DAY / WITHIN)
    years = POSSIBLE / LIVE_CODES / a_day / 365
    assert years > 6
    assert new_code() != new_code()
    assert set(new_code()) <= set(CODE_LETTERS)


def _pin_tries(days: int) -> Iterator[tuple[datetime, Pin]]:
    """Somebody with a link that never ends, who gives a wrong PIN whenever one is compared."""
    pin = Pin(tenant="01", person_id="mai", pin_hash="", set_at=START)
    now = START
    while now < START + timedelta(days=days):
        if pin.shut(now):
            now += LOOK
        else:
            pin = pin.tried(now, right=False)
            yield now, pin
            now += timedelta(seconds=1)


def test_a_pin_is_compared_four_hundred_times_a_day_and_the_leaders_hear_each_fifth() -> None:
    """A million would take six years; it is known in the first seconds, and whoever forgot theirs has a new
    one after a day."""
    tries = list(_pin_tries(10))
    a_day = len(tries) / 10
    assert a_day <= TRIES * (A_DAY / SHUT_FOR)
    assert MILLION / a_day > 5 * 365
    alarms = [
        at
        for (at, pin), (_, before) in zip(tries[1:], tries, strict=False)
        if pin.shut(at) and not before.shut(at)
    ]
    assert alarms[0] - START < timedelta(seconds=TRIES)
    assert len(alarms) >= len(tries) // TRIES - 1
    assert a_day / MILLION < 1 / 2000
    assert OPEN_FOR < SHUT_FOR < FORGOTTEN_AFTER


def _crews(chance: Random, shifts: int, crew: int, key: bytes) -> tuple[int, int]:
    """(guesses compared, hits): a team all of whose members guess, each as often as anybody is compared."""
    compared = hits = 0
    for shift in range(shifts):
        at = START + timedelta(days=shift)
        codes, left = TeamCodes(key, ("01", f"team {shift}")), TRIES_A_TEAM
        for _ in range(crew):
            for _ in range(min(TRIES_A_SHIFT, left)):
                right = codes.slot_of(f"{chance.randrange(10**4):04d}", [(at - timedelta(minutes=10), at)])
                compared, left = compared + 1, left - (right is None)
                hits += right is not None
                if right is not None:
                    break
    return compared, hits


def test_of_guessed_presence_codes_one_in_five_thousand_is_right() -> None:
    """Two slots are compared: a whole team that guesses all day finds one every hundred days."""
    compared, hits = _crews(Random(7), shifts=4_000, crew=20, key=b"key")
    assert compared <= 4_000 * (TRIES_A_TEAM + 1)
    assert hits / compared == pytest.approx(2 / 10**4, rel=0.4)
    assert compared / hits / TRIES_A_TEAM > 60
