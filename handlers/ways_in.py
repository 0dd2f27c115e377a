"""Where people find the bot: a team's own account first, then its commune's, then its province's.

An account that is full is passed over: newcomers get the next one, or the web link.
"""

from collections.abc import Iterator
from typing import Any

from handlers.allowance import SCARCE
from handlers.messages import Inbound
from handlers.turn import Turn
from storage import bot_accounts
from storage.bot_accounts import AccountCard, AccountKey
from storage.records.team import Team
from storage.sources import Need


def needs(tenant: str, team_id: str = "") -> Iterator[Need[Any, Any]]:
    """What has to be read to know the ways into a team, or into a unit without one."""
    yield bot_accounts.near.of((tenant, team_id))


def accounts(turn: Turn, team: Team) -> list[AccountCard]:
    """The bots of a team, nearest first; those of other teams and communes are none of its business."""
    near = turn.facts.get(bot_accounts.near.of((team.tenant, team.id))) or []
    rank = {team.unit_code: 1, team.tenant: 2}
    ranked = [(0 if card.team_id else rank.get(card.unit_code, 3), card) for card in near]
    return [card for _, card in sorted((one for one in ranked if one[0] < 3), key=lambda one: one[0])]


def links(turn: Turn, team: Team) -> list[str]:
    """The links that open a chat, with ``{code}`` in them where they can carry one: of each platform the
    nearest bot with room, else the one that everybody shares."""
    found: dict[str, str] = {}
    for card in accounts(turn, team):
        if card.link and has_room(turn, card):
            found.setdefault(card.channel, card.link)
    shared = [link for (channel, _), link in turn.desk.start_links.items() if channel not in found]
    return list(dict.fromkeys([*found.values(), *shared]))


def room(turn: Turn, card: AccountCard) -> int:
    """How many people a bot may reach; 0 where nobody counts them."""
    return turn.desk.allowance.people if card.channel == SCARCE else 0


def has_room(turn: Turn, card: AccountCard) -> bool:
    """Whether a newcomer finds room on a bot."""
    return card.channel != SCARCE or not turn.desk.allowance.full(card.people)


def here(inbound: Inbound) -> Need[AccountKey, AccountCard]:
    """What has to be read to know whether the bot written to is full."""
    return bot_accounts.by_account.of((inbound.channel, inbound.account))


def sent_on(turn: Turn, link: str) -> bool:
    """Whether a stranger writes to a bot without room, and is told of ``link`` instead: the platform would
    soon take no answer for them."""
    card = turn.facts.get(here(turn.inbound))
    full = turn.actor.person is None and card is not None and not has_room(turn, card)
    if full:
        turn.say(turn.text("join-full", people=turn.desk.allowance.people, link=link))
    return full
