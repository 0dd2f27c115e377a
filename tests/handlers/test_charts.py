"""Pictures are light, sharp, and show every Vietnamese letter."""

import json
from io import BytesIO

from PIL import Image

from handlers.chart import draw
from handlers.messages import Drawing

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
FULLEST = "\n".join(f"{number}. {'Bấm chọn mục đăng ký tạm trú ' * 4}" for number in range(1, 8))


def _card(body: str, title: str = "Đăng ký tạm trú trên VNeID thế nào?") -> tuple[Image.Image, bytes]:
    shows = {"title": title, "body": body, "foot": "Kiểm tra ngày 21/11/2026 · nguồn dichvucong.gov.vn"}
    png = draw(Drawing("step_card", json.dumps(shows), ""))
    return Image.open(BytesIO(png)), png


def test_a_full_answer_is_a_light_card() -> None:
    """Nine hundred letters stay below 60 KB and twice as wide as a small phone."""
    card, png = _card(FULLEST[:900])
    assert card.size[0] == 720
    assert len(png) <= 60_000


def test_even_a_very_long_answer_is_drawn_whole() -> None:
    """More steps make it longer; the print stays."""
    short, _ = _card("1. Bấm vào đây.")
    long, png = _card(FULLEST * 2)
    assert long.size[1] > 5 * short.size[1]
    assert len(png) < 120_000


def test_every_vietnamese_letter_is_printed() -> None:
    """None is the empty box of a font that lacks it, and no two are alike."""
    missing = _ink("\ufffe")
    printed = [_ink(letter) for letter in LETTERS + LETTERS.upper()]
    assert missing not in printed
    assert len(set(printed)) == len(printed)


def test_words_longer_than_a_line_are_cut_not_lost() -> None:
    """An address of two hundred letters takes several lines."""
    one, _ = _card("a")
    many, _ = _card("https://" + "a" * 200)
    assert many.size[1] > one.size[1]


def _ink(letter: str) -> bytes:
    return _card(letter)[0].convert("L").tobytes()


def test_the_statement_is_a_light_page_of_paper() -> None:
    """The shape of A4, whatever stands on it."""
    shows = {
        "head": "ĐOÀN THANH NIÊN CỘNG SẢN\nHỒ CHÍ MINH",
        "title": "GIẤY XÁC NHẬN THAM GIA TÌNH NGUYỆN",
        "lines": [
            "Đồng chí: Nguyễn Thị Mai Anh",
            "Đã tham gia 12 ca trực, 36,5 giờ, 6,5 ngày công. " * 4,
        ],
        "signed": ["……, ngày …… tháng …… năm ……", "TM. BAN CHẤP HÀNH"],
        "foot": "Kiểm tra tại https://chat.example.vn/xac-nhan/ABCD2345.",
    }
    png = draw(Drawing("statement", json.dumps(shows), ""))
    width, height = Image.open(BytesIO(png)).size
    assert abs(height / width - 2**0.5) < 0.01
    assert len(png) <= 60_000


def test_a_sheet_of_codes_is_light_and_has_a_row_an_hour() -> None:
    """A whole day and night stays below 60 KB; each hour makes it longer."""
    minutes = [f":{10 * number}" for number in range(6)]

    def sheet(hours: int) -> bytes:
        rows = [[f"{hour}h", *(f"{hour:02d}{number}7" for number in range(6))] for hour in range(hours)]
        shows = {
            "title": "Đội Áo Xanh phường Đống Đa",
            "said": FULLEST[:200],
            "minutes": minutes,
            "rows": rows,
        }
        return draw(Drawing("code_sheet", json.dumps(shows), ""))

    day, shift = sheet(24), sheet(5)
    assert len(day) <= 60_000
    assert Image.open(BytesIO(day)).size[1] - Image.open(BytesIO(shift)).size[1] == 19 * 52


def _week(matters: list[list[object]]) -> bytes:
    days = [["T2\n16/11", 30], ["T3\n17/11", 0], ["T4\n18/11", 1057]]
    shows = {
        "title": "Đội Áo Xanh phường Đống Đa: lượt người dân mỗi ngày",
        "days": days,
        "matters": matters,
        "matters_title": "Thứ Tư 18/11 theo việc",
        "usual_label": "thường ngày",
        "language": "vi",
    }
    return draw(Drawing("team_week", json.dumps(shows), ""))


def test_a_week_is_a_light_picture_for_a_small_phone() -> None:
    """Twice 360 points wide, below 60 KB, longer with what people came for."""
    fullest = _week([["Số hóa, nhập liệu, làm sạch dữ liệu", 9999 - at, 5000] for at in range(5)])
    bare = _week([])
    tall, low = Image.open(BytesIO(fullest)), Image.open(BytesIO(bare))
    assert tall.size[0] == low.size[0] == 720
    assert tall.size[1] > low.size[1] + 5 * 60
    assert len(fullest) <= 60_000


def test_a_week_without_anybody_is_drawn_too() -> None:
    assert Image.open(BytesIO(_week([["Việc khác", 0, None]]))).size[0] == 720
