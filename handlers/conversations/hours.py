"""My hours and work-days of a period, and a statement of them to have signed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.messages import Button, Drawing
from handlers.turn import Turn
from handlers.worked import Worked, worked
from locales.formats import hours, local, number
from storage import attendances, statements, teams
from storage.records.statement import Statement
from storage.records.team import TeamCard

CHART = "statement"
PERIODS = ("week", "month", "year")
USUAL = "month"


@dataclass(frozen=True, slots=True)
class _Period:
    """From the first day to today, both included."""

    name: str
    first: date
    last: date


class Hours(Conversation):
    """See the module. The argument is a period, or "paper:" and a period."""

    name = "hours"
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Attendance since the longest period began, and the names of the teams."""
        yield attendances.of_person.of((*opening.actor.key, midnight(_earliest(local(opening.now).date()))))
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The hours of the period; the paper where it is asked for and there is anything to state."""
        verb, _, named = arg.rpartition(":")
        period = self._period(turn, named if named in PERIODS else USUAL)
        done = self._worked(turn, period)
        if verb == "paper" and done.shifts:
            self._state(turn, period, done)
        else:
            self._tell(turn, period, done)
        return None

    def _tell(self, turn: Turn, period: _Period, done: Worked) -> None:
        others = [one for one in PERIODS if one != period.name]
        rows = [[Button(turn.text(f"hours-of-{one}"), action(self.name, one)) for one in others]]
        if done.shifts:
            rows.append([Button(turn.text("hours-paper"), action(self.name, f"paper:{period.name}"))])
        turn.say(turn.text("hours", period=_span(period), **_figures(turn, done)), rows)

    def _state(self, turn: Turn, period: _Period, done: Worked) -> None:
        """Keep what the paper says, and hand the paper over."""
        code = turn.desk.new_code()
        tenant, person_id = turn.actor.key
        turn.note(
            statements.issued(
                Statement(
                    tenant=tenant,
                    id=turn.new_id(),
                    code=code,
                    person_id=person_id,
                    from_on=period.first.isoformat(),
                    to_on=period.last.isoformat(),
                    shifts=done.shifts,
                    proven=done.proven,
                    minutes=int(done.time / timedelta(minutes=1)),
                    half_days=done.half_days,
                    issued_at=turn.now,
                )
            )
        )
        lines = self._lines(turn, period, done)
        shows = {
            "head": turn.text("hours-paper-head"),
            "title": turn.text("hours-paper-title"),
            "lines": lines,
        }
        shows |= {"foot": self._foot(turn, code), "signed": turn.text("hours-paper-signed").split("\n")}
        alt = "\n".join([turn.text("hours-paper-title"), *lines, self._foot(turn, code)])
        drawing = Drawing(CHART, json.dumps(shows, ensure_ascii=False), alt)
        turn.say(turn.text("hours-paper-done"), [[_back(turn)]], drawing=drawing)

    def _lines(self, turn: Turn, period: _Period, done: Worked) -> list[str]:
        cards = _cards(turn)
        person = turn.actor.person
        return [
            turn.text("hours-paper-name", name=person.name if person else ""),
            turn.text("hours-paper-team", teams=", ".join(card.name for card in cards)),
            turn.text("hours-paper-period", period=_span(period, years=True)),
            turn.text("hours-paper-figures", **_figures(turn, done)),
        ]

    def _foot(self, turn: Turn, code: str) -> str:
        return turn.text("hours-paper-foot", link=f"{turn.desk.public_url}/xac-nhan/{code}")

    def _worked(self, turn: Turn, period: _Period) -> Worked:
        since = midnight(_earliest(turn.today_on))
        found = turn.facts.get(attendances.of_person.of((*turn.actor.key, since))) or []
        first, last = period.first.isoformat(), period.last.isoformat()
        return worked(one for one in found if first <= one.day_on <= last)

    def _period(self, turn: Turn, name: str) -> _Period:
        today = turn.today_on
        if name == "week":
            return _Period(name, today - timedelta(days=today.weekday()), today)
        return _Period(name, today.replace(day=1) if name == "month" else _earliest(today), today)


def _earliest(today: date) -> date:
    """The first day of the longest period."""
    return today.replace(month=1, day=1)


def _cards(turn: Turn) -> Sequence[TeamCard]:
    found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
    return [card for card in found if card is not None]


def _figures(turn: Turn, done: Worked) -> dict[str, str | float]:
    language = turn.words.language
    return {
        "shifts": done.shifts,
        "proven": done.proven,
        "hours": hours(done.time, language),
        "days": number(done.days, language),
    }


def _span(period: _Period, *, years: bool = False) -> str:
    written = "%d/%m/%Y" if years else "%d/%m"
    return f"{period.first:{written}}–{period.last:{written}}"


def _back(turn: Turn) -> Button:
    return Button(turn.text("menu-my-records"), action("my_records"))
