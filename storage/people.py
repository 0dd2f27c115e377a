"""Persons, their contacts, their memberships and what they agreed to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Consent, Membership, Role
from storage.records.moments import to_micros
from storage.records.person import Contact, Person
from storage.sources import PersonKey, Source, TeamKey, json_list

LEFT, LET_GO = "left_team", "let_go"
"""The kinds of slots that say: this person left a team by themselves then; a leader let them go."""


class Past(Membership):
    """A membership that is over; ``ended_by``: ``LEFT``, ``LET_GO``, or nothing where it was neither."""

    ended_by: str = ""


class Member(Membership):
    """A membership with the name and language of its person."""

    name: str
    language: str


async def _over(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[Past]]:
    rows = await tx.all("memberships_over", **_people(keys), kinds=json_list((LEFT, LET_GO)))
    found: dict[PersonKey, list[Past]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Past.model_validate(dict(row)))
    return found


async def _contacts(tx: Tx, keys: Sequence[str]) -> Mapping[str, Contact]:
    rows = await tx.all("contacts_by_key", keys=json_list(keys))
    return {row["key"]: Contact.model_validate(dict(row)) for row in rows}


async def _contacts_of(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[Contact]]:
    rows = await tx.all("contacts_of_people", **_people(keys))
    found: dict[PersonKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Contact.model_validate(dict(row)))
    return found


async def _persons(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, Person]:
    rows = await tx.all(
        "persons_by_id", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    return {(row["tenant"], row["id"]): Person.model_validate(dict(row)) for row in rows}


async def _memberships(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[Membership]]:
    rows = await tx.all("memberships_of_people", **_people(keys))
    found: dict[PersonKey, list[Membership]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Membership.model_validate(dict(row)))
    return found


async def _members(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Member]]:
    rows = await tx.all(
        "memberships_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[Member]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(Member.model_validate(dict(row)))
    return found


async def _newcomer_contacts(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Contact]]:
    rows = await tx.all(
        "newcomer_contacts_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["newcomer_of"]].append(Contact.model_validate(dict(row)))
    return found


async def _team_contacts(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[Contact]]:
    rows = await tx.all(
        "contacts_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["member_of"]].append(Contact.model_validate(dict(row)))
    return found


async def _consents(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, dict[str, Consent]]:
    rows = await tx.all("consents_of_people", **_people(keys))
    found: dict[PersonKey, dict[str, Consent]] = defaultdict(dict)
    for row in rows:
        found[row["tenant"], row["person_id"]][row["purpose"]] = Consent.model_validate(dict(row))
    return found


def _people(keys: Sequence[PersonKey]) -> dict[str, str]:
    return {"tenants": json_list(key[0] for key in keys), "people": json_list(key[1] for key in keys)}


contact = Source("contact", _contacts)
contacts_of = Source("contacts_of", _contacts_of)
person = Source("person", _persons)
over = Source("memberships_over", _over)
"""What a person was in teams and is no longer, the newest last."""
memberships = Source("memberships", _memberships)
members = Source("members", _members)
newcomer_contacts = Source("newcomer_contacts", _newcomer_contacts)
"""Every contact of those who wait to be accepted in a team."""
team_contacts = Source("team_contacts", _team_contacts)
"""Every contact of those who were accepted in a team."""
consents = Source("consents", _consents)


def saved(record: Person) -> Effect:
    """Add or replace a person."""
    return Effect("save_person", record.model_dump())


def contact_saved(record: Contact) -> Effect:
    """Add or replace a contact."""
    return Effect("save_contact", record.model_dump())


def contact_marked(channel: str, account: str, chat: str, *, unreachable: bool) -> Effect:
    """Note that a chat can, or can no longer, be reached."""
    return Effect(
        "mark_contact_unreachable",
        {"channel": channel, "account": account, "chat": chat, "unreachable": int(unreachable)},
    )


def contact_moved(channel: str, account: str, chat: str, to_chat: str) -> Effect:
    """The platform gave a chat a new id."""
    return Effect("move_contact", {"channel": channel, "account": account, "chat": chat, "to_chat": to_chat})


def joined(record: Membership) -> Effect:
    """Add a membership (an open one of the same person and team stays as it is)."""
    return Effect("add_membership", record.model_dump())


def accepted(member: Membership) -> Effect:
    """Take a newcomer in; contested, because only one leader decides."""
    return Effect("accept_membership", {"tenant": member.tenant, "id": member.id}, contested=True)


def refused(member: Membership, at: datetime) -> Effect:
    """Send a newcomer away; contested, because only one leader decides."""
    params = {"tenant": member.tenant, "id": member.id, "to_at": to_micros(at)}
    return Effect("refuse_membership", params, contested=True)


def promoted(member: Membership, role: Role) -> Effect:
    """Give a member as it was read another role in the same team; contested by the role they had."""
    params = {"tenant": member.tenant, "id": member.id, "role": role, "was": member.role}
    return Effect("promote_membership", params, contested=True)


def ended(member: Membership, at: datetime) -> Effect:
    """A membership as it was read is over; contested, because it may be over already."""
    params = {"tenant": member.tenant, "id": member.id, "to_at": to_micros(at)}
    return Effect("end_membership", params, contested=True)


def stays(member: Membership) -> Effect:
    """Somebody else's membership as it was read is not over; contested, so that of two who hold a unit only
    one can leave it."""
    return Effect("hold_membership", {"tenant": member.tenant, "id": member.id}, contested=True)


async def pending_since(tx: Tx, before: datetime) -> list[Membership]:
    """Newcomers about whom nobody has decided since ``before``."""
    rows = await tx.all("memberships_pending_since", before=to_micros(before))
    return [Membership.model_validate(dict(row)) for row in rows]


def consented(record: Consent) -> Effect:
    """Keep the proof of an answer."""
    return Effect("add_consent", record.model_dump())
