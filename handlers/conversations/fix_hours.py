"""Ask for other hours: which presence, from when to when; a leader decides, and both versions are kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any, ClassVar

from handlers.claim import LONGEST_AGO
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.engine import Choice, Form, FormField, Option
from handlers.holding import at_level, reached
from handlers.messages import Button, Lane, Outbound
from handlers.stretch import Stretch, StretchField, read_stretch
from handlers.turn import UNDO_FOR, Turn
from locales import words
from locales.formats import clock, local, short_day
from storage import attendances, corrections, holders
from storage.attendances import Since
from storage.effects import Effect
from storage.records.case import Level
from storage.records.correction import Correction, CorrectionState
from storage.records.work import Attendance

LOOK_BACK = timedelta(days=6)
NEAR_BY = (timedelta(minutes=-30), timedelta(minutes=30), timedelta(hours=1))
"""Ends that are offered, from the one that stands."""
_UNDO = "undo"


class FixHoursForm(Form):
    """Which presence, and its hours."""

    name: ClassVar[str] = "fix_hours"
    summary: ClassVar[bool] = False

    which: Annotated[str | None, Choice()] = None
    stretch: Annotated[str | None, StretchField()] = None


class FixHours(Conversation):
    """See the module. Three taps at most, or one message: "sửa giờ 7h30-12h"."""

    name = "fix_hours"
    form = FixHoursForm

    def takes(self, rest: str) -> bool:
        """The hours as they were."""
        return read_stretch(rest) is not None

    def needs(self, opening: Opening) -> Needs:
        """The presences of a week, what was asked about them, and who leads the person's teams."""
        yield attendances.of_person.of(_since(opening.actor.key, opening.now))
        yield corrections.of_person.of(_since(opening.actor.key, opening.now))
        for one in opening.actor.in_teams:
            yield holders.of_team.of((one.tenant, one.team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Of one presence at once; the newest where only the hours were said."""
        verb, _, rest = arg.partition(":")
        mine = self._mine(turn)
        if verb == _UNDO:
            self._undo(turn, rest)
            return None
        if not mine:
            turn.say(turn.text("fix-hours-none"), [[Button(turn.text("menu-check-in"), action("check_in"))]])
            return None
        said = read_stretch(arg) if arg else None
        named = next((one for one in mine if one.id == arg), mine[-1] if said or len(mine) == 1 else None)
        given: dict[str, Any] = {"which": named.id} if named else {}
        if said and named:
            wrong = self._wrong(turn, named, said)
            return Begin(given, before=wrong) if wrong else Begin({**given, "stretch": said.kept()})
        return Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The presences, the newest first; or the ends that are most likely meant."""
        mine = self._mine(turn)
        if field == "which":
            return [Option(one.id, _told(turn, one)) for one in reversed(mine)]
        which = turn.session.draft.get("which") if turn.session else None
        held = next((one for one in mine if one.id == which), None)
        if held is None or held.out_at is None:
            return []
        ends = [local(held.out_at + later) for later in NEAR_BY]
        known = [end for end in ends if local(held.in_at) < end <= turn.now]
        return [Option(Stretch("", f"{end:%H:%M}").kept(), clock(end)) for end in known]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Of which presence."""
        held = next((one for one in self._mine(turn) if one.id == draft.get("which")), None)
        if field.name == "which" or held is None:
            return turn.text("fix-hours-which")
        return turn.text("fix-hours-stretch", held=_told(turn, held))

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """Hours that can have been."""
        held = next((one for one in self._mine(turn) if one.id == draft.get("which")), None)
        said = read_stretch(str(draft.get("stretch", "")))
        return self._wrong(turn, held, said) if field == "stretch" and held and said else None

    def finish(self, turn: Turn, draft: FixHoursForm) -> None:
        """Ask the leaders; what was asked before about the same presence is taken back."""
        held = next((one for one in self._mine(turn) if one.id == draft.which), None)
        said = read_stretch(draft.stretch or "")
        if held is None or held.out_at is None or said is None:
            turn.say(turn.text("form-gone"))
            return
        in_at, out_at = said.around(held.in_at, held.out_at)
        asked = Correction(
            tenant=held.tenant,
            id=turn.new_id(),
            attendance_id=held.id,
            team_id=held.team_id,
            person_id=held.person_id,
            was_in_at=held.in_at,
            was_out_at=held.out_at,
            was_out_origin=held.out_origin,
            in_at=in_at,
            out_at=out_at,
            asked_at=turn.now,
        )
        turn.note(*self._taken_back(turn, held.id), corrections.asked(asked))
        self._tell_leaders(turn, held, asked)
        undo = Button(turn.text("undo"), action(self.name, f"{_UNDO}:{asked.id}"))
        turn.say(turn.text("fix-hours-asked", was=_told(turn, held), now=_hours(in_at, out_at)), [[undo]])

    def _tell_leaders(self, turn: Turn, held: Attendance, asked: Correction) -> None:
        """Each leader of the team once; the person's own say does not count, so not themself."""
        found = turn.facts.get(holders.of_team.of((held.tenant, held.team_id))) or []
        for one in at_level(reached(found, without=turn.actor.key[1]), Level.TEAM):
            reader = words(one.contact.language)
            said = reader(
                "fix-hours-told",
                name=turn.actor.person.name if turn.actor.person else "",
                day=short_day(local(held.in_at).date()),
                was=_hours(held.in_at, held.out_at),
                now=_hours(asked.in_at, asked.out_at),
            )
            see = Button(reader("fix-hours-decide"), action("corrections", held.team_id))
            turn.tell(one.contact, Outbound(said, ((see,),), lane=Lane.ROLE))

    def _undo(self, turn: Turn, correction_id: str) -> None:
        found = turn.facts.get(corrections.of_person.of(_since(turn.actor.key, turn.now))) or []
        one = next((one for one in found if one.id == correction_id), None)
        if one is None or one.state is not CorrectionState.ASKED or one.asked_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(*self._taken_back(turn, one.attendance_id))
        turn.say(turn.text("fix-hours-undone"))

    def _taken_back(self, turn: Turn, attendance_id: str) -> list[Effect]:
        found = turn.facts.get(corrections.of_person.of(_since(turn.actor.key, turn.now))) or []
        waiting = [
            one for one in found if one.attendance_id == attendance_id and one.state is CorrectionState.ASKED
        ]
        person_id = turn.actor.key[1]
        return [
            corrections.decided(one, CorrectionState.WITHDRAWN, turn.now, by=person_id) for one in waiting
        ]

    def _wrong(self, turn: Turn, held: Attendance, said: Stretch) -> str | None:
        """What cannot have been, in words."""
        assert held.out_at is not None  # noqa: S101  # only what has ended is offered
        in_at, out_at = said.around(held.in_at, held.out_at)
        if out_at > turn.now or not timedelta(0) < out_at - in_at <= LONGEST_AGO:
            most = LONGEST_AGO // timedelta(hours=1)
            return turn.text("fix-hours-order", hours=_hours(in_at, out_at), most=most)
        return turn.text("fix-hours-same") if (in_at, out_at) == (held.in_at, held.out_at) else None

    def _mine(self, turn: Turn) -> list[Attendance]:
        """Presences of the last days that have ended."""
        found = turn.facts.get(attendances.of_person.of(_since(turn.actor.key, turn.now))) or []
        return [one for one in found if not one.there_at(turn.now)]


def _since(person: tuple[str, str], now: datetime) -> Since:
    return *person, midnight(local(now - LOOK_BACK).date())


def _hours(in_at: datetime, out_at: datetime | None) -> str:
    return f"{clock(in_at)}–{clock(out_at) if out_at else '…'}"


def _told(turn: Turn, held: Attendance) -> str:
    return turn.text(
        "fix-hours-one",
        day=short_day(local(held.in_at).date()),
        hours=_hours(held.in_at, held.out_at),
        origin=held.out_origin,
    )
