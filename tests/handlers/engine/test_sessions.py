"""What a session outlives: the wire, a new version of its form, and forms that break the rules."""

from typing import Annotated, ClassVar

import pytest
from pydantic import Field, create_model

from handlers.engine import (
    Answer,
    Ask,
    Cancelled,
    Choice,
    Command,
    Form,
    Number,
    Option,
    Session,
    Tally,
    Text,
    begin,
    button_data,
    fields_of,
    from_json,
    is_form_data,
    resume,
    step,
    to_json,
)
from tests.handlers.engine.forms import Person, Report, Short, options_for


class Newer(Form):
    """The report after an upgrade: fewer shifts, smaller numbers, no lines."""

    name: ClassVar[str] = "report"
    version: ClassVar[int] = 2

    shift: Annotated[str | None, Choice()] = None
    visits: Annotated[int | None, Number(max=10)] = None
    note: Annotated[str | None, Text()] = None


def newer_options(_: str) -> tuple[Option, ...]:
    """Only one shift is left."""
    return (Option("morning", "Ca sáng"),)


@pytest.mark.parametrize(
    ("said", "lost", "at"),
    [
        (("1", "vneid", "xong", "3"), ("lines",), "note"),
        (("1", "vneid", "xong", "30"), ("lines", "visits"), "visits"),
        (("2", "vneid"), ("lines", "shift"), "shift"),
    ],
)
def test_a_newer_version_keeps_what_fits(said: tuple[str, ...], lost: tuple[str, ...], at: str) -> None:
    """The rest is named; the person goes on at the first gap."""
    person = Person()
    person.says(*said)
    ask = resume(Newer, person.ask.session, newer_options)
    assert (ask.lost, ask.session.field, ask.session.version) == (lost, at, 2)
    assert step(Newer, person.ask.session, Answer(text="1"), newer_options) == ask
    assert resume(Newer, ask.session, newer_options).lost == ()


def test_an_old_session_can_still_be_cancelled() -> None:
    """Without being shown the new form first."""
    person = Person()
    assert isinstance(
        step(Newer, person.ask.session, Answer(command=Command.CANCEL), newer_options), Cancelled
    )


def test_an_old_button_after_an_upgrade_is_stale() -> None:
    """The renewed question has a step of its own."""
    person = Person()
    old = button_data(person.ask.session, "morning")
    renewed = resume(Newer, person.ask.session, newer_options).session
    assert not isinstance(step(Newer, renewed, Answer(data=old), newer_options), Ask)


def test_a_session_of_another_form_is_a_mistake() -> None:
    """It says which one came."""
    with pytest.raises(ValueError, match="'report' met form 'short'"):
        resume(Short, Person().ask.session, options_for)


def test_a_session_survives_the_wire() -> None:
    """Also with everything set."""
    session = Session(
        "t", "f", 3, "x", {"a": {"b": 1}, "c": ["d"], "e": None}, 7, "k", True, ("1",), ("a",), 5, True
    )
    assert from_json(to_json(session)) == session


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"token": 1}'])
def test_a_damaged_session_is_named(text: str) -> None:
    """ValueError, whatever is wrong with it."""
    with pytest.raises(ValueError, match="Session"):
        from_json(text)


def test_button_data_is_bounded() -> None:
    """64 bytes of UTF-8 are the least any platform takes."""
    session = Person().ask.session
    assert button_data(session, "x" * 56) == "f:k3y:1:" + "x" * 56
    with pytest.raises(ValueError, match="shorter value"):
        button_data(session, "ộ" * 20)


@pytest.mark.parametrize(
    ("data", "ours"),
    [
        ("f:k:1:v", True),
        ("f:k:1:a:b", True),
        ("f:k:x:v", False),
        ("g:k:1:v", False),
        ("f:k:1:", False),
        ("", False),
    ],
)
def test_form_data_is_known_by_its_shape(data: str, ours: bool) -> None:
    """Other buttons go elsewhere."""
    assert is_form_data(data) is ours


def test_given_answers_that_do_not_fit_are_asked() -> None:
    """A start code may carry anything."""
    ask = begin(Report, "t", options_for, {"shift": "night", "visits": 4, "lines": {"vneid": 9999}})
    assert (ask.session.field, dict(ask.session.draft)) == ("shift", {"visits": 4})


def test_a_given_draft_goes_straight_to_its_summary() -> None:
    """A line of shorthand is shown and confirmed."""

    class Quick(Form):
        name: ClassVar[str] = "quick"
        lines: Annotated[dict[str, int], Tally()] = Field(default_factory=dict)

    ask = begin(Quick, "t", options_for, {"lines": {"vneid": 5}})
    assert isinstance(ask, Ask)
    assert ask.field is None


@pytest.mark.parametrize(("token", "given"), [("a:b", {}), ("", {}), ("x" * 33, {}), ("t", {"nothing": 1})])
def test_begin_refuses_what_the_caller_got_wrong(token: str, given: dict[str, object]) -> None:
    """A token buttons cannot carry, a field the form does not have."""
    with pytest.raises(ValueError, match=r"token|no field"):
        begin(Report, token, options_for, given)


def test_a_reserved_option_value_is_refused() -> None:
    """Its button would mean something else."""
    with pytest.raises(ValueError, match="'skip' is reserved"):
        begin(Report, "t", lambda _: (Option("skip", "Bỏ"),))


def test_forms_are_checked_where_they_are_written() -> None:
    """With the class, the field and what to do."""
    with pytest.raises(TypeError, match=r"NoName: give it a stable id"):

        class NoName(Form):
            pass

    with pytest.raises(TypeError, match=r"NoDefault.visits: needs a default"):

        class NoDefault(Form):
            name: ClassVar[str] = "no_default"
            visits: Annotated[int, Number()]

    with pytest.raises(TypeError, match=r"Taken: a field may not be called name"):
        create_model("Taken", __base__=Form, name=(str, ""))

    class Twofold(Form):
        name: ClassVar[str] = "twofold"
        visits: Annotated[int | None, Number(), Text()] = None

    with pytest.raises(TypeError, match=r"Twofold.visits: has 2 kinds"):
        fields_of(Twofold)


def test_fields_keep_their_order() -> None:
    """As declared, without what is only carried."""
    assert [field.name for field in fields_of(Short)] == ["lines", "visits"]


def test_a_form_without_summary_asks_its_last_field_again_after_an_upgrade() -> None:
    """Nothing is finished behind the person's back."""
    answered = {"lines": {"vneid": 1}, "visits": 3}
    old = Session("t", "short", 0, "lines", answered, done=("lines", "visits"))
    ask = resume(Short, old, options_for)
    assert (ask.session.field, ask.session.draft, ask.lost) == ("visits", answered, ())


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("shift", "day", True),
        ("shift", 1, False),
        ("lines", {"vneid": 0}, False),
        ("lines", {"vneid": True}, False),
        ("lines", {"unheard": 1}, False),
        ("visits", None, True),
        ("visits", True, False),
        ("visits", -1, False),
        ("troubled", False, True),
        ("troubled", "no", False),
        ("troubles", ["network"], True),
        ("troubles", ["unheard"], False),
        ("troubles", [1], False),
        ("note", "Chật  quá", False),
        ("worked_on", "2026-02-28", True),
        ("worked_on", "2026-02-29", False),
        ("worked_on", "20260228", False),
        ("worked_on", 1, False),
        ("began", "07:30", True),
        ("began", "7h30", False),
        ("person", "@a", False),
        ("code", "ABCD2345", True),
        ("code", "abcd2345", False),
        ("where", "Bàn số 3", True),
        ("where", 3, False),
        ("photo", "p1", True),
        ("photo", "a\nb", False),
    ],
)
def test_only_an_answer_that_could_have_been_given_is_kept(field: str, value: object, fits: bool) -> None:
    """Across an upgrade; with what the other fields hang on."""
    draft = {"troubled": True, "troubles": ["place"], field: value}
    if field in {"troubles", "troubled"}:
        draft = {"troubled": True, field: value}
    old = Session("t", "report", 0, "shift", draft, done=tuple(draft))
    ask = resume(Report, old, options_for)
    assert (field not in ask.lost, field in ask.session.draft) == (fits, fits)
