"""One form from the first question to the confirmed draft."""

from datetime import date

from handlers.engine import Finished
from tests.handlers.engine.forms import Person, Report, Short


def test_every_kind_is_answered_in_turn() -> None:
    """A person types, taps and sends their way to the summary and confirms it."""
    person = Person()
    person.says("ca sang", "vneid", "5", "thanh", "xong", "không", "Có", "1, 3", "Xong", "Chật quá")
    person.says("hôm qua", "7h30", "Nguyễn Thị Mai Anh", "abcd-2345")
    person.says("Bàn số 3")
    person.taps("skip")
    assert (person.at, person.wrong) == ("", "")
    finished = person.says("Gửi")
    assert isinstance(finished, Finished)
    assert finished.draft == Report(
        shift="morning",
        lines={"vneid": 5, "payment": 1},
        visits=0,
        troubled=True,
        troubles=("network", "place"),
        note="Chật quá",
        worked_on=date(2026, 3, 3),
        began="07:30",
        person="Nguyễn Thị Mai Anh",
        code="ABCD2345",
        where="Bàn số 3",
    )


def test_without_a_summary_the_last_answer_finishes() -> None:
    """What was given is carried along and not asked."""
    person = Person(Short, {"shift_id": "s1", "lines": {"vneid": 2}})
    assert person.at == "visits"
    finished = person.says("12")
    assert isinstance(finished, Finished)
    assert finished.draft == Short(shift_id="s1", lines={"vneid": 2}, visits=12)
