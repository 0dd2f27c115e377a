"""Takes out of what one person wrote just now the beginning of a number that their next message ended."""

from collections.abc import Sequence
from datetime import datetime

from storage.effects import Effect
from storage.records.moments import to_micros
from storage.sources import json_list


def taken_out(
    part: str,
    hidden: str,
    *,
    contact_key: str,
    person: tuple[str, str],
    teams: Sequence[str],
    since: datetime,
) -> list[Effect]:
    """Where their words end with ``part``, ``hidden`` stands from now on: in their notes and questions, in
    those of the days of ``teams``, and in updates that were set aside."""
    tenant, person_id = person
    what = {"part": part, "hidden": hidden}
    theirs = {"tenant": tenant, "person_id": person_id, **what, "since": to_micros(since)}
    own = [
        Effect("unsay_in_reports", theirs),
        Effect("unsay_in_difficulties", theirs),
        Effect("unsay_in_help_requests", theirs),
        Effect("unsay_in_signups", theirs),
        Effect("unsay_in_questions", theirs),
        Effect("unsay_in_day_forms", {**theirs, "teams": json_list(teams)}),
    ]
    return [*(own if person_id else ()), Effect("unsay_in_set_aside", {"key": contact_key, **what})]
