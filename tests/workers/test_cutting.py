"""A turn that never returns is cut, and everybody else goes on."""

import re
import signal
import threading
import time
from contextlib import suppress
from typing import Any

import pytest

from bot.workers import thinking
from bot.workers.cutting import Stuck, cutting
from handlers import dispatch
from locales import words
from storage import inbox
from tests.workers.test_inbox import _after, _all_say, _texts
from tests.world import World


def test_a_loop_is_cut_even_if_it_catches_everything() -> None:
    """Python's own ``except Exception`` does not keep it."""

    def loop() -> None:
        while True:
            with suppress(Exception):
                time.sleep(10)

    began = time.monotonic()
    with pytest.raises(Stuck), cutting(0.1) as cut, cut:
        loop()
    assert time.monotonic() - began < 2


def test_a_pattern_that_explodes_is_cut() -> None:
    """The regular expressions of Python look for signals while they work."""
    began = time.monotonic()
    with pytest.raises(Stuck), cutting(0.1) as cut, cut:
        re.match(r"(a+)+$", "a" * 60 + "b")
    assert time.monotonic() - began < 2


def test_what_is_quick_is_not_cut_and_nothing_is_left_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with cutting(0.05) as cut:
        for _ in range(3):
            with cut:
                time.sleep(0.03)
            time.sleep(0.03)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_in_another_thread_nothing_is_cut() -> None:
    """There are no signals there."""
    done: list[bool] = []

    def work() -> None:
        with cutting(0.01) as cut, cut:
            time.sleep(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


async def test_a_turn_that_never_returns_holds_up_nobody_for_long(
    quick: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is cut, tried once more, and set aside; the others of its batch are answered at once."""

    def handle(turn: Any, *more: Any) -> None:
        while turn.inbound.text == "loop":
            time.sleep(0.01)
        dispatch.handle(turn, *more)

    monkeypatch.setattr(thinking, "handle", handle)
    monkeypatch.setattr(thinking, "LONGEST_TURN", 0.1)
    told = await _all_say(quick, lan="loop", nam="menu", hoa="menu")
    assert (len(told["nam"]), len(told["hoa"]), told.get("lan")) == (1, 1, None)
    assert _texts(await _after(quick, 1), "lan") == [words("vi")("set-aside")]
    assert await quick.database.read(inbox.counts) == {"waiting": 0, "dead": 1}
    assert len(await quick.says("lan", "menu")) == 1
