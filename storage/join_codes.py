"""Codes that let people in, and the wrong tries that slow a guesser down."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Membership
from storage.records.moments import Flag, from_micros, to_micros
from storage.records.person import Contact
from storage.records.role_offer import RoleOffer
from storage.records.team import JoinCode
from storage.sources import Source, TeamKey, json_list


class CodeCard(JoinCode):
    """A code with what its holder is shown: the team, the unit, and who is responsible for the data.

    ``expected_name`` is the name on the leader's list that it is for, while that has become nobody;
    ``offer`` the role that this name is offered, ``given`` what whoever hands it over is there, and
    ``giver_contacts`` their chats.
    """

    team_name: str
    at_unit: str
    exercise: Flag
    controller_name: str
    controller_contact: str
    expected_name: str = ""
    offer: RoleOffer | None = None
    given: Membership | None = None
    giver_contacts: tuple[Contact, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether it was for a role in a unit that is not offered any more."""
        return bool(self.expected_id and self.unit_code) and self.offer is None


async def _by_code(tx: Tx, codes: Sequence[str]) -> Mapping[str, CodeCard]:
    rows = await tx.all("join_codes_by_code", codes=json_list(codes))
    cards = [CodeCard.model_validate(dict(row)) for row in rows]
    offers = await _offers(tx, [card for card in cards if card.expected_name])
    given, chats = await _givers(tx, list(offers.values()))
    return {
        one.code: one.model_copy(
            update={
                "offer": offers.get(one.expected_id),
                "given": given.get(one.expected_id),
                "giver_contacts": tuple(chats.get(one.expected_id, ())),
            }
        )
        for one in cards
    }


async def _givers(
    tx: Tx, offers: Sequence[RoleOffer]
) -> tuple[dict[str, Membership], dict[str, list[Contact]]]:
    """By expected name: what whoever hands a role over is there, and how they are reached."""
    handed = [one for one in offers if one.from_person_id]
    if not handed:
        return {}, {}
    asked = {
        "tenants": json_list(one.tenant for one in handed),
        "people": json_list(one.from_person_id for one in handed),
    }
    roles = [Membership.model_validate(dict(row)) for row in await tx.all("memberships_of_people", **asked)]
    known = [Contact.model_validate(dict(row)) for row in await tx.all("contacts_of_people", **asked)]
    given = {
        offer.expected_id: role
        for offer in handed
        for role in roles
        if (role.tenant, role.person_id, role.team_id, role.unit_code)
        == (offer.tenant, offer.from_person_id, offer.team_id, offer.unit_code)
    }
    chats = {
        offer.expected_id: [
            one for one in known if (one.tenant, one.person_id) == (offer.tenant, offer.from_person_id)
        ]
        for offer in handed
    }
    return given, chats


async def _offers(tx: Tx, cards: Sequence[CodeCard]) -> Mapping[str, RoleOffer]:
    if not cards:
        return {}
    rows = await tx.all(
        "open_role_offers_of_expected",
        tenants=json_list(one.tenant for one in cards),
        expected=json_list(one.expected_id for one in cards),
    )
    return {row["expected_id"]: RoleOffer.model_validate(dict(row)) for row in rows}


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[JoinCode]]:
    rows = await tx.all(
        "join_codes_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[JoinCode]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(JoinCode.model_validate(dict(row)))
    return found


async def _tries(
    tx: Tx, keys: Sequence[tuple[str, datetime]]
) -> Mapping[tuple[str, datetime], list[datetime]]:
    since = min(key[1] for key in keys)
    rows = await tx.all(
        "join_tries_of_lines", lines=json_list(key[0] for key in keys), since=to_micros(since)
    )
    found: dict[str, list[datetime]] = defaultdict(list)
    for row in rows:
        found[row["line"]].append(from_micros(row["tried_at"]))
    return {key: [at for at in found[key[0]] if at > key[1]] for key in keys}


async def wrong_since(tx: Tx, since: datetime) -> int:
    """How many wrong codes were typed since then, by whomever."""
    row = await tx.one("wrong_codes_since", since=to_micros(since))
    return int(row["tries"]) if row is not None else 0


by_code = Source("join_code", _by_code)
of_team = Source("join_codes_of_team", _of_teams)
tries = Source("join_tries", _tries)
"""Wrong tries of (line, since)."""


def added(record: JoinCode) -> Effect:
    """Make a code."""
    return Effect("add_join_code", record.model_dump())


def used(record: JoinCode, now: datetime) -> Effect:
    """Take one use of a code; contested, so the last use goes to one person only."""
    return Effect(
        "use_join_code", {"tenant": record.tenant, "id": record.id, "now": to_micros(now)}, contested=True
    )


def revoked(record: JoinCode, now: datetime) -> Effect:
    """Make one code worthless at once."""
    params = {"tenant": record.tenant, "id": record.id, "revoked_at": to_micros(now)}
    return Effect("revoke_join_code", params)


def revoked_for_team(key: TeamKey, now: datetime) -> Effect:
    """Make every code of a team's volunteers worthless at once."""
    return Effect("revoke_team_codes", {"tenant": key[0], "team_id": key[1], "revoked_at": to_micros(now)})


def wrong_try(try_id: str, line: str, now: datetime) -> Effect:
    """Remember a wrong code, so that the limit holds across restarts."""
    return Effect("add_join_try", {"id": try_id, "line": line, "tried_at": to_micros(now)})
