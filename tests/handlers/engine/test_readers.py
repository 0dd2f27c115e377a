"""What each kind of own words reads as, and what it refuses."""

from datetime import date
from typing import Any

import pytest

from handlers.engine import Answer, Code, Day, Name, Number, PhotoField, Text, Time, Wrong
from handlers.engine.kind import Told
from handlers.engine.spoken import SPOKEN
from storage.fold import fold
from tests.handlers.engine.forms import TODAY_ON


def read(kind: Told, text: str) -> Any:
    """The value of a typed answer; of a refused one its rule."""
    value = kind.read(Answer(text=text, today_on=TODAY_ON))
    return value.rule if isinstance(value, Wrong) else value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        (" 0 ", 0),
        ("１２", 12),
        ("1.234", 1234),
        ("1k2", 1200),
        ("2k", 2000),
        ("2 chục", 20),
        ("2 chục người", 20),
        ("3 trăm", 300),
        ("15 ng", 15),
        ("15 lượt", 15),
        ("3 ca", 3),
        ("Không", 0),
        ("không có ai", 0),
        ("-5", "number"),
        ("5-7", "number"),
        ("12,5", "number"),
        ("1.23", "number"),
        ("hơn 20", "number"),
        ("20 con mèo", "number"),
        ("1 2", "number"),
        ("10000", "number"),
        ("1" * 5000, "number"),
        ("", "number"),
        ("nhiều", "number"),
    ],
)
def test_number(text: str, value: object) -> None:
    """Whole numbers in every usual writing; doubt, ranges and signs are asked again."""
    assert read(Number(), text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("07/07/2025", "2025-07-07"),
        ("7-7-2025", "2025-07-07"),
        ("2025-07-07", "2025-07-07"),
        ("7/7/25", "2025-07-07"),
        ("1.3", "2026-03-01"),
        ("28/12", "2025-12-28"),
        ("29/2", "day"),
        ("ngày 2/3", "2026-03-02"),
        ("Thứ Hai, 02/03/2026", "2026-03-02"),
        ("hôm nay", "2026-03-04"),
        ("sang nay", "2026-03-04"),
        ("Hôm qua", "2026-03-03"),
        ("hôm kia", "2026-03-02"),
        ("T2", "2026-03-02"),
        ("thứ hai", "2026-03-02"),
        ("thứ 4", "2026-03-04"),
        ("CN", "2026-03-01"),
        ("31/4", "day"),
        ("hôm qua " * 9, "day"),
        ("7/13", "day"),
        ("0/0/2026", "day"),
        ("1/1/1900", "day"),
        ("7", "day"),
        ("", "day"),
    ],
)
def test_day(text: str, value: str) -> None:
    """Day before month; without a year the nearest date, a weekday the latest one."""
    assert read(Day(), text) == value


def test_a_day_ahead_is_the_coming_weekday() -> None:
    """A pledge for "thứ hai" means the next Monday; on a Wednesday "thứ tư" is today."""
    assert [read(Day(ahead=True), text) for text in ("thứ hai", "thứ tư")] == ["2026-03-09", "2026-03-04"]


def test_without_a_date_of_today_only_whole_dates_are_read() -> None:
    """The engine has no clock of its own."""
    read_then = [Day().read(Answer(text=text)) for text in ("hôm qua", "7/7", "7/7/2025")]
    assert read_then == [Wrong("day"), Wrong("day"), "2025-07-07"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7h30", "07:30"),
        ("7h", "07:00"),
        ("07:30", "07:30"),
        ("7g30", "07:30"),
        ("7 giờ 30 phút", "07:30"),
        ("7 giờ rưỡi", "07:30"),
        ("7h tối", "19:00"),
        ("2h chiều", "14:00"),
        ("12h trưa", "12:00"),
        ("1h trưa", "13:00"),
        ("19.30", "19:30"),
        ("24h", "time"),
        ("7h60", "time"),
        ("7", "time"),
        ("", "time"),
    ],
)
def test_time(text: str, value: str) -> None:
    """The clock as written in Vietnamese."""
    assert read(Time(), text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("  Nguyễn  Thị\nMai Anh ", "Nguyễn Thị Mai Anh"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Lê\u202e Văn\u200b A\u0000", "Lê Văn A"),
        ("V.An", "V. An"),
        ("Ân" * 32, "Ân" * 32),
        ("Ân" * 33, "name-long"),
        ("a\u0316\u0317\u0318", "name-marks"),
        ("http://xau", "name-link"),
        ("www xau", "name-link"),
        ("trungthuong.com", "name-link"),
        ("trungthuong。vn", "name-link"),
        ("@kexau", "name-link"),
        ("/xoa", "name-link"),
        ("0912 345", "name-digits"),
        ("...", "name-empty"),
        ("\u2800\u3164", "name-empty"),
        ("", "name-empty"),
    ],
)
def test_name(text: str, value: str) -> None:
    """One visible line that can neither be a link nor a number."""
    assert read(Name(), text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Máy  in hỏng", "Máy in hỏng"),
        ("Dòng 1\n\n\n\nDòng 2", "Dòng 1\n\nDòng 2"),
        ("\u202eđảo\u200b\ud800", "đảo"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("x" * 20, "x" * 20),
        ("x" * 21, "text-long"),
        ("\u200b \n", "text-short"),
    ],
)
def test_text(text: str, value: str) -> None:
    """Cleaned of what cannot be seen, within its length."""
    assert read(Text(max=20), text) == value


def test_text_of_one_line_joins_the_lines() -> None:
    """A title has no line breaks."""
    assert read(Text(one_line=True), "Loa kéo\n tuyên truyền") == "Loa kéo tuyên truyền"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("abcd-2345", "ABCD2345"),
        (" AB CD 23 45 ", "ABCD2345"),
        ("ＡＢＣＤ２３４５", "ABCD2345"),
        ("abcd234", "code"),
        ("đbcd2345", "code"),
        ("abcd!345", "code"),
    ],
)
def test_code(text: str, value: str) -> None:
    """A join code however it is typed."""
    assert read(Code(length=8), text) == value


def test_a_photo_is_known_by_its_key() -> None:
    """Typed words are no photo."""
    assert PhotoField().read(Answer(photo="p1")) == "p1"
    assert PhotoField().read(Answer(text="p1")) == Wrong("photo")


def test_spoken_words_are_kept_folded() -> None:
    """An entry with an accent would never be met."""
    words = [
        *SPOKEN.zero, *SPOKEN.times, *SPOKEN.after, *SPOKEN.before_day, *SPOKEN.from_today, *SPOKEN.weekday,
        *SPOKEN.hour, *SPOKEN.minute, *SPOKEN.half, *SPOKEN.morning, *SPOKEN.noon, *SPOKEN.afternoon,
    ]  # fmt: skip
    assert [word for word in words if fold(word) != word] == []


def test_days_are_read_back_from_how_they_are_written() -> None:
    """Every day of a year, in the form the product writes."""
    for ordinal in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        assert read(Day(), f"{day:%d/%m/%Y}") == day.isoformat()
