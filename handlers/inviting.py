"""Codes that let people into a team: drawn, written in groups, and put into links."""

from collections.abc import Callable
from datetime import datetime, timedelta

from handlers.privacy_filter import mask
from handlers.turn import Turn
from locales.formats import clock, local, near_day
from storage.records.membership import Role
from storage.records.team import JoinCode, Team

VALID = timedelta(days=7)
MOST_VOLUNTEERS = 50


def drawn(turn: Turn, team: Team, role: Role) -> JoinCode:
    """A new code: for many volunteers, or personal for one leader or deputy."""
    return JoinCode(
        tenant=team.tenant,
        id=turn.new_id(),
        code=typeable(turn.desk.new_code),
        team_id=team.id,
        role=role,
        max_uses=MOST_VOLUNTEERS if role is Role.VOLUNTEER else 1,
        expires_at=turn.now + VALID,
        created_by=turn.actor.key[1],
        created_at=turn.now,
    )


def typeable(new_code: Callable[[], str]) -> str:
    """A code that reaches us when it is typed: with a digit, so that it is no word, and nothing that the
    privacy filter takes for a number plate or a passport."""
    while True:
        code = new_code()
        hidden = any(mask(form).text != form for form in (code, code.lower(), grouped(code)))
        if not hidden and not code.isalpha():
            return code


def grouped(code: str) -> str:
    """BK7M-2QXA: how a code is shown and read aloud."""
    return f"{code[:4]}-{code[4:]}"


def web_link(turn: Turn, code: str) -> str:
    """The page that opens the web chat with ``code`` in it."""
    return f"{turn.desk.public_url}/?start={code}"


def links(turn: Turn, code: str) -> str:
    """Every way to open a chat with ``code`` in it, a line each; the web chat is always among them. Where a
    link cannot carry the code, it says what to type."""
    found = [
        link.replace("{code}", code)
        if "{code}" in link
        else turn.text("inviting-then-type", link=link, code=grouped(code))
        for link in turn.desk.start_links.values()
    ]
    return "\n".join(dict.fromkeys([*found, web_link(turn, code)]))


def until(turn: Turn, moment: datetime) -> str:
    """When something ends: 7h25 Thứ Hai 30/11."""
    return f"{clock(moment)} {near_day(local(moment).date(), turn.words.language)}"
