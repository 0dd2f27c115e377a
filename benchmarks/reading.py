"""``python -m benchmarks.reading``: how long reading a line takes: shorthand, FAQ, units, privacy filter."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from handlers.faq_search.index import FaqIndex
from handlers.privacy_filter import mask
from handlers.shorthand import parse
from handlers.unit_search import UnitIndex
from locales.faq import read_topics
from storage.unit_file import read_aliases, read_units

TODAY = date(2026, 11, 23)
LINES = (
    "sang nay 5 vneid, 2dvc, 1 kk mat mang",
    "quên mật khẩu vneid thì làm sao",
    "hnay e giup dc 12 ng: 7 cai vneid 3 nop hs online 2 sao y",
    "bác ơi số 0912345678",
    "Bến Nghé, Q.1",
)
ROUNDS = 200


def main() -> None:
    """Print the 50th and 99th of a hundred calls, in microseconds."""
    faq, units = FaqIndex(read_topics()), UnitIndex(read_units(), read_aliases())
    calls: Sequence[tuple[str, Callable[[str], Any]]] = (
        ("shorthand", lambda line: parse(line, TODAY)),
        ("faq", faq.ask),
        ("units", lambda line: units.communes(line, "79")),
        ("privacy filter", mask),
    )
    for name, call in calls:
        spent = sorted(_seconds(call, line) for _ in range(ROUNDS) for line in LINES)
        at = [spent[int(len(spent) * share)] * 1e6 for share in (0.5, 0.99)]
        print(f"{name:<16}{at[0]:>8.0f}{at[1]:>8.0f} us")


def _seconds(call: Callable[[str], Any], line: str) -> float:
    begun = time.perf_counter()
    call(line)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
