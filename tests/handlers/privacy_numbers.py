"""Made-up numbers in the many ways people write them, and innocent numbers that look alike."""

from collections.abc import Callable, Iterator
from random import Random

Writing = Callable[[str], str]

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
LOOKALIKE = str.maketrans("01", "ol")
SENTENCES = (
    "{}",
    "sđt {} nhé",
    "bác Tư {} cần hỗ trợ",
    "5 vneid, 2 dvc, liên hệ {}, hết ạ",
    "số của bà là {}.",
    "hôm nay 3 người ({})",
    "07/07/2025 có bác {} tới lúc 8h30",
    "nhập {} vào thì cổng báo lỗi",
)


def _groups(joint: str, *sizes: int) -> Writing:
    def write(number: str) -> str:
        parts, at = [], 0
        for size in sizes:
            parts.append(number[at : at + size])
            at += size
        return joint.join(part for part in [*parts, number[at:]] if part)

    return write


WRITINGS: dict[str, Writing] = {
    "plain": str,
    "spaces": _groups(" ", 4, 3, 3),
    "dots": _groups(".", 4, 3, 3),
    "hyphens": _groups("-", 3, 4, 3),
    "dashes with spaces": _groups(" – ", 4, 3, 3),
    "no-break spaces": _groups("\u00a0", 3, 3, 4),
    "zero-width spaces": "\u200b".join,
    "soft hyphens": _groups("\u00ad", 3, 3, 3),
    "full width": lambda number: number.translate(FULL_WIDTH),
    "full width in groups": lambda number: _groups(" ", 4, 3, 3)(number).translate(FULL_WIDTH),
    "Khmer digits": lambda number: number.translate(KHMER),
    "bold digits": lambda number: number.translate(BOLD),
    "o and l": lambda number: number.translate(LOOKALIKE),
    "o and l in groups": lambda number: _groups(".", 4, 3, 3)(number).translate(LOOKALIKE),
    "keycaps": lambda number: "".join(f"{digit}\ufe0f\u20e3" for digit in number),
}


def _digits(chance: Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _number(chance: Random) -> str:
    kind = chance.randrange(4)
    if kind == 0:
        return "0" + chance.choice("35789") + _digits(chance, 8)
    if kind == 1:
        return (
            chance.choice(("001", "038", "040", "048", "079", "092", "096"))
            + chance.choice("0123")
            + _digits(chance, 8)
        )
    if kind == 2:
        return "84" + chance.choice("35789") + _digits(chance, 8)
    return chance.choice("123") + _digits(chance, 8)


def positives(chance: Random, count: int) -> Iterator[tuple[str, str, str]]:
    """Text, the writing's name, and the part of the text that must be gone."""
    names = list(WRITINGS)
    for at in range(count):
        name = names[at % len(names)]
        written = WRITINGS[name](_number(chance))
        yield chance.choice(SENTENCES).format(written), name, written


def _innocent(chance: Random) -> str:
    small, day, month = chance.randrange(100), chance.randrange(1, 29), chance.randrange(1, 13)
    big, hour, minute = chance.randrange(1000, 999_999_999), chance.randrange(24), chance.randrange(60)
    grouped = f"{big:,}".replace(",", ".")
    return chance.choice(
        (
            f"{small}",
            f"{small} người",
            f"{small}ca",
            " ".join(str(chance.randrange(60)) for _ in range(chance.randrange(2, 14))),
            ", ".join(str(chance.randrange(400)) for _ in range(chance.randrange(2, 10))),
            f"{day}/{month}",
            f"{day:02}/{month:02}/2025",
            f"{day}-{month}-2026",
            f"{day:02}.{month:02}.2025",
            f"2025{month:02}{day:02}",
            f"2026-{month:02}-{day:02}",
            f"{hour}h{minute:02}",
            f"{hour:02}:{minute:02}-{hour:02}:{minute:02}",
            f"{hour:02}{minute:02}-{hour:02}{minute:02}",
            f"{grouped}đ",
            f"{grouped} đồng",
            f"{big} đồng",
            f"{big}đ",
            f"{big % 90_000_000 + 1_000:,}".replace(",", "."),
            f"1900 {chance.randrange(1000, 9999)}",
            f"1900{chance.randrange(100000, 999999)}",
            f"1800.{chance.randrange(1000, 9999)}",
            f"mã xã {chance.randrange(99999):05}",
            f"{chance.randrange(200, 9999)}/{chance.choice(('2025/NĐ-CP', 'UBND', 'QĐ-TTg'))}",
        )
    )


def negatives(chance: Random, count: int) -> Iterator[str]:
    sentences = ("{}", "sáng nay {}", "báo cáo: {} nhé", "vneid {}, dvc 2", "ca sáng {} xong", "({})")
    for _ in range(count):
        yield chance.choice(sentences).format(_innocent(chance))
