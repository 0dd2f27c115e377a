"""The register of breaches in the database."""

from storage.effects import Effect
from storage.queries import Tx
from storage.records.breach import Breach


async def every(tx: Tx) -> list[Breach]:
    """The whole register, oldest first."""
    return [Breach.model_validate(dict(row)) for row in await tx.all("breaches_all")]


def saved(record: Breach) -> Effect:
    """Enter a breach, or what is known of it by now."""
    return Effect("save_breach", record.model_dump())
