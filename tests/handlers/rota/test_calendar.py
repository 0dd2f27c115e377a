"""A sheet against the calendar: holidays, swapped days, the past, and as far as shifts may be planned."""

from collections import Counter
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rota import Days, Line, Span, days_of, read
from locales.formats import HANOI, local
from storage.holidays import official
from storage.records.rota import Holiday
from tests.handlers.rota.sheets import PLACES, Labelled, labelled

CALENDAR = {day.day: day for day in (Holiday.model_validate(one.params) for one in official())}
MORNING = (Span("07:30", "11:30"),)
WORKDAYS = (0, 1, 2, 3, 4)


def _of(text: str, at: datetime, ahead: int = 92) -> Days:
    today_on = local(at).date()
    return days_of(read(text, today_on, PLACES).lines, at, CALENDAR, today_on + timedelta(days=ahead))


def _at(year: int, month: int, day: int, hour: int = 7) -> datetime:
    return datetime(year, month, day, hour, tzinfo=HANOI)


def _days(found: Days) -> list[date]:
    return [local(one.starts_at).date() for one in found.slots]


def test_a_recurring_shift_skips_holidays_and_says_so() -> None:
    found = _of("T2–T6 7h30–11h30, 6 người, Một cửa phường Đống Đa, đến 31/12", _at(2026, 11, 23))
    assert len(found.slots) == 28
    assert date(2026, 11, 24) not in _days(found)
    assert [(one.day, one.why, one.name) for one in found.left] == [
        (date(2026, 11, 24), "holiday", "Ngày Văn hóa Việt Nam")
    ]


def test_tet_is_left_out_of_a_month() -> None:
    """Seven days from 4 to 10 February 2027, five of them from Monday to Friday."""
    found = _of("T2-T6 tháng 2, sáng, 4 người", _at(2027, 1, 25))
    assert len(found.slots) == 15
    assert [one.day.day for one in found.left] == [4, 5, 8, 9, 10]
    assert {one.name for one in found.left} == {"Tết Nguyên đán"}


def test_a_swapped_saturday_is_a_working_day() -> None:
    """Saturday 22/8/2026 is worked, Monday 31/8 is off."""
    found = _of("T2-T6 sáng 4 người từ 17/8 đến 4/9", _at(2026, 8, 10))
    days = _days(found)
    assert date(2026, 8, 22) in days
    assert found.worked == (date(2026, 8, 22),)
    assert not {date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2)} & set(days)


def test_a_swapped_saturday_is_nothing_to_other_patterns() -> None:
    """Tuesdays stay Tuesdays; a rota of Saturdays has that one anyway."""
    assert date(2026, 8, 22) not in _days(_of("T3 sáng 4 người đến 4/9", _at(2026, 8, 10)))
    saturdays = _of("T7 sáng 4 người đến 4/9", _at(2026, 8, 10))
    assert date(2026, 8, 22) in _days(saturdays)
    assert saturdays.worked == ()


def test_holidays_are_worked_where_that_is_said() -> None:
    found = _of("T2-T6 sáng 4 người đến 28/11 kể cả ngày lễ", _at(2026, 11, 23))
    assert date(2026, 11, 24) in _days(found)
    assert found.left == ()


def test_a_day_named_by_its_date_is_planned_on_a_holiday() -> None:
    found = _of("24/11 sáng 4 người", _at(2026, 11, 23))
    assert _days(found) == [date(2026, 11, 24)]
    assert found.feasts == (date(2026, 11, 24),)


def test_a_stretch_of_days_skips_holidays() -> None:
    found = _of("cả ngày 24/11 tới 30/11, 10 người", _at(2026, 11, 23))
    assert _days(found) == [date(2026, 11, day) for day in range(25, 31)]


def test_what_is_over_is_said() -> None:
    """A shift that is under way may still be planned."""
    found = _of("hôm nay sáng, chiều 4 người trực", _at(2026, 11, 23, 12))
    assert [local(one.starts_at).hour for one in found.slots] == [13]
    assert _of("hôm nay sáng 4 người trực", _at(2026, 11, 23, 12)).left[0].why == "past"
    assert len(_of("hôm nay sáng 4 người trực", _at(2026, 11, 23, 11)).slots) == 1


def test_nothing_is_planned_too_far_ahead() -> None:
    found = _of("T2 sáng 4 người đến 31/12/2027", _at(2026, 11, 23))
    assert _days(found)[-1] == date(2027, 2, 22)
    assert [one.why for one in found.left if one.why == "far"] == ["far"]


def test_an_endless_rota_goes_as_far_as_may_be() -> None:
    found = _of("sáng thứ 3 hằng tuần 5 ng", _at(2026, 11, 23))
    assert _days(found)[-1] == date(2027, 2, 23)
    assert not [one for one in found.left if one.why == "far"]


def test_a_night_ends_on_the_next_day() -> None:
    slot = _of("22h–6h T7, 2 người", _at(2026, 11, 23)).slots[0]
    assert slot.ends_at == _at(2026, 11, 29, 6)


def test_one_shift_said_twice_is_one() -> None:
    found = _of("T7 sáng 4 người\nthứ bảy 28/11 7h30-11h30 4 người", _at(2026, 11, 23))
    assert len(found.slots) == 1


@settings(deadline=None)
@given(
    st.sets(st.integers(0, 6)),
    st.dates(date(2026, 1, 1), date(2027, 12, 1)),
    st.integers(-10, 120),
    st.booleans(),
)
def test_every_day_is_planned_or_left_out_for_a_reason(
    weekdays: set[int], since: date, length: int, holidays: bool
) -> None:
    """None is lost, none is planned twice, and none lies beyond the last day."""
    line = Line(
        spans=MORNING,
        weekdays=tuple(sorted(weekdays)),
        since=since,
        until=since + timedelta(days=length),
        holidays=holidays,
    )
    last_on = since + timedelta(days=60)
    found = days_of([line], datetime.combine(since, datetime.min.time(), tzinfo=HANOI), CALENDAR, last_on)
    planned, left = _days(found), [one.day for one in found.left if one.why != "far"]
    assert max(Counter(planned).values(), default=1) == 1
    assert not set(planned) & set(left)
    wanted = {
        day
        for day in (since + timedelta(days=shift) for shift in range(min(length, 60) + 1))
        if not weekdays or day.weekday() in weekdays or day in found.worked
    }
    assert set(planned) | set(left) == wanted


@settings(deadline=None)
@given(
    st.sampled_from([*labelled("sheets"), *labelled("more_sheets")]), st.integers(0, 800), st.integers(0, 23)
)
def test_any_sheet_on_any_day_gives_shifts_that_can_be(label: Labelled, later: int, hour: int) -> None:
    """Not over, not endless, none longer than sixteen hours, within three months."""
    now = _at(2026, 1, 1, hour) + timedelta(days=later)
    found = _of(label.typed, now)
    for slot in found.slots:
        assert now < slot.ends_at
        assert timedelta() < slot.ends_at - slot.starts_at <= timedelta(hours=16)
        assert local(slot.starts_at).date() - local(now).date() <= timedelta(days=92)
        assert 0 <= slot.needed <= 500
