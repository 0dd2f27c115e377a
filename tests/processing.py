"""The table of processing, made from the schema: ``python -m tests.processing`` writes the page anew.

``storage/data/processing.csv`` says of every column whether it is about a person, and if so what it is, what
for, and who sees it; how long it is kept stands in ``docs/reference/data.md``.
"""

import csv
import re
from collections import defaultdict
from pathlib import Path

from storage.schema import metadata

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "storage" / "data" / "processing.csv"
PAGE = ROOT / "docs" / "reference" / "processing.md"
CHANNELS = "the channel (Telegram abroad, Zalo, web)"
_KEPT = re.compile(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", re.MULTILINE)

Entry = dict[str, str]


def entries() -> list[Entry]:
    """The lines of the data file."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def forgotten(entered: list[Entry]) -> list[str]:
    """Columns of the schema without an entry, entries without a column, columns entered twice."""
    told = [(one["table"], column) for one in entered for column in one["columns"].split()]
    there = {(table.name, column.name) for table in metadata.sorted_tables for column in table.columns}
    wrong = [f"{table}.{column} has no entry" for table, column in sorted(there - set(told))]
    wrong += [f"{table}.{column} is no column" for table, column in sorted(set(told) - there)]
    return wrong + [
        f"{table}.{column} is entered twice" for table, column in told if told.count((table, column)) > 1
    ]


def page(entered: list[Entry]) -> str:
    """The page: where data goes as a picture, then every personal column by table."""
    kept = dict(_KEPT.findall((ROOT / "docs" / "reference" / "data.md").read_text(encoding="utf-8")))
    personal = [one for one in entered if one["what"]]
    lines = [
        "# Processing",
        "",
        "Made from the schema and `storage/data/processing.csv` by `python -m tests.processing`; a test "
        "fails when a column has no entry or this page is stale. It is the table and the picture that the "
        "impact assessment "
        "(Luật 91/2025/QH15, Điều 21; Nghị định 356/2025/NĐ-CP, Điều 19) asks for.",
        "",
        *_picture(personal),
        "",
        "| Table | Columns | What | What for | Who sees it | Kept |",
        "|---|---|---|---|---|---|",
    ]
    for one in personal:
        columns = ", ".join(f"`{column}`" for column in one["columns"].split())
        until = kept.get(one["table"], "")
        cells = (f"`{one['table']}`", columns, one["what"], one["purpose"], one["seen_by"], until)
        lines.append(f"| {' | '.join(cells)} |")
    bare = sorted(set(metadata.tables) - {one["table"] for one in personal})
    lines += ["", "Nothing about a person: " + ", ".join(f"`{table}`" for table in bare) + ".", ""]
    return "\n".join(lines)


def _picture(personal: list[Entry]) -> list[str]:
    """Who gives data, where it is kept by purpose, who receives it."""
    by_purpose: dict[str, set[str]] = defaultdict(set)
    seen: set[tuple[str, str]] = set()
    for one in personal:
        for purpose in one["purpose"].split("; "):
            by_purpose[purpose].add(one["table"])
            seen |= {(purpose, who) for who in one["seen_by"].split("; ") if who != "nobody else"}
    purposes, people = sorted(by_purpose), sorted({who for _, who in seen})
    return [
        "```mermaid",
        "flowchart LR",
        '  sender["Volunteers, leaders, coordinators"]',
        '  filter["Filter: numbers and secrets masked"]',
        '  sender -->|"Zalo, web: in Vietnam"| filter',
        '  sender -->|"Telegram: servers abroad"| filter',
        '  subgraph server["This server, in Vietnam"]',
        *(f'    p{at}["{one}: {len(by_purpose[one])} tables"]' for at, one in enumerate(purposes)),
        '    figures["Totals: nobody in them"]',
        "  end",
        *(f"  filter --> p{at}" for at in range(len(purposes))),
        *(f'  w{at}["{who}"]' for at, who in enumerate(people)),
        *(f"  p{purposes.index(purpose)} --> w{people.index(who)}" for purpose, who in sorted(seen)),
        '  figures --> above["commune, province, centre: sums only"]',
        '  server -->|"sealed"| backups["Backups, 14 days"]',
        "```",
    ]


if __name__ == "__main__":
    PAGE.write_text(page(entries()), encoding="utf-8")
