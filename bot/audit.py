"""The audit log for an operator: is it whole, where does it end, and what is in it."""

import csv
import io
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.operating import Given, OperationError
from storage import audit
from storage.audit import MARK, Head
from storage.database import Database

COLUMNS = ("tenant", "seq", "at", "actor", "what", "subject", "detail", "hash")
WHOLE = "the audit log is whole"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What a spreadsheet would run, at the beginning of a cell."""


async def verified(database: Database, given: Given) -> str:
    """Every break by its place; or that there is none, and where each chain ends."""
    known = [_head(one) for one in given.get("heads", "").split()]
    wrong = await audit.verify(database, known)
    if wrong:
        return "\n".join(wrong)
    ends = [f"{one.tenant}/{one.seq}/{one.hash}" for one in await audit.heads(database)]
    return "\n".join([WHOLE, *ends])


async def exported(database: Database, given: Given) -> str:
    """Every entry, or those of one tenant, into a file that its owner alone can read."""
    path = Path(given["file"])
    write = _csv_line if path.suffix == ".csv" else _json_line
    tenants = [one.tenant for one in await audit.heads(database)]
    wanted = [one for one in tenants if given.get("tenant", "") in ("", one)]
    rows = 0
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise OperationError(
            f"cannot write {path}: {error.strerror}; name a file that is not there"
        ) from None
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.writelines(_csv_line({name: name for name in COLUMNS}) if path.suffix == ".csv" else ())
        for tenant in wanted:
            async for row in audit.entries(database, tenant):
                file.writelines(write(audit.told(row)))
                rows += 1
    return f"{path}: {rows} entries"


def _head(written: str) -> Head:
    """An end as ``verified`` tells it."""
    tenant, _, rest = written.partition("/")
    seq, _, digest = rest.partition("/")
    if not seq.isdecimal() or len(digest) < MARK:
        raise OperationError(
            f"--head {written}: write it as aoxanh audit verify or a message told it: 01/57/3f8c… "
            f"with at least {MARK} digits behind the last stroke"
        )
    return Head(tenant, int(seq), digest.lower())


def _json_line(row: Mapping[str, Any]) -> Iterator[str]:
    yield json.dumps({name: row[name] for name in COLUMNS}, ensure_ascii=False) + "\n"


def _csv_line(row: Mapping[str, Any]) -> Iterator[str]:
    line = io.StringIO()
    csv.writer(line).writerow([_cell(row[name]) for name in COLUMNS])
    yield line.getvalue()


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet runs."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
