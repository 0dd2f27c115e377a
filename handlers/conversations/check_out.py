"""Check out: one tap, or one line with the report in it; also from the reminder at the end of the shift."""

from datetime import date

from handlers import reporting
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.reporting import LIVE
from handlers.shorthand import parse
from handlers.turn import Turn
from locales.formats import clock, hours
from storage import attendances
from storage.records.work import Attendance

_ANY_DAY = date(2026, 1, 1)
"""Whether a line is a report does not hang on the day."""


class CheckOut(Conversation):
    """See the module."""

    name = "check_out"
    command = "raca"

    def takes(self, rest: str) -> bool:
        """A report: "ra ca 5 vneid 2 dvc"."""
        return reporting.understood(parse(rest, _ANY_DAY))

    def needs(self, opening: Opening) -> Needs:
        """The open attendance, and what a report needs."""
        return reporting.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Close the attendance; keep the report that came along, or ask for it where none was made yet."""
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        echo, changes = self._kept(turn, arg) if arg else ("", [])
        if held is None:
            again = Button(turn.text("menu-check-in"), action("check_in"))
            turn.say("\n".join(filter(None, [turn.text("check-out-none"), echo])), [changes, [again]])
            return None
        out_at = max(turn.inbound.sent_at or turn.now, held.in_at)
        turn.note(attendances.closed(held, out_at, turn.now, "self"))
        reported = "now" if echo else "yes" if self._reported(turn, held) else "no"
        said = turn.text(
            "check-out-done",
            start=clock(held.in_at),
            end=clock(out_at),
            hours=hours(out_at - held.in_at, turn.words.language),
            reported=reported,
            echo=echo,
        )
        turn.say(said, [self._report(turn) if reported == "no" else changes])
        return None

    def _kept(self, turn: Turn, line: str) -> tuple[str, list[Button]]:
        """What is said of the report in ``line``, and the choices that change it."""
        team = reporting.meant(turn)
        if team is None:
            return turn.text("check-out-which-team"), []
        return reporting.told(turn, team, reporting.of_line(parse(line, turn.today_on), turn.today_on))

    def _report(self, turn: Turn) -> list[Button]:
        return [
            Button(turn.text("menu-report"), action("report"), spoken=not turn.plenty),
            Button(turn.text("report-nobody"), action("report", "nobody"), spoken=not turn.plenty),
        ]

    def _reported(self, turn: Turn, held: Attendance) -> bool:
        return any(one.state in LIVE and one.created_at >= held.in_at for one in reporting.recent(turn))
