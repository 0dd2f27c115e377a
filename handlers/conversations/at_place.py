"""Prove by one's position that one is there: asked for first, compared at once, kept as yes or no."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import controller, position
from handlers.arrival import REACH
from handlers.asked_right import answered
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option
from handlers.geo import at_place
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock
from storage import attendances, place_points, shifts
from storage.records.place_point import PlacePoint
from storage.records.right import RequestKind
from storage.records.work import Attendance
from storage.shifts import ShiftWindow
from storage.sources import TeamKey

LOOK_BACK = timedelta(days=1)
AGREE, DECLINE = "agree", "decline"
_OFF = "off"


class AtPlaceForm(Form):
    """Consent to one purpose, apart from all others."""

    name: ClassVar[str] = "at_place"
    summary: ClassVar[bool] = False

    consent: Annotated[str | None, Choice()] = None


class AtPlace(Conversation):
    """See the module. Off until somebody agrees; refusing changes nothing else."""

    name = "at_place"
    access = Access.KNOWN
    form = AtPlaceForm

    def needs(self, opening: Opening) -> Needs:
        """Consent, the open attendance, and where the places of the person's teams are."""
        yield position.needs(opening)
        yield from controller.needs(opening)
        yield attendances.still_open.of(opening.actor.key)
        for one in opening.actor.in_teams:
            key = (one.tenant, one.team_id)
            yield place_points.of_team.of(key)
            yield shifts.of_team.of(_window(key, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Compare the position that was asked for; else ask for it, or for consent first."""
        if position.asked_for(turn.inbound):
            self._compare(turn)
        elif arg == _OFF:
            turn.note(
                position.consented(turn, answer=False),
                answered(turn, RequestKind.WITHDRAW, detail=position.PURPOSE),
            )
            turn.place_for = ""
            turn.say(turn.text("at-place-off"))
        elif not position.able(turn):
            turn.say(turn.text("at-place-no-channel"))
        elif position.consent(turn):
            self._ask(turn)
        else:
            return Begin()
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Two equal buttons."""
        return [Option(value, turn.text(f"join-{value}")) for value in (AGREE, DECLINE)]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The notice: what, why, how long, who is responsible."""
        return turn.text("at-place-consent", **controller.named(turn))

    def finish(self, turn: Turn, draft: AtPlaceForm) -> None:
        """Keep the answer; ask for the position at once where there is something to prove."""
        agreed = draft.consent == AGREE
        turn.note(position.consented(turn, answer=agreed))
        if agreed:
            turn.note(answered(turn, RequestKind.AGREE, detail=position.PURPOSE))
        if agreed:
            self._ask(turn)
        else:
            turn.say(turn.text("at-place-declined"))

    def _ask(self, turn: Turn) -> None:
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        off = Button(turn.text("at-place-stop"), action(self.name, _OFF))
        if held is None:
            turn.say(turn.text("at-place-not-there"), [self._instead(turn), [off]])
        elif held.at_place:
            turn.say(turn.text("at-place-already", since=clock(held.in_at)), [[off]])
        elif not self._points(turn, held):
            turn.say(turn.text("at-place-no-point"), [[off]])
        else:
            position.ask(turn, turn.text("at-place-ask"), [[off]], self.name, held.id)

    def _instead(self, turn: Turn) -> list[Button]:
        """What somebody may want who is not on duty: to be, or as a leader to pin a place."""
        pin = Button(turn.text("team-place-point"), action("place_point"))
        leads = turn.actor.led or turn.actor.coordinated
        start = Button(turn.text("menu-check-in"), action("check_in"))
        return [start, *([pin] if leads else [])] if turn.actor.in_teams else [pin]

    def _compare(self, turn: Turn) -> None:
        """Yes, no, or nothing that can be told; the position itself goes with this turn."""
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        if held is None or not position.consent(turn):
            turn.place_for = ""
            turn.say(turn.text("at-place-not-there" if position.consent(turn) else "unsupported-place"))
            return
        there = at_place(position.taken(turn), self._points(turn, held))
        if there is not None and not held.at_place:
            turn.note(attendances.proven(held, at_place=there))
        if there or held.at_place:
            turn.place_for = ""
            turn.say(turn.text("at-place-yes", since=clock(held.in_at)), _next(turn))
        else:
            key = "at-place-unclear" if there is None else "at-place-no"
            position.ask(turn, turn.text(key), _next(turn), self.name, held.id)

    def _points(self, turn: Turn, held: Attendance) -> list[PlacePoint]:
        """The point of the shift's own place, else every point of the team."""
        key = (held.tenant, held.team_id)
        if not any(one.team_id == held.team_id for one in turn.actor.in_teams):
            return []
        points = turn.facts.get(place_points.of_team.of(key)) or []
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        planned = turn.facts.get(shifts.of_team.of(_window(key, opening))) or []
        return position.compared_with(points, next((one for one in planned if one.id == held.shift_id), None))


def _window(team: TeamKey, opening: Opening) -> ShiftWindow:
    return *team, opening.now - LOOK_BACK, opening.now + REACH


def _next(turn: Turn) -> list[list[Button]]:
    return [
        [
            Button(turn.text("menu-report"), action("report")),
            Button(turn.text("menu-check-out"), action("check_out")),
        ]
    ]
