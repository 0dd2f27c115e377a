"""Change a planned shift: its hours, day, place or number, alone or with the rest of its series."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Number, Option, Text, When
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.planning import affected, answers, choosing, known, suggestions
from handlers.planning.answers import ELSEWHERE
from handlers.planning.changing import PLACE, WHAT, changed, differ
from handlers.planning.choosing import KEEP, ONE, REST
from handlers.planning.fields import Days, Hours, SaidOn
from handlers.planning.known import Known
from handlers.planning.steps import kept
from handlers.turn import Turn
from storage import shifts, teams
from storage.records.rota import ChangeKind
from storage.records.team import Place, TeamCard
from storage.shifts import PlacedShift


class MoveShiftForm(Form):
    """The shift, what of it changes and into what, and how far the change goes."""

    name: ClassVar[str] = "move_shift"
    summary: ClassVar[bool] = False

    day: Annotated[str | None, Days()] = None
    shift: Annotated[str | None, Choice(sole=True)] = None
    what: Annotated[str | None, Choice()] = None
    hours: Annotated[str | None, Hours(), When(lambda draft: draft.what == "hours")] = None
    to_day: Annotated[str | None, Days(), When(lambda draft: draft.what == "day")] = None
    place: Annotated[str | None, Choice(), When(lambda draft: draft.what == PLACE)] = None
    place_name: Annotated[
        str | None, Text(max=80, min=2, one_line=True), When(lambda draft: draft.place == ELSEWHERE)
    ] = None
    needed: Annotated[int | None, Number(min=1, max=500), When(lambda draft: draft.what == "needed")] = None
    how: Annotated[str | None, Choice()] = None
    team: str = ""


class MoveShift(Conversation):
    """See the module. Whoever counted on the shift is told what it was and what it is now."""

    name = "move_shift"
    access = Access.LEADER
    form = MoveShiftForm

    def needs(self, opening: Opening) -> Needs:
        """The team with its places and shifts ahead, and whom they concern."""
        keys = leading.keys(opening, self.name)
        yield from leading.needs(opening, self.name)
        yield from known.needs(keys, opening)
        yield from affected.needs(keys, opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask which, where there is any."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        days = {choosing.day_of(one).isoformat() for one in choosing.ahead(turn, known.known(turn, team))}
        if not days:
            turn.say(turn.text("move-shift-none", team=team.name), [[leading.back(turn, team)]])
            return None
        only = {"day": SaidOn(turn.today_on, days.pop()).kept()} if len(days) == 1 else {}
        return Begin({"team": team.id, **only})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Days and shifts, what may change, and into what."""
        team, held = leading.of_form(turn), dict(turn.session.draft) if turn.session else {}
        if team is None:
            return []
        seen = known.known(turn, team)
        if field == "day":
            return choosing.days_offered(turn, seen)
        if field == "shift":
            return choosing.shifts_offered(
                turn, choosing.on_days(turn, seen, held.get("day")), together=False
            )
        if field == "what":
            return [Option(one, turn.text(f"move-shift-what-{one}")) for one in WHAT]
        if field == "place":
            places = [Option(one.id, one.name) for one in seen.places]
            return [*places, Option(ELSEWHERE, turn.text("plan-elsewhere"))]
        if field in ("hours", "to_day"):
            return suggestions.one_time(turn) if field == "hours" else suggestions.one_day(turn)
        return self._how(turn, held, choosing.rest(turn, seen, held))

    def _how(self, turn: Turn, held: dict[str, Any], rest: Sequence[PlacedShift]) -> list[Option]:
        options = [Option(ONE, turn.text("move-shift-one"))]
        if len(rest) > 1 and held.get("what") != "day":
            options.append(Option(REST, turn.text("move-shift-rest", count=len(rest))))
        return [*options, Option(KEEP, turn.text("shifts-keep"))]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The last question shows the shift before and after, and how many will hear of it."""
        team = leading.of_form(turn)
        if field.name != "how" or team is None:
            return super().question(turn, field, draft)
        before = choosing.meant(turn, known.known(turn, team), draft)
        after = [changed(turn, one, draft, self._place(turn, team, draft)) for one in before]
        concern = [one for one, new in zip(before, after, strict=True) if differ(one, new)]
        return turn.text(
            "move-shift-how",
            before=choosing.listed(turn.words, before),
            after=choosing.listed(turn.words, after),
            needed=after[0].needed if after and draft.get("what") == "needed" else 0,
            people=len(affected.affected(turn, team, concern)),
        )

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """There is a shift on those days; the new one is not over, too far, or there already."""
        team = leading.of_form(turn)
        if team is None:
            return None
        seen = known.known(turn, team)
        if field == "day":
            found = choosing.on_days(turn, seen, draft["day"])
            return None if found else turn.text("shifts-none-then")
        if field not in ("hours", "to_day", "place", "place_name"):
            return None
        if field == "place" and draft["place"] == ELSEWHERE:
            return None
        return self._wrong(turn, seen, draft)

    def _wrong(self, turn: Turn, seen: Known, draft: dict[str, Any]) -> str | None:
        """What is wrong with the changed shift."""
        before = choosing.meant(turn, seen, draft)
        if not before:
            return None
        if draft.get("what") == "hours" and len(answers.spans(draft.get("hours"))) > 1:
            return turn.text("move-shift-one-time")
        after = changed(turn, before[0], draft, self._place(turn, seen.team, draft))
        if after.ends_at <= turn.now:
            return turn.text("move-shift-past")
        if choosing.day_of(after) > seen.last_on(turn.now):
            return turn.text("move-shift-far", days=known.FARTHEST.days)
        others = [one for one in seen.shifts if one.id != after.id]
        there = any(not differ(one, after) for one in others)
        return turn.text("move-shift-same") if there else None

    def finish(self, turn: Turn, draft: MoveShiftForm) -> None:
        """Change them in one commit, and say so to whom it concerns."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        held = draft.model_dump()
        before = choosing.meant(turn, known.known(turn, team), held)
        ways = [Button(turn.text("menu-schedule"), action("schedule", team.id)), leading.back(turn, team)]
        if not before or draft.how == KEEP:
            turn.say(turn.text("move-shift-kept" if before else "drop-shift-gone"), [ways])
            return
        place = self._place(turn, team, held)
        if place is not None and place.id not in {one.id for one in known.known(turn, team).places}:
            place = place.model_copy(update={"id": turn.new_id()})
            turn.note(teams.place_saved(place))
        after = {one.id: changed(turn, one, held, place) for one in before}
        turn.note(*(shifts.moved(one, after[one.id]) for one in before))
        told = self._tell(turn, team, before, after)
        undo = kept(turn, team, ChangeKind.MOVED, before, told)
        listed = choosing.listed(turn.words, list(after.values()))
        needed = next(iter(after.values())).needed if draft.what == "needed" else 0
        said = turn.text("move-shift-done", after=listed, needed=needed, people=len(told))
        turn.say(marked(turn.words, said, exercise=team.exercise), [[undo], ways])

    def _tell(
        self, turn: Turn, team: TeamCard, before: Sequence[PlacedShift], after: dict[str, PlacedShift]
    ) -> list[str]:
        """Who hears of it; how many are needed is the leader's own matter."""
        real = [one for one in before if differ(one, after[one.id])]
        concerned = affected.affected(turn, team, real)
        return affected.tell(
            turn,
            team,
            concerned,
            "shifts-moved",
            lambda reader, one: f"{affected.line(reader, one)} → {affected.line(reader, after[one.id])}",
        )

    def _place(self, turn: Turn, team: TeamCard, held: dict[str, Any]) -> Place | None:
        """The place chosen or named; a new one without a lasting id yet. None where it stays."""
        return choosing.place_of(known.known(turn, team), held)
