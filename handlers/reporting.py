"""Reports between the line somebody typed, the form that asks, and the record with its totals."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from handlers import telling
from handlers.closed_days import is_closed
from handlers.conversation import Opening, action
from handlers.days import day_on
from handlers.exercise import marked
from handlers.messages import Button
from handlers.report_form import OWN, ReportForm, amount
from handlers.shorthand import ShorthandDraft, parse
from handlers.turn import UNDO_FOR, Turn
from locales.formats import near_day
from storage import attendances, day_forms, figures, reports, teams
from storage.effects import Effect
from storage.records.team import TeamCard
from storage.records.work import Attendance, DayForm, HelpReport, ReportState
from storage.sources import Need

LIVE = (ReportState.COUNTED, ReportState.PENDING, ReportState.LATE)
LOOK_BACK = timedelta(days=31)
"""How far back reports are at hand, and days are put right."""
_COUNTS = ("lines", "groups", "figures")


def needs(opening: Opening) -> Iterator[Need[Any, Any]]:
    """The person's teams, open attendance and reports of the last days."""
    yield attendances.still_open.of(opening.actor.key)
    yield reports.of_person.of(_lately(opening))
    for one in opening.actor.in_teams:
        yield teams.card.of((one.tenant, one.team_id))
        yield telling.of_today(one.tenant, one.team_id, opening.now)


def of_person(turn: Turn) -> list[TeamCard]:
    """The teams of whoever wrote."""
    found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
    return [card for card in found if card]


def meant(turn: Turn) -> TeamCard | None:
    """The team a report is for without asking: the one on duty for, or the only one."""
    cards = of_person(turn)
    on_duty = turn.facts.get(attendances.still_open.of(turn.actor.key))
    there = next((card for card in cards if on_duty and card.id == on_duty.team_id), None)
    return there or (cards[0] if len(cards) == 1 else None)


def recent(turn: Turn) -> list[HelpReport]:
    """The person's reports of the last days, every version, oldest first."""
    opening = Opening(turn.actor, turn.inbound, "", turn.now)
    return turn.facts.get(reports.of_person.of(_lately(opening))) or []


def newest(found: Sequence[HelpReport], day: str = "") -> HelpReport | None:
    """The newest report that stands, of a day where one is named."""
    live = [one for one in found if one.state in LIVE and day in ("", one.day_on)]
    return live[-1] if live else None


def counts(text: str, today_on: date, *, whole: bool) -> Mapping[str, int] | None:
    """What a line typed at an open tally counts: by category, or of the ``whole`` team by figure."""
    said = parse(text, today_on)
    if not said.is_report:
        return None
    if not whole:
        return said.lines or None
    return {**said.figures, **({figures.VISITS: said.visits} if said.visits is not None else {})} or None


def meant_by(found: Sequence[HelpReport], day: str, answers: Mapping[str, Any]) -> HelpReport | None:
    """The newest report of a day that has any of what is said anew, else the newest one."""
    said = set(answers.get("lines") or ())
    return newest([one for one in found if said & set(one.lines)], day) or newest(found, day)


def latest(found: Sequence[HelpReport], report_id: str) -> HelpReport | None:
    """The report with this id, or the version that has taken its place."""
    named = next((one for one in found if one.id == report_id), None)
    for one in found:
        if named is not None and one.replaces == named.id and one.state is not ReportState.UNDONE:
            named = one
    return named


def earlier(found: Sequence[HelpReport], report: HelpReport) -> list[HelpReport]:
    """The versions that a report has taken the place of, newest first."""
    by_id = {one.id: one for one in found}
    chain = []
    while report.replaces in by_id:
        report = by_id.pop(report.replaces)
        chain.append(report)
    return chain


def day_said(said: ShorthandDraft, today_on: date) -> date:
    """The day a line is about; a day that has not come yet is taken for today."""
    if isinstance(said.day, date):
        return min(said.day, today_on)
    return today_on - timedelta(days=1) if said.day == "yesterday" else today_on


def is_far(turn: Turn, day: str) -> bool:
    """Whether a day has not come yet or is too long ago to be told from a slip."""
    return not turn.today_on - LOOK_BACK <= date.fromisoformat(day) <= turn.today_on


def far(turn: Turn) -> str:
    """What is said of such a day."""
    return turn.text("report-day-far", day=near_day(turn.today_on - LOOK_BACK, turn.words.language))


def understood(said: ShorthandDraft) -> bool:
    """Whether a line leaves nothing to ask: then it may be kept at once where messages are scarce."""
    asked = set(said.asks) - {"approx"}
    clear = not (said.unknown or asked or said.same_as_yesterday or said.figures.keys() - set(OWN))
    counts = bool(said.lines or said.figures) or said.visits is not None
    return said.is_report and clear and counts and said.change != "replace"


def of_line(said: ShorthandDraft, today_on: date) -> ReportForm:
    """What an understood line reports."""
    return ReportForm(**filled(said, OWN), day=day_said(said, today_on).isoformat())


def filled(said: ShorthandDraft, own: Sequence[str]) -> dict[str, Any]:
    """The answers a line gives, by the fields of the report form; ``own`` are the figures that form has."""
    answers: dict[str, Any] = {
        "lines": dict(said.lines),
        "groups": dict(said.groups),
        "figures": {key: count for key, count in said.figures.items() if key in own},
        "difficulties": tuple(said.difficulties),
        "mode": said.mode,
        "part": said.shift,
        "approx": said.approx,
    }
    answers = {key: value for key, value in answers.items() if value}
    visits = 0 if said.nobody else said.visits
    return answers if visits is None else {**answers, "visits": visits}


def changed(before: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """What stood before with ``answers`` in it: counts are replaced code by code, the rest as a whole."""
    after = {**before, **answers}
    for name in _COUNTS:
        after[name] = {**(before.get(name) or {}), **(answers.get(name) or {})} or None
    return after


def as_answers(report: HelpReport) -> dict[str, Any]:
    """A kept report as answers of the form; its difficulties went their own way."""
    return {
        "team": report.team_id,
        "lines": dict(report.lines) or None,
        "visits": report.visits,
        "figures": dict(report.figures) or None,
        "groups": dict(report.groups) or None,
        "mode": report.mode or None,
        "part": report.shift_part or None,
        "approx": report.approx or None,
        "note": report.note or None,
        "difficulties": None,
        "day": report.day_on,
    }


def alike(one: HelpReport, draft: Mapping[str, Any]) -> bool:
    """Whether a draft says the same of the same day as a report that stands."""
    same_day = one.day_on == draft.get("day") and one.shift_part == (draft.get("part") or "")
    return same_day and (one.visits, one.lines, one.figures) == (
        draft.get("visits"),
        draft.get("lines") or {},
        draft.get("figures") or {},
    )


def kept(turn: Turn, team: TeamCard, draft: ReportForm, *, during: Attendance | None = None) -> HelpReport:
    """Note the report with its totals, its difficulties and the version it replaces. It belongs to the
    presence under way, or to the one ``during`` that is told together with it."""
    report = _report(turn, team, draft, during or turn.facts.get(attendances.still_open.of(turn.actor.key)))
    old = next((one for one in recent(turn) if one.id == draft.replaces), None)
    turn.note(*put_in(report, old))
    for code in draft.difficulties or ():
        turn.note(*telling.written(telling.told(turn, team, code, day_on=report.day_on), team))
    return report


def told(
    turn: Turn, team: TeamCard, draft: ReportForm, *, during: Attendance | None = None
) -> tuple[str, list[Button]]:
    """Keep a report: what is said of it, and the choices that change it or take it back. Where messages are
    scarce the text names these, so that no list is needed."""
    report, scarce = kept(turn, team, draft, during=during), not turn.plenty
    said = turn.text(
        "report-late" if report.state is ReportState.LATE else "report-done",
        counts=amount(turn, report),
        difficulties=len(draft.difficulties or ()),
        day=near_day(date.fromisoformat(report.day_on), turn.words.language),
        today="yes" if report.day_on == turn.today_on.isoformat() else "no",
    )
    said = "\n".join([marked(turn.words, said, exercise=team.exercise), *_answered(turn, team, draft)])
    changes = [
        Button(turn.text("report-change"), action("report", f"edit:{report.id}"), spoken=scarce),
        Button(turn.text("undo"), action("report", f"undo:{report.id}"), spoken=scarce),
    ]
    return f"{said} {turn.text('report-undo-by-word')}" if scarce else said, changes


def _answered(turn: Turn, team: TeamCard, draft: ReportForm) -> list[str]:
    """What was answered today already of the difficulties a report names."""
    today = draft.day in ("", turn.today_on.isoformat())
    return telling.answers(turn, team, draft.difficulties or ()) if today else []


def _report(turn: Turn, team: TeamCard, draft: ReportForm, on_duty: Attendance | None) -> HelpReport:
    day = draft.day or turn.today_on.isoformat()
    return HelpReport(
        tenant=team.tenant,
        id=turn.new_id(),
        team_id=team.id,
        person_id=turn.actor.key[1],
        attendance_id=on_duty.id if on_duty and on_duty.team_id == team.id else "",
        unit_code=team.unit_on(day),
        organisation_id=team.organisation_id,
        campaign_id=team.campaign_id,
        exercise=team.exercise,
        day_on=day,
        visits=draft.visits,
        approx=bool(draft.approx),
        lines=draft.lines or {},
        groups=draft.groups or {},
        figures=draft.figures or {},
        mode=draft.mode or "",
        shift_part=draft.part or "",
        note=draft.note or "",
        state=_state(turn, team, day),
        replaces=draft.replaces,
        told_by=turn.actor.key[1],
        created_at=turn.now,
    )


def _state(turn: Turn, team: TeamCard, day: str) -> ReportState:
    """How a new report begins: a newcomer's waits for its author, one of a closed day for the leader."""
    if any(one.pending for one in turn.actor.in_teams if one.team_id == team.id):
        return ReportState.PENDING
    late = is_closed(day, team.closes_minute, turn.now) and team.id not in turn.actor.led
    return ReportState.LATE if late else ReportState.COUNTED


def put_in(report: HelpReport, old: HelpReport | None) -> list[Effect]:
    """A report with its totals, in the place of the version before it."""
    gone = taken_out(old, ReportState.REPLACED) if old else []
    counted = figures.moved(report, +1) if report.state is ReportState.COUNTED else []
    return [*gone, reports.added(report), *counted]


def taken_out(report: HelpReport, state: ReportState, reason: str | None = None) -> list[Effect]:
    """A report leaves its place, and the totals with it."""
    counted = figures.moved(report, -1) if report.state is ReportState.COUNTED else []
    return [reports.decided(report, state, reason), *counted]


def brought_back(report: HelpReport) -> list[Effect]:
    """A report that had left its place counts again; why it had left is over."""
    return [reports.decided(report, ReportState.COUNTED, ""), *figures.moved(report, +1)]


def undone(report: HelpReport, before: HelpReport | None) -> list[Effect]:
    """A report is taken back; the version it replaced stands again as it was."""
    effects = [*taken_out(report, ReportState.UNDONE), telling.withdrawn_with(report)]
    if before is None or before.state is not ReportState.REPLACED:
        return effects
    counted = figures.moved(before, +1) if report.state is ReportState.COUNTED else []
    return [*effects, reports.decided(before, report.state), *counted]


def day_undone(forms: Sequence[DayForm], made: DayForm) -> list[Effect]:
    """What a leader or somebody above told of a day is taken back; what it replaced stands again."""
    before = next((one for one in forms if one.id == made.replaces), None)
    again = [day_forms.moved(before, ReportState.COUNTED)] if before else []
    return [day_forms.moved(made, ReportState.UNDONE), *again, *figures.given(before, made)]


def may_undo(turn: Turn, report: HelpReport) -> bool:
    """Whether a report is young enough to be taken back by whoever wrote it."""
    return report.state in LIVE and report.created_at >= turn.now - UNDO_FOR


def _lately(opening: Opening) -> tuple[str, str, str]:
    return (*opening.actor.key, day_on(opening.now - LOOK_BACK))
