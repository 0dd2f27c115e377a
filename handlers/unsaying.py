"""Takes the beginning of a number out of what was written down, once the next message has ended it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.privacy_filter.shadow import HIDDEN
from handlers.turn import Turn
from storage import unsaid

_SINCE = timedelta(minutes=10)
"""What was written longer ago holds no beginning: a number waits a few minutes for its rest."""


def unsay(turn: Turn) -> bool:
    """Hide in the form under way, and in what was kept of the messages before, what they said of the number;
    whether that had been hidden when they came, and the person heard so."""
    parts = turn.desk.begun(turn.inbound.sealed_begun)
    plain = [part for part in parts if HIDDEN not in part]
    for part in plain:
        hidden = HIDDEN * len(part)
        if turn.session is not None:
            turn.session = replace(turn.session, draft=_without(dict(turn.session.draft), part, hidden))
        contact, (tenant, person_id) = turn.actor.contact, turn.actor.key
        turn.note(
            *unsaid.taken_out(
                part,
                hidden,
                contact_key=contact.key if contact else "",
                person=(tenant, person_id),
                teams=turn.actor.led,
                since=turn.now - _SINCE,
            )
        )
    return bool(parts) and not plain


def _without(value: Any, part: str, hidden: str) -> Any:
    if isinstance(value, dict):
        return {name: _without(inner, part, hidden) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without(inner, part, hidden) for inner in value]
    ends = isinstance(value, str) and value.rstrip().endswith(part)
    return value.rstrip().removesuffix(part) + hidden if ends else value
