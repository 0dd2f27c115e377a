"""What is sealed with the secret key and kept: bots' tokens, pictures and where they are."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.queries import Params, Row, Tx
from storage.records.moments import to_micros


@dataclass(frozen=True, slots=True)
class Sealed:
    """One sealed text of a row."""

    tenant: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """Where sealed texts lie; ``purpose`` is what their key is derived for."""

    name: str
    purpose: str
    read: Callable[..., Awaitable[list[Row]]]
    write: Callable[[Tx, Sequence[Params]], Awaitable[None]]

    async def page(self, tx: Tx, after: tuple[str, str], most: int) -> list[Sealed]:
        """The next ``most`` texts behind ``after`` (tenant, id)."""
        rows = await self.read(tx, tenant=after[0], id=after[1], most=most)
        return [Sealed(str(row["tenant"]), str(row["id"]), str(row["sealed"])) for row in rows]

    async def put(self, tx: Tx, changed: Mapping[Sealed, str]) -> None:
        """Put another text in the place of each; one that changed meanwhile stays."""
        rows = [
            {"tenant": one.tenant, "id": one.id, "before": one.text, "sealed": text}
            for one, text in changed.items()
        ]
        await self.write(tx, rows)


async def _tokens(tx: Tx, **given: Any) -> list[Row]:
    return await tx.all("sealed_bot_tokens", **given)


async def _references(tx: Tx, **given: Any) -> list[Row]:
    return await tx.all("sealed_photo_references", **given)


async def _images(tx: Tx, **given: Any) -> list[Row]:
    return await tx.all("sealed_photo_images", **given)


COLUMNS = (
    Column("bot tokens", "bot tokens", _tokens, lambda tx, rows: tx.many("reseal_bot_token", rows)),
    Column("places of pictures", "photo", _references, lambda tx, rows: tx.many("reseal_photo", rows)),
    Column("pictures", "photo", _images, lambda tx, rows: tx.many("reseal_photo_image", rows)),
)


async def working(tx: Tx, now: datetime) -> str:
    """A part that a process does at ``now``, by the leases; empty when none runs."""
    row = await tx.one("lease_held", now=to_micros(now))
    return "" if row is None else str(row["name"])
