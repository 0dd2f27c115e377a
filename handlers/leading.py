"""Which team a leader's conversation is about: the one a button names, the only one led, or one chosen here.

The argument of such a conversation begins with the team's id; more may follow after a colon. A team that
whoever asks may not lead looks like one that does not exist, whether an old button, a forged one or a
guess named it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from handlers.conversation import Opening, action
from handlers.messages import Button
from handlers.permissions import Actor, may_lead
from handlers.turn import Turn
from locales.formats import sort_name
from storage import teams
from storage.fold import fold
from storage.records.team import TeamCard
from storage.records.unit import CENTRE
from storage.sources import Need, TeamKey

PAGE = 8
"""Teams offered at once; a province has hundreds."""
_PAGE_MARK = "*"
FIRST_PAGE = f"{_PAGE_MARK}0"
"""The argument that offers the teams even where there is only one."""


def asked(actor: Actor, arg: str) -> str:
    """The id of the team that ``arg`` names, or of the only one there is; empty when it must be chosen."""
    named = arg.partition(":")[0]
    if named and not named.startswith(_PAGE_MARK) and not _sought(named):
        return named
    return actor.led[0] if not arg and len(actor.led) == 1 and not actor.coordinated else ""


def keys(opening: Opening, conversation: str) -> list[TeamKey]:
    """The teams this turn may be about: the one asked for, and that of its form under way."""
    named = {asked(opening.actor, opening.arg)}
    if opening.session and opening.session.form == conversation:
        named.add(str(opening.session.draft.get("team", "")))
    return [(opening.actor.tenant, one) for one in sorted(named) if one]


def needs(opening: Opening, conversation: str) -> Iterator[Need[Any, Any]]:
    """What has to be read to find the team, or to choose one."""
    for key in keys(opening, conversation):
        yield teams.card.of(key)
    if not asked(opening.actor, opening.arg):
        for one in opening.actor.led:
            yield teams.card.of((opening.actor.tenant, one))
        if opening.actor.coordinated:
            yield teams.of_tenant.of(opening.actor.tenant)


def team(turn: Turn, team_id: str) -> TeamCard | None:
    """The open team with this id, if whoever asks may lead it."""
    card = turn.facts.get(teams.card.of((turn.actor.tenant, team_id))) if team_id else None
    return card if card and card.closed_at is None and turn.leads(card) else None


def of_form(turn: Turn) -> TeamCard | None:
    """The team of the form under way, if whoever fills it may still lead it."""
    return team(turn, str(turn.session.draft.get("team", ""))) if turn.session else None


def back(turn: Turn, team: TeamCard) -> Button:
    """The way back to what a leader can do for the team."""
    return Button(turn.text("leader-back"), action("team", team.id))


def choose(turn: Turn, conversation: str, arg: str, *, more: Sequence[Button] = ()) -> None:
    """Offer the teams, each button opening ``conversation`` for one, and ``more`` below them; say so where
    ``arg`` was no team.

    ``arg`` may also be a page, or words of a name that was sought.
    """
    if asked(turn.actor, arg):
        turn.say(turn.text("team-gone"), [[Button(turn.text("menu-open"), action("help"))]])
        return
    led = _all_led(turn)
    page, words = _page(arg), "" if arg.startswith(_PAGE_MARK) else fold(arg)
    cards = [card for card in led if words in fold(named(turn, card))]
    if not cards:
        start = [Button(turn.text("menu-new-team"), action("new_team"))] if turn.actor.coordinated else []
        turn.say(turn.text("leader-not-found" if led else "leader-no-team"), [more or start])
        return
    shown = cards[page * PAGE : (page + 1) * PAGE] or cards[:PAGE]
    rows = [[Button(named(turn, card), action(conversation, card.id))] for card in shown]
    if (page + 1) * PAGE < len(cards) and not words:
        onward = action(conversation, f"{_PAGE_MARK}{page + 1}")
        rows.append([Button(turn.text("leader-more-teams"), onward)])
    rows.append([*more])
    turn.say(turn.text("leader-which", count=len(cards), many="yes" if len(cards) > PAGE else "no"), rows)


def named(turn: Turn, card: TeamCard) -> str:
    """The team's name, with its commune where the name does not say it."""
    unit = turn.desk.units.unit(card.unit_code)
    return card.name if unit is None or fold(unit.name) in fold(card.name) else f"{card.name} · {unit.name}"


def also(turn: Turn, what: str) -> str:
    """``what`` as one more part of a sentence; nothing where there is nothing to add."""
    return turn.text("leader-also", what=what) if what else ""


def unit_named(turn: Turn, code: str) -> str:
    """The unit with its kind: Phường Đống Đa; empty for a code that is no unit."""
    if code == CENTRE:
        return turn.text("unit-centre")
    unit = turn.desk.units.unit(code)
    return turn.text("unit-named", kind=unit.kind, unit=unit.name) if unit else ""


def _all_led(turn: Turn) -> list[TeamCard]:
    cards = [turn.facts.get(teams.card.of((turn.actor.tenant, one))) for one in turn.actor.led]
    if turn.actor.coordinated:
        cards += turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
    found = {card.id: card for card in cards if card and card.closed_at is None}
    led = [card for card in found.values() if may_lead(turn.actor, card)]
    return sorted(
        led, key=lambda card: (fold(unit_named(turn, card.unit_code)), sort_name(card.name), card.id)
    )


def _sought(words: str) -> bool:
    """Whether an argument is words to look for: ids have a hyphen and no spaces."""
    return "-" not in words or " " in words


def _page(arg: str) -> int:
    number = arg.removeprefix(_PAGE_MARK)
    return int(number) if arg.startswith(_PAGE_MARK) and number.isdecimal() and len(number) < 4 else 0
