"""Codes that join a second chat to a person: six digits, ten minutes, once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, Record, to_micros
from storage.records.person import Contact
from storage.sources import Source, json_list


class LinkState(StrEnum):
    """``ASKED`` when a chat has sent the code and the person must say whether it is theirs."""

    OPEN = "open"
    ASKED = "asked"
    USED = "used"
    REFUSED = "refused"


class LinkCode(Record):
    """A code for ``person_id``, made by the person, or by a leader who is asked in their stead;
    only its hash is kept.

    ``contact_key`` is the chat that sent it.
    """

    tenant: str
    id: str
    person_id: str
    code_hash: str
    made_by: str
    contact_key: str = ""
    state: LinkState = LinkState.OPEN
    expires_at: At
    created_at: At
    version: int = 0

    def works_at(self, now: datetime, *states: LinkState) -> bool:
        """Whether it may be used now."""
        return self.state in (states or (LinkState.OPEN,)) and now < self.expires_at


class NamedLink(LinkCode):
    """A code with whose it is."""

    name: str


class AskedLink(NamedLink):
    """A code with the chat that has sent it, and the person that chat belongs to so far."""

    language: str
    channel: str
    account: str
    chat: str
    other_id: str


async def _by_hash(tx: Tx, hashes: Sequence[str]) -> Mapping[str, list[NamedLink]]:
    found: dict[str, list[NamedLink]] = defaultdict(list)
    for row in await tx.all("link_codes_by_hash", hashes=json_list(hashes)):
        found[row["code_hash"]].append(NamedLink.model_validate(dict(row)))
    return found


async def _makers(tx: Tx, hashes: Sequence[str]) -> Mapping[str, list[Contact]]:
    found: dict[str, list[Contact]] = defaultdict(list)
    for row in await tx.all("contacts_of_link_makers", hashes=json_list(hashes)):
        found[row["code_hash"]].append(Contact.model_validate(dict(row)))
    return found


async def _by_id(tx: Tx, keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], AskedLink]:
    rows = await tx.all(
        "link_codes_by_id", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    return {(row["tenant"], row["id"]): AskedLink.model_validate(dict(row)) for row in rows}


by_hash = Source("link_codes", _by_hash)
"""The codes with a hash, newest first: six digits may be drawn twice."""
makers = Source("link_makers", _makers)
"""The chats of whoever made the codes with a hash: there it is asked whether the code was theirs to use."""
by_id = Source("link_code", _by_id)
"""By (tenant, id)."""


def added(record: LinkCode) -> Effect:
    """Make a code."""
    return Effect("add_link_code", record.model_dump())


def moved(record: LinkCode, state: LinkState, *, contact_key: str = "") -> Effect:
    """A code as it was read goes on; contested, so that it is used once."""
    params = {
        "tenant": record.tenant,
        "id": record.id,
        "state": state,
        "contact_key": contact_key or record.contact_key,
        "version": record.version,
    }
    return Effect("move_link_code", params, contested=True)


def given(contact_key: str, tenant: str, person_id: str, language: str) -> Effect:
    """The chat is the person's from now on."""
    params = {"key": contact_key, "tenant": tenant, "person_id": person_id, "language": language}
    return Effect("give_contact", params)


def cut(contact: Contact) -> Effect:
    """The chat is nobody's any more."""
    return Effect("cut_contact", {"key": contact.key})


def preferred(contact: Contact) -> Effect:
    """The bot writes first to this chat of the person."""
    params = {"tenant": contact.tenant, "person_id": contact.person_id, "key": contact.key}
    return Effect("prefer_contact", params)


def silenced(contact: Contact, now: datetime) -> list[Effect]:
    """Nothing that is owed to the chat is sent any more, and no browser is signed in to it."""
    chat = {"channel": contact.channel, "account": contact.account, "chat": contact.chat}
    gone = Effect("cancel_outbound_of_chat", {**chat, "done_at": to_micros(now)})
    return [gone, *([Effect("end_web_chats", {"chat": contact.chat})] if contact.channel == "web" else [])]
