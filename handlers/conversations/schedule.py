"""The shifts of the coming week, by day."""

from datetime import date, timedelta
from itertools import groupby

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.messages import Button
from handlers.permissions import Access, Actor, may_lead
from handlers.shift_told import times
from handlers.turn import Turn
from locales.formats import local, near_day
from storage import shifts, signups, teams
from storage.records.team import TeamCard
from storage.shifts import PlacedShift, ShiftWindow

AHEAD = timedelta(days=7)


class Schedule(Conversation):
    """See the module. Members see their teams, whoever leads a team sees that one."""

    name = "schedule"
    command = "lich"
    access = Access.KNOWN
    keeps_form = True

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
            leading.choose(turn, self.name, arg)
            return None
        opening = Opening(turn.actor, turn.inbound, arg, turn.now)
        names = {card.id: card.name for card in seen}
        planned = [
            shift
            for card in seen
            for shift in turn.facts.get(shifts.of_team.of(_window(card.id, opening))) or []
        ]
        planned.sort(key=lambda shift: (shift.starts_at, names[shift.team_id]))
        lines = self._lines(turn, planned, names)
        team = leading.also(turn, seen[0].name if len(seen) == 1 else "")
        head = turn.text("schedule-head" if lines else "schedule-none", team=team)
        turn.say("\n".join([head, *lines]), self._ways(turn, seen, planned))
        return None

    def _lines(self, turn: Turn, planned: list[PlacedShift], names: dict[str, str]) -> list[str]:
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
                    coming=self._coming(turn, shift),
                    team=team,
                )
                lines.append(said)
        return lines

    def _coming(self, turn: Turn, shift: PlacedShift) -> int:
        window = _window(shift.team_id, Opening(turn.actor, turn.inbound, "", turn.now))
        signed = turn.facts.get(signups.of_team.of(window)) or []
        return sum(one.open and one.shift_id == shift.id for one in signed)

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
        return [[Button(turn.text("schedule-add"), action("plan", arg)), *drop], [*crew, *back]]


def _wanted(actor: Actor, arg: str) -> list[str]:
    if not arg:
        return [one.team_id for one in actor.in_teams]
    named = leading.asked(actor, arg)
    return [named] if named else []


def _may_see(actor: Actor, card: TeamCard) -> bool:
    return may_lead(actor, card) or any(one.team_id == card.id for one in actor.in_teams)


def _day(shift: PlacedShift) -> date:
    return local(shift.starts_at).date()


def _window(team_id: str, opening: Opening) -> ShiftWindow:
    until = midnight(local(opening.now).date()) + AHEAD
    return opening.actor.tenant, team_id, opening.now, until
