"""What the peers say: as long as what our bot says at the same step, so that nobody sends less."""

SHIFTS = [("07:30–11:30, Một cửa phường", "s1"), ("13:30–17:00, Một cửa phường", "s2"), ("Ca tự do", "free")]
CATEGORIES = [
    "Đón tiếp, lấy số",
    "Thủ tục, giấy tờ",
    "Viết tờ khai",
    "VNeID",
    "Dịch vụ công",
    "Thanh toán số",
    "Chữ ký số",
    "Số hóa, nhập liệu",
    "Hỗ trợ cán bộ",
    "Lớp BDHV số",
    "Dịch, đưa đón",
    "An sinh, bảo hiểm",
    "Chống lừa đảo",
    "Việc khác",
]
WHICH_SHIFT = "Bạn vào ca nào?"
CHECKED_IN = "Đã vào ca lúc 7h25, Đội hình phường mẫu. {shift}."
WHAT = "Bạn đã giúp việc gì? Bấm từng mục (mỗi lần +1), hoặc gõ một dòng, ví dụ: 5 vneid 2 dvc."
SO_FAR = "\nĐang có: {counts}\nĐang đếm: {item}. Bấm −/+ hoặc gõ số."
VISITS = "Tất cả bao nhiêu lượt người dân? Một người đến một lần là một lượt, dù làm mấy việc."
SUMMARY = "Mình ghi thế này nhé:\nViệc đã giúp: {counts}\nLượt người dân: {visits}"
DONE = "Đã ghi {visits} lượt người dân: {counts}. Cảm ơn bạn."
COUNT_FIRST = "Bạn bấm một mục rồi gõ số nhé."


def shift_named(key: str) -> str:
    """The label of a shift."""
    return next(label for label, known in SHIFTS if known == key)


def shift_rows() -> list[list[tuple[str, str]]]:
    """The shifts, one a row, and the way out."""
    return [*([(label, f"shift:{key}")] for label, key in SHIFTS), [("✕ Huỷ", "cancel")]]


def category_rows(counts: dict[str, int]) -> list[list[tuple[str, str]]]:
    """Two categories a row with their counts; once one is chosen, also the counters."""
    shown = [
        (f"{name} ({counts[str(at)]})" if str(at) in counts else name, f"cat:{at}")
        for at, name in enumerate(CATEGORIES)
    ]
    rows = [shown[at : at + 2] for at in range(0, len(shown), 2)]
    if counts:
        rows.append([("−1", "minus-1"), ("+1", "plus-1"), ("+5", "plus-5"), ("+10", "plus-10")])
    return [*rows, [("Xong", "done"), ("Không có ai", "skip"), ("✕ Huỷ", "cancel")]]


def visits_rows() -> list[list[tuple[str, str]]]:
    """Ways on and back from the visits."""
    return [[("Bằng tổng trên", "skip"), ("← Lùi", "back"), ("✕ Huỷ", "cancel")]]


def confirm_rows() -> list[list[tuple[str, str]]]:
    """The last choice."""
    return [[("✓ Đúng, ghi lại", "confirm")], [("Sửa", "edit"), ("✕ Huỷ", "cancel")]]


def counted(counts: dict[str, int]) -> str:
    """Counts in one line."""
    return ", ".join(f"{CATEGORIES[int(key)]} {count}" for key, count in counts.items())
