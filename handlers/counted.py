"""How counts are put into words: "VNeID 5, Dịch vụ công trực tuyến 2"."""

from collections.abc import Mapping

from handlers.categories import FIGURES, label
from locales import Words
from locales.formats import number
from storage.figures import visits_of


def listed(words: Words, family: str, counts: Mapping[str, int], *, most: int = 99) -> str:
    """The ``most`` largest counts of a family of codes, largest first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return ", ".join(
        f"{words(label(family, code))} {number(count, words.language)}" for code, count in ordered
    )


def figured(words: Words, counts: Mapping[str, int]) -> str:
    """Figures in the order of the manual: people first, posts last."""
    known = [key for key in FIGURES if key in counts]
    return ", ".join(f"{words(label('figure', key))} {number(counts[key], words.language)}" for key in known)


def helped(
    words: Words,
    visits: int | None,
    lines: Mapping[str, int],
    *,
    approx: bool = False,
    figures: Mapping[str, int] | None = None,
) -> str:
    """What one report or one day amounts to: visits with their matters, then the other figures."""
    total, about = visits_of(visits, lines), words("counted-about") if approx else ""
    matters, others = listed(words, "help", lines), figured(words, figures or {})
    if total:
        came = words("counted-visits", visits=number(total, words.language), about=about)
    elif visits == 0 or not (matters or others):
        came = words("counted-none")
    else:
        came = ""
    first = ": ".join(part for part in (came, matters) if part)
    return "; ".join(part for part in (first, others) if part)
