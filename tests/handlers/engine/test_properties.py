"""What holds for any person, however they answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.engine import (
    COUNTERS,
    Answer,
    Ask,
    Cancelled,
    Command,
    Finished,
    Session,
    Stale,
    applying,
    button_data,
    draft_of,
    fields_of,
)
from tests.handlers.engine.forms import OPTIONS, TODAY_ON, WORDS, Person, Report

GOOD_TEXTS = (
    "1", "2", "3", "7", "12", "1k2", "có", "không", "vneid", "mạng", "1, 3", "xong", "bỏ qua", "hôm qua",
    "7/7/2025", "7h30", "Mai Anh", "ABCD2345", "lùi", "sửa", "+5", "-1", "ca sáng",
)  # fmt: skip
CALLBACKS = st.sampled_from(["", "c1", "c2", "c3"])
ANYTHING = st.text(max_size=30) | st.text(
    st.characters(categories=["Cs", "Cf", "Mn", "Nd", "Zs"]), max_size=8
)


@dataclass(frozen=True)
class Press:
    """Press the ``at``-th button ever shown, or of the current question when negative."""

    at: int
    callback: str


def answers() -> st.SearchStrategy[Answer]:
    """Things said, sent and commanded, sensible and not."""
    return st.one_of(
        st.builds(Answer, text=st.sampled_from(GOOD_TEXTS), today_on=st.just(TODAY_ON)),
        st.builds(Answer, text=ANYTHING, today_on=st.none() | st.dates(date(2000, 2, 1), date(2099, 1, 1))),
        st.builds(Answer, command=st.sampled_from([one for one in Command if one is not Command.CANCEL])),
        st.builds(Answer, photo=ANYTHING),
        st.builds(
            Answer, tally=st.dictionaries(st.sampled_from(["vneid", "payment", "x"]), st.integers(-1, 600))
        ),
        st.builds(
            Answer, data=ANYTHING | st.from_regex(r"f:(k3y|oth):[0-9]{1,9}:[a-z0-9-]{1,9}", fullmatch=True)
        ),
    )


ON_THE_WAY = [
    Answer(text=text, today_on=TODAY_ON)
    for text in ("1", "vneid", "xong", "3", "có", "3", "xong", "Chật", "hôm nay", "7h", "Mai Anh", "ABCD2345")
] + [Answer(command=Command.SKIP)] * 2
PRESSES = st.builds(Press, st.integers(-6, 60), CALLBACKS)
MOVES = st.builds(
    lambda far, moves: [*ON_THE_WAY[:far], *moves],
    st.integers(0, len(ON_THE_WAY)),
    st.lists(answers() | PRESSES, max_size=30),
)


def played(moves: Sequence[Answer | Press]) -> tuple[list[Session], Person]:
    """Every session on the way, and the person at the end of it or of the form."""
    person = Person()
    sessions, shown = [person.ask.session], list[str]()
    for move in moves:
        shown += [button_data(person.ask.session, offer.value) for offer in person.ask.offers]
        if isinstance(move, Press):
            person.presses(
                shown[move.at % len(shown) if move.at >= 0 else max(move.at, -len(shown))], move.callback
            )
        else:
            person.does(move)
        if person.is_over():
            break
        sessions.append(person.ask.session)
    return sessions, person


@settings(max_examples=300, deadline=None)
@given(MOVES)
def test_any_answers_keep_the_draft_valid(moves: Sequence[Answer | Press]) -> None:
    """No answer raises; every value fits its field; steps only rise; nothing is confirmed with a gap."""
    sessions, person = played(moves)
    kinds = {field.name: field for field in fields_of(Report)}
    for session in sessions:
        draft_of(Report, session)
        for name, value in session.draft.items():
            field = kinds[name]
            assert field.kind.fits(value) or (field.skippable and value == field.kind.nothing)
        assert set(session.done) <= session.draft.keys()
        if not session.field:
            assert {field.name for field in applying(Report, session)} == set(session.done)
    steps = [session.step for session in sessions]
    assert steps == sorted(steps)
    if isinstance(person.last, Finished):
        assert person.last.draft == draft_of(Report, sessions[-1])


@settings(max_examples=200, deadline=None)
@given(MOVES, answers())
def test_a_wrong_or_old_answer_changes_nothing(moves: Sequence[Answer | Press], answer: Answer) -> None:
    """Neither the draft nor the buttons on the screen."""
    sessions, person = played(moves)
    if not person.is_over():
        last = person.does(answer)
        if isinstance(last, Stale) or (isinstance(last, Ask) and last.wrong):
            assert person.ask.session == sessions[-1]


@settings(max_examples=200, deadline=None)
@given(MOVES, st.integers(0, 30), CALLBACKS)
def test_double_taps_count_once(moves: Sequence[Answer | Press], at: int, callback: str) -> None:
    """Any button that changed something is old when pressed again, except a counter with a tap of its own."""
    sessions, person = played(moves)
    if person.is_over():
        return
    offer = person.ask.offers[at % len(person.ask.offers)]
    data = button_data(sessions[-1], offer.value)
    person.presses(data, callback)
    once = person.ask.session
    if person.is_over() or once == sessions[-1]:
        return
    again = person.presses(data, callback)
    if offer.value not in COUNTERS:
        assert isinstance(again, Stale)
    if offer.value not in COUNTERS or callback:
        assert person.ask.session == once


@given(st.lists(st.tuples(st.sampled_from(sorted(COUNTERS)), st.sampled_from("abcdefgh")), max_size=20))
def test_counters_count_once_per_tap(taps: Sequence[tuple[str, str]]) -> None:
    """The count is that of the distinct taps in their order, never under nought."""
    person = Person()
    person.says("1", "vneid")
    counted, seen = 1, set[str]()
    for word, callback in taps:
        person.taps(word, callback)
        if callback not in seen:
            counted = max(0, counted + COUNTERS[word])
            seen.add(callback)
    assert person.held("lines") == ({"vneid": counted} if counted else None)


RIGHT = {
    "shift": st.sampled_from([option.value for option in OPTIONS["shift"]]),
    "visits": st.integers(0, 9999).map(str) | st.just("bỏ qua"),
    "troubled": st.sampled_from(["có", "không"]),
    "note": st.sampled_from(["Chật quá", "đông", "bỏ qua"]),
    "worked_on": st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(lambda day: f"{day:%d/%m/%Y}"),
    "began": st.times().map(lambda time: f"{time:%Hh%M}"),
    "person": st.sampled_from(["Mai Anh", "H'Hen Niê"]),
    "code": st.from_regex(r"[A-Z0-9]{8}", fullmatch=True),
}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_back_and_the_same_answer_give_the_same_draft(data: st.DataObject) -> None:
    """At every field of a whole walk, which then ends in the draft of a walk without going back."""
    person = Person()
    while person.at:
        field = person.at
        if field in RIGHT:
            answer = data.draw(RIGHT[field], label=field)
            person.says(answer)
        else:
            if field in OPTIONS and not person.held(field):
                person.says(data.draw(st.sampled_from(["1", "2", "3"]), label=field))
            answer = "xong" if field in OPTIONS else "bỏ qua"
            person.says(answer)
        assert (person.at, person.wrong) != (field, ""), field
        after = person.ask.session
        person.commands(Command.BACK)
        assert person.at == field
        person.says(answer)
        again = person.ask.session
        assert (again.field, again.draft, set(again.done)) == (after.field, after.draft, set(after.done))


@settings(max_examples=100, deadline=None)
@given(MOVES, st.integers(0, 60))
def test_a_cancelled_form_leaves_nothing(moves: Sequence[Answer | Press], at: int) -> None:
    """Not an answer in what is handed back, and no button of it moves the next form."""
    sessions, person = played(moves)
    if person.is_over():
        return
    old = [button_data(sessions[-1], offer.value) for offer in person.ask.offers]
    ended = person.commands(Command.CANCEL)
    assert isinstance(ended, Cancelled)
    assert (ended.session.draft, ended.session.done, ended.session.cursor) == ({}, (), "")
    fresh = Person(token="next")
    before = fresh.ask
    assert fresh.presses(old[at % len(old)]) == Stale(before)


@given(st.sampled_from(GOOD_TEXTS), st.integers(0, 200), st.integers(0, 6))
def test_a_button_with_a_flipped_bit_does_no_harm(text: str, position: int, bit: int) -> None:
    """It is old, or another button of the same question; nothing is raised."""
    person = Person()
    person.says(text)
    data = bytearray(button_data(person.ask.session, person.ask.offers[0].value).encode())
    data[position % len(data)] ^= 1 << bit
    person.presses(data.decode())
    draft_of(Report, person.ask.session)


def test_every_fixed_word_can_be_typed() -> None:
    """The words of these tests cover the engine's."""
    assert {word for word in WORDS if not word.startswith("field-")} == {*Command, *COUNTERS, "yes", "no"}
