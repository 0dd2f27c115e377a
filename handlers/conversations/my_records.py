"""What I did: my shifts, hours and reports of the last seven days."""

from datetime import timedelta

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on, midnight
from handlers.messages import Button
from handlers.proof import proven
from handlers.report_form import amount
from handlers.reporting import LIVE, newest
from handlers.turn import Turn
from locales.formats import clock, hours, local
from storage import attendances, reports
from storage.records.work import Attendance, HelpReport, ReportState

LOOK_BACK = timedelta(days=6)


class MyRecords(Conversation):
    """See the module."""

    name = "my_records"
    command = "cuatoi"
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Attendance and reports since six days ago."""
        since = midnight(local(opening.now - LOOK_BACK).date())
        yield attendances.of_person.of((*opening.actor.key, since))
        yield reports.of_person.of((*opening.actor.key, day_on(since)))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A line a day, newest first, with the hours in all."""
        since = midnight(local(turn.now - LOOK_BACK).date())
        shifts = turn.facts.get(attendances.of_person.of((*turn.actor.key, since))) or []
        told = turn.facts.get(reports.of_person.of((*turn.actor.key, day_on(since)))) or []
        told = [one for one in told if one.state in (*LIVE, ReportState.SET_ASIDE)]
        if not shifts and not told:
            turn.say(turn.text("my-records-none"), [[Button(turn.text("menu-check-in"), action("check_in"))]])
            return None
        worked = sum(
            ((one.out_at - one.in_at) for one in shifts if one.out_at is not None), start=timedelta()
        )
        days = sorted({one.day_on for one in shifts} | {one.day_on for one in told}, reverse=True)
        lines = [self._day(turn, day, shifts, told) for day in days]
        said = turn.text(
            "my-records",
            shifts=len(shifts),
            proven=proven(shifts)[0],
            hours=hours(worked, turn.words.language),
            lines="\n".join(lines),
        )
        last = newest(told)
        change = [Button(turn.text("report-change"), action("report", f"edit:{last.id}"))] if last else []
        if any(not one.there_at(turn.now) for one in shifts):
            change.append(Button(turn.text("fix-hours-open"), action("fix_hours")))
        turn.say(said, [change, [Button(turn.text("menu-hours"), action("hours"))]])
        return None

    def _day(self, turn: Turn, day: str, shifts: list[Attendance], told: list[HelpReport]) -> str:
        times = [
            turn.text(
                "my-records-shift",
                start=clock(one.in_at),
                end=clock(one.out_at) if one.out_at else "…",
                proof=one.grade,
                origin=one.out_origin,
            )
            for one in shifts
            if one.day_on == day
        ]
        counts = [
            turn.text(
                "my-records-report", counts=amount(turn, one), state=one.state, reason=one.reason or "none"
            )
            for one in told
            if one.day_on == day
        ]
        _, month, number = day.split("-")
        return f"{number}/{month}: " + "; ".join([*times, *counts])
