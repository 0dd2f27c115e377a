"""Report citizens helped: several categories at once, by chips, by numbers or in one sloppy line."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import reporting
from handlers.categories import DIFFICULTIES, GROUPS, HELP, OFF_BY_DEFAULT, label
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.counted import helped
from handlers.engine import Choice, Form, Many, Number, Option, Skippable, Tally, Text
from handlers.messages import Button
from handlers.reporting import LIVE, Told
from handlers.shorthand import ShorthandDraft, parse
from handlers.turn import UNDO_FOR, Turn
from locales.formats import short_day
from storage import reports
from storage.records.team import TeamCard
from storage.records.work import HelpReport, ReportState

LATER = ("groups", "difficulties", "note")
"""Fields that are not asked in turn; they wait behind "sửa" on the summary."""


class ReportForm(Form):
    """What was done. The fields without a kind are carried, not asked."""

    name: ClassVar[str] = "report"

    team: Annotated[str | None, Choice()] = None
    lines: Annotated[dict[str, int] | None, Tally(max=9999), Skippable()] = None
    visits: Annotated[int | None, Number(min=0, max=9999), Skippable()] = None
    groups: Annotated[dict[str, int] | None, Tally(max=9999), Skippable()] = None
    difficulties: Annotated[tuple[str, ...] | None, Many(), Skippable()] = None
    note: Annotated[str | None, Text(max=300), Skippable()] = None
    day: str = ""
    approx: bool = False
    replaces: str = ""


class Report(Conversation):
    """See the module."""

    name = "report"
    command = "baocao"
    form = ReportForm
    takes_rest = True

    def needs(self, opening: Opening) -> Needs:
        """The person's teams, open attendance and reports since yesterday."""
        return reporting.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Undo, edit, nobody came, a shorthand line, or the form from its beginning."""
        verb, _, report_id = arg.partition(":")
        if verb == "undo":
            self._undo(turn, report_id)
            return None
        if verb == "edit":
            return self._edit(turn, report_id)
        given = self._given(turn)
        if verb == "nobody":
            return Begin({**given, "lines": None, "visits": 0})
        draft = parse(arg, turn.today_on) if arg else None
        if draft is None:
            return Begin(given)
        team = reporting.meant(turn)
        if team is not None and not turn.plenty and reporting.understood(draft):
            self._keep(turn, team, reporting.of_line(draft, turn.today_on))
            return None
        return self._from_line(turn, given, draft)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Categories, groups and difficulties by their codes; teams by their names."""
        if field == "team":
            return [Option(card.id, card.name) for card in reporting.of_person(turn)]
        if field == "lines":
            codes = [code for code in HELP if code not in OFF_BY_DEFAULT]
            return [Option(code, turn.text(label("help", code))) for code in codes]
        family, every = ("group", GROUPS) if field == "groups" else ("difficulty", DIFFICULTIES)
        return [Option(code, turn.text(label(family, code))) for code in every]

    def finish(self, turn: Turn, draft: ReportForm) -> None:
        """One record, its totals, its difficulties, and the version it replaces, all together."""
        team = next((card for card in reporting.of_person(turn) if card.id == draft.team), None)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        self._keep(turn, team, Told(**draft.model_dump()))

    def _keep(self, turn: Turn, team: TeamCard, told: Told) -> None:
        said, changes = reporting.told(turn, team, told)
        leave = Button(turn.text("menu-check-out"), action("check_out"), spoken=not turn.plenty)
        turn.say(said, [changes, [leave]])

    def _given(self, turn: Turn) -> dict[str, Any]:
        """What needs no asking: the only team or the one on duty, today, and the later fields."""
        given: dict[str, Any] = {"day": turn.today_on.isoformat(), **dict.fromkeys(LATER)}
        team = reporting.meant(turn)
        if team is not None:
            given["team"] = team.id
        return given

    def _from_line(self, turn: Turn, given: dict[str, Any], said: ShorthandDraft) -> Begin:
        """A line that was understood is echoed as the summary; what was not is named."""
        before = self._as_before(turn) if said.same_as_yesterday else {}
        given |= before
        known: dict[str, Any] = {
            "lines": dict(said.lines) or None,
            "groups": dict(said.groups) or None,
            "difficulties": tuple(said.difficulties) or None,
            "approx": said.approx,
            "day": reporting.day_said(said, turn.today_on).isoformat(),
        }
        if said.nobody:
            known["visits"] = 0
        elif said.visits is not None or said.lines:
            known["visits"] = said.visits
        given |= {key: value for key, value in known.items() if value is not None or key in LATER}
        if said.lines or said.visits is not None or said.nobody or before:
            given.setdefault("lines", None)
            given.setdefault("visits", None)
        missed = [*said.unknown, *(f"{key} {count}" for key, count in said.figures.items())]
        remarks = [turn.text(f"report-ask-{one.replace('_', '-')}") for one in said.asks]
        if said.same_as_yesterday and not before:
            remarks.append(turn.text("report-no-yesterday"))
        if missed:
            remarks.append(turn.text("report-not-understood", parts="; ".join(missed)))
        last = self._last(turn, given["day"])
        if said.change == "replace" and last is not None:
            given["replaces"] = last.id
            counts = helped(turn.words, last.visits, last.lines, approx=last.approx)
            remarks.append(turn.text("report-replaces", counts=counts))
        return Begin(given, "\n".join(remarks))

    def _last(self, turn: Turn, day: str) -> HelpReport | None:
        """The newest report of the person for ``day`` that stands."""
        live = [one for one in reporting.recent(turn) if one.day_on == day and one.state in LIVE]
        return live[-1] if live else None

    def _as_before(self, turn: Turn) -> dict[str, Any]:
        last = self._last(turn, (turn.today_on - timedelta(days=1)).isoformat())
        return {"lines": dict(last.lines) or None, "visits": last.visits} if last else {}

    def _undo(self, turn: Turn, report_id: str) -> None:
        report = next((one for one in reporting.recent(turn) if one.id == report_id), None)
        if report is None or report.state not in LIVE or report.created_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(reports.moved(report, ReportState.UNDONE), *reporting.uncounted(report))
        turn.say(turn.text("report-undone"), [[Button(turn.text("menu-report"), action(self.name))]])

    def _edit(self, turn: Turn, report_id: str) -> Begin | None:
        report = next((one for one in reporting.recent(turn) if one.id == report_id), None)
        if report is None or report.state not in LIVE:
            turn.say(turn.text("report-not-open", day=short_day(turn.today_on)))
            return None
        return Begin(
            {
                "team": report.team_id,
                "lines": dict(report.lines) or None,
                "visits": report.visits,
                "groups": dict(report.groups) or None,
                "difficulties": None,
                "note": report.note or None,
                "day": report.day_on,
                "approx": report.approx,
                "replaces": report.id,
            }
        )
