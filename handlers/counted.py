"""How counts are put into words: "VNeID 5, Dịch vụ công trực tuyến 2"."""

from collections.abc import Mapping

from handlers.categories import label
from locales import Words
from locales.formats import number


def listed(words: Words, family: str, counts: Mapping[str, int], *, most: int = 99) -> str:
    """The ``most`` largest counts of a family of codes, largest first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return ", ".join(
        f"{words(label(family, code))} {number(count, words.language)}" for code, count in ordered
    )


def helped(words: Words, visits: int | None, lines: Mapping[str, int], *, approx: bool = False) -> str:
    """What one report or one day amounts to, visits first."""
    total = visits if visits is not None else sum(lines.values())
    key = "counted-none" if total == 0 else "counted-visits"
    about = words("counted-about") if approx else ""
    said = words(key, visits=number(total, words.language), about=about)
    return f"{said}: {listed(words, 'help', lines)}" if lines else said
