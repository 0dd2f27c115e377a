"""Plan shifts: a whole sheet in one message, or days, hours, place and number one by one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Number, Option, Skippable, Text, When, YesNo
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.planning import answers, suggestions, told
from handlers.planning.answers import ELSEWHERE
from handlers.planning.fields import Days, Hours, SaidOn, Whole
from handlers.planning.known import Known, known, needs
from handlers.planning.proposal import MOST, Proposal, proposal
from handlers.planning.saving import saved
from handlers.rota import Span, read
from handlers.turn import Turn
from storage.records.team import TeamCard
from storage.sources import TeamKey

BEFORE_SHEET = "::"
"""Between a team and a sheet for it."""
_TEAM_OR_PAGE = re.compile(r"\*?[\w-]*")
_ANY_TIME = (Span("00:00", "16:00"), Span("08:00", "23:59"))
"""Stands for hours that are not said yet."""


class PlanForm(Form):
    """A sheet with what it leaves open, or everything one by one."""

    name: ClassVar[str] = "plan"

    which: Annotated[str | None, Choice(), When(lambda draft: not draft.team)] = None
    sheet: Annotated[str | None, Whole(), When(lambda draft: draft.sheet is not None)] = None
    days: Annotated[
        str | None, Days(), When(lambda draft: not all(one.has_days for one in answers.sheet(draft)))
    ] = None
    hours: Annotated[
        str | None, Hours(), When(lambda draft: not all(one.spans for one in answers.sheet(draft)))
    ] = None
    place: Annotated[
        str | None,
        Choice(),
        Skippable(),
        When(lambda draft: not all(one.place for one in answers.sheet(draft))),
    ] = None
    place_name: Annotated[
        str | None, Text(max=80, min=2, one_line=True), When(lambda draft: draft.place == ELSEWHERE)
    ] = None
    needed: Annotated[
        int | None,
        Number(min=1, max=500),
        Skippable(),
        When(lambda draft: any(one.needed is None for one in answers.sheet(draft))),
    ] = None
    holidays_too: Annotated[bool | None, YesNo()] = None
    team: str = ""


class Plan(Conversation):
    """See the module. What is echoed is saved at once, in one commit, and can be taken back."""

    name = "plan"
    access = Access.LEADER
    form = PlanForm

    def takes(self, rest: str) -> bool:
        """ "xếp lịch T2–T6 …": whatever says anything of a rota."""
        return bool(read(rest, date(2000, 1, 1)).lines)

    def needs(self, opening: Opening) -> Needs:
        """What is known of the teams it may be about."""
        yield from leading.needs(_without_sheet(opening), self.name)
        yield from needs(_keys(opening, self.name), opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Echo the sheet that came along, or ask; a sheet for one of several teams asks which."""
        named, sheet = _parts(arg)
        team = leading.team(turn, leading.asked(turn.actor, named))
        if team is None and not (sheet and turn.actor.led):
            leading.choose(turn, self.name, named)
            return None
        given: dict[str, Any] = {"holidays_too": False} | ({"team": team.id} if team else {})
        if not sheet:
            return Begin(given)
        given |= {
            "sheet": SaidOn(turn.today_on, sheet).kept(),
            "needed": None,
            "place": self._usual(turn, team),
        }
        if team is not None and (refused := self._refused(turn, team, given)):
            there = self._proposal(turn, known(turn, team), given).same
            change = [Button(turn.text("plan-change"), action("move_shift", team.id))] if there else []
            turn.say("\n".join([refused, turn.text("plan-example")]), [change, *self._ways(turn, team)])
            return None
        return Begin(given, before=self._unknown(turn, team, given) if team else "")

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Teams, suggestions for days and hours, or the places of the team."""
        if field == "days":
            return suggestions.days(turn)
        if field == "hours":
            return suggestions.hours(turn)
        team = self._team(turn)
        if field == "which":
            led = [leading.team(turn, one) for one in turn.actor.led]
            return [Option(card.id, leading.named(turn, card)) for card in led if card]
        places = [Option(one.id, one.name) for one in known(turn, team).places] if team else []
        return [*places, Option(ELSEWHERE, turn.text("plan-elsewhere"))]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """Something is left to plan, and not too much."""
        team = self._of(turn, draft)
        return self._refused(turn, team, draft) if team else None

    def summary(self, turn: Turn, lines: str) -> str:
        """The proposal with everything a leader should know."""
        team, held = self._team(turn), dict(turn.session.draft) if turn.session else {}
        if team is None:
            return turn.text("team-gone")
        found = self._proposal(turn, known(turn, team), held)
        if not found.slots:
            return self._nothing(turn, team, held, found)
        unknown = self._unknown(turn, team, held)
        said = turn.text(
            "plan-summary",
            team=team.name,
            count=len(found.slots),
            lines="\n".join([*told.lines(turn.words, found), *told.remarks(turn.words, found, typed=True)]),
            unknown=f"{unknown}\n" if unknown else "",
        )
        return marked(turn.words, said, exercise=team.exercise)

    def finish(self, turn: Turn, draft: PlanForm) -> None:
        """Save every shift, and the places that are new."""
        held = draft.model_dump()
        team = self._of(turn, held)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        seen = known(turn, team)
        found = self._proposal(turn, seen, held)
        if not 0 < len(found.slots) <= MOST:
            turn.say(self._nothing(turn, team, held, found), self._ways(turn, team))
            return
        undo, said = saved(turn, seen, found)
        turn.say(marked(turn.words, said, exercise=team.exercise), [[undo], *self._ways(turn, team)])

    def _refused(self, turn: Turn, team: TeamCard, held: Mapping[str, Any]) -> str | None:
        """Why nothing can be planned of answers in which every line has its days; hours may still be open."""
        seen = known(turn, team)
        lines = answers.lines(held, seen)
        if not all(line.has_days for line in lines):
            return None
        timed = [line if line.spans else replace(line, spans=_ANY_TIME) for line in lines]
        found = proposal(timed, seen, turn.now)
        several = all(line.spans for line in lines) and len(found.slots) > MOST
        return self._nothing(turn, team, held, found) if several or not found.slots else None

    def _nothing(self, turn: Turn, team: TeamCard, held: Mapping[str, Any], found: Proposal) -> str:
        """Why there is nothing to plan, or too much."""
        if len(found.slots) > MOST:
            return turn.text("plan-too-many", count=len(found.slots), most=MOST)
        reasons = [*told.remarks(turn.words, found, typed=True), self._unknown(turn, team, held)]
        return turn.text("plan-nothing", reasons="\n".join(filter(None, reasons)))

    def _proposal(self, turn: Turn, seen: Known, held: Mapping[str, Any]) -> Proposal:
        return proposal(answers.lines(held, seen), seen, turn.now)

    def _unknown(self, turn: Turn, team: TeamCard, held: Mapping[str, Any]) -> str:
        """What was not understood, with an example of what would be."""
        quoted = ", ".join(f'"{piece}"' for piece in answers.unknown(held, known(turn, team)))
        return turn.text("plan-unknown", pieces=quoted) if quoted else ""

    def _usual(self, turn: Turn, team: TeamCard | None) -> str | None:
        """Where a sheet names no place: the only one the team has, or none for now."""
        places = known(turn, team).places if team else []
        return places[0].id if len(places) == 1 else None

    def _team(self, turn: Turn) -> TeamCard | None:
        """The team of the form under way."""
        return self._of(turn, turn.session.draft) if turn.session else None

    def _of(self, turn: Turn, held: Mapping[str, Any]) -> TeamCard | None:
        """The team that was known from the start, or chosen."""
        return leading.team(turn, str(held.get("team") or held.get("which") or ""))

    def _ways(self, turn: Turn, team: TeamCard) -> list[list[Button]]:
        again = Button(turn.text("plan-again"), action(self.name, team.id))
        schedule = Button(turn.text("menu-schedule"), action("schedule", team.id))
        return [[again, schedule], [leading.back(turn, team)]]


def _parts(arg: str) -> tuple[str, str]:
    """The team (or page of teams) and the sheet of an argument, which may hold either or both."""
    team, parted, sheet = arg.partition(BEFORE_SHEET)
    if parted:
        return team, sheet
    return (arg, "") if _TEAM_OR_PAGE.fullmatch(arg) else ("", arg)


def _without_sheet(opening: Opening) -> Opening:
    return replace(opening, arg=_parts(opening.arg)[0])


def _keys(opening: Opening, conversation: str) -> list[TeamKey]:
    """The teams this turn may be about; one of several is chosen in the form."""
    named = leading.keys(_without_sheet(opening), conversation)
    led = [(opening.actor.tenant, one) for one in opening.actor.led]
    return sorted({*named, *led})
