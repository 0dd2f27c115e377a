"""Put one report right, set it aside, count it again: the leader's way, with a reason, every version kept."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, ClassVar

from handlers import report_form, reporting
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import in_compact
from handlers.engine import Form, Number, Option, Skippable, Tally, Text, When, YesNo
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.report_form import amount
from handlers.reporting import LIVE
from handlers.turn import UNDO_FOR, Turn
from locales.formats import near_day
from storage import reports
from storage.records.work import HelpReport, ReportState
from storage.reports import HeldReport

EDIT, ASIDE, RESTORE, UNDO = "edit", "aside", "restore", "undo"


def _edits(draft: Any) -> bool:
    return bool(draft.what == EDIT)


class CorrectForm(Form):
    """The figures as they should be, and why. ``what`` and ``report`` are carried."""

    name: ClassVar[str] = "correct_report"

    lines: Annotated[dict[str, int] | None, Tally(max=9999), Skippable(), When(_edits)] = None
    visits: Annotated[int | None, Number(min=0, max=9999), Skippable(), When(_edits)] = None
    figures: Annotated[dict[str, int] | None, Tally(max=9999), Skippable(), When(_edits)] = None
    groups: Annotated[dict[str, int] | None, Tally(max=9999), Skippable(), When(_edits)] = None
    approx: Annotated[bool | None, YesNo(), Skippable(), When(_edits)] = None
    reason: Annotated[str | None, Text(max=200)] = None
    what: str = ""
    report: str = ""


class CorrectReport(Conversation):
    """See the module."""

    name = "correct_report"
    access = Access.LEADER
    form = CorrectForm

    def needs(self, opening: Opening) -> Needs:
        """The report with its team and its versions."""
        asked = {opening.arg.rpartition(":")[2]}
        if opening.session is not None and opening.session.form == self.name:
            asked.add(str(opening.session.draft.get("report", "")))
        for report_id in sorted(asked - {""}):
            yield reports.held.of((opening.actor.tenant, report_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The card of a report, or one of the things to do with it."""
        verb, _, report_id = arg.rpartition(":")
        held = self._held(turn, report_id)
        if held is None:
            turn.say(turn.text("correct-report-gone"), [[self._board(turn)]])
            return None
        if verb == EDIT and held.report.state in LIVE:
            return Begin(self._given(held), at="lines" if held.report.lines else "visits")
        if verb == ASIDE and held.report.state in LIVE:
            return Begin({"what": ASIDE, "report": report_id})
        if verb in (RESTORE, UNDO):
            self._back(turn, held, verb)
            return None
        self._card(turn, held)
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The codes of the report form."""
        return report_form.options(turn, field)

    def summary(self, turn: Turn, lines: str) -> str:
        """Whose report of which day, and what will stand."""
        draft = turn.session.draft if turn.session else {}
        held = self._held(turn, str(draft.get("report", "")))
        if held is None:
            return turn.text("correct-report-gone")
        said = turn.text(
            "correct-report-summary",
            what=str(draft.get("what", "")),
            name=held.name,
            day=_day(turn, held.report),
            before=amount(turn, held.report),
            lines=lines,
        )
        return "\n".join([said, *(report_form.doubtful(turn, draft) if draft.get("what") == EDIT else ())])

    def finish(self, turn: Turn, draft: CorrectForm) -> None:
        """The new version in the place of the old one, or the old one set aside."""
        held = self._held(turn, draft.report)
        if held is None or held.report.state not in LIVE:
            turn.say(turn.text("correct-report-gone"), [[self._board(turn)]])
            return
        old, made = held.report, held.report
        if draft.what == EDIT:
            made = self._made(turn, old, draft)
            turn.note(*reporting.put_in(made, old))
        else:
            turn.note(*reporting.taken_out(old, ReportState.SET_ASIDE, draft.reason or ""))
        said = turn.text(
            "correct-report-done",
            what=draft.what,
            name=held.name,
            day=_day(turn, old),
            counts=amount(turn, made),
            reason=draft.reason or "",
        )
        undo = Button(turn.text("undo"), action(self.name, f"{UNDO}:{made.id}"))
        turn.say(marked(turn.words, said, exercise=held.team.exercise), [[undo, self._list(turn, held)]])

    def _made(self, turn: Turn, old: HelpReport, draft: CorrectForm) -> HelpReport:
        """The leader's version: it counts, also where the old one still waited."""
        waits = old.state is ReportState.PENDING
        return old.model_copy(
            update={
                "id": turn.new_id(),
                "visits": draft.visits,
                "lines": draft.lines or {},
                "figures": draft.figures or {},
                "groups": draft.groups or {},
                "approx": bool(draft.approx),
                "state": ReportState.PENDING if waits else ReportState.COUNTED,
                "replaces": old.id,
                "told_by": turn.actor.key[1],
                "reason": draft.reason or "",
                "created_at": turn.now,
                "version": 0,
            }
        )

    def _given(self, held: HeldReport) -> dict[str, Any]:
        answers = reporting.as_answers(held.report)
        known = {name: answers[name] for name in ("lines", "visits", "figures", "groups", "approx")}
        return {**known, "what": EDIT, "report": held.report.id}

    def _back(self, turn: Turn, held: HeldReport, verb: str) -> None:
        """Count a report again that was set aside or came late; take the leader's own version back."""
        report = held.report
        waits = (ReportState.SET_ASIDE, ReportState.LATE)
        if report.state in waits:
            turn.note(*reporting.brought_back(report))
        elif verb == UNDO and report.state in LIVE and report.created_at >= turn.now - UNDO_FOR:
            before = next((one for one in held.versions if one.id == report.replaces), None)
            turn.note(*reporting.undone(report, before))
            report = before or report
        else:
            turn.say(turn.text("undo-too-late"), [[self._list(turn, held)]])
            return
        said = turn.text("correct-report-back", name=held.name, counts=amount(turn, report))
        turn.say(marked(turn.words, said, exercise=held.team.exercise), [[self._list(turn, held)]])

    def _card(self, turn: Turn, held: HeldReport) -> None:
        report = held.report
        before = reporting.earlier(held.versions, report)
        said = turn.text(
            "correct-report-card",
            name=held.name,
            day=_day(turn, report),
            counts=amount(turn, report),
            state=report.state,
            reason=report.reason or "none",
            note=report.note or "none",
            earlier="; ".join(amount(turn, one) for one in before) or "none",
        )
        ways = []
        if report.state in LIVE:
            ways = [self._way(turn, EDIT, report), self._way(turn, ASIDE, report)]
        if report.state in (ReportState.SET_ASIDE, ReportState.LATE):
            ways.insert(0, self._way(turn, RESTORE, report))
        turn.say(marked(turn.words, said, exercise=held.team.exercise), [ways, [self._list(turn, held)]])

    def _way(self, turn: Turn, verb: str, report: HelpReport) -> Button:
        labels = {
            EDIT: "correct-report-edit",
            ASIDE: "correct-report-aside",
            RESTORE: "correct-report-restore",
        }
        return Button(turn.text(labels[verb]), action(self.name, f"{verb}:{report.id}"))

    def _list(self, turn: Turn, held: HeldReport) -> Button:
        day = in_compact(date.fromisoformat(held.report.day_on))
        return Button(turn.text("team-reports-see"), action("team_reports", f"{held.team.id}:{day}"))

    def _board(self, turn: Turn) -> Button:
        return Button(turn.text("team-reports-see"), action("team_reports"))

    def _held(self, turn: Turn, report_id: str) -> HeldReport | None:
        """The report, if whoever asks may lead its team; of another's nothing is said."""
        found = turn.facts.get(reports.held.of((turn.actor.tenant, report_id))) if report_id else None
        if found is None or found.team.closed_at is not None or not turn.leads(found.team):
            return None
        return found


def _day(turn: Turn, report: HelpReport) -> str:
    return near_day(date.fromisoformat(report.day_on), turn.words.language)
