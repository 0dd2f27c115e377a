"""What people write into the weekly roll-up: the news of the week, and proposals; each line is a point."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.days import in_compact
from handlers.engine import Form, FormField, Skippable, Text
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from handlers.weekly import asked
from handlers.weekly.asked import Asked, asking
from storage import rollups
from storage.records.case import Level
from storage.records.period import Period
from storage.records.rollup import Rollup, RollupState

VERBS = ("news", "asks")
PARTS = {"news": "news", "asks": "proposals"}
"""Which part of a roll-up each verb writes."""
MOST = 10
"""Points of one part; a giao ban is short."""
_BULLETS = "-–•·*+ \t"


class WeeklyLinesForm(Form):
    """Points, one a line; left out, the part becomes empty."""

    name: ClassVar[str] = "weekly_lines"
    summary: ClassVar[bool] = False

    points: Annotated[str | None, Text(max=1500), Skippable()] = None
    verb: str = ""
    unit: str = ""
    since: str = ""


class WeeklyLines(Conversation):
    """See the module."""

    name = "weekly_lines"
    access = Access.TOTALS
    form = WeeklyLinesForm

    def needs(self, opening: Opening) -> Needs:
        """The week of the unit."""
        return asked.needs(opening, self._asked(opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the points of one part."""
        wanted = asked.read(arg, VERBS)
        seen = asked.picture(turn, wanted)
        if seen is None or not wanted.verb:
            asked.choose(turn, "weekly", "see")
            return None
        draft, _ = asked.drafted(turn, seen)
        if draft.state is not RollupState.DRAFT:
            turn.say(turn.text("weekly-sent-already"), [[self._back(turn, draft)]])
            return None
        return Begin({"verb": wanted.verb, "unit": seen.unit_code, "since": in_compact(seen.period.since)})

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With what stands there now."""
        wanted = _of(draft)
        seen = asked.picture(turn, wanted)
        written = getattr(asked.drafted(turn, seen)[0], PARTS[wanted.verb]) if seen and wanted.verb else []
        return turn.text(
            "weekly-lines-points",
            part=wanted.verb,
            now="\n".join(f"· {one}" for one in written) or "none",
        )

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A few points."""
        return (
            turn.text("weekly-lines-many", most=MOST) if len(_points(draft["points"] or "")) > MOST else None
        )

    def finish(self, turn: Turn, draft: WeeklyLinesForm) -> None:
        """They stand in the draft; the figures go on moving by themselves."""
        seen = asked.picture(turn, _of(draft.model_dump()))
        if seen is None:
            turn.say(turn.text("weekly-gone"))
            return
        before, _ = asked.drafted(turn, seen)
        if before.state is not RollupState.DRAFT:
            turn.say(turn.text("weekly-sent-already"), [[self._back(turn, before)]])
            return
        after = before.model_copy(
            update={PARTS[draft.verb]: _points(draft.points or ""), "updated_at": turn.now}
        )
        turn.note(rollups.saved(after))
        said = turn.text("weekly-lines-done", part=draft.verb, count=len(_points(draft.points or "")))
        turn.say(said, [[self._back(turn, before), *self._send(turn, before)]])

    def _asked(self, opening: Opening) -> Asked:
        if opening.session and opening.session.form == self.name and not opening.arg:
            return _of(opening.session.draft)
        return asked.read(opening.arg, VERBS)

    def _send(self, turn: Turn, draft: Rollup) -> list[Button]:
        """Send it from here, once its last day has come: nobody has to read all of it twice."""
        if turn.today_on.isoformat() < draft.until_on:
            return []
        above = "none" if draft.level is Level.CENTRAL else draft.level
        period = Period(draft.since_on, draft.until_on)
        return [
            Button(turn.text("weekly-send", level=above), asking("weekly", "send", draft.unit_code, period))
        ]

    def _back(self, turn: Turn, draft: Rollup) -> Button:
        period = Period(draft.since_on, draft.until_on)
        return Button(turn.text("weekly-open"), asking("weekly", "see", draft.unit_code, period))


def _of(draft: Mapping[str, Any]) -> Asked:
    return asked.read(f"{draft.get('verb', '')}:{draft.get('unit', '')}:{draft.get('since', '')}", VERBS)


def _points(text: str) -> list[str]:
    """One point a line, without the bullets people type."""
    bare = (line.strip().lstrip(_BULLETS).strip() for line in text.splitlines())
    return [one for one in bare if one]
