"""How long records keep their link to a person, and what a tenant chose to keep longer or shorter.

The defaults of what only passes are in ``storage.purge``; here is what a tenant may set, and what does not go
but loses its person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros

RECORDS = "records"
DEFAULTS = {RECORDS: 365, "faq_questions": 30, "sessions": 7, "consents": 5 * 365, "rights_requests": 5 * 365}
"""Days. ``records``: after the end of the campaign. ``sessions``: forms left half filled."""
BOUNDS = {
    RECORDS: (30, 3650),
    "faq_questions": (1, 365),
    "sessions": (1, 60),
    "consents": (365, 3650),
    "rights_requests": (365, 3650),
}
"""The fewest and most days a tenant may choose."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A campaign whose records lose their persons."""

    tenant: str
    id: str


async def chosen(tx: Tx) -> dict[tuple[str, str], int]:
    """Days by (tenant, kind), where a tenant chose some."""
    return {(row["tenant"], row["kind"]): row["days"] for row in await tx.all("retentions_all")}


async def set_days(tx: Tx, tenant: str, kind: str, days: int | None, now: datetime) -> None:
    """Keep ``kind`` of a tenant for so many days; None is the default again.

    Raises ValueError for a kind there is none of, or days out of bounds, with what may be written.
    """
    if kind not in DEFAULTS:
        raise ValueError(f"{kind!r} has no time of its own; write one of {', '.join(DEFAULTS)}")
    least, most = BOUNDS[kind]
    if days is None:
        await tx.run("drop_retention", tenant=tenant, kind=kind)
    elif least <= days <= most:
        row = {"tenant": tenant, "kind": kind, "days": days, "set_at": to_micros(now)}
        await tx.many("save_retention", [row])
    else:
        raise ValueError(f"{kind} may be kept {least} to {most} days, not {days}")


async def purge_chosen(tx: Tx, now: datetime) -> dict[str, int]:
    """Remove what is past the time its tenant chose; rows removed by kind."""
    removed: dict[str, int] = {}
    for (tenant, kind), days in (await chosen(tx)).items():
        given = {"tenant": tenant, "before": to_micros(now - timedelta(days=days))}
        if kind == "faq_questions":
            removed[kind] = await tx.run("purge_faq_questions_of", **given)
        elif kind == "sessions":
            removed[kind] = await tx.run("purge_sessions_of", **given)
        elif kind == "consents":
            removed[kind] = await tx.run("purge_consents_of", **given)
        elif kind == "rights_requests":
            removed[kind] = await tx.run("purge_rights_requests_of", **given)
    return removed


async def ended(tx: Tx, today: date) -> list[Ended]:
    """Campaigns that ended long enough ago for their records to lose their persons, and have not yet."""
    usual = timedelta(days=DEFAULTS[RECORDS])
    rows = await tx.all("campaigns_linked", ended_before=(today - usual).isoformat())
    return [
        Ended(row["tenant"], row["id"])
        for row in rows
        if row["ends_on"] < (today - timedelta(days=row["days"] or DEFAULTS[RECORDS])).isoformat()
    ]


async def linked(tx: Tx, campaign: Ended, most: int) -> list[str]:
    """Ids of people whose records of the campaign still lead to them, ``most`` at once."""
    rows = await tx.all("people_linked_to", tenant=campaign.tenant, campaign_id=campaign.id, most=most)
    return [str(row["id"]) for row in rows]


def unlinked(campaign: Ended, gone: str, kept: str) -> list[Effect]:
    """The records of one person in a campaign lead to the key ``kept`` alone from now on: the same for all of
    them, so that people are still counted as they were, and another one in every campaign."""
    one = {"tenant": campaign.tenant, "campaign_id": campaign.id, "gone": gone}
    both = {**one, "kept": kept}
    return [
        Effect("unlink_1_corrections", one),
        Effect("unlink_2_attendances", both),
        Effect("unlink_2_difficulties", both),
        Effect("unlink_2_help_reports", both),
        Effect("unlink_2_signups", both),
    ]


def closed(campaign: Ended, blot: str, now: datetime) -> list[Effect]:
    """The last of a campaign: leaders' names for its guests, calls for help, models; ``blot`` is a guest's
    name from now on."""
    alone = {"tenant": campaign.tenant, "campaign_id": campaign.id}
    return [
        Effect("unlink_3_day_forms", alone),
        Effect("unlink_3_good_models", alone),
        Effect("unlink_3_guests", {**alone, "blot": blot}),
        Effect("unlink_3_help_reports", alone),
        Effect("unlink_3_help_requests", alone),
        Effect("unlink_4_campaigns", {**alone, "now": to_micros(now)}),
    ]


async def people_of_the_past(tx: Tx, tenant: str, now: datetime, days: int, most: int) -> Sequence[str]:
    """Ids of people all of whose campaigns ended more than ``days`` ago; ``most`` at once."""
    before = now - timedelta(days=days)
    rows = await tx.all(
        "people_of_the_past",
        tenant=tenant,
        before=to_micros(before),
        ended_before=before.date().isoformat(),
        most=most,
    )
    return [str(row["id"]) for row in rows]
