"""Report citizens helped: several categories at once, by chips, by numbers or in one sloppy line."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from handlers import telling
from handlers.categories import DIFFICULTIES, GROUPS, HELP, OFF_BY_DEFAULT, label
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.counted import helped
from handlers.days import day_on
from handlers.engine import Choice, Form, Many, Number, Option, Skippable, Tally, Text
from handlers.exercise import marked
from handlers.messages import Button
from handlers.shorthand import ShorthandDraft, parse
from handlers.turn import UNDO_FOR, Turn
from locales.formats import short_day
from storage import attendances, figures, reports, teams
from storage.records.team import TeamCard
from storage.records.work import HelpReport, ReportState

LIVE = (ReportState.COUNTED, ReportState.PENDING)
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
        yield attendances.still_open.of(opening.actor.key)
        yield reports.of_person.of((*opening.actor.key, _yesterday(opening)))
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))

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
        return self._from_line(turn, given, draft) if draft else Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Categories, groups and difficulties by their codes; teams by their names."""
        if field == "team":
            return [Option(card.id, card.name) for card in self._teams(turn)]
        if field == "lines":
            codes = [code for code in HELP if code not in OFF_BY_DEFAULT]
            return [Option(code, turn.text(label("help", code))) for code in codes]
        family, every = ("group", GROUPS) if field == "groups" else ("difficulty", DIFFICULTIES)
        return [Option(code, turn.text(label(family, code))) for code in every]

    def finish(self, turn: Turn, draft: ReportForm) -> None:
        """One record, its totals, its difficulties, and the version it replaces, all together."""
        team = next((card for card in self._teams(turn) if card.id == draft.team), None)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        report = self._report(turn, team, draft)
        old = next((one for one in self._recent(turn) if one.id == draft.replaces), None)
        if old is not None:
            turn.note(reports.moved(old, ReportState.REPLACED), *self._unmoved(old))
        turn.note(reports.added(report))
        if report.state is ReportState.COUNTED:
            turn.note(*figures.moved(report, +1))
        turn.note(*self._stuck(turn, team, draft, report))
        self._say_done(turn, team, report, draft)

    def _say_done(self, turn: Turn, team: TeamCard, report: HelpReport, draft: ReportForm) -> None:
        said = turn.text(
            "report-done",
            counts=helped(turn.words, report.visits, report.lines, approx=report.approx),
            difficulties=len(draft.difficulties or ()),
        )
        said = marked(turn.words, said, exercise=team.exercise)
        after = [
            Button(turn.text("report-change"), action(self.name, f"edit:{report.id}")),
            Button(turn.text("undo"), action(self.name, f"undo:{report.id}")),
        ]
        turn.say(said, [after, [Button(turn.text("menu-check-out"), action("check_out"))]])

    def _given(self, turn: Turn) -> dict[str, Any]:
        """What needs no asking: the only team or the one on duty, today, and the later fields."""
        given: dict[str, Any] = {"day": turn.today_on.isoformat(), **dict.fromkeys(LATER)}
        on_duty = turn.facts.get(attendances.still_open.of(turn.actor.key))
        cards = self._teams(turn)
        if on_duty is not None and any(card.id == on_duty.team_id for card in cards):
            given["team"] = on_duty.team_id
        elif len(cards) == 1:
            given["team"] = cards[0].id
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
            "day": _said_day(said, turn.today_on).isoformat(),
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
        live = [one for one in self._recent(turn) if one.day_on == day and one.state in LIVE]
        return live[-1] if live else None

    def _as_before(self, turn: Turn) -> dict[str, Any]:
        last = self._last(turn, (turn.today_on - timedelta(days=1)).isoformat())
        return {"lines": dict(last.lines) or None, "visits": last.visits} if last else {}

    def _report(self, turn: Turn, team: TeamCard, draft: ReportForm) -> HelpReport:
        on_duty = turn.facts.get(attendances.still_open.of(turn.actor.key))
        pending = any(one.pending for one in turn.actor.in_teams if one.team_id == team.id)
        return HelpReport(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            person_id=turn.actor.key[1],
            attendance_id=on_duty.id if on_duty and on_duty.team_id == team.id else "",
            unit_code=team.unit_code,
            organisation_id=team.organisation_id,
            campaign_id=team.campaign_id,
            exercise=team.exercise,
            day_on=draft.day or turn.today_on.isoformat(),
            visits=draft.visits,
            approx=draft.approx,
            lines=draft.lines or {},
            groups=draft.groups or {},
            note=draft.note or "",
            state=ReportState.PENDING if pending else ReportState.COUNTED,
            replaces=draft.replaces,
            created_at=turn.now,
        )

    def _stuck(self, turn: Turn, team: TeamCard, draft: ReportForm, report: HelpReport) -> list[Any]:
        return [
            effect
            for code in draft.difficulties or ()
            for effect in telling.written(telling.told(turn, team, code, day_on=report.day_on), team)
        ]

    def _undo(self, turn: Turn, report_id: str) -> None:
        report = next((one for one in self._recent(turn) if one.id == report_id), None)
        if report is None or report.state not in LIVE or report.created_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(reports.moved(report, ReportState.UNDONE), *self._unmoved(report))
        turn.say(turn.text("report-undone"), [[Button(turn.text("menu-report"), action(self.name))]])

    def _edit(self, turn: Turn, report_id: str) -> Begin | None:
        report = next((one for one in self._recent(turn) if one.id == report_id), None)
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

    def _unmoved(self, report: HelpReport) -> list[Any]:
        return figures.moved(report, -1) if report.state is ReportState.COUNTED else []

    def _teams(self, turn: Turn) -> list[TeamCard]:
        found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
        return [card for card in found if card]

    def _recent(self, turn: Turn) -> list[HelpReport]:
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        return turn.facts.get(reports.of_person.of((*turn.actor.key, _yesterday(opening)))) or []


def _yesterday(opening: Opening) -> str:
    return day_on(opening.now - timedelta(days=1))


def _said_day(said: ShorthandDraft, today_on: date) -> date:
    """The day a line is about; a day that has not come yet is taken for today."""
    if isinstance(said.day, date):
        return min(said.day, today_on)
    return today_on - timedelta(days=1) if said.day == "yesterday" else today_on
