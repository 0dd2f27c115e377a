"""PINs: whoever set one gives it before what a found phone must not open."""

from collections.abc import Mapping, Sequence

from storage.effects import Effect
from storage.queries import Tx
from storage.records.pin import Pin
from storage.sources import PersonKey, Source, json_list


async def _of_people(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, Pin]:
    rows = await tx.all(
        "pins_of_people", tenants=json_list(key[0] for key in keys), people=json_list(key[1] for key in keys)
    )
    return {(row["tenant"], row["person_id"]): Pin.model_validate(dict(row)) for row in rows}


of_person = Source("pins", _of_people)


def kept(record: Pin) -> Effect:
    """Set a PIN anew."""
    return Effect("keep_pin", record.model_dump())


def tried(before: Pin, after: Pin) -> Effect:
    """Note that one was given; contested, so that of many at once each counts."""
    return Effect(
        "try_pin", {**after.model_dump(exclude={"pin_hash", "set_at"}), "was": before.tries}, contested=True
    )


def ended(tenant: str, person_id: str) -> Effect:
    """Take the PIN of somebody away."""
    return Effect("end_pin", {"tenant": tenant, "person_id": person_id})
