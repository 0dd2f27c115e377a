"""What is worth an entry in the audit log, read off the effects themselves: no conversation can forget it.

Entries name ids, roles and settings, never a name, a number or a person's words. People's own ordinary work
(check-ins, reports, sign-ups) is no entry, and what a table of its own keeps step by step (the course of a
case, changes of the rota, consents) is not kept twice.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage import audit
from storage.effects import Effect

BOT = "bot"
"""Who acts when nobody asked."""
OPERATOR = "operator"
"""Whoever has the command line."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The entry for one statement: ``subject`` is the kind and the column of its id, ``told`` are columns
    that say more, ``worth`` tells whether these parameters make an entry at all."""

    what: str
    subject: tuple[str, str] = ("", "")
    told: tuple[str, ...] = ()
    worth: Callable[[Mapping[str, Any]], bool] = lambda _: True


_MEMBERSHIP, _TEAM, _CODE = ("membership", "id"), ("team", "id"), ("code", "id")
ROLES: Mapping[str, Kind] = {
    "add_membership": Kind(
        "role given", ("person", "person_id"), ("role", "team_id", "unit_code", "pending")
    ),
    "accept_membership": Kind("newcomer accepted", _MEMBERSHIP),
    "refuse_membership": Kind("membership ended", _MEMBERSHIP),
    "reopen_membership": Kind("membership ended taken back", _MEMBERSHIP),
    "end_membership": Kind("membership ended", _MEMBERSHIP),
    "promote_membership": Kind("role changed", _MEMBERSHIP, ("was", "role")),
    "join_2_memberships": Kind("two persons made one", ("person", "kept"), ("gone",)),
    "add_join_code": Kind("join code made", _CODE, ("role", "team_id", "unit_code", "max_uses")),
    "revoke_join_code": Kind("join code revoked", _CODE),
    "revoke_team_codes": Kind("join codes revoked", ("team", "team_id")),
    "undo_2_join_codes": Kind("join code of a list taken back", ("expected", "id")),
    "give_contact": Kind("chat joined", ("person", "person_id")),
    "cut_contact": Kind("chat cut off"),
}
"""Who may do what, and by which chat."""
SETTINGS: Mapping[str, Kind] = {
    "save_tenant": Kind("tenant set", ("tenant", "tenant"), ("closes_minute",)),
    "found_tenant": Kind("tenant set", ("tenant", "tenant")),
    "set_controller": Kind("controller named", ("tenant", "tenant"), ("controller_name",)),
    "set_closing": Kind("closing hour set", ("tenant", "tenant"), ("closes_minute",)),
    "set_week": Kind("week set", ("tenant", "tenant"), ("week_starts", "cutoff_minute")),
    "save_campaign": Kind("campaign set", ("campaign", "id"), ("starts_on", "ends_on", "exercise", "photos")),
    "save_team": Kind("team set", _TEAM, ("unit_code", "campaign_id", "digest_minute", "closed_at")),
    "change_team": Kind("team set", _TEAM, ("unit_code", "closed_at")),
    "reopen_team": Kind("team set", _TEAM),
    "set_team_organisation": Kind("team set", _TEAM, ("organisation_id",)),
    "undo_4_team": Kind("team of a list taken back", _TEAM),
    "undo_6_moved": Kind("team set", _TEAM, ("was",)),
    "set_digest_minute": Kind("digest hour set", _TEAM, ("digest_minute",)),
    "save_place": Kind("place set", ("place", "id"), ("team_id", "closed_at")),
    "save_place_point": Kind("place point set", ("place", "id"), ("team_id", "radius_m")),
    "remove_place_point": Kind("place point removed", ("place", "id")),
    "save_case_wait": Kind("hours for an answer set", told=("code", "hours")),
}
"""How things are done."""
CORRECTIONS: Mapping[str, Kind] = {
    "add_help_report": Kind(
        "report corrected",
        ("report", "id"),
        ("replaces", "person_id"),
        lambda given: given["told_by"] not in ("", given["person_id"]),
    ),
    "decide_help_report": Kind("report decided", ("report", "id"), ("state",)),
    "add_day_form": Kind(
        "team's day corrected", ("team", "team_id"), ("day_on",), lambda given: bool(given["replaces"])
    ),
    "add_tick": Kind("presence told for others", ("team", "team_id")),
    "undo_tick": Kind("presence told taken back", ("tick", "id")),
    "drop_expected": Kind("expected name dropped", ("expected", "id")),
    "keep_erasure": Kind("person erased"),
    "unlink_4_campaigns": Kind("campaign unlinked from its people", ("campaign", "campaign_id")),
}
"""Records of others, or of a day, that somebody changed."""
SENT: Mapping[str, Kind] = {
    "add_broadcast": Kind("text sent to many", ("broadcast", "id"), ("team_id", "unit_code", "audience")),
    "decide_broadcast": Kind("text to many decided by a second person", ("broadcast", "id"), ("state",)),
}
"""What goes to many people at once."""
TAKEN_OUT: Mapping[str, Kind] = {
    "add_statement": Kind("statement of hours made", ("person", "person_id"), ("from_on", "to_on")),
}
"""What leaves with a person's data on it."""
AUDITED: Mapping[str, Kind] = {**ROLES, **SETTINGS, **CORRECTIONS, **SENT, **TAKEN_OUT}


def entries(effects: Iterable[Effect], *, by: str, at: datetime, tenant: str = "") -> list[Effect]:
    """The entries for ``effects`` that ``by`` wants written; ``tenant`` is that of effects that name none."""
    return [
        _entry(AUDITED[one.name], one.params, by, at, tenant)
        for one in effects
        if one.name in AUDITED and AUDITED[one.name].worth(one.params)
    ]


def _entry(kind: Kind, given: Mapping[str, Any], by: str, at: datetime, tenant: str) -> Effect:
    named, column = kind.subject
    subject = f"{named}:{given[column]}" if named else ""
    detail = " ".join(f"{name}={given[name]}" for name in kind.told if given[name] not in ("", None))
    return audit.noted(str(given.get("tenant", tenant)), at, by, kind.what, subject, detail)
