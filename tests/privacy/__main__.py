"""Print how well the filter does, kind by kind."""

import sys

from handlers.privacy_filter import mask
from tests.privacy.labelled import measured, ordinary


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
    lines += [f"wrong: {line}" for kind in measured() for line in kind.wrong]
    return "\n".join(lines)


sys.stdout.write(_table() + "\n")
