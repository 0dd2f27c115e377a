"""Check out: one tap, or one line with the report in it; also from the reminder at the end of the shift."""

from datetime import date, datetime, timedelta

from handlers import coming, reporting
from handlers.claim import Claim, read_claim
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.messages import Button
from handlers.report_form import ReportForm
from handlers.reporting import LIVE
from handlers.shorthand import parse
from handlers.turn import Turn
from locales.formats import clock, hours, local
from storage import attendances
from storage.attendances import Since
from storage.records.work import Attendance
from storage.sources import PersonKey

_ANY_DAY = date(2026, 1, 1)
"""Whether a line is a report does not hang on the day."""


class CheckOut(Conversation):
    """See the module."""

    name = "check_out"
    command = "raca"

    def takes(self, rest: str) -> bool:
        """A report: "ra ca 5 vneid 2 dvc"; or the time: "ra ca lúc 11h20"."""
        return _time(rest) is not None or reporting.understood(parse(rest, _ANY_DAY))

    def needs(self, opening: Opening) -> Needs:
        """The open attendance, those that ended since yesterday, what a report needs, the next shift."""
        yield from reporting.needs(opening)
        yield from coming.needs(opening)
        yield attendances.of_person.of(_lately(opening.actor.key, opening.now))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Close the attendance; keep the report that came along, or ask for it where none was made yet."""
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        claim = _time(arg)
        told = reporting.of_line(parse(arg, turn.today_on), turn.today_on) if arg and claim is None else None
        echo, changes = self._kept(turn, told or self._unconfirmed(turn))
        if held is None:
            said, ways = self._none(turn)
            turn.say("\n".join(filter(None, [said, echo])), [changes, ways])
            return None
        out_at = max((claim or Claim()).at(turn.inbound.sent_at, turn.now), held.in_at)
        turn.note(attendances.closed(held, out_at, turn.now, "self"))
        reported = "now" if echo else self._reported(turn, held)
        said = turn.text(
            "check-out-done",
            start=clock(held.in_at),
            end=clock(out_at),
            hours=hours(out_at - held.in_at, turn.words.language),
            reported=reported,
            echo=echo,
        )
        said = "\n".join(filter(None, [said, coming.told(turn, held.shift_id)]))
        turn.say(said, [self._report(turn) if reported == "no" else changes])
        return None

    def _none(self, turn: Turn) -> tuple[str, list[Button]]:
        """Nothing to end: because we ended it, or because it never began."""
        again = Button(turn.text("menu-check-in"), action("check_in"))
        found = turn.facts.get(attendances.of_person.of(_lately(turn.actor.key, turn.now))) or []
        last = found[-1] if found else None
        if last is None or last.out_at is None or last.out_origin != "auto":
            return turn.text("check-out-none"), [again]
        said = turn.text("check-out-closed", since=clock(last.in_at), end=clock(last.out_at))
        return said, [Button(turn.text("fix-hours-open"), action("fix_hours", last.id)), again]

    def _unconfirmed(self, turn: Turn) -> ReportForm | None:
        """The report that was only waiting for its "yes": whoever leaves says it, and can take it back. One
        that is not complete stays open."""
        left = turn.left
        if left is None or left.form != ReportForm.name:
            return None
        if left.field or left.editing or left.draft.get("replaces") or left.version != ReportForm.version:
            turn.session = left
            return None
        return ReportForm(**left.draft)

    def _kept(self, turn: Turn, told: ReportForm | None) -> tuple[str, list[Button]]:
        """What is said of the report, and the choices that change it."""
        if told is None:
            return "", []
        own = (card for card in reporting.of_person(turn) if card.id == told.team)
        team = next(own, reporting.meant(turn))
        if team is None:
            return turn.text("check-out-which-team"), []
        return reporting.told(turn, team, told)

    def _report(self, turn: Turn) -> list[Button]:
        return [
            Button(turn.text("menu-report"), action("report"), spoken=not turn.plenty),
            Button(turn.text("report-nobody"), action("report", "nobody"), spoken=not turn.plenty),
        ]

    def _reported(self, turn: Turn, held: Attendance) -> str:
        """What there is of a report of this shift: "open" while one is being made, else "yes" or "no"."""
        if turn.session is not None:
            return "open"
        found = any(one.state in LIVE and one.created_at >= held.in_at for one in reporting.recent(turn))
        return "yes" if found else "no"


def _time(said: str) -> Claim | None:
    """The time somebody says they left; None where they say anything else."""
    claim = read_claim(said)
    return claim if claim and claim.time and not claim.code else None


def _lately(person: PersonKey, now: datetime) -> Since:
    return *person, midnight(local(now).date() - timedelta(days=1))
