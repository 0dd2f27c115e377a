"""How a form answers back: one row per habit of people in the field."""

from collections.abc import Sequence

import pytest

from handlers.engine import (
    Answer,
    Ask,
    Cancelled,
    Command,
    Finished,
    Offer,
    Option,
    Stale,
    Wrong,
    begin,
    button_data,
    step,
)
from tests.handlers.engine.forms import Person, Report, Short

TO_VISITS = ("ca sang", "vneid", "xong")
TO_TROUBLED = (*TO_VISITS, "3")
TO_TROUBLES = (*TO_TROUBLED, "có")
TO_SUMMARY = (*TO_TROUBLED, "không", "hôm nay", "bỏ qua", "Mai Anh", "ABCD2345", "bỏ qua", "bỏ qua")


@pytest.mark.parametrize(
    ("said", "at", "wrong", "field", "held"),
    [
        # a choice is read by label, number, value or unaccented prefix alike
        (["Ca sáng"], "lines", "", "shift", "morning"),
        (["ca sang"], "lines", "", "shift", "morning"),
        (["2"], "lines", "", "shift", "afternoon"),
        (["day"], "lines", "", "shift", "day"),
        (["cả"], "shift", "choice", "shift", None),
        (["ca n"], "lines", "", "shift", "day"),
        (["ca"], "shift", "choice", "shift", None),
        (["9"], "shift", "choice", "shift", None),
        (["２"], "lines", "", "shift", "afternoon"),
        (["002"], "shift", "choice", "shift", None),
        (["ca đêm"], "shift", "choice", "shift", None),
        (["/"], "shift", "choice", "shift", None),
        # a tally counts what is named, then the number after it
        (["1", "vneid"], "lines", "", "lines", {"vneid": 1}),
        (["1", "vneid", "7"], "lines", "", "lines", {"vneid": 7}),
        (["1", "2", "12", "3"], "lines", "", "lines", {"online_service": 12, "payment": 1}),
        (["1", "2", "2 chục"], "lines", "", "lines", {"online_service": 20}),
        (["1", "vneid", "0"], "lines", "", "lines", None),
        (["1", "vneid", "501"], "lines", "tally", "lines", {"vneid": 1}),
        (["1", "vneid", "+5", "+10", "-1"], "lines", "", "lines", {"vneid": 15}),
        (["1", "vneid", "−1", "−1"], "lines", "", "lines", None),
        (["1", "vneid", "250", "1", "500"], "lines", "", "lines", {"vneid": 500}),
        (["1", "vneid", "500", "+1"], "lines", "tally", "lines", {"vneid": 500}),
        (["1", "+5"], "lines", "tally", "lines", None),
        (["1", "xong"], "lines", "tally", "lines", None),
        (["1", "vneid", "xong"], "visits", "", "lines", {"vneid": 1}),
        # where a number is the answer, it never picks from the list
        ([*TO_VISITS, "1"], "troubled", "", "visits", 1),
        ([*TO_VISITS, "bỏ qua"], "troubled", "", "visits", None),
        ([*TO_VISITS, "hơn 20"], "visits", "number", "visits", None),
        # yes and no in many words
        ([*TO_TROUBLED, "vâng"], "troubles", "", "troubled", True),
        ([*TO_TROUBLED, "1"], "troubles", "", "troubled", True),
        ([*TO_TROUBLED, "ko"], "worked_on", "", "troubled", False),
        ([*TO_TROUBLED, "khong"], "worked_on", "", "troubled", False),
        ([*TO_TROUBLED, "chắc vậy"], "troubled", "yes-no", "troubled", None),
        # switches go on and off, several at once
        ([*TO_TROUBLES, "mạng"], "troubles", "", "troubles", ["network"]),
        ([*TO_TROUBLES, "3", "1"], "troubles", "", "troubles", ["network", "place"]),
        ([*TO_TROUBLES, "1 2 3"], "troubles", "", "troubles", ["network", "portal", "place"]),
        ([*TO_TROUBLES, "cổng lỗi; mạng"], "troubles", "", "troubles", ["network", "portal"]),
        ([*TO_TROUBLES, "1", "1"], "troubles", "", "troubles", None),
        ([*TO_TROUBLES, "1, 9"], "troubles", "many", "troubles", None),
        ([*TO_TROUBLES, "xong"], "troubles", "many", "troubles", None),
        ([*TO_TROUBLES, "1", "xong"], "worked_on", "", "troubles", ["network"]),
        # a field that applies only sometimes is asked when it does, and dropped when it no longer does
        ([*TO_TROUBLES, "3", "xong"], "note", "", "note", None),
        ([*TO_TROUBLES, "3", "xong", "1"], "worked_on", "", "note", None),
        ([*TO_TROUBLES, "3", "xong", "Chật", "lùi", "lùi", "lùi", "không"], "worked_on", "", "note", None),
        ([*TO_TROUBLES, "3", "xong", "lùi", "lùi", "không"], "worked_on", "", "troubles", None),
        # own words are never guessed into commands
        ([*TO_TROUBLES, "3", "xong", "b"], "worked_on", "", "note", "b"),
        ([*TO_TROUBLES, "3", "xong", "back"], "worked_on", "", "note", "back"),
        # back and forth
        (["1", "lùi", "2"], "lines", "", "shift", "afternoon"),
        (["1", "vneid", "lùi", "2"], "lines", "", "lines", {"vneid": 1}),
        ([*TO_VISITS, "lùi"], "lines", "", "lines", {"vneid": 1}),
        ([*TO_VISITS, "lùi", "lùi", "2"], "visits", "", "shift", "afternoon"),
        # a join code of figures is not a number of the list
        ([*TO_SUMMARY[:-3], "00000001"], "where", "", "code", "00000001"),
        # the summary
        (TO_SUMMARY, "", "", "person", "Mai Anh"),
        ([*TO_SUMMARY, "abc"], "", "summary", "person", "Mai Anh"),
        ([*TO_SUMMARY, "sửa", "ca trực", "2"], "", "", "shift", "afternoon"),
        ([*TO_SUMMARY, "sửa", "1", "lùi"], "", "", "shift", "morning"),
        ([*TO_SUMMARY, "sửa", "lùi"], "", "", "shift", "morning"),
        ([*TO_SUMMARY, "sửa", "99"], "", "edit", "shift", "morning"),
        ([*TO_SUMMARY, "sửa", "field-troubled", "có"], "troubles", "", "troubled", True),
        ([*TO_SUMMARY, "sửa", "field-troubled", "có", "1", "xong"], "", "", "troubles", ["network"]),
        ([*TO_SUMMARY, "sửa", "field-lines", "vneid", "0", "lùi"], "lines", "", "lines", None),
    ],
)
def test_what_is_typed(said: Sequence[str], at: str, wrong: str, field: str, held: object) -> None:
    """After these lines the person is asked ``at``, told ``wrong``, and ``field`` holds that."""
    person = Person()
    person.says(*said)
    assert (person.at, person.wrong, person.held(field)) == (at, wrong, held)


def test_back_from_the_summary_is_the_last_applying_field() -> None:
    """And further back from there."""
    person = Person()
    person.says(*TO_SUMMARY)
    person.commands(Command.BACK)
    assert person.at == "photo"
    person.commands(Command.BACK)
    assert person.at == "where"


@pytest.mark.parametrize(
    ("said", "command", "wrong"),
    [
        ((), Command.SKIP, "required"),
        ((), Command.DONE, "choice"),
        ((), Command.EDIT, "choice"),
        ((), Command.CONFIRM, "choice"),
        (("1",), Command.SKIP, "required"),
        (TO_SUMMARY, Command.SKIP, "summary"),
        (TO_SUMMARY, Command.DONE, "summary"),
        ((*TO_SUMMARY, "sửa"), Command.CONFIRM, "edit"),
    ],
)
def test_a_command_out_of_place_changes_nothing(said: Sequence[str], command: Command, wrong: str) -> None:
    """The question stands, with the rule."""
    person = Person()
    person.says(*said)
    before = person.ask.session
    person.commands(command)
    assert (person.wrong, person.ask.session) == (wrong, before)


def test_back_from_the_first_field_stays_on_it() -> None:
    """Without a reproach, and without making its buttons old."""
    person = Person()
    before = person.ask
    assert person.commands(Command.BACK) == before


def test_a_double_tap_counts_once() -> None:
    """The second tap meets another question; its button is old."""
    person = Person()
    data = button_data(person.ask.session, "morning")
    assert isinstance(person.presses(data), Ask)
    once = person.ask.session
    assert isinstance(person.presses(data), Stale)
    assert person.ask.session == once


def test_counter_taps_count_once_each_and_stay_good_while_the_tally_is_open() -> None:
    """Buttons drawn before other taps still count; a tap delivered twice does not."""
    person = Person()
    person.says("1", "vneid")
    plus = button_data(person.ask.session, "plus-5")
    person.presses(plus, "c1")
    person.presses(plus, "c1")
    person.presses(plus, "c2")
    assert person.held("lines") == {"vneid": 11}
    person.says("payment")
    person.presses(plus, "c3")
    assert person.held("lines") == {"vneid": 11, "payment": 6}
    person.says("xong")
    assert isinstance(person.presses(plus, "c4"), Stale)
    person.says("lùi")
    assert isinstance(person.presses(plus, "c5"), Stale)
    assert person.held("lines") == {"vneid": 11, "payment": 6}


def test_tapping_a_category_again_counts_again_but_a_double_tap_does_not() -> None:
    """Each tap on a category asks a new question."""
    person = Person()
    person.says("1")
    data = button_data(person.ask.session, "vneid")
    person.presses(data)
    person.presses(data)
    assert person.held("lines") == {"vneid": 1}
    person.taps("vneid")
    assert person.held("lines") == {"vneid": 2}


@pytest.mark.parametrize(
    ("tally", "held", "wrong"),
    [
        ({"vneid": 4, "payment": 1}, {"vneid": 5, "payment": 1}, ""),
        ({"vneid": 0}, {"vneid": 1}, ""),
        ({"vneid": 4, "unheard": 1}, {"vneid": 1}, "tally"),
        ({"payment": 3, "vneid": 500}, {"vneid": 1}, "tally"),
        ({"vneid": -1}, {"vneid": 1}, "tally"),
    ],
)
def test_a_typed_tally_is_added(tally: dict[str, int], held: dict[str, int], wrong: str) -> None:
    """All of it, or nothing."""
    person = Person()
    person.says("1", "vneid")
    person.does(Answer(text="…", tally=tally))
    assert (person.held("lines"), person.wrong) == (held, wrong)


@pytest.mark.parametrize(
    "data", ["x", "f:", "f:k3y:1", "f:other:1:morning", "f:k3y:0:morning", "f:k3y:2:morning"]
)
def test_a_foreign_or_old_button_is_stale(data: str) -> None:
    """The current question is shown again, unchanged."""
    person = Person()
    before = person.ask
    assert person.presses(data) == Stale(before)


def test_an_option_gone_meanwhile_is_a_wrong_choice() -> None:
    """The button is of this question, but no longer on offer."""
    person = Person()
    person.taps("night")
    assert person.wrong == "choice"


def test_cancel_leaves_nothing() -> None:
    """Wherever it is said, by word or by button."""
    person = Person()
    person.says("1", "vneid")
    ended = person.taps("cancel")
    assert isinstance(ended, Cancelled)
    assert (ended.session.draft, ended.session.done, ended.session.cursor) == ({}, (), "")


def test_a_skippable_tally_may_stay_empty() -> None:
    """ "Nothing today" is an answer."""
    for word in ("xong", "bỏ qua"):
        person = Person(Short)
        person.says(word)
        assert (person.at, person.held("lines")) == ("visits", {})
        finished = person.says("0")
        assert isinstance(finished, Finished)


def test_what_is_drawn() -> None:
    """Short labels share a row; counters appear with a cursor; back only where there is something before."""
    person = Person()
    rows = [[offer.value for offer in row] for row in person.ask.choices]
    assert rows == [["morning", "afternoon"], ["day"], ["cancel"]]
    person.says("1", "vneid")
    rows = [[offer.value for offer in row] for row in person.ask.choices]
    assert rows == [
        ["vneid"],
        ["online_service"],
        ["payment"],
        ["minus-1", "plus-1", "plus-5", "plus-10"],
        ["done", "back", "cancel"],
    ]
    assert person.ask.choices[0][0] == Offer("vneid", "VNeID, định danh điện tử", count=1)


def test_lists_are_numbered_only_where_a_number_picks() -> None:
    """So that a channel without buttons never shows a number that would be read as something else."""
    person = Person()
    numbered = [person.ask.numbered]
    for text in ("1", "vneid", "4", "xong"):
        person.says(text)
        numbered.append(person.ask.numbered)
    assert numbered == [True, True, False, True, False]


def test_two_options_of_one_label_are_told_apart_by_number() -> None:
    """The label alone would be a guess."""
    options = (Option("t1", "Đội 1"), Option("t2", "Đội 1"))
    begun = begin(Report, "t", lambda _: options)
    asked = [step(Report, begun.session, Answer(text=text), lambda _: options) for text in ("doi 1", "2")]
    assert isinstance(asked[0], Ask)
    assert asked[0].wrong == Wrong("choice")
    assert isinstance(asked[1], Ask)
    assert asked[1].session.draft == {"shift": "t2"}
