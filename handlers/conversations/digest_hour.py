"""Choose when the evening digest of a team comes."""

from datetime import time
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.engine import Form, FormField, Time
from handlers.permissions import Access
from handlers.quiet import BEGIN, END
from handlers.turn import Turn
from locales.formats import clock_text
from storage import teams


class DigestHourForm(Form):
    """A time of day."""

    name: ClassVar[str] = "digest_hour"
    summary: ClassVar[bool] = False

    hour: Annotated[str | None, Time()] = None
    team: str = ""


class DigestHour(Conversation):
    """See the module."""

    name = "digest_hour"
    access = Access.LEADER
    form = DigestHourForm

    def needs(self, opening: Opening) -> Needs:
        """The team."""
        return leading.needs(opening, self.name)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the hour of one team."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        return Begin({"team": team.id})

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With the hour that holds now."""
        team = leading.team(turn, str(draft.get("team", "")))
        now = team.digest_minute if team else 0
        held = clock_text(f"{now // 60}:{now % 60:02d}")
        return turn.text("digest-hour-hour", team=team.name if team else "", now=held)

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """Nobody is written to in the quiet hours."""
        if END <= time.fromisoformat(draft["hour"]) < BEGIN:
            return None
        return turn.text("digest-hour-quiet")

    def finish(self, turn: Turn, draft: DigestHourForm) -> None:
        """Keep it; today's digest still comes where that hour lies ahead."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        hour = time.fromisoformat(draft.hour or "18:00")
        turn.note(teams.digest_moved(team, hour.hour * 60 + hour.minute))
        said = turn.text("digest-hour-done", team=team.name, hour=clock_text(draft.hour or "18:00"))
        turn.say(said, [[leading.back(turn, team)]])
