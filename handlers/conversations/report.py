"""Report citizens helped: several categories at once, by chips, by numbers or in one sloppy line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from handlers import report_form, reporting
from handlers.categories import label
from handlers.closed_days import is_closed
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Option
from handlers.messages import Button
from handlers.report_form import LATER, OWN, ReportForm, amount
from handlers.reporting import LIVE
from handlers.shorthand import ShorthandDraft, parse
from handlers.turn import Turn
from locales.formats import clock, near_day
from storage.records.work import HelpReport, ReportState

_ANY_DAY = date(2026, 1, 1)
"""Whether a line is a report does not hang on the day."""


class Report(Conversation):
    """See the module."""

    name = "report"
    command = "baocao"
    form = ReportForm
    shortcuts = ("edit", "undo")

    def takes(self, rest: str) -> bool:
        """A line to report, also one not quite understood: "báo cáo 5 vneid"; not "báo cáo của đội"."""
        return any(letter.isdigit() for letter in rest) or parse(rest, _ANY_DAY).is_report

    def needs(self, opening: Opening) -> Needs:
        """The person's teams, open attendance and reports of the last days."""
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
        return self._from_line(turn, given, parse(arg, turn.today_on)) if arg else Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Codes with their labels; teams by their names."""
        if field == "team":
            return [Option(card.id, card.name) for card in reporting.of_person(turn)]
        return report_form.options(turn, field)

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A report looks back, and not further than it can be told apart from a slip."""
        return reporting.far(turn) if field == "day" and reporting.is_far(turn, draft["day"]) else None

    def hides(self, turn: Turn, field: str, held: Any) -> bool:
        """Today goes without saying, and so does a number that was counted."""
        return (field == "day" and held == turn.today_on.isoformat()) or held is False

    def summary(self, turn: Turn, lines: str) -> str:
        """What will be kept, and what in it is worth a second look."""
        draft = turn.session.draft if turn.session else {}
        said = turn.text("report-summary", lines=lines)
        return "\n".join([said, *self._doubts(turn, draft)])

    def finish(self, turn: Turn, draft: ReportForm) -> None:
        """One record, its totals, its difficulties, and the version it replaces, all together."""
        team = next((card for card in reporting.of_person(turn) if card.id == draft.team), None)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        old = next((one for one in reporting.recent(turn) if one.id == draft.replaces), None)
        if old is not None and not self._editable(turn, old):
            self._not_open(turn, old)
            return
        said, changes = reporting.told(turn, team, draft)
        leave = Button(turn.text("menu-check-out"), action("check_out"), spoken=not turn.plenty)
        turn.say(said, [changes, [leave]])

    def _given(self, turn: Turn) -> dict[str, Any]:
        """What needs no asking: the only team or the one on duty, today, and the later fields."""
        given: dict[str, Any] = {"day": turn.today_on.isoformat(), **dict.fromkeys(LATER)}
        team = reporting.meant(turn)
        return given | ({"team": team.id} if team else {})

    def _from_line(self, turn: Turn, given: dict[str, Any], said: ShorthandDraft) -> Begin | None:
        """A line that was understood is echoed as the summary, or kept with its echo where messages are
        scarce; what was not understood is named."""
        answers = reporting.filled(said, OWN)
        given |= answers | {"day": reporting.day_said(said, turn.today_on).isoformat()}
        if answers.keys() & {"lines", "visits", "figures"}:
            given = {"lines": None, "visits": None} | given
        remarks = [turn.text(f"report-ask-{one.replace('_', '-')}") for one in said.asks]
        if reporting.is_far(turn, given["day"]):
            del given["day"]
            remarks.append(reporting.far(turn))
            return Begin(given, "\n".join(remarks))
        if missed := [*said.unknown, *_others(turn, said)]:
            remarks.append(turn.text("report-not-understood", parts="; ".join(missed)))
        if said.same_as_yesterday:
            return self._like_before(turn, given, answers, remarks)
        if said.change == "less":
            fewer = self._lessened(turn, given, answers)
            if fewer is None:
                turn.say(turn.text("report-nothing-less"))
                return None
            given = self._instead(turn, given, fewer, remarks)
            given["lines"] = {code: count for code, count in (given["lines"] or {}).items() if count} or None
        if said.change == "replace":
            given = self._instead(turn, given, answers, remarks)
        clear = not turn.plenty and "team" in given and reporting.understood(said)
        if clear and not list(self._doubts(turn, given)):
            self.finish(turn, ReportForm(**given))
            return None
        return Begin(given, "\n".join(remarks))

    def _instead(
        self, turn: Turn, given: dict[str, Any], answers: dict[str, Any], remarks: list[str]
    ) -> dict[str, Any]:
        """A line that takes back changes the summary it was typed at, else the day's newest report that has
        any of what it says."""
        answers = {"approx": None, **answers}  # what is said anew is counted, unless it says otherwise
        if turn.left is not None and turn.left.form == self.name and not turn.left.field:
            return reporting.changed(turn.left.draft, answers)
        last = reporting.meant_by(reporting.recent(turn), given["day"], answers)
        if last is None or not self._editable(turn, last):
            return given
        remarks.append(turn.text("report-replaces", counts=amount(turn, last)))
        return reporting.changed(reporting.as_answers(last), answers) | {"replaces": last.id}

    def _lessened(self, turn: Turn, given: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any] | None:
        """What is left of the day's newest report that has it, where a line says by how much it was too much;
        None where there is none."""
        last = reporting.meant_by(reporting.recent(turn), given["day"], answers)
        lines = answers.get("lines") or {}
        if last is None or not self._editable(turn, last) or not lines.keys() <= last.lines.keys():
            return None
        left = {code: max(0, last.lines[code] - less) for code, less in lines.items()}
        visits = answers.get("visits")
        fewer = {"visits": max(0, last.visits - visits)} if visits and last.visits is not None else {}
        return {"lines": left, **fewer}

    def _like_before(
        self, turn: Turn, given: dict[str, Any], answers: dict[str, Any], remarks: list[str]
    ) -> Begin:
        """The numbers of the last day with a report, to be changed by − and + or left as they are."""
        before = [one for one in reporting.recent(turn) if one.day_on < given["day"]]
        last = reporting.newest(before)
        if last is None:
            return Begin(given, "\n".join([turn.text("report-no-yesterday"), *remarks]))
        day = near_day(date.fromisoformat(last.day_on), turn.words.language)
        again = reporting.changed({"lines": last.lines, "figures": last.figures}, answers)
        known = {**given, **again, "visits": answers.get("visits", None if last.lines else last.visits)}
        if last.lines and last.visits is not None and "visits" not in answers:
            del known["visits"]  # it was counted by itself, so it is asked by itself
        at = "lines" if known["lines"] else "visits"
        return Begin(known, "\n".join([turn.text("report-like", day=day), *remarks]), at=at)

    def _doubts(self, turn: Turn, draft: Mapping[str, Any]) -> Iterator[str]:
        yield from report_form.doubtful(turn, draft)
        live = [one for one in reporting.recent(turn) if one.state in LIVE]
        same = [one for one in live if reporting.alike(one, draft)]
        if same and not draft.get("replaces"):
            yield turn.text("doubt-twice", at=clock(same[-1].created_at))

    def _undo(self, turn: Turn, report_id: str) -> None:
        report = self._asked(turn, report_id)
        if report is None or not reporting.may_undo(turn, report):
            gone = report is None or report.state not in LIVE
            turn.say(turn.text("report-already" if gone else "undo-too-late"))
            return
        before = next((one for one in reporting.recent(turn) if one.id == report.replaces), None)
        turn.note(*reporting.undone(report, before))
        again = [[Button(turn.text("menu-report"), action(self.name))]]
        if before is not None and before.state is ReportState.REPLACED:
            turn.say(turn.text("report-back", counts=amount(turn, before)), again)
        else:
            turn.say(turn.text("report-undone"), again)

    def _edit(self, turn: Turn, report_id: str) -> Begin | None:
        report = self._asked(turn, report_id)
        if report is None or not self._editable(turn, report):
            self._not_open(turn, report)
            return None
        return Begin({**reporting.as_answers(report), "replaces": report.id})

    def _asked(self, turn: Turn, report_id: str) -> HelpReport | None:
        """The report a button names, as it stands now, or the newest one."""
        found = reporting.recent(turn)
        return reporting.latest(found, report_id) if report_id else reporting.newest(found)

    def _editable(self, turn: Turn, report: HelpReport) -> bool:
        """One's own report, until its day is closed or the leader has put it right."""
        team = next((card for card in reporting.of_person(turn) if card.id == report.team_id), None)
        if team is None or report.state not in LIVE or report.told_by not in ("", turn.actor.key[1]):
            return False
        closed = is_closed(report.day_on, team.closes_minute, turn.now)
        return not closed or report.state is ReportState.LATE

    def _not_open(self, turn: Turn, report: HelpReport | None) -> None:
        key = "report-not-open" if report else "report-none"
        if report is not None and report.state in LIVE and report.told_by not in ("", turn.actor.key[1]):
            key = "report-put-right"
        own = report is not None or not turn.actor.led
        turn.say(
            turn.text(key),
            () if own else [[Button(turn.text("team-reports-see"), action("team_reports"))]],
        )


def _others(turn: Turn, said: ShorthandDraft) -> list[str]:
    """Figures that a volunteer's report does not have, as they were said."""
    return [
        f"{turn.text(label('figure', key))} {count}" for key, count in said.figures.items() if key not in OWN
    ]
