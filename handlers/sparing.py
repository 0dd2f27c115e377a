"""Where a bot's month will not do, the shorter way is taught with an answer that is due anyway."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from handlers import signing
from handlers.conversation import Opening
from handlers.messages import Inbound
from handlers.turn import Turn
from locales.formats import local
from storage import account_use, signups
from storage.account_use import UsePeriod
from storage.records.team import TeamCard
from storage.sources import Need

HEARS_OF_CODES = timedelta(days=30)
"""How long after its leader last looked at a code a team is taken to use them."""


def needs(opening: Opening) -> Iterator[Need[Any, Any]]:
    """What the bot has spent this month, and whether the person's teams sign up."""
    if opening.plenty:
        return
    yield account_use.of_month.of(_month(opening.inbound, opening.now))
    for one in opening.actor.in_teams:
        yield signups.used.of(signing.around((one.tenant, one.team_id), opening.now))


def uses_codes(turn: Turn, team: TeamCard) -> bool:
    """Whether people of ``team`` see codes that prove when they came."""
    return team.code_shown_at is not None and turn.now - team.code_shown_at < HEARS_OF_CODES


def one_message(turn: Turn, team: TeamCard) -> bool:
    """Whether people of ``team`` are better off telling a whole shift at its end. Not where somebody waits
    for them to come, or a code proves it: there a check-in is worth its message."""
    if turn.plenty or uses_codes(turn, team):
        return False
    use = turn.facts.get(account_use.of_month.of(_month(turn.inbound, turn.now)))
    signed = turn.facts.get(signups.used.of(signing.around((team.tenant, team.id), turn.now)))
    return use is not None and not signed and not turn.desk.allowance.lasts(use, turn.today_on)


def _month(inbound: Inbound, now: datetime) -> UsePeriod:
    return inbound.channel, inbound.account, local(now).date().isoformat()[:7]
