"""What is echoed is what is saved, and nothing is planned twice, whatever the sheet and whatever is there."""

from collections import Counter
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.planning import told
from handlers.planning.known import Known
from handlers.planning.proposal import Proposal, places_of, proposal, shifts_of
from handlers.rota import read
from locales import words
from locales.formats import HANOI, local
from storage.fold import fold
from storage.records.work import Shift
from storage.shifts import PlacedShift
from tests.chance import Ids
from tests.handlers.rota.sheets import PLACES, Labelled, labelled
from tests.handlers.rota.test_calendar import CALENDAR
from tests.storage.made import card, place, shift

NOW = datetime(2026, 11, 23, 7, tzinfo=HANOI)
TEAM = card()
KNOWN_PLACES = [place(f"p{number}", name=name) for number, name in enumerate(PLACES)]
NAMES = {one.id: one.name for one in KNOWN_PLACES}
SHEETS = [label for name in ("sheets", "more_sheets", "last_sheets") for label in labelled(name)]
moments = st.integers(0, 800).flatmap(
    lambda days: st.integers(0, 23).map(lambda hour: NOW.replace(hour=hour) + timedelta(days=days))
)


def _known(there: list[PlacedShift]) -> Known:
    return Known(team=TEAM, places=KNOWN_PLACES, shifts=there, calendar=CALENDAR)


def _proposed(text: str, known: Known, now: datetime) -> Proposal:
    return proposal(read(text, local(now).date(), known.place_names).lines, known, now)


def _saved(found: Proposal, known: Known, now: datetime) -> list[Shift]:
    new_id = Ids()
    places = places_of(found, known, new_id)
    NAMES.update({one.id: one.name for one in places})
    return shifts_of(found, known, places, now, new_id)


def _key(one: Shift) -> tuple[object, ...]:
    return one.starts_at, one.ends_at, fold(NAMES.get(one.place_id, "")), one.needed


@settings(deadline=None)
@given(st.sampled_from(SHEETS), moments)
def test_every_slot_is_saved_as_it_was_proposed(label: Labelled, now: datetime) -> None:
    known = _known([])
    found = _proposed(label.typed, known, now)
    saved = _saved(found, known, now)
    assert Counter(map(_key, saved)) == Counter(
        (slot.starts_at, slot.ends_at, fold(slot.place), slot.needed) for slot in found.slots
    )
    assert len({one.id for one in saved}) == len(saved)
    assert {one.team_id for one in saved} <= {TEAM.id}


@settings(deadline=None)
@given(st.sampled_from(SHEETS), moments)
def test_planning_the_same_sheet_again_plans_nothing(label: Labelled, now: datetime) -> None:
    """Each shift of it is there already, and said to be."""
    known = _known([])
    found = _proposed(label.typed, known, now)
    saved = _saved(found, known, now)
    there = [PlacedShift(**one.model_dump(), place_name=NAMES.get(one.place_id, "")) for one in saved]
    places = [*KNOWN_PLACES, *(place(one, name=NAMES[one]) for one in sorted(NAMES.keys() - {"p0", "p1"}))]
    again = proposal(found.lines, Known(TEAM, places, there, CALENDAR), now)
    assert again.slots == ()
    assert len(again.same) == len(found.slots)


@settings(deadline=None)
@given(st.sampled_from(SHEETS), moments)
def test_the_echo_names_every_shift(label: Labelled, now: datetime) -> None:
    """Its lines count to the number of shifts, and each says how many are needed."""
    found = _proposed(label.typed, _known([]), now)
    by_line = Counter(slot.line for slot in found.slots)
    lines = told.lines(words("vi"), found)
    assert len(lines) == min(len(by_line), 15)
    for said, number in zip(lines, sorted(by_line), strict=False):
        if by_line[number] > 1 and len(by_line) <= 14:
            assert f": {by_line[number]} ca" in said


@settings(deadline=None)
@given(st.sampled_from(SHEETS), moments)
def test_what_is_left_out_is_said(label: Labelled, now: datetime) -> None:
    """A day that was asked for and is not planned is named with its reason."""
    found = _proposed(label.typed, _known([]), now)
    said = "\n".join(told.remarks(words("vi"), found))
    reasons = {"holiday": "ngày nghỉ", "past": "Đã qua giờ", "far": "92 ngày"}
    for left in found.days.left:
        assert reasons[left.why] in said


def test_a_shift_beside_another_at_the_same_place_is_told() -> None:
    there = PlacedShift(
        **shift("x", starts_at=NOW + timedelta(hours=1), ends_at=NOW + timedelta(hours=3)).model_dump()
    ).model_copy(update={"place_id": "p0"})
    text = "hôm nay 8h30-9h30, 10h-11h, 2 người, Một cửa phường Đống Đa"
    found = _proposed(text, _known([there]), NOW)
    assert len(found.slots) == 2
    assert [local(one.starts_at).hour for one in found.crossing] == [8]


def test_an_open_rota_ends_with_the_campaign() -> None:
    known = Known(TEAM, KNOWN_PLACES, [], CALENDAR, ends_on=NOW.date() + timedelta(days=20))
    found = _proposed("sáng thứ 3 hằng tuần 5 ng", known, NOW)
    assert found.open_until == NOW.date() + timedelta(days=20)
    assert local(found.slots[-1].starts_at).date() <= NOW.date() + timedelta(days=20)


def test_alike_shifts_are_a_series_and_single_ones_are_none() -> None:
    known = _known([])
    found = _proposed("T2-T6 tuần sau sáng, chiều 6 người; T7 tuần sau 19h-21h 2 người", known, NOW)
    saved = _saved(found, known, NOW)
    by_series = Counter(one.series_id for one in saved)
    assert sorted(by_series.values()) == [1, 5, 5]
    assert by_series[""] == 1
