"""Codes that let people into a team: drawn, written in groups, and put into links."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from handlers import ways_in
from handlers.privacy_filter import mask
from handlers.turn import Turn
from locales.formats import clock, local, near_day
from storage import expected, join_codes
from storage.effects import Effect
from storage.records.membership import Role
from storage.records.roster import Expected
from storage.records.team import JoinCode, Team
from storage.sources import TeamKey

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


def personal(turn: Turn, team: Team, expected_id: str) -> JoinCode:
    """A new code for one volunteer whose name stands on the leader's list."""
    return drawn(turn, team, Role.VOLUNTEER).model_copy(update={"max_uses": 1, "expected_id": expected_id})


def for_unit(turn: Turn, unit_code: str, expected_id: str, lives: timedelta) -> JoinCode:
    """A new personal code for who is to coordinate a unit."""
    return JoinCode(
        tenant=turn.actor.tenant,
        id=turn.new_id(),
        code=typeable(turn.desk.new_code),
        unit_code=unit_code,
        role=Role.COORDINATOR,
        max_uses=1,
        expires_at=turn.now + lives,
        created_by=turn.actor.key[1],
        expected_id=expected_id,
        created_at=turn.now,
    )


def unlisted(turn: Turn, team: TeamKey, gone: Sequence[Expected]) -> list[Effect]:
    """Take names off the list, and their codes out of use."""
    ids = {one.id for one in gone}
    codes = turn.facts.get(join_codes.of_team.of(team)) or []
    return [
        *(expected.dropped(one) for one in gone),
        *(join_codes.revoked(one, turn.now) for one in codes if one.expected_id in ids),
    ]


def typeable(new_code: Callable[[], str]) -> str:
    """A code that reaches us when it is typed: with a digit, so that it is no word, and nothing that the
    privacy filter takes for a number plate or a passport."""
    while True:
        code = new_code()
        if _arrives(code):
            return code


def several(new_code: Callable[[], str], count: int) -> list[str]:
    """So many typeable codes; looked at together, because nearly all of them are."""
    drawn = [new_code() for _ in range(count)]
    if _untouched("\n".join(form for code in drawn for form in _forms(code))):
        return [code if not code.isalpha() else typeable(new_code) for code in drawn]
    return [code if _arrives(code) else typeable(new_code) for code in drawn]


def _arrives(code: str) -> bool:
    return not code.isalpha() and all(map(_untouched, _forms(code)))


def _forms(code: str) -> tuple[str, str, str]:
    return code, code.lower(), grouped(code)


def _untouched(text: str) -> bool:
    return mask(text).text == text


def grouped(code: str) -> str:
    """BK7M-2QXA: how a code is shown and read aloud."""
    return f"{code[:4]}-{code[4:]}"


def web_link(turn: Turn, code: str) -> str:
    """The page that opens the web chat with ``code`` in it."""
    return f"{turn.desk.public_url}/?start={code}"


def links(turn: Turn, code: str, team: Team) -> str:
    """Every way to open a chat of ``team`` with ``code`` in it, a line each; the web chat is always among
    them. Where a link cannot carry the code, it says what to type."""
    found = [
        link.replace("{code}", code)
        if "{code}" in link
        else turn.text("inviting-then-type", link=link, code=grouped(code))
        for link in ways_in.links(turn, team)
    ]
    return "\n".join(dict.fromkeys([*found, web_link(turn, code)]))


def scanned(turn: Turn, code: str, team: Team) -> str:
    """What the QR code of a join code leads to: a team's own bot, else the web chat."""
    own = next((one for one in ways_in.accounts(turn, team) if ways_in.has_room(turn, one)), None)
    return own.link.replace("{code}", code) if own and own.link else web_link(turn, code)


def doors(turn: Turn, team: Team) -> str:
    """Where the chat of ``team`` is found by whoever holds a code; the web chat is always among them."""
    found = [link.partition("?")[0] for link in ways_in.links(turn, team)]
    return " · ".join(dict.fromkeys([*found, turn.desk.public_url]))


def until(turn: Turn, moment: datetime) -> str:
    """When something ends: 7h25 Thứ Hai 30/11."""
    return f"{clock(moment)} {near_day(local(moment).date(), turn.words.language)}"
