"""Check out: one tap, also from the reminder at the end of the shift."""

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.messages import Button
from handlers.turn import Turn
from locales.formats import clock, hours
from storage import attendances, reports
from storage.records.work import Attendance, ReportState


class CheckOut(Conversation):
    """See the module."""

    name = "check_out"
    command = "raca"

    def needs(self, opening: Opening) -> Needs:
        """The open attendance and today's reports."""
        yield attendances.still_open.of(opening.actor.key)
        yield reports.of_person.of((*opening.actor.key, day_on(opening.now)))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Close the attendance; ask for the report where none was made yet."""
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        if held is None:
            turn.say(turn.text("check-out-none"), [[Button(turn.text("menu-check-in"), action("check_in"))]])
            return None
        out_at = turn.inbound.sent_at or turn.now
        turn.note(attendances.closed(held, max(out_at, held.in_at), turn.now, "self"))
        length = hours(max(out_at, held.in_at) - held.in_at, turn.words.language)
        reported = self._reported(turn, held)
        said = turn.text(
            "check-out-done",
            start=clock(held.in_at),
            end=clock(out_at),
            hours=length,
            reported="yes" if reported else "no",
        )
        if reported:
            turn.say(said)
        else:
            buttons = [
                Button(turn.text("menu-report"), action("report")),
                Button(turn.text("report-nobody"), action("report", "nobody")),
            ]
            turn.say(said, [buttons])
        return None

    def _reported(self, turn: Turn, held: Attendance) -> bool:
        found = turn.facts.get(reports.of_person.of((*turn.actor.key, day_on(turn.now)))) or []
        live = (ReportState.COUNTED, ReportState.PENDING)
        return any(one.state in live and one.created_at >= held.in_at for one in found)
