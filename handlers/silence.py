"""What the radar says to whoever coordinates a unit: teams that should be at work and are not heard of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.conversation import action
from handlers.days import day_on, midnight
from handlers.exercise import marked
from handlers.messages import Button
from handlers.shift_told import times
from locales import Words
from locales.formats import clock, local
from storage.radar import Watch
from storage.records.radar import ExpectedTeam

GRACE = timedelta(minutes=30)
"""So long after its start a shift may still be quiet."""
MOST = 10
"""Teams, or communes, named in one message."""


@dataclass(frozen=True, slots=True)
class View:
    """What one unit sees: expected teams, the silent ones among them, as of ``at``."""

    unit_code: str
    wide: bool
    at: datetime
    teams: tuple[ExpectedTeam, ...]

    @property
    def silent(self) -> tuple[ExpectedTeam, ...]:
        """Those nothing was heard of."""
        return tuple(one for one in self.teams if one.silent)


def watch(tenant: str, at: datetime) -> Watch:
    """What the radar looks at, at ``at``."""
    return tenant, midnight(local(at).date()), at - GRACE, day_on(at)


class Views:
    """The expected teams of a moment, sorted once for everybody who looks."""

    def __init__(self, teams: Iterable[ExpectedTeam], at: datetime) -> None:
        self._at = at
        self._under: dict[tuple[str, str], list[ExpectedTeam]] = defaultdict(list)
        for one in teams:
            self._under[one.tenant, one.unit_code].append(one)
            self._under[one.tenant, one.tenant].append(one)

    def of(self, tenant: str, unit_code: str) -> View:
        """What a unit sees: its own teams, or all of them for the province."""
        own = tuple(self._under.get((tenant, unit_code), ()))
        return View(unit_code, unit_code == tenant, self._at, own)


def told(words: Words, views: Sequence[View]) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    """One message about all units that somebody coordinates, and a nudge for each."""
    texts = [_said(words, one) for one in views]
    rows = [(_nudge(words, one),) for one in views if one.silent]
    return "\n\n".join(texts), tuple(rows)


def _nudge(words: Words, seen: View) -> Button:
    label = words("radar-nudge", wide="yes" if seen.wide else "no")
    return Button(label, action("radar", f"nudge:{seen.unit_code}"))


def named(words: Words, one: ExpectedTeam) -> str:
    """A team with the shift that began."""
    said = words("radar-team", team=one.name, shift=times(words, one.starts_at, one.ends_at))
    return marked(words, said, exercise=one.exercise)


def _said(words: Words, seen: View) -> str:
    silent = seen.silent
    lines = _communes(words, seen) if seen.wide else [named(words, one) for one in silent]
    more = [words("radar-more", count=len(lines) - MOST)] if len(lines) > MOST else []
    head = words(
        "radar-head",
        time=clock(seen.at),
        silent=len(silent),
        expected=len(seen.teams),
        units=len({one.unit_code for one in silent}),
        wide="yes" if seen.wide else "no",
    )
    return "\n".join([head, *(f"· {line}" for line in lines[:MOST]), *more])


def _communes(words: Words, seen: View) -> list[str]:
    """Communes with silent teams, the most silent first."""
    by_unit: dict[str, list[ExpectedTeam]] = defaultdict(list)
    for one in seen.teams:
        by_unit[one.unit_code].append(one)
    counted = [(sum(one.silent for one in found), found) for found in by_unit.values()]
    ordered = sorted((one for one in counted if one[0]), key=lambda one: (-one[0], one[1][0].unit_code))
    return [
        words("radar-unit", unit=unit_named(words, found[0]), silent=silent, expected=len(found))
        for silent, found in ordered
    ]


def unit_named(words: Words, one: ExpectedTeam) -> str:
    """The commune of a team with its kind; its code where the name is not known."""
    return words("unit-named", kind=one.unit_kind or "none", unit=one.unit_name or one.unit_code)
