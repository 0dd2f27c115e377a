"""How often the bot wrote first to somebody on a day: what keeps it from becoming a nuisance."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.sources import Source, json_list

PersonDay = tuple[str, str, str]
"""(tenant, person id, day as ISO text)."""


async def _spent(tx: Tx, keys: Sequence[PersonDay]) -> Mapping[PersonDay, dict[str, int]]:
    rows = await tx.all(
        "attention_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        days=json_list(key[2] for key in keys),
    )
    found: dict[PersonDay, dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row["tenant"], row["person_id"], row["day_on"]][row["kind"]] = row["times"]
    return found


spent = Source("attention", _spent)
"""Messages of the day by kind."""


def taken(key: PersonDay, kind: str, at: datetime) -> Effect:
    """One more message of ``kind``."""
    tenant, person_id, day_on = key
    params = {
        "tenant": tenant,
        "person_id": person_id,
        "day_on": day_on,
        "kind": kind,
        "last_at": to_micros(at),
    }
    return Effect("spend_attention", params)
