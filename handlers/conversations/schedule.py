"""The shifts of a week by day: the coming seven days, or a week before or after."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import groupby

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.messages import Button
from handlers.permissions import Access, Actor, may_lead
from handlers.rota import week_named
from handlers.shift_told import times
from handlers.turn import Turn
from locales.formats import local, near_day, short_day
from storage import shifts, signups, teams
from storage.records.team import TeamCard
from storage.shifts import PlacedShift, ShiftWindow

WEEK = timedelta(days=7)
LAST, FIRST = 13, -4
"""Weeks that may be looked at, counted from this one: as far as shifts are planned, and a month back."""


class Schedule(Conversation):
    """See the module. Members see their teams, whoever leads a team sees that one.

    Behind the team, or behind nothing for all of one's own, the argument may say which week.
    """

    name = "schedule"
    command = "lich"
    access = Access.KNOWN
    keeps_form = True

    def takes(self, rest: str) -> bool:
        """ "lịch tuần sau"."""
        return week_named(rest) is not None

    def needs(self, opening: Opening) -> Needs:
        """The teams with their shifts; for a coordinator without one, the teams to choose from."""
        yield from leading.needs(opening, self.name)
        for one in _wanted(opening.actor, opening.arg):
            yield teams.card.of((opening.actor.tenant, one))
            yield shifts.of_team.of(_window(one, opening))
            yield signups.of_team.of(_window(one, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A line for each shift under its day."""
        wanted = _wanted(turn.actor, arg)
        cards = [turn.facts.get(teams.card.of((turn.actor.tenant, one))) for one in wanted]
        seen = [card for card in cards if card and card.closed_at is None and _may_see(turn.actor, card)]
        if not seen:
            leading.choose(turn, self.name, "" if week_named(arg) is not None else arg)
            return None
        opening = Opening(turn.actor, turn.inbound, arg, turn.now)
        names = {card.id: card.name for card in seen}
        planned = [
            shift
            for card in seen
            for shift in turn.facts.get(shifts.of_team.of(_window(card.id, opening))) or []
        ]
        planned.sort(key=lambda shift: (shift.starts_at, names[shift.team_id]))
        signed = [
            one
            for card in seen
            for one in turn.facts.get(signups.of_team.of(_window(card.id, opening))) or []
            if one.open
        ]
        coming = Counter(one.shift_id for one in signed)
        lines = self._lines(turn, planned, names, coming)
        head = self._head(turn, arg, seen[0].name if len(seen) == 1 else "", none=not lines)
        turn.say("\n".join([head, *lines]), [*self._ways(turn, seen, planned), self._weeks(turn, arg)])
        return None

    def _head(self, turn: Turn, arg: str, team: str, *, none: bool) -> str:
        """Which days, and which team."""
        also, week = leading.also(turn, team), _week(arg)
        if week == 0:
            return turn.text("schedule-none" if none else "schedule-head", team=also)
        first = _monday(turn.now) + week * WEEK
        days = {"first": short_day(first), "last": short_day(first + WEEK - timedelta(days=1))}
        return turn.text("schedule-none-then" if none else "schedule-head-then", team=also, **days)

    def _weeks(self, turn: Turn, arg: str) -> list[Button]:
        """The way to the week before and the one after."""
        team, week = "" if week_named(arg) is not None else arg.partition(":")[0], _week(arg)
        before = [Button(turn.text("schedule-before"), self._to(team, week - 1))] if week > FIRST else []
        after = [Button(turn.text("schedule-after"), self._to(team, week + 1))] if week < LAST else []
        return [*before, *after]

    def _to(self, team: str, week: int) -> str:
        return action(self.name, f"{team}:{week}" if week else team)

    def _lines(
        self, turn: Turn, planned: list[PlacedShift], names: dict[str, str], coming: Counter[str]
    ) -> list[str]:
        lines = []
        for day, of_day in groupby(planned, key=_day):
            lines.append(turn.text("schedule-day", day=near_day(day, turn.words.language)))
            for shift in of_day:
                team = leading.also(turn, names[shift.team_id] if len(names) > 1 else "")
                said = turn.text(
                    "schedule-shift",
                    times=times(turn.words, shift.starts_at, shift.ends_at),
                    place=leading.also(turn, shift.place_name),
                    needed=shift.needed,
                    coming=coming[shift.id],
                    team=team,
                )
                lines.append(said)
        return lines

    def _ways(self, turn: Turn, seen: list[TeamCard], planned: list[PlacedShift]) -> list[list[Button]]:
        """Leaders add and drop; whoever sees several teams says which on the way."""
        led = [card for card in seen if may_lead(turn.actor, card)]
        if not led:
            mine = Button(turn.text("menu-my-shifts"), action("my_shifts"))
            return [[Button(turn.text("menu-sign-up"), action("sign_up")), mine]] if planned else []
        arg = led[0].id if len(led) == 1 else ""
        drop = [
            Button(turn.text(f"schedule-{way}"), action(f"{way}_shift", arg))
            for way in ("move", "drop")
            if planned
        ]
        back = [Button(turn.text("leader-back"), action("team", arg))]
        crew = [Button(turn.text("team-crew"), action("crew", arg))] if planned else []
        more = [
            Button(turn.text("rota-templates"), action("rota_templates", arg)),
            Button(turn.text("team-places"), action("places", arg)),
        ]
        return [[Button(turn.text("schedule-add"), action("plan", arg)), *drop], more, [*crew, *back]]


def _wanted(actor: Actor, arg: str) -> list[str]:
    if not arg.partition(":")[0] or week_named(arg) is not None:
        return [one.team_id for one in actor.in_teams]
    named = leading.asked(actor, arg)
    return [named] if named else []


def _may_see(actor: Actor, card: TeamCard) -> bool:
    return may_lead(actor, card) or any(one.team_id == card.id for one in actor.in_teams)


def _day(shift: PlacedShift) -> date:
    return local(shift.starts_at).date()


def _week(arg: str) -> int:
    """Which week the argument says, counted from this one; 0 are the coming seven days."""
    named = week_named(arg)
    said = str(named) if named is not None else arg.partition(":")[2]
    return max(FIRST, min(LAST, int(said))) if said.removeprefix("-").isdecimal() and len(said) < 4 else 0


def _window(team_id: str, opening: Opening) -> ShiftWindow:
    """The seven days, today from now on: what is over is not to come."""
    week, key = _week(opening.arg), (opening.actor.tenant, team_id)
    if week == 0:
        return (*key, opening.now, midnight(local(opening.now).date() + WEEK))
    first = _monday(opening.now) + week * WEEK
    return (*key, midnight(first), midnight(first + WEEK))


def _monday(now: datetime) -> date:
    today = local(now).date()
    return today - timedelta(days=today.weekday())
