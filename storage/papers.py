"""Files handed over by an address for a while."""

from datetime import datetime

from storage.queries import Tx
from storage.records.moments import At, Record, to_micros


class KeptPaper(Record):
    """A file in base64, by the hash of the secret in its address."""

    name_hash: str
    content: str
    file_name: str
    mime: str
    expires_at: At


async def keep(tx: Tx, paper: KeptPaper) -> None:
    """Keep a file."""
    await tx.many("keep_paper", [paper.model_dump()])


async def find(tx: Tx, name_hash: str, now: datetime) -> KeptPaper | None:
    """The file with this hash, while it lives."""
    row = await tx.one("paper_by_name", name_hash=name_hash, now=to_micros(now))
    return None if row is None else KeptPaper.model_validate(dict(row))
