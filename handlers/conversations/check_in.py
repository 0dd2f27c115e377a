"""Check in to a shift: one message, one answer; outside the window it is still recorded."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, ClassVar

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import EARLY, LATE, day_on
from handlers.engine import Choice, Form, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.shift_told import placed
from handlers.turn import UNDO_FOR, Turn
from locales.formats import clock
from storage import attendances, shifts, teams
from storage.records.work import Attendance
from storage.shifts import PlacedShift, ShiftWindow

FREE = "free"
"""The option for turning up without a planned shift."""


class CheckInForm(Form):
    """Asked only where it is not clear: which team, which shift."""

    name: ClassVar[str] = "check_in"
    summary: ClassVar[bool] = False

    team: Annotated[str | None, Choice()] = None
    shift: Annotated[str | None, Choice()] = None


class CheckIn(Conversation):
    """See the module."""

    name = "check_in"
    command = "vaoca"
    form = CheckInForm

    def needs(self, opening: Opening) -> Needs:
        """The open attendance, and each team with its shifts around now."""
        yield attendances.still_open.of(opening.actor.key)
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))
            yield shifts.of_team.of(_window(opening.actor.tenant, one.team_id, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """One tap where one team has one shift, or none planned."""
        if arg == "undo":
            self._undo(turn)
            return None
        already = turn.facts.get(attendances.still_open.of(turn.actor.key))
        if already is not None:
            turn.say(turn.text("check-in-already", since=clock(already.in_at)), _next(turn))
            return None
        in_teams = [one.team_id for one in turn.actor.in_teams]
        if len(in_teams) > 1:
            return Begin()
        given = {"team": in_teams[0]}
        planned = self._shifts(turn, in_teams[0])
        if len(planned) < 2:
            given["shift"] = planned[0].id if planned else FREE
        return Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The person's teams, or the shifts that are near."""
        if field == "team":
            cards = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
            return [Option(card.id, card.name) for card in cards if card]
        team_id = turn.session.draft.get("team") if turn.session else None
        wanted = [team_id] if team_id else [one.team_id for one in turn.actor.in_teams]
        planned = [shift for one in wanted for shift in self._shifts(turn, one)]
        free = Option(FREE, turn.text("check-in-free"))
        return [*(Option(shift.id, placed(turn.words, shift)) for shift in planned), free]

    def finish(self, turn: Turn, draft: CheckInForm) -> None:
        """Record it, never refuse it: early and late are said, not judged."""
        team = turn.facts.get(teams.card.of((turn.actor.tenant, draft.team or "")))
        membership = next((one for one in turn.actor.in_teams if one.team_id == draft.team), None)
        if team is None or membership is None:
            turn.say(turn.text("team-gone"))
            return
        shift = next((one for one in self._shifts(turn, team.id) if one.id == draft.shift), None)
        turn.note(
            attendances.opened(
                Attendance(
                    tenant=team.tenant,
                    id=turn.new_id(),
                    team_id=team.id,
                    person_id=turn.actor.key[1],
                    shift_id=shift.id if shift else "",
                    campaign_id=team.campaign_id,
                    day_on=day_on(shift.starts_at if shift else turn.now),
                    in_at=turn.inbound.sent_at or turn.now,
                    in_received_at=turn.now,
                    pending=membership.pending,
                )
            )
        )
        said = turn.text(
            "check-in-done",
            time=clock(turn.now),
            team=team.name,
            shift=placed(turn.words, shift) if shift else turn.text("check-in-free"),
            when=_when(turn, shift),
        )
        said = marked(turn.words, said, exercise=team.exercise)
        turn.say(said, [*_next(turn), [Button(turn.text("undo"), action(self.name, "undo"))]])

    def _undo(self, turn: Turn) -> None:
        """Take a check-in of the last minutes back."""
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        if held is None or held.in_received_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(attendances.withdrawn(held))
        again = [[Button(turn.text("menu-check-in"), action(self.name))]]
        turn.say(turn.text("check-in-undone"), again)

    def _shifts(self, turn: Turn, team_id: str) -> list[PlacedShift]:
        """Planned shifts of the team that one can check in to now."""
        window = _window(turn.actor.tenant, team_id, Opening(turn.actor, turn.inbound, "", turn.now))
        found = turn.facts.get(shifts.of_team.of(window)) or []
        return [one for one in found if one.starts_at - _REACH <= turn.now < one.ends_at]


_REACH = timedelta(hours=2)
"""A check-in this long before a shift still belongs to it, as an early one."""


def _window(tenant: str, team_id: str, opening: Opening) -> ShiftWindow:
    return tenant, team_id, opening.now, opening.now + _REACH


def _when(turn: Turn, shift: PlacedShift | None) -> str:
    """Early, late or neither, with the minutes."""
    if shift is None:
        return ""
    off = turn.now - shift.starts_at
    if off < -EARLY:
        return turn.text("check-in-early", minutes=int(-off.total_seconds() // 60))
    if off > LATE:
        return turn.text("check-in-late", minutes=int(off.total_seconds() // 60))
    return ""


def _next(turn: Turn) -> list[list[Button]]:
    return [
        [
            Button(turn.text("menu-report"), action("report")),
            Button(turn.text("menu-check-out"), action("check_out")),
        ]
    ]
