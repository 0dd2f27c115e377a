"""Everything that is kept about one person, table by table: what they see, and what their copy holds.

Every table with a ``person_id`` has its query in ``sql/own_data.sql``; a test looks for forgotten ones. What
only passes (the inbox, sessions) is said in words, not copied: it is gone before anyone could read it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from storage.queries import Row, Tx
from storage.records.moments import from_micros
from storage.sources import PersonKey, Source

Held = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by table, times as aware datetimes, yes and no as such."""

_YES_NO = frozenset(
    ("of_age", "unreachable", "preferred", "pending", "answer", "approx", "by_code", "at_place", "by_leader")
)
_JSON = frozenset(("lines", "groups", "figures"))
_MESSAGES = frozenset(("payload", "body"))
"""Messages as they are stored: of these the words, without the pictures and files that went with them."""


async def _rows(tx: Tx, tenant: str, person_id: str) -> dict[str, list[Row]]:
    who = {"tenant": tenant, "person_id": person_id}
    return {
        "persons": await tx.all("own_persons", **who),
        "contacts": await tx.all("own_contacts", **who),
        "memberships": await tx.all("own_memberships", **who),
        "consents": await tx.all("own_consents", **who),
        "attendances": await tx.all("own_attendances", **who),
        "attendance_corrections": await tx.all("own_attendance_corrections", **who),
        "help_reports": await tx.all("own_help_reports", **who),
        "day_forms": await tx.all("own_day_forms", **who),
        "difficulties": await tx.all("own_difficulties", **who),
        "cases": await tx.all("own_cases", **who),
        "case_events": await tx.all("own_case_events", **who),
        "help_requests": await tx.all("own_help_requests", **who),
        "good_models": await tx.all("own_good_models", **who),
        "model_adoptions": await tx.all("own_model_adoptions", **who),
        "faq_questions": await tx.all("own_faq_questions", **who),
        "photos": await tx.all("own_photos", **who),
        "signups": await tx.all("own_signups", **who),
        "shift_offers": await tx.all("own_shift_offers", **who),
        "offer_asks": await tx.all("own_offer_asks", **who),
        "shift_changes": await tx.all("own_shift_changes", **who),
        "ticks": await tx.all("own_ticks", **who),
        "code_tries": await tx.all("own_code_tries", **who),
        "statements": await tx.all("own_statements", **who),
        "role_offers": await tx.all("own_role_offers", **who),
        "expected_members": await tx.all("own_expected_members", **who),
        "attention": await tx.all("own_attention", **who),
        "rights_requests": await tx.all("own_rights_requests", **who),
        "pins": await tx.all("own_pins", **who),
        "link_codes": await tx.all("own_link_codes", **who),
        "outbox": await tx.all("own_outbox", **who),
        "web_messages": await tx.all("own_web_messages", **who),
    }


async def held(tx: Tx, key: PersonKey) -> Held:
    """What is kept about the person; tables that hold nothing of them are left out."""
    found = await _rows(tx, *key)
    return {table: [_told(row) for row in rows] for table, rows in found.items() if rows}


async def _of_people(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, Held]:
    # Whoever asks for everything asks about themselves: there is no batch of such questions.
    return {key: await held(tx, key) for key in keys}


of_person = Source("own_data", _of_people)


def _told(row: Row) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in dict(row).items()}


def _value(name: str, value: Any) -> Any:
    if value is None or value == "":
        return value
    if name == "at" or name.endswith("_at"):
        return from_micros(value)
    if name in _JSON:
        return json.loads(value)
    if name in _MESSAGES:
        return json.loads(value).get("text", "")
    return bool(value) if name in _YES_NO and isinstance(value, int) else value
