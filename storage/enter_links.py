"""Links that open the web chat as a person, given out in a chat; the web channel redeems them."""

import hashlib
from datetime import datetime

from storage.effects import Effect
from storage.records.moments import to_micros
from storage.sources import PersonKey


def given(token: str, person: PersonKey, expires_at: datetime, *, uses: int = 1) -> Effect:
    """Let whoever holds ``token`` in as ``person``, ``uses`` times before ``expires_at``; only its hash is
    kept."""
    return Effect(
        "give_enter_link",
        {
            "token_hash": hashlib.sha256(token.encode()).hexdigest(),
            "tenant": person[0],
            "person_id": person[1],
            "expires_at": to_micros(expires_at),
            "uses_left": uses,
        },
    )
