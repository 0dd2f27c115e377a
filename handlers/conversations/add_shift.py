"""Plan a shift: the day, the usual hours or others, the place, how many are needed."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Day, Form, Number, Option, Skippable, Text, Time, When
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import times
from handlers.turn import Turn
from locales.formats import HANOI, clock_text, near_day
from storage import shifts, teams
from storage.fold import fold
from storage.records.team import Place, TeamCard
from storage.records.work import Shift
from storage.shifts import ShiftWindow
from storage.sources import TeamKey

USUAL = {
    "morning": ("07:30", "11:30"),
    "afternoon": ("13:30", "17:00"),
    "whole": ("07:00", "17:00"),
    "evening": ("19:00", "21:00"),
}
"""Hours that teams have kept; no national timetable exists."""
OTHER, ELSEWHERE = "other", "elsewhere"
FARTHEST, LONGEST = timedelta(days=92), timedelta(hours=16)


def _other(draft: Any) -> bool:
    return bool(draft.which == OTHER)


def _elsewhere(draft: Any) -> bool:
    return bool(draft.place == ELSEWHERE)


class AddShiftForm(Form):
    """One shift of one team, known from the start."""

    name: ClassVar[str] = "add_shift"

    day: Annotated[str | None, Day(ahead=True)] = None
    which: Annotated[str | None, Choice()] = None
    starts: Annotated[str | None, Time(), When(_other)] = None
    ends: Annotated[str | None, Time(), When(_other)] = None
    place: Annotated[str | None, Choice(), Skippable()] = None
    place_name: Annotated[str | None, Text(max=80, min=2, one_line=True), When(_elsewhere)] = None
    needed: Annotated[int | None, Number(min=1, max=500), Skippable()] = None
    team: str = ""


class AddShift(Conversation):
    """See the module."""

    name = "add_shift"
    access = Access.LEADER
    form = AddShiftForm

    def needs(self, opening: Opening) -> Needs:
        """The team, its places and what is planned already."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield teams.places.of(key)
            yield shifts.of_team.of(_window(key, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the shift of one team."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        return Begin({"team": team.id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The usual hours, or the places of the team."""
        if field == "which":
            usual = [Option(which, self._usual(turn, which)) for which in USUAL]
            return [*usual, Option(OTHER, turn.text("add-shift-other"))]
        team = self._team(turn)
        known = [Option(one.id, one.name) for one in self._places(turn, team)] if team else []
        return [*known, Option(ELSEWHERE, turn.text("add-shift-elsewhere"))]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """Not over, not too far away, and the end after the start."""
        if field == "day" and date.fromisoformat(draft["day"]) < turn.today_on:
            return turn.text("add-shift-past-day")
        if field == "day" and date.fromisoformat(draft["day"]) - turn.today_on > FARTHEST:
            return turn.text("add-shift-far", days=FARTHEST.days)
        span, team = _span(draft), self._team(turn)
        if span is None or team is None or field == "needed":
            return None
        starts_at, ends_at = span
        if "place" in draft and self._planned(turn, team, span, draft):
            return turn.text("add-shift-same")
        if starts_at == ends_at or ends_at - starts_at > LONGEST:
            held = times(turn.words, starts_at, ends_at)
            return turn.text("add-shift-order", held=held, hours=LONGEST // timedelta(hours=1))
        return turn.text("add-shift-past") if ends_at <= turn.now else None

    def summary(self, turn: Turn, lines: str) -> str:
        """The whole shift in one sentence."""
        draft, team = turn.session.draft if turn.session else {}, self._team(turn)
        if team is None:
            return turn.text("team-gone")
        said = turn.text("add-shift-summary", team=team.name, shift=self._told(turn, team, draft))
        return marked(turn.words, said, exercise=team.exercise)

    def finish(self, turn: Turn, draft: AddShiftForm) -> None:
        """Save the shift, and its place where it is a new one."""
        team, span = leading.team(turn, draft.team), _span(draft.model_dump())
        if team is None or span is None:
            turn.say(turn.text("team-gone"))
            return
        turn.note(
            shifts.saved(
                Shift(
                    tenant=team.tenant,
                    id=turn.new_id(),
                    team_id=team.id,
                    campaign_id=team.campaign_id,
                    place_id=self._place(turn, team, draft),
                    starts_at=span[0],
                    ends_at=span[1],
                    needed=draft.needed or 0,
                    created_at=turn.now,
                )
            )
        )
        said = turn.text("add-shift-done", shift=self._told(turn, team, draft.model_dump()))
        more = [
            Button(turn.text("add-shift-again"), action(self.name, team.id)),
            Button(turn.text("menu-schedule"), action("schedule", team.id)),
        ]
        said = marked(turn.words, said, exercise=team.exercise)
        turn.say(said, [more, [Button(turn.text("leader-back"), action("team", team.id))]])

    def _place(self, turn: Turn, team: TeamCard, draft: AddShiftForm) -> str:
        """The id of the place; a name that the team knows already is no new place."""
        known = self._known_place(turn, team, draft.model_dump())
        if known is not None:
            return known
        place = Place(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            unit_code=team.unit_code,
            name=draft.place_name or "",
            mode="",
        )
        turn.note(teams.place_saved(place))
        return place.id

    def _known_place(self, turn: Turn, team: TeamCard, draft: Any) -> str | None:
        """The id of the place that was chosen or named; empty where none was, None where it is new."""
        if draft.get("place") != ELSEWHERE:
            return draft.get("place") or ""
        wanted = fold(draft.get("place_name") or "")
        return next((one.id for one in self._places(turn, team) if fold(one.name) == wanted), None)

    def _planned(self, turn: Turn, team: TeamCard, span: tuple[datetime, datetime], draft: Any) -> bool:
        """Whether the team has this very shift already."""
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        found = turn.facts.get(shifts.of_team.of(_window((team.tenant, team.id), opening))) or []
        place_id = self._known_place(turn, team, draft)
        return any((one.starts_at, one.ends_at, one.place_id) == (*span, place_id) for one in found)

    def _told(self, turn: Turn, team: TeamCard, draft: Any) -> str:
        span = _span(draft)
        if span is None:
            return ""
        places = {one.id: one.name for one in self._places(turn, team)}
        places[ELSEWHERE] = draft.get("place_name") or ""
        return turn.text(
            "add-shift-told",
            day=near_day(span[0].date(), turn.words.language),
            hours=times(turn.words, *span),
            place=leading.also(turn, places.get(draft.get("place") or "", "")),
            needed=draft.get("needed") or 0,
        )

    def _usual(self, turn: Turn, which: str) -> str:
        starts, ends = USUAL[which]
        hours = f"{clock_text(starts)}–{clock_text(ends)}"
        return turn.text(f"add-shift-{which}", hours=hours)

    def _team(self, turn: Turn) -> TeamCard | None:
        """The team in the form, if it may still be led."""
        return leading.team(turn, str(turn.session.draft.get("team", ""))) if turn.session else None

    def _places(self, turn: Turn, team: TeamCard) -> list[Place]:
        return turn.facts.get(teams.places.of((team.tenant, team.id))) or []


def _window(key: TeamKey, opening: Opening) -> ShiftWindow:
    return (*key, opening.now, opening.now + FARTHEST)


def _span(draft: Any) -> tuple[datetime, datetime] | None:
    """From when to when; an end before the start is on the next day. None while something is missing."""
    starts, ends = USUAL.get(draft.get("which") or "", (draft.get("starts"), draft.get("ends")))
    if not (draft.get("day") and starts and ends):
        return None
    day = date.fromisoformat(draft["day"])
    starts_at = datetime.combine(day, time.fromisoformat(starts), tzinfo=HANOI)
    ends_at = datetime.combine(day, time.fromisoformat(ends), tzinfo=HANOI)
    return starts_at, ends_at if ends_at >= starts_at else ends_at + timedelta(days=1)
