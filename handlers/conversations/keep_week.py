"""Keep a week of shifts as a template under a name."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option, Text
from handlers.messages import Button
from handlers.permissions import Access
from handlers.planning import weeks
from handlers.planning.weeks import WEEK
from handlers.turn import Turn
from storage import rota_templates
from storage.fold import fold
from storage.records.rota import RotaTemplate
from storage.records.team import TeamCard
from storage.shifts import PlacedShift

THIS, NEXT = "this-week", "next-week"
MOST = 20
"""Templates of one team."""


class KeepWeekForm(Form):
    """Which week, and how it is called."""

    name: ClassVar[str] = "keep_week"
    summary: ClassVar[bool] = False

    week: Annotated[str | None, Choice(sole=True)] = None
    title: Annotated[str | None, Text(max=40, min=2, one_line=True)] = None
    team: str = ""


class KeepWeek(Conversation):
    """See the module. A name that is taken is kept anew."""

    name = "keep_week"
    access = Access.LEADER
    form = KeepWeekForm

    def needs(self, opening: Opening) -> Needs:
        """The team, its weeks and its templates."""
        yield from leading.needs(opening, self.name)
        yield from weeks.needs(leading.keys(opening, self.name), opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the name, where there is a week to keep."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        if not any(self._planned(turn, team, which) for which in (THIS, NEXT)):
            turn.say(turn.text("keep-week-empty", team=team.name), [[self._back(turn, team)]])
            return None
        if len(weeks.templates(turn, team)) >= MOST:
            turn.say(turn.text("keep-week-full", most=MOST), [[self._back(turn, team)]])
            return None
        return Begin({"team": team.id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """This week and the next, as far as they have shifts."""
        team = leading.of_form(turn)
        found = {which: self._planned(turn, team, which) for which in (THIS, NEXT)} if team else {}
        return [
            Option(which, turn.text(f"keep-week-{which}", count=len(shifts)))
            for which, shifts in found.items()
            if shifts
        ]

    def finish(self, turn: Turn, draft: KeepWeekForm) -> None:
        """Save it."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        name = draft.title or ""
        same = next((one for one in weeks.templates(turn, team) if fold(one.name) == fold(name)), None)
        shifts = self._planned(turn, team, draft.week or THIS)
        template = RotaTemplate(
            tenant=team.tenant,
            id=same.id if same else turn.new_id(),
            team_id=team.id,
            name=name,
            shifts=weeks.rows(shifts),
            created_at=turn.now,
        )
        turn.note(rota_templates.saved(template))
        use = Button(turn.text("rota-template-use"), action("copy_week", f"{team.id}:{template.id[-12:]}"))
        said = turn.text("keep-week-done", name=name, count=len(shifts))
        turn.say(said, [[use, self._back(turn, team)]])

    def _planned(self, turn: Turn, team: TeamCard, which: str) -> list[PlacedShift]:
        first = weeks.monday(turn.today_on) + WEEK * (which == NEXT)
        return weeks.planned(turn, team, first)

    def _back(self, turn: Turn, team: TeamCard) -> Button:
        return Button(turn.text("rota-templates"), action("rota_templates", team.id))
