"""Plan a week as another one was, or as a template says: "tuần sau như tuần này"."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.planning import known, told, weeks
from handlers.planning.proposal import MOST, Proposal, proposal
from handlers.planning.saving import saved
from handlers.planning.weeks import WEEK
from handlers.turn import Turn
from locales.formats import short_day
from storage.records.team import TeamCard

THIS, NEXT = "this-week", "next-week"
FOUR = "four"
_FOUR_WEEKS = 4


class CopyWeekForm(Form):
    """Which week or template, and onto which week."""

    name: ClassVar[str] = "copy_week"

    source: Annotated[str | None, Choice()] = None
    onto: Annotated[str | None, Choice()] = None
    team: str = ""


class CopyWeek(Conversation):
    """See the module. Opened in words it takes this week for the next; the echo lets change that."""

    name = "copy_week"
    access = Access.LEADER
    form = CopyWeekForm

    def needs(self, opening: Opening) -> Needs:
        """What is known of the team, its templates, and its week."""
        keys = leading.keys(opening, self.name)
        yield from leading.needs(opening, self.name)
        yield from known.needs(keys, opening)
        yield from weeks.needs(keys, opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Echo what it comes to; behind the team the end of a template's id may follow."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        named = arg.partition(":")[2]
        template = next(
            (one for one in weeks.templates(turn, team) if named and one.id.endswith(named)), None
        )
        source = template.id if template else THIS
        if named and template is None:
            turn.say(turn.text("rota-template-gone"), [self._ways(turn, team)])
            return None
        if template is None and not weeks.planned(turn, team, self._first(turn)):
            turn.say(turn.text("copy-week-empty", team=team.name), [self._ways(turn, team)])
            return None
        given = {"source": source, "onto": self._onto(turn)[0]}
        free = [one for one in self._onto(turn) if self._proposal(turn, team, given | {"onto": one}).slots]
        given["onto"] = free[0] if template and free else given["onto"]
        if (refused := self._refused(turn, team, given)) is not None:
            turn.say(refused, [self._ways(turn, team)])
            return None
        return Begin({"team": team.id, **given})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """This week, the next and the templates; or the weeks ahead."""
        if field == "onto":
            return [Option(first, self._week_named(turn, first)) for first in self._onto(turn)]
        team = leading.of_form(turn)
        if team is None:
            return []
        two = {THIS: self._first(turn), NEXT: self._first(turn) + WEEK}
        planned = [
            Option(which, turn.text(f"copy-week-{which}"))
            for which, first in two.items()
            if weeks.planned(turn, team, first)
        ]
        return [*planned, *(Option(one.id, one.name) for one in weeks.templates(turn, team))]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """Something is left to plan, and not too much."""
        team = leading.of_form(turn)
        return self._refused(turn, team, draft) if team else None

    def summary(self, turn: Turn, lines: str) -> str:
        """What it comes to."""
        team, held = leading.of_form(turn), dict(turn.session.draft) if turn.session else {}
        if team is None:
            return turn.text("team-gone")
        found = self._proposal(turn, team, held)
        parts = [*told.lines(turn.words, found), *told.remarks(turn.words, found)]
        said = turn.text(
            "copy-week-summary",
            team=team.name,
            source=self._source_named(turn, held),
            onto=self._week_named(turn, str(held.get("onto"))),
            count=len(found.slots),
            lines="\n".join(parts),
        )
        return marked(turn.words, said, exercise=team.exercise)

    def finish(self, turn: Turn, draft: CopyWeekForm) -> None:
        """Save every shift at once."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        found = self._proposal(turn, team, draft.model_dump())
        if (refused := self._refused(turn, team, draft.model_dump())) is not None:
            turn.say(refused, [self._ways(turn, team)])
            return
        undo, said = saved(turn, known.known(turn, team), found)
        turn.say(marked(turn.words, said, exercise=team.exercise), [[undo], self._ways(turn, team)])

    def _refused(self, turn: Turn, team: TeamCard, held: Mapping[str, Any]) -> str | None:
        """Why there is nothing to plan, or too much."""
        found = self._proposal(turn, team, held)
        if len(found.slots) > MOST:
            return turn.text("plan-too-many", count=len(found.slots), most=MOST)
        reasons = "\n".join(told.remarks(turn.words, found))
        return None if found.slots else turn.text("plan-nothing", reasons=reasons)

    def _proposal(self, turn: Turn, team: TeamCard, held: Mapping[str, Any]) -> Proposal:
        since, until = self._span(turn, str(held.get("onto")))
        seen = known.known(turn, team)
        return proposal(weeks.lines(self._rows(turn, team, held), seen, since, until), seen, turn.now)

    def _rows(self, turn: Turn, team: TeamCard, held: Mapping[str, Any]) -> Sequence[weeks.Row]:
        source = held.get("source")
        if source in (THIS, NEXT):
            return weeks.rows(weeks.planned(turn, team, self._first(turn) + WEEK * (source == NEXT)))
        return next((one.shifts for one in weeks.templates(turn, team) if one.id == source), [])

    def _onto(self, turn: Turn) -> list[str]:
        """The weeks ahead by their Mondays, then four of them together."""
        first = self._first(turn)
        mondays = [(first + WEEK * shift).isoformat() for shift in range(1, weeks.WEEKS_AHEAD + 1)]
        return [*mondays, FOUR]

    def _span(self, turn: Turn, onto: str) -> tuple[date, date]:
        count = _FOUR_WEEKS if onto == FOUR else 1
        since = self._first(turn) + WEEK if onto == FOUR else date.fromisoformat(onto)
        return since, since + WEEK * count - timedelta(days=1)

    def _week_named(self, turn: Turn, onto: str) -> str:
        since, until = self._span(turn, onto)
        key = "copy-week-four" if onto == FOUR else "copy-week-one"
        return turn.text(key, first=short_day(since), last=short_day(until), count=_FOUR_WEEKS)

    def _source_named(self, turn: Turn, held: Mapping[str, Any]) -> str:
        return next(
            (one.label for one in self.options(turn, "source") if one.value == held.get("source")), ""
        )

    def _first(self, turn: Turn) -> date:
        return weeks.monday(turn.today_on)

    def _ways(self, turn: Turn, team: TeamCard) -> list[Button]:
        schedule = Button(turn.text("menu-schedule"), action("schedule", team.id))
        return [schedule, Button(turn.text("rota-templates"), action("rota_templates", team.id))]
