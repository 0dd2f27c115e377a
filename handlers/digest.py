"""A team's day on one screen: read for many teams at once, told section by section."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from handlers import sections, signing
from handlers.conversation import action
from handlers.days import in_compact, midnight, read_compact, span
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound, Rows
from handlers.registry import instances
from handlers.section import NOTHING, Picture, Section
from locales import Words
from locales.formats import long_day
from storage import (
    account_use,
    attendances,
    cases,
    day_forms,
    difficulties,
    digests,
    figures,
    good_models,
    people,
    reports,
    shifts,
    signups,
    teams,
)
from storage.figures import VISITS
from storage.records.case import CaseCard
from storage.records.digest import DigestSent
from storage.records.work import ReportState
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import Facts, Need, TeamKey

MOST = 1000
"""Characters of a digest."""
SINCE = timedelta(hours=12)
"""So long before midnight a case may have been solved after the digest of that day."""


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
        begins_at, ends_at = span(self.day)
        return (*self.key, self.day.isoformat(), begins_at - SINCE, ends_at)

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
        digests.worked.of(days.week_before),
        digests.last.of(days.week_before),
        signups.of_team.of(days.shifts_today),
        signups.of_team.of(days.shifts_tomorrow),
        signups.used.of(signing.around(key, midnight(day))),
        account_use.of_team.of((*key, day.isoformat())),
    ]


def picture(facts: Facts, key: TeamKey, day: date) -> Picture | None:
    """The day of a team as it was read; None when there is no such team."""
    days = _Days(key, day)
    card = facts.get(teams.card.of(key))
    if card is None:
        return None
    told_before = facts.get(digests.last.of(days.week_before))
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
        cases=tuple(_news(facts.get(cases.of_team.of(days.met)) or (), days, told_before)),
        models=tuple(facts.get(good_models.proposed.of(key)) or ()),
        shifts=_beginning(facts, days.shifts_today),
        tomorrow=_beginning(facts, days.shifts_tomorrow),
        week_before=tuple(facts.get(figures.of_team.of(days.week_before)) or ()),
        worked_before=tuple(facts.get(digests.worked.of(days.week_before)) or ()),
        told_before=told_before,
        signups=tuple(facts.get(signups.of_team.of(days.shifts_today)) or ()),
        signups_tomorrow=tuple(facts.get(signups.of_team.of(days.shifts_tomorrow)) or ()),
        use=facts.get(account_use.of_team.of((*key, day.isoformat()))) or NOTHING,
        signing=bool(facts.get(signups.used.of(signing.around(key, midnight(day))))),
    )


def _beginning(facts: Facts, window: ShiftWindow) -> tuple[PlacedShift, ...]:
    """The shifts that begin in ``window``: a night shift belongs to the day of its evening."""
    found = facts.get(shifts.of_team.of(window)) or []
    return tuple(one for one in found if one.starts_at >= window[2])


def _news(found: Iterable[CaseCard], days: _Days, told: DigestSent | None) -> Iterator[CaseCard]:
    """What the team met on the day or was solved on it, and what was solved since the digest before it."""
    begins_at = midnight(days.day)
    told_at = told.sent_at if told else begins_at
    for one in found:
        met = any(
            each.team_id == days.key[1] and each.day_on == days.day.isoformat() for each in one.tellings
        )
        if met or (one.solved_at is not None and one.solved_at >= min(told_at, begins_at)):
            yield one


def said(seen: Picture, sent_at: datetime) -> DigestSent:
    """The figures that a digest of ``seen`` tells."""
    counted = [one for one in seen.reports if one.state is ReportState.COUNTED]
    visits = figures.of_day(counted, seen.word).get((VISITS, ""), figures.Told())
    return DigestSent(
        tenant=seen.team.tenant,
        team_id=seen.team.id,
        day_on=seen.day.isoformat(),
        visits=visits.count,
        people=len({one.person_id for one in seen.attendances}),
        sent_at=sent_at,
    )


@cache
def parts() -> Sequence[Section]:
    """Every section in the folder, in the order of its rank."""
    return sorted(instances(sections, Section), key=lambda one: one.rank)


def told(words: Words, seen: Picture, *, late: bool = False) -> Outbound:
    """The digest of one team: one line when there is nothing to say."""
    by_section: dict[str, list[str]] = {one.name: one.lines(words, seen) for one in parts()}
    head = words("digest-head", team=seen.team.name, day=long_day(seen.day, words.language))
    if late:
        head = f"{head} {words('digest-late')}"
    if seen.silent:
        told = {one.name: by_section[one.name] for one in parts() if one.idle}
        by_section = {"nothing": [words("digest-nothing")], **told}
    text = _fitted(marked(words, head, exercise=seen.team.exercise), by_section)
    return Outbound(text, _rows(words, seen, by_section), lane=Lane.ROLE, topic=asking("", seen))


def _rows(words: Words, seen: Picture, by_section: Mapping[str, list[str]]) -> Rows:
    """What is to be done first, a row each; then the lists behind the digest and its picture, in pairs."""
    doing = [(button,) for one in parts() if one.name in by_section for button in one.buttons(words, seen)]
    looking = [
        Button(words(f"digest-see-{one.name}"), action("digest", asking(one.name, seen)))
        for one in parts()
        if one.detailed and by_section.get(one.name)
    ]
    if not seen.silent and (seen.week_before or seen.live_reports or seen.word):
        looking.append(Button(words("digest-chart"), action("digest_chart", asking("", seen))))
    return (*doing, *(tuple(looking[start : start + 2]) for start in range(0, len(looking), 2)))


def asking(section: str, seen: Picture) -> str:
    """What a button carries that shows ``section`` of this day of this team."""
    return f"{section}:{seen.team.id}:{in_compact(seen.day)}"


def read_asked(arg: str, today_on: date) -> tuple[str, str, date]:
    """(section, team, day) of what a button carries; a team alone means its whole day today."""
    section, parted, rest = arg.partition(":")
    team_id, _, day = rest.partition(":") if parted else (section, "", "")
    found = read_compact(day) or today_on
    return section if parted else "", team_id, found


def _fitted(head: str, by_section: Mapping[str, list[str]]) -> str:
    """Whole lines up to the limit; what yields is behind the buttons."""
    kept = {name: list(lines) for name, lines in by_section.items()}
    yielding = sorted((one for one in parts() if kept.get(one.name)), key=lambda one: (one.yields, one.rank))
    cut = ""
    while len(text := "\n".join([head, *(line for lines in kept.values() for line in lines)]) + cut) > MOST:
        cut = "\n…"
        kept[yielding[-1].name].pop()
        if not kept[yielding[-1].name]:
            yielding.pop()
    return text
