"""The codes of a whole day on one page, to print and keep where nobody leads the desk with a phone."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import EARLY, LATE, in_compact, midnight, read_compact, span
from handlers.messages import Button, Drawing
from handlers.permissions import Access
from handlers.presence_code import SLOT, TeamCodes
from handlers.turn import Turn
from locales.formats import local, long_day
from storage import shifts, teams
from storage.records.team import TeamCard
from storage.shifts import ShiftWindow
from storage.sources import TeamKey

CHART = "code_sheet"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIRST, LAST = timedelta(hours=7), timedelta(hours=18)
"""The hours of a day without shifts."""


class CodeSheet(Conversation):
    """See the module. The argument is a team, and after a colon tomorrow's day where that is meant."""

    name = "code_sheet"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The team, and its shifts of today and tomorrow."""
        today_on = local(opening.now).date()
        keys = leading.keys(opening, self.name)
        windows = [shifts.of_team.of(_window(key, today_on)) for key in keys]
        return [*leading.needs(opening, self.name), *windows]

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The sheet of the day."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        turn.note(teams.code_shown(team, turn.now))
        other = turn.today_on + DAY
        day_on = other if read_compact(arg.partition(":")[2]) == other else turn.today_on
        back = leading.back(turn, team)
        turn.say(
            turn.text("code-sheet-done"),
            [[_other(turn, team, day_on), back]],
            drawing=_paper(turn, team, day_on),
        )
        return None


def _window(key: TeamKey, today_on: date) -> ShiftWindow:
    return (*key, midnight(today_on), midnight(today_on + 2 * DAY))


def _other(turn: Turn, team: TeamCard, day_on: date) -> Button:
    """The way to the sheet of the other day."""
    if day_on == turn.today_on:
        return Button(
            turn.text("code-sheet-tomorrow"), action("code_sheet", f"{team.id}:{in_compact(day_on + DAY)}")
        )
    return Button(turn.text("code-sheet-today"), action("code_sheet", team.id))


def _paper(turn: Turn, team: TeamCard, day_on: date) -> Drawing:
    codes = TeamCodes(turn.desk.code_key, (team.tenant, team.id))
    rows = [[_hour(turn, hour), *_codes(codes, hour)] for hour in _hours(turn, team, day_on)]
    minutes = [turn.text("code-sheet-minutes", minutes=10 * number) for number in range(HOUR // SLOT)]
    title = turn.text("code-sheet-title", team=team.name)
    said = turn.text("code-sheet-said", day=long_day(day_on, turn.words.language))
    shows = {"title": title, "said": said, "minutes": minutes, "rows": rows}
    alt = "\n".join([title, said, *("  ".join(row) for row in rows)])
    return Drawing(CHART, json.dumps(shows, ensure_ascii=False), alt)


def _hours(turn: Turn, team: TeamCard, day_on: date) -> Sequence[datetime]:
    """Every full hour in which somebody may check in or out; a night shift runs into the next day."""
    since, until = span(day_on)
    planned = turn.facts.get(shifts.of_team.of(_window((team.tenant, team.id), turn.today_on))) or []
    that_day = [one for one in planned if since <= one.starts_at < until]
    first = min((one.starts_at - EARLY for one in that_day), default=since + FIRST)
    last = max((one.ends_at + LATE for one in that_day), default=since + LAST)
    hour = local(first).replace(minute=0, second=0, microsecond=0)
    return [hour + number * HOUR for number in range(-((hour - last) // HOUR))]


def _hour(turn: Turn, hour: datetime) -> str:
    return turn.text("code-sheet-hour", hour=local(hour).hour)


def _codes(codes: TeamCodes, hour: datetime) -> list[str]:
    return [codes.at(hour + number * SLOT) for number in range(HOUR // SLOT)]
