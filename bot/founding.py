"""A tenant that begins: the data controller of a province, and the first campaign its teams belong to."""

from datetime import datetime

from locales import words
from locales.formats import local
from storage.records.team import Campaign, Tenant


def founded(code: str, name: str, now: datetime) -> tuple[Tenant, Campaign]:
    """The records of tenant ``code``. Whom the deployment names is responsible for its data, until the tenant
    names somebody (``bot.controllers``)."""
    today = local(now).date()
    tenant = Tenant(
        tenant=code,
        unit_code=code,
        name=name,
        created_at=now,
    )
    campaign = Campaign(
        tenant=code,
        id=first_campaign(code),
        name=words("vi")("campaign-first", year=str(today.year)),
        starts_on=today.isoformat(),
        ends_on=f"{today.year}-12-31",
        created_at=now,
    )
    return tenant, campaign


def first_campaign(code: str) -> str:
    """The id of the campaign a tenant begins with."""
    return f"{code}-first"
