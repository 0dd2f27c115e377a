"""Choose on which day the province's reporting weeks begin, and until when they are to be sent."""

from collections.abc import Sequence
from datetime import time
from typing import Annotated, Any, ClassVar

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option, Time
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock_text, weekday
from storage import teams

DAYS = range(1, 8)
"""Monday is 1."""


class ReportingWeekForm(Form):
    """The weekday, and an hour of the day after the week."""

    name: ClassVar[str] = "reporting_week"
    summary: ClassVar[bool] = False

    starts: Annotated[str | None, Choice()] = None
    hour: Annotated[str | None, Time()] = None


class ReportingWeek(Conversation):
    """See the module."""

    name = "reporting_week"
    access = Access.TOTALS
    form = ReportingWeekForm

    def needs(self, opening: Opening) -> Needs:
        """The province."""
        yield teams.tenant.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask; only those of the whole province, or of the centre for itself, choose it."""
        if turn.actor.tenant not in turn.actor.coordinated and not turn.actor.central:
            turn.say(turn.text("reporting-week-not-yours", **self._now(turn)))
            return None
        return Begin()

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The seven weekdays."""
        return [Option(str(day), weekday(day, turn.words.language)) for day in DAYS]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With what holds now."""
        return turn.text(self.key(field.name), **self._now(turn))

    def finish(self, turn: Turn, draft: ReportingWeekForm) -> None:
        """From now on; a week that was sent keeps its days, and no day is counted twice."""
        hour = time.fromisoformat(draft.hour or "17:00")
        starts = int(draft.starts or 1)
        turn.note(teams.week_moved(turn.actor.tenant, starts, hour.hour * 60 + hour.minute))
        said = turn.text("reporting-week-done", **self._told(turn, starts, clock_text(draft.hour or "17:00")))
        turn.say(said, [[Button(turn.text("weekly-open"), action("weekly"))]])

    def _now(self, turn: Turn) -> dict[str, str]:
        tenant = turn.facts.get(teams.tenant.of(turn.actor.tenant))
        minute = tenant.cutoff_minute if tenant else 0
        return self._told(
            turn, tenant.week_starts if tenant else 1, clock_text(f"{minute // 60}:{minute % 60:02d}")
        )

    def _told(self, turn: Turn, starts: int, hour: str) -> dict[str, str]:
        last = (starts + 5) % 7 + 1
        return {
            "first": weekday(starts, turn.words.language),
            "last": weekday(last, turn.words.language),
            "hour": hour,
        }
