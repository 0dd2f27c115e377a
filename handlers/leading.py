"""Which team a leader's conversation is about: the one a button names, the only one led, or one chosen here.

A conversation carries the team's id as its argument. A team that ``actor`` may not lead looks like one
that does not exist, whether it was named by an old button, a forged one or a guess.
"""

from collections.abc import Iterator
from typing import Any

from handlers.conversation import action
from handlers.messages import Button
from handlers.permissions import Actor, may_lead
from handlers.turn import Turn
from locales.formats import sort_name
from storage import teams
from storage.fold import fold
from storage.records.team import TeamCard
from storage.sources import Need

PAGE = 8
"""Teams offered at once; a province has hundreds."""
_MORE = "*"


def asked(actor: Actor, arg: str) -> str:
    """The id of the team that ``arg`` names, or of the only one there is; empty when it must be chosen."""
    if arg.startswith(_MORE):
        return ""
    return arg or (actor.led[0] if len(actor.led) == 1 and not actor.coordinated else "")


def needs(actor: Actor, team_id: str) -> Iterator[Need[Any, Any]]:
    """What has to be read to find the team, or to choose one."""
    for one in {team_id} if team_id else actor.led:
        yield teams.card.of((actor.tenant, one))
    if not team_id and actor.coordinated:
        yield teams.of_tenant.of(actor.tenant)


def team(turn: Turn, team_id: str) -> TeamCard | None:
    """The open team with this id, if whoever asks may lead it."""
    card = turn.facts.get(teams.card.of((turn.actor.tenant, team_id))) if team_id else None
    return card if card and card.closed_at is None and may_lead(turn.actor, card) else None


def all_led(turn: Turn) -> list[TeamCard]:
    """Every team to choose from; read with ``needs`` of no team."""
    cards = [turn.facts.get(teams.card.of((turn.actor.tenant, one))) for one in turn.actor.led]
    if turn.actor.coordinated:
        cards += turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
    open_cards = {card.id: card for card in cards if card and card.closed_at is None}
    led = [card for card in open_cards.values() if may_lead(turn.actor, card)]
    return sorted(led, key=lambda card: (_unit(turn, card), sort_name(card.name), card.id))


def choose(turn: Turn, conversation: str, arg: str) -> None:
    """Offer the teams with buttons that open ``conversation`` for one; say so where ``arg`` was no team."""
    if asked(turn.actor, arg):
        turn.say(turn.text("team-gone"), [[Button(turn.text("menu-open"), action("help"))]])
        return
    cards = all_led(turn)
    if not cards:
        start = [Button(turn.text("menu-new-team"), action("new_team"))] if turn.actor.coordinated else []
        turn.say(turn.text("leader-no-team"), [start])
        return
    page = int(arg[1:]) if arg[1:].isdecimal() and len(arg) < 6 else 0
    shown = cards[page * PAGE : (page + 1) * PAGE] or cards[:PAGE]
    rows = [[Button(named(turn, card), action(conversation, card.id))] for card in shown]
    if (page + 1) * PAGE < len(cards):
        rows.append([Button(turn.text("leader-more-teams"), action(conversation, f"{_MORE}{page + 1}"))])
    turn.say(turn.text("leader-which", count=len(cards)), rows)


def named(turn: Turn, card: TeamCard) -> str:
    """The team's name, with its commune where the name does not say it."""
    unit = turn.desk.units.unit(card.unit_code)
    return card.name if unit is None or fold(unit.name) in fold(card.name) else f"{card.name} · {unit.name}"


def _unit(turn: Turn, card: TeamCard) -> str:
    unit = turn.desk.units.unit(card.unit_code)
    return fold(unit.name) if unit else ""
