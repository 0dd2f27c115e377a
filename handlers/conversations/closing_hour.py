"""Choose when a day's figures are closed: until then volunteers change their own reports."""

from datetime import time
from typing import Annotated, Any, ClassVar

from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.engine import Form, FormField, Time
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock_text
from storage import teams


class ClosingHourForm(Form):
    """A time of the next day."""

    name: ClassVar[str] = "closing_hour"
    summary: ClassVar[bool] = False

    hour: Annotated[str | None, Time()] = None


class ClosingHour(Conversation):
    """See the module."""

    name = "closing_hour"
    access = Access.COORDINATOR
    form = ClosingHourForm

    def needs(self, opening: Opening) -> Needs:
        """The province."""
        yield teams.tenant.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the hour; only those of the whole province choose it."""
        if turn.actor.tenant not in turn.actor.coordinated:
            turn.say(turn.text("closing-hour-not-yours", now=self._now(turn)))
            return None
        return Begin()

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With the hour that holds now."""
        return turn.text("closing-hour-hour", now=self._now(turn))

    def finish(self, turn: Turn, draft: ClosingHourForm) -> None:
        """Keep it for every team of the province."""
        hour = time.fromisoformat(draft.hour or "12:00")
        turn.note(teams.closing_moved(turn.actor.tenant, hour.hour * 60 + hour.minute))
        turn.say(turn.text("closing-hour-done", hour=clock_text(draft.hour or "12:00")))

    def _now(self, turn: Turn) -> str:
        tenant = turn.facts.get(teams.tenant.of(turn.actor.tenant))
        minute = tenant.closes_minute if tenant else 0
        return clock_text(f"{minute // 60}:{minute % 60:02d}")
