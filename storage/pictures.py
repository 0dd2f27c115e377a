"""Pictures shown under an address for a while."""

from datetime import datetime

from storage.queries import Tx
from storage.records.moments import At, Record, to_micros


class Picture(Record):
    """A PNG in base64, by the hash of the name in its address."""

    name_hash: str
    png: str
    expires_at: At


async def keep(tx: Tx, picture: Picture) -> None:
    """Keep a picture; one that is there already is kept longer."""
    await tx.many("keep_picture", [picture.model_dump()])


async def find(tx: Tx, name_hash: str, now: datetime) -> Picture | None:
    """The picture with this name, while it lives."""
    row = await tx.one("picture_by_name", name_hash=name_hash, now=to_micros(now))
    return None if row is None else Picture.model_validate(dict(row))
