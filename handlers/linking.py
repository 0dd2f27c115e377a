"""Codes that join a second chat to a person: drawn, read, and kept as hashes."""

import hashlib
import re
from datetime import timedelta

from handlers.turn import Turn
from storage.links import LinkCode

LIVES = timedelta(minutes=10)
LIVES_VOUCHED = timedelta(hours=24)
"""Of a code that a leader passes on to somebody who has lost their chat."""
_TYPED = re.compile(r"(\d{3}) ?(\d{3})")


def typed(text: str) -> str:
    """The six digits ``text`` is, with or without a space in the middle; else empty."""
    found = _TYPED.fullmatch(text.strip())
    return found[1] + found[2] if found else ""


def shown(code: str) -> str:
    """482 913: how a code is shown and read aloud."""
    return f"{code[:3]} {code[3:]}"


def hashed(code: str) -> str:
    """What is kept of a code, so that no copy of the data shows one that still works."""
    return hashlib.sha256(f"link:{code}".encode()).hexdigest()


def mark(code: str) -> str:
    """Two digits that the chat which sent ``code`` shows, and that the question whether it was theirs names:
    whoever sees none, or others, knows that it was somebody else's chat."""
    return str(10 + int(hashlib.sha256(f"mark:{code}".encode()).hexdigest(), 16) % 90)


def drawn(turn: Turn, person_id: str, lives: timedelta) -> tuple[str, LinkCode]:
    """A new code for a person, and its record."""
    digest = hashlib.sha256(turn.desk.new_token().encode()).digest()
    code = f"{int.from_bytes(digest[:8], 'big') % 10**6:06d}"
    record = LinkCode(
        tenant=turn.actor.tenant,
        id=turn.new_id(),
        person_id=person_id,
        code_hash=hashed(code),
        made_by=turn.actor.key[1],
        expires_at=turn.now + lives,
        created_at=turn.now,
    )
    return code, record


def ways(turn: Turn) -> str:
    """Every other chat there is, a line each."""
    here = (turn.inbound.channel, turn.inbound.account)
    links = [link.replace("?start={code}", "") for at, link in turn.desk.start_links.items() if at != here]
    return "\n".join(dict.fromkeys(links)) or turn.desk.public_url


def channel_named(turn: Turn, channel: str) -> str:
    """Zalo, Telegram, web."""
    known = turn.words.has(f"channel-{channel}")
    return turn.text(f"channel-{channel}") if known else turn.text("channel-other")
