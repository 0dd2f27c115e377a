"""What people added to the FAQ over its files."""

from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.faq import FaqEntry, FaqPhrasing
from storage.records.moments import to_micros

Marker = tuple[int, ...]
"""Differs when anything was added or removed."""
NOTHING: Marker = (0,) * 6
"""Nobody has added anything."""


def entered(record: FaqEntry) -> Effect:
    """A new answer."""
    return Effect("add_faq_entry", record.model_dump())


def heard(record: FaqPhrasing) -> Effect:
    """A new way to ask."""
    return Effect("add_faq_phrasing", record.model_dump())


def entry_removed(tenant: str, entry_id: str, at: datetime) -> Effect:
    """Take an answer away."""
    return Effect("remove_faq_entry", {"tenant": tenant, "id": entry_id, "removed_at": to_micros(at)})


def phrasing_removed(tenant: str, phrasing_id: str, at: datetime) -> Effect:
    """Take a way to ask away."""
    return Effect("remove_faq_phrasing", {"tenant": tenant, "id": phrasing_id, "removed_at": to_micros(at)})


async def entries(tx: Tx) -> list[FaqEntry]:
    """Every answer that stands."""
    return [FaqEntry.model_validate(dict(row)) for row in await tx.all("faq_entries_standing")]


async def phrasings(tx: Tx) -> list[FaqPhrasing]:
    """Every way to ask that stands."""
    return [FaqPhrasing.model_validate(dict(row)) for row in await tx.all("faq_phrasings_standing")]


async def marker(tx: Tx) -> Marker:
    """See ``Marker``."""
    row = await tx.one("faq_additions_marker")
    return tuple(int(count) for count in dict(row).values()) if row is not None else NOTHING
