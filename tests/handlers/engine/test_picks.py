"""Several picks in one line, and long lists that are answered by one."""

from typing import Annotated, ClassVar

import pytest

from handlers.engine import Answer, Ask, Finished, Form, Many, Option, begin, step
from handlers.engine.picks import read_picks

PEOPLE = tuple(Option(f"p{number}", f"Người {number}") for number in range(1, 13))


class Ticks(Form):
    """One long list."""

    name: ClassVar[str] = "ticks"
    summary: ClassVar[bool] = False

    who: Annotated[tuple[str, ...], Many(whole=True)] = ()


@pytest.mark.parametrize(
    ("text", "picks"),
    [
        ("1 3 5-9", [1, 3, 5, 6, 7, 8, 9]),
        ("1,3, 5 – 7", [1, 3, 5, 6, 7]),
        ("1 và 3", [1, 3]),
        ("5 đến 7", [5, 6, 7]),
        ("5 toi 7, 9", [5, 6, 7, 9]),
        ("12", [12]),
        ("１ ３", [1, 3]),
        ("tất cả", list(range(1, 13))),
        ("Tất cả trừ 4", [1, 2, 3, *range(5, 13)]),
        ("ca doi tru 4, 7-12", [1, 2, 3, 5, 6]),
        ("trừ 1 2 3", list(range(4, 13))),
        ("vắng 4 và 5", [1, 2, 3, *range(6, 13)]),
        ("all except 2", [1, *range(3, 13)]),
    ],
)
def test_picks_are_read(text: str, picks: list[int]) -> None:
    """In any way people write them."""
    assert read_picks(text, 12) == picks


@pytest.mark.parametrize(
    "text", ["", "0", "13", "1 13", "9-5", "1 3 vneid", "trừ", "tất cả 3", "năm", "x" * 400, "1" * 299]
)
def test_anything_else_is_not(text: str) -> None:
    """A number that is not there is no pick, rather than a person who was not there."""
    assert read_picks(text, 12) is None


def _first() -> Ask:
    asked = begin(Ticks, "k3y", lambda _: PEOPLE)
    assert isinstance(asked, Ask)
    return asked


def _answered(text: str) -> tuple[str, ...] | None:
    outcome = step(Ticks, _first().session, Answer(text=text), lambda _: PEOPLE)
    if not isinstance(outcome, Finished):
        return None
    assert isinstance(outcome.draft, Ticks)
    return outcome.draft.who


def test_several_picks_are_the_whole_answer() -> None:
    """By numbers or by names; one alone only switches, as a tap does."""
    assert _answered("1 3") == ("p1", "p3")
    assert _answered("tất cả trừ 2-12") == ("p1",)
    assert _answered("người 2, nguoi 5") == ("p2", "p5")
    assert _answered("3") is None
    assert _answered("người 2, ai đó") is None


def test_all_are_switched_on_and_off_at_once() -> None:
    """All, then all but one, then done: three taps for a whole team."""
    ask = _first()

    def tapped(value: str) -> Ask | Finished:
        data = f"f:k3y:{ask.session.step}:{value}"
        outcome = step(Ticks, ask.session, Answer(data=data), lambda _: PEOPLE)
        assert isinstance(outcome, Ask | Finished)
        return outcome

    for value, count in (
        ("everyone", 12),
        ("everyone", 0),
        ("everyone", 12),
        ("p4", 11),
        ("everyone", 12),
        ("p5", 11),
    ):
        outcome = tapped(value)
        assert isinstance(outcome, Ask)
        ask = outcome
        assert len(ask.session.draft.get("who", ())) == count
    done = tapped("done")
    assert isinstance(done, Finished)
