"""Erase a person: what names, reaches or quotes them goes, what counts stays and leads to nobody.

What counts is moved to a new, nameless person (as two persons become one in ``one_person``), so that every
total stays what it was, also those that count people. Consents and requests, which have to be kept as proof,
get another key of their own, and statements of hours none: no two of the three can be laid side by side.
"""

import json
import re
from datetime import datetime
from typing import Any

from storage import one_person, people
from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.person import Person
from storage.rights import tombstone
from storage.sources import PersonKey, json_list

_OWN_WAY = ("join_1_membership", "join_2_memberships")
"""What two persons who become one share; whoever goes shares no role with nobody."""


def erased(gone: PersonKey, nobody: Person, proof: str, now: datetime) -> list[Effect]:
    """Everything that is written when the person ``gone`` is erased and becomes ``nobody``.

    ``nobody`` begins with a day, not with the moment of the erasure, which stands in the proof."""
    tenant, person_id = gone
    alone = {"tenant": tenant, "gone": person_id}
    ended = {**alone, "nobody": nobody.id, "day": to_micros(nobody.created_at)}
    timed = {**alone, "now": to_micros(now)}
    proven = {**alone, "proof": proof}
    moved = one_person.joined(tenant, person_id, nobody.id, now)
    return [
        Effect("erase_1_attendance_corrections", alone),
        Effect("erase_1_attendances", timed),
        Effect("erase_1_attention", alone),
        Effect("erase_1_case_events", alone),
        Effect("erase_1_cases", alone),
        Effect("erase_1_code_tries", alone),
        Effect("erase_1_consents", proven),
        Effect("erase_1_data_links", alone),
        Effect("erase_1_day_forms", alone),
        Effect("erase_1_difficulties", alone),
        Effect("erase_1_enter_links", alone),
        Effect("erase_1_expected_members", alone),
        Effect("erase_1_faq_questions", alone),
        Effect("erase_1_faq_questions_settled", alone),
        Effect("erase_1_good_models", alone),
        Effect("erase_1_help_reports", alone),
        Effect("erase_1_help_requests", timed),
        Effect("erase_1_inbox", alone),
        Effect("erase_1_job_runs", alone),
        Effect("erase_1_join_tries", alone),
        Effect("erase_1_link_codes", alone),
        Effect("erase_1_memberships", ended),
        Effect("erase_1_offer_asks", alone),
        Effect("erase_1_outbox", alone),
        Effect("erase_1_photo_images", alone),
        Effect("erase_1_pins", alone),
        Effect("erase_1_photos", alone),
        Effect("erase_1_rights_requests", proven),
        Effect("erase_1_role_offers", alone),
        Effect("erase_1_sessions", alone),
        Effect("erase_1_shift_offers", timed),
        Effect("erase_1_signups", alone),
        Effect("erase_1_signups_ahead", timed),
        Effect("erase_1_statements", alone),
        Effect("erase_1_web_messages", alone),
        Effect("erase_1_web_sessions", alone),
        Effect("erase_2_contacts", alone),
        *(one for one in moved if not one.name.startswith(_OWN_WAY)),
        Effect("keep_erasure", {"person_hash": tombstone(gone), "erased_at": to_micros(now)}),
        people.saved(nobody),
    ]


async def blotted(tx: Tx, gone: PersonKey, name: str, short: str, blot: str) -> list[Effect]:
    """Take the person's name out of what others around them were told lately and is still kept; ``blot``
    stands instead.

    In web chats and offered choices that is also the ``short`` one they are called by; in drafts and messages
    still to be sent only the whole name, because a short one is also a word ("Bình").
    """
    beside = await tx.all("chats_beside", tenant=gone[0], person_id=gone[1])
    if not beside or not name:
        return []
    written, whole = _written(name, short), _written(name)
    chats = json_list(row["chat"] for row in beside if row["channel"] == "web")
    lines = json_list(row["person_id"] for row in beside)
    return [
        *(
            Effect("blot_web_message", {"chat": row["chat"], "id": row["id"], "body": body})
            for row in await tx.all("said_in_web_chats", chats=chats)
            if (body := _without(row["body"], written, blot, ascii_only=True)) != row["body"]
        ),
        *(
            Effect("blot_session", {"line": row["line"], "body": body, "offered": offered})
            for row in await tx.all("said_in_sessions", lines=lines)
            if (
                body := _without(row["body"], whole, blot),
                offered := _without(row["offered"], written, blot),
            )
            != (row["body"], row["offered"])
        ),
        *(
            Effect("blot_outbound", {"id": row["id"], "payload": payload})
            for row in await tx.all("owed_to_people", tenant=gone[0], people=lines)
            if (payload := _without(row["payload"], whole, blot)) != row["payload"]
        ),
    ]


def _written(*names: str) -> re.Pattern[str]:
    """Any of ``names`` as words of their own, the longest first."""
    longest = sorted({name for name in names if name}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest))


def _without(text: str, written: re.Pattern[str], blot: str, *, ascii_only: bool = False) -> str:
    """A JSON text with ``blot`` for the names in its strings; as it was where there are none."""
    if not text:
        return text
    body = json.loads(text)
    cleaned = _replaced(body, written, blot)
    return text if cleaned == body else json.dumps(cleaned, ensure_ascii=ascii_only, separators=(",", ":"))


def _replaced(value: Any, written: re.Pattern[str], blot: str) -> Any:
    if isinstance(value, str):
        return written.sub(blot, value)
    if isinstance(value, list):
        return [_replaced(one, written, blot) for one in value]
    if isinstance(value, dict):
        return {key: _replaced(one, written, blot) for key, one in value.items()}
    return value
