"""A team whose people all write to one Zalo bot, as its records stand before the simulation."""

from collections.abc import Iterator
from datetime import datetime

from bot import sample
from handlers.notice import NOTICE_VERSION
from storage import people
from storage.effects import Effect
from storage.records.membership import Consent, Membership, Role
from storage.records.person import Contact, Person, contact_key

LEADER = "leader"
REMINDED = 3
"""One volunteer in so many agreed to reminders."""


def volunteers(count: int) -> list[str]:
    """The chats of so many volunteers, which are their ids too."""
    return [f"v{number}" for number in range(count)]


def members(count: int, account: str, now: datetime) -> Iterator[Effect]:
    """The sample leader's chat on the bot ``account``, and ``count`` volunteers with theirs."""
    yield _contact(LEADER, sample.person_id(LEADER), account, now)
    for number, name in enumerate(volunteers(count)):
        yield from _volunteer(name, account, now, reminded=number % REMINDED == 0)


def _contact(chat: str, person_id: str, account: str, now: datetime) -> Effect:
    return people.contact_saved(
        Contact(
            key=contact_key("zalo", account, chat), channel="zalo", account=account, chat=chat,
            tenant=sample.TENANT, person_id=person_id, language="vi", preferred=True, seen_at=now,
        )
    )  # fmt: skip


def _volunteer(name: str, account: str, now: datetime, *, reminded: bool) -> Iterator[Effect]:
    tenant = sample.TENANT
    yield people.saved(
        Person(tenant=tenant, id=name, name=f"Nguyễn {name}", language="vi", of_age=True, created_at=now,
               notice_version=NOTICE_VERSION)
    )  # fmt: skip
    role = {"team_id": sample.TEAM_ID, "role": Role.VOLUNTEER, "from_at": now}
    yield people.joined(Membership(tenant=tenant, id=f"m-{name}", person_id=name, **role))
    yield _contact(name, name, account, now)
    if reminded:
        yield people.consented(
            Consent(tenant=tenant, id=f"r-{name}", person_id=name, contact_key="", purpose="reminders",
                    answer=True, notice_version=NOTICE_VERSION, given_at=now)
        )  # fmt: skip
