"""A team's reports of one day: what counts, what each said, and the way to put one right."""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers import leading
from handlers.categories import label
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.counted import figured, listed
from handlers.days import in_compact, read_compact
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.report_form import amount
from handlers.reporting import LIVE
from handlers.turn import Turn
from locales.formats import given_name, local, near_day
from storage import day_forms, figures, people, reports
from storage.attendances import TeamDays
from storage.records.team import TeamCard
from storage.records.work import HelpReport, ReportState
from storage.sources import TeamKey

MOST = 12
"""Reports shown with a button of their own."""
_SHOWN = (*LIVE, ReportState.SET_ASIDE)


class TeamReports(Conversation):
    """See the module."""

    name = "team_reports"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The team, its members, the reports and the leader's word of that day, and what came late."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield reports.late_of_team.of(key)
            yield reports.of_team.of(_day(key, opening))
            yield day_forms.of_team.of(_day(key, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list of one day."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        opening = Opening(turn.actor, turn.inbound, arg, turn.now)
        days = _day((team.tenant, team.id), opening)
        day = date.fromisoformat(days[2])
        found = [one for one in turn.facts.get(reports.of_team.of(days)) or [] if one.state in _SHOWN]
        late = [
            one
            for one in turn.facts.get(reports.late_of_team.of((team.tenant, team.id))) or []
            if one.day_on != days[2]
        ]
        told = [*found, *late]
        said = turn.text(
            "team-reports",
            team=team.name,
            day=near_day(day, turn.words.language),
            total=self._total(turn, team, days),
            count=len(told),
            lines="\n".join(self._line(turn, team, one, days[2]) for one in told),
        )
        turn.say(marked(turn.words, said, exercise=team.exercise), self._ways(turn, team, day, told))
        return None

    def _total(self, turn: Turn, team: TeamCard, days: TeamDays) -> str:
        """What counts, and where the leader's figure stands for it, what the reports add up to."""
        counted = [
            one for one in turn.facts.get(reports.of_team.of(days)) or [] if one.state is ReportState.COUNTED
        ]
        word = day_forms.standing(turn.facts.get(day_forms.of_team.of(days)) or [], days[2])
        told = figures.of_day(counted, word)
        counts = {key: one.count for (key, item), one in told.items() if not item}
        lines = {item: one.count for (key, item), one in told.items() if item}
        parts = [figured(turn.words, counts), listed(turn.words, "help", lines)]
        said = "; ".join(part for part in parts if part) or turn.text("team-reports-none")
        given = [key for (key, item), one in told.items() if not item and one.given is not None]
        under = {key: told[key, ""].parts for key in given if told[key, ""].parts}
        if word is not None and word.on_behalf:
            said = f"{said}. {turn.text('behalf-mark')}"
        if not under:
            return said
        return turn.text("team-reports-given", total=said, parts=figured(turn.words, under))

    def _line(self, turn: Turn, team: TeamCard, one: HelpReport, day_on: str) -> str:
        said = turn.text(
            "team-reports-one",
            name=_named(turn, team, one),
            counts=amount(turn, one),
            part=turn.text(label("part", one.shift_part)) if one.shift_part else "none",
            state=one.state,
            reason=one.reason or "none",
            note=one.note or "none",
        )
        if one.day_on == day_on:
            return said
        return f"{near_day(date.fromisoformat(one.day_on), turn.words.language)} · {said}"

    def _ways(self, turn: Turn, team: TeamCard, day: date, told: Sequence[HelpReport]) -> list[list[Button]]:
        each = [
            Button(
                turn.text("team-reports-button", name=_named(turn, team, one), number=at),
                action("correct_report", one.id),
            )
            for at, one in enumerate(told[:MOST], 1)
        ]
        rows = [each[start : start + 2] for start in range(0, len(each), 2)]
        before = day - timedelta(days=1)
        rows.append(
            [
                Button(turn.text("team-day-form"), action("day_form", f"{team.id}:{in_compact(day)}")),
                Button(
                    turn.text("team-reports-before", day=near_day(before, turn.words.language)),
                    action(self.name, f"{team.id}:{in_compact(before)}"),
                ),
            ]
        )
        rows.append([leading.back(turn, team)])
        return rows


def _named(turn: Turn, team: TeamCard, one: HelpReport) -> str:
    members = turn.facts.get(people.members.of((team.tenant, team.id))) or []
    return next((given_name(who.name) for who in members if who.person_id == one.person_id), "…")


def _day(key: TeamKey, opening: Opening) -> TeamDays:
    """The day a button names, else today."""
    day = read_compact(opening.arg.partition(":")[2]) or local(opening.now).date()
    return (*key, day.isoformat(), day.isoformat())
