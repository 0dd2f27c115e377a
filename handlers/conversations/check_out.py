"""Check out: one tap, or one line with the report in it; also from the reminder at the end of the shift."""

from collections.abc import Sequence
from datetime import date, datetime

from handlers import coming, reporting, whole_shift
from handlers.claim import Claim, read_claim
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.report_form import ReportForm
from handlers.reporting import LIVE
from handlers.shift_told import times
from handlers.shorthand import parse
from handlers.turn import UNDO_FOR, Turn
from locales.formats import clock, hours
from storage import attendances
from storage.records.work import Attendance

_ANY_DAY = date(2026, 1, 1)
"""Whether a line is a report does not hang on the day."""
_WHOLE, _UNDO = "whole", "undo"


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
        yield from whole_shift.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Close the attendance; keep the report that came along, or ask for it where none was made yet. Who
        had not checked in, and says more than that they leave, was there from the start."""
        verb, _, undone = arg.partition(":")
        if verb == _UNDO:
            self._undo(turn, undone)
            return None
        claim = Claim() if arg == _WHOLE else _time(arg)
        told = reporting.of_line(parse(arg, turn.today_on), turn.today_on) if arg and claim is None else None
        told = told or self._unconfirmed(turn)
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        whole = self._whole(turn, claim or Claim()) if held is None and (told or claim) else None
        echo, changes = self._kept(turn, told, whole)
        if held is not None:
            self._leaves(turn, held, claim or Claim(), echo, changes)
        elif whole is not None:
            self._was_there(turn, whole, echo, changes)
        else:
            said, ways = self._none(turn)
            turn.say("\n".join(filter(None, [said, echo])), [changes, ways])
        return None

    def _leaves(
        self, turn: Turn, held: Attendance, claim: Claim, echo: str, changes: Sequence[Button]
    ) -> None:
        """The presence under way ends."""
        out_at = max(claim.at(turn.inbound.sent_at, turn.now), held.in_at)
        turn.note(attendances.closed(held, out_at, turn.now, "self"))
        reported = "now" if echo else self._reported(turn, held)
        said = [self._said(turn, held, out_at, echo, reported), coming.told(turn, held.shift_id)]
        turn.say("\n".join(filter(None, said)), [self._report(turn) if reported == "no" else changes])

    def _was_there(self, turn: Turn, whole: Attendance, echo: str, changes: Sequence[Button]) -> None:
        """A presence that was told at its end; its hours are a guess that can be put right."""
        turn.note(attendances.opened(whole))
        reported = "now" if echo else self._reported(turn, whole)
        said = [
            self._said(turn, whole, whole.out_at or turn.now, echo, reported),
            turn.text("check-out-whole"),
            coming.told(turn, whole.shift_id),
        ]
        hours_ = [
            Button(turn.text("fix-hours-open"), action("fix_hours", whole.id), spoken=not turn.plenty),
            Button(
                turn.text("check-out-drop"), action(self.name, f"{_UNDO}:{whole.id}"), spoken=not turn.plenty
            ),
        ]
        rows = [self._report(turn) if reported == "no" else changes, hours_]
        turn.say("\n".join(filter(None, said)), rows)

    def _said(self, turn: Turn, held: Attendance, out_at: datetime, echo: str, reported: str) -> str:
        return turn.text(
            "check-out-done",
            start=clock(held.in_at),
            end=clock(out_at),
            hours=hours(out_at - held.in_at, turn.words.language),
            reported=reported,
            echo=echo,
        )

    def _whole(self, turn: Turn, claim: Claim) -> Attendance | None:
        """The shift that whoever never checked in must mean, from its start."""
        shift = whole_shift.meant(turn)
        return whole_shift.presence(turn, shift, claim) if shift else None

    def _undo(self, turn: Turn, presence_id: str) -> None:
        """Take back a presence that was told at its end within the last minutes."""
        found = turn.facts.get(attendances.of_person.of(whole_shift.lately(turn.actor.key, turn.now))) or []
        one = next((one for one in found if one.id == presence_id), None)
        if one is None or one.in_origin != "self" or one.in_received_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(attendances.withdrawn(one))
        turn.say(turn.text("check-out-dropped"), [[Button(turn.text("menu-check-in"), action("check_in"))]])

    def _none(self, turn: Turn) -> tuple[str, list[Button]]:
        """Nothing to end: because we ended it, or because it never began."""
        again = Button(turn.text("menu-check-in"), action("check_in"))
        found = turn.facts.get(attendances.of_person.of(whole_shift.lately(turn.actor.key, turn.now))) or []
        last = found[-1] if found else None
        if last is None or last.out_at is None or last.out_origin != "auto":
            meant = whole_shift.meant(turn)
            if meant is None:
                return self._nothing(turn, last), [again]
            times_ = times(turn.words, meant.starts_at, meant.ends_at)
            whole = Button(turn.text("check-out-count", shift=times_), action(self.name, _WHOLE))
            return turn.text("check-out-none"), [whole, again]
        said = turn.text("check-out-closed", since=clock(last.in_at), end=clock(last.out_at))
        return said, [Button(turn.text("fix-hours-open"), action("fix_hours", last.id)), again]

    def _nothing(self, turn: Turn, last: Attendance | None) -> str:
        over = last is not None and last.day_on == turn.today_on.isoformat()
        if last is None or last.out_at is None or not over:
            return turn.text("check-out-none")
        return turn.text("check-out-over", since=clock(last.in_at), end=clock(last.out_at))

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

    def _kept(
        self, turn: Turn, told: ReportForm | None, whole: Attendance | None
    ) -> tuple[str, list[Button]]:
        """What is said of the report, and the choices that change it."""
        if told is None:
            return "", []
        wanted = told.team or (whole.team_id if whole else "")
        own = (card for card in reporting.of_person(turn) if card.id == wanted)
        team = next(own, reporting.meant(turn))
        if team is None:
            return turn.text("check-out-which-team"), []
        return reporting.told(turn, team, told, during=whole)

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
