"""A team's day on one screen: read for many teams at once, told section by section."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from handlers import sections, signing
from handlers.conversation import action
from handlers.days import in_compact, midnight, read_compact, span
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound
from handlers.registry import instances
from handlers.section import Picture, Section
from locales import Words
from locales.formats import long_day
from storage import (
    attendances,
    cases,
    day_forms,
    difficulties,
    figures,
    good_models,
    people,
    reports,
    shifts,
    signups,
    teams,
)
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import Facts, Need, TeamKey

MOST = 1000
"""Characters of a digest."""


@dataclass(frozen=True, slots=True)
class _Days:
    """The keys under which a team's day is read."""

    key: TeamKey
    day: date

    @property
    def today(self) -> tuple[str, str, str, str]:
        return (*self.key, self.day.isoformat(), self.day.isoformat())

    @property
    def week_before(self) -> tuple[str, str, str, str]:
        return (
            *self.key,
            (self.day - timedelta(days=7)).isoformat(),
            (self.day - timedelta(days=1)).isoformat(),
        )

    @property
    def met(self) -> tuple[str, str, str, datetime, datetime]:
        return (*self.key, self.day.isoformat(), *span(self.day))

    @property
    def shifts_today(self) -> ShiftWindow:
        return (*self.key, *span(self.day))

    @property
    def shifts_tomorrow(self) -> ShiftWindow:
        return (*self.key, *span(self.day + timedelta(days=1)))


def needs(key: TeamKey, day: date) -> list[Need[Any, Any]]:
    """Everything the day of a team is told from."""
    days = _Days(key, day)
    return [
        teams.card.of(key),
        people.members.of(key),
        attendances.of_team.of(days.today),
        reports.of_team.of(days.today),
        reports.late_of_team.of(key),
        day_forms.of_team.of(days.today),
        difficulties.of_team.of(days.today),
        cases.of_team.of(days.met),
        good_models.proposed.of(key),
        shifts.of_team.of(days.shifts_today),
        shifts.of_team.of(days.shifts_tomorrow),
        figures.of_team.of(days.week_before),
        signups.of_team.of(days.shifts_today),
        signups.of_team.of(days.shifts_tomorrow),
        signups.used.of(signing.around(key, midnight(day))),
    ]


def picture(facts: Facts, key: TeamKey, day: date) -> Picture | None:
    """The day of a team as it was read; None when there is no such team."""
    days = _Days(key, day)
    card = facts.get(teams.card.of(key))
    if card is None:
        return None
    return Picture(
        team=card,
        day=day,
        begins_at=midnight(day),
        members=tuple(facts.get(people.members.of(key)) or ()),
        attendances=tuple(facts.get(attendances.of_team.of(days.today)) or ()),
        reports=tuple(facts.get(reports.of_team.of(days.today)) or ()),
        word=day_forms.standing(facts.get(day_forms.of_team.of(days.today)) or (), day.isoformat()),
        late=tuple(facts.get(reports.late_of_team.of(key)) or ()),
        difficulties=tuple(facts.get(difficulties.of_team.of(days.today)) or ()),
        cases=tuple(facts.get(cases.of_team.of(days.met)) or ()),
        models=tuple(facts.get(good_models.proposed.of(key)) or ()),
        shifts=_beginning(facts, days.shifts_today),
        tomorrow=_beginning(facts, days.shifts_tomorrow),
        week_before=tuple(facts.get(figures.of_team.of(days.week_before)) or ()),
        signups=tuple(facts.get(signups.of_team.of(days.shifts_today)) or ()),
        signups_tomorrow=tuple(facts.get(signups.of_team.of(days.shifts_tomorrow)) or ()),
        signing=bool(facts.get(signups.used.of(signing.around(key, midnight(day))))),
    )


def _beginning(facts: Facts, window: ShiftWindow) -> tuple[PlacedShift, ...]:
    """The shifts that begin in ``window``: a night shift belongs to the day of its evening."""
    found = facts.get(shifts.of_team.of(window)) or []
    return tuple(one for one in found if one.starts_at >= window[2])


@cache
def parts() -> Sequence[Section]:
    """Every section in the folder, in the order of its rank."""
    return sorted(instances(sections, Section), key=lambda one: one.rank)


def told(words: Words, seen: Picture, *, late: bool = False) -> Outbound:
    """The digest of one team: one line when there is nothing to say."""
    by_section: Mapping[str, list[str]] = {one.name: one.lines(words, seen) for one in parts()}
    lines = [line for found in by_section.values() for line in found]
    head = words("digest-head", team=seen.team.name, day=long_day(seen.day, words.language))
    if late:
        head = f"{head} {words('digest-late')}"
    if seen.silent:
        lines = [words("digest-nothing"), *by_section.get("tomorrow", [])]
    text = marked(words, "\n".join([head, *lines]), exercise=seen.team.exercise)
    buttons = [
        Button(words(f"digest-see-{one.name}"), action("digest", asking(one.name, seen)))
        for one in parts()
        if one.detailed and by_section[one.name] and not seen.silent
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    if pending := sum(one.pending for one in seen.members):
        rows.append((Button(words("team-newcomers", count=pending), action("newcomers", seen.team.id)),))
    return Outbound(_fitted(text), tuple(rows), lane=Lane.ROLE)


def asking(section: str, seen: Picture) -> str:
    """What a button carries that shows ``section`` of this day of this team."""
    return f"{section}:{seen.team.id}:{in_compact(seen.day)}"


def read_asked(arg: str, today_on: date) -> tuple[str, str, date]:
    """(section, team, day) of what a button carries; a team alone means its whole day today."""
    section, parted, rest = arg.partition(":")
    team_id, _, day = rest.partition(":") if parted else (section, "", "")
    found = read_compact(day) or today_on
    return section if parted else "", team_id, found


def _fitted(text: str) -> str:
    """Whole lines up to the limit; what is left out is behind the buttons."""
    kept: list[str] = []
    for line in text.splitlines():
        if sum(len(one) + 1 for one in kept) + len(line) > MOST - 2:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return text
