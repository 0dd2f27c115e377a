"""Whose roll-up a coordinator's conversation is about, of which week, and what to do with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.conversation import Opening, action
from handlers.days import day_on, in_compact, read_compact
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Actor
from handlers.turn import Turn
from handlers.weekly.compose import Composed, composed, draft_of
from storage import week_pictures
from storage.records.period import Period
from storage.records.rollup import Rollup
from storage.records.unit import CENTRE
from storage.sources import Need
from storage.week_pictures import WeekKey, WeekPicture


@dataclass(frozen=True, slots=True)
class Asked:
    """``verb``, ``unit`` and the week's first day (ISO text) as far as a button said them, then the rest."""

    verb: str = ""
    unit: str = ""
    since_on: str = ""
    rest: tuple[str, ...] = ()


def read(arg: str, verbs: Sequence[str]) -> Asked:
    """What an argument asks for; one that names no verb asks for nothing in particular."""
    verb, *parts = arg.split(":")
    if verb not in verbs:
        return Asked()
    unit, since, *rest = [*parts, "", ""]
    day = read_compact(since)
    return Asked(verb, unit, day.isoformat() if day else "", tuple(one for one in rest if one))


def asking(conversation: str, verb: str, unit: str, period: Period, *rest: str) -> str:
    """The payload of a button that asks so."""
    return action(conversation, ":".join((verb, unit, in_compact(period.since), *rest)))


def own_units(actor: Actor) -> tuple[str, ...]:
    """The units whose roll-ups this person writes: the centre, the province, or their communes."""
    if actor.central:
        return (CENTRE,)
    return (actor.tenant,) if actor.tenant in actor.coordinated else actor.coordinated


def unit_of(actor: Actor, asked: str) -> str:
    """The unit that is meant: the one asked for, if it is theirs, or the only one; empty when it must be
    chosen."""
    own = own_units(actor)
    if asked:
        return asked if asked in own else ""
    return own[0] if len(own) == 1 else ""


def key_of(actor: Actor, asked: Asked, now: datetime) -> WeekKey | None:
    """The week that is meant."""
    unit = unit_of(actor, asked.unit)
    return (actor.tenant, unit, asked.since_on, day_on(now)) if unit else None


def needs(opening: Opening, asked: Asked) -> Iterator[Need[Any, Any]]:
    """The week of the unit that is meant."""
    key = key_of(opening.actor, asked, opening.now)
    if key:
        yield week_pictures.of_unit.of(key)


def picture(turn: Turn, asked: Asked) -> WeekPicture | None:
    """The week of the unit that is meant; None where it must be chosen, or is not theirs."""
    key = key_of(turn.actor, asked, turn.now)
    return turn.facts.get(week_pictures.of_unit.of(key)) if key else None


def choose(turn: Turn, conversation: str, verb: str) -> None:
    """Offer the units of somebody who coordinates several."""
    rows = [
        [Button(unit_named(turn, code), action(conversation, f"{verb}:{code}"))]
        for code in own_units(turn.actor)
    ]
    turn.say(turn.text("weekly-which"), rows)


def drafted(turn: Turn, seen: WeekPicture) -> tuple[Rollup, Composed]:
    """The edition that is being written, and what it would say now."""
    draft = draft_of(seen, turn.now)
    return draft, composed(seen, draft, lambda code: unit_named(turn, code), turn.now)
