"""Print how well the filter does, kind by kind."""

import sys
from datetime import UTC, datetime

from bot.half_said import HalfSaid
from handlers.privacy_filter import mask
from storage.unit_file import by_code
from tests.privacy.labelled import measured, ordinary
from tests.privacy.split import innocent, split


def _table() -> str:
    lines = ["| What | Lines | Hidden | Left alone |", "|---|---|---|---|"]
    for kind in measured():
        share = f"{kind.right:.1%}"
        lines.append(
            f"| {kind.name} | {kind.lines} | {share if kind.hides else ''} | {'' if kind.hides else share} |"
        )
    passing = [line for _, line in ordinary()]
    touched = sum(mask(line).touched for line in passing)
    lines.append(
        f"| reports, questions and FAQ pages | {len(passing)} | | {1 - touched / len(passing):.2%} |"
    )
    pieces, lists = list(split()), innocent()
    lines.append(f"| in two messages | {len(pieces)} | {sum(map(_joined, pieces)) / len(pieces):.1%} | |")
    alarms = sum(_joined((one, other)) for one in lists for other in lists)
    lines.append(
        f"| one innocent line after another | {len(lists) ** 2} | | {1 - alarms / len(lists) ** 2:.2%} |"
    )
    lines += [f"wrong: {line}" for kind in measured() for line in kind.wrong]
    return "\n".join(lines)


def _joined(pair: tuple[str, str]) -> bool:
    chat, now = HalfSaid(by_code().keys()), datetime(2026, 11, 23, tzinfo=UTC)
    return [chat.heard("mai", text, text, now) for text in pair][-1] is not None


sys.stdout.write(_table() + "\n")
