"""Keeping a report: the record, its totals, what got stuck and the version it replaces, all together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from handlers import telling
from handlers.conversation import Opening, action
from handlers.counted import helped
from handlers.days import day_on
from handlers.exercise import marked
from handlers.messages import Button
from handlers.shorthand import ShorthandDraft
from handlers.turn import Turn
from storage import attendances, figures, reports, teams
from storage.records.team import TeamCard
from storage.records.work import HelpReport, ReportState
from storage.sources import Need

LIVE = (ReportState.COUNTED, ReportState.PENDING)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody reports; ``day`` as ISO text, ``replaces`` the id of an earlier report."""

    team: str | None = None
    lines: dict[str, int] | None = None
    visits: int | None = None
    groups: dict[str, int] | None = None
    difficulties: tuple[str, ...] | None = None
    note: str | None = None
    day: str = ""
    approx: bool = False
    replaces: str = ""


def needs(opening: Opening) -> Iterator[Need[Any, Any]]:
    """The person's teams, open attendance and reports since yesterday."""
    yield attendances.still_open.of(opening.actor.key)
    yield reports.of_person.of((*opening.actor.key, _yesterday(opening)))
    for one in opening.actor.in_teams:
        yield teams.card.of((one.tenant, one.team_id))


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
    """The person's reports since yesterday."""
    opening = Opening(turn.actor, turn.inbound, "", turn.now)
    return turn.facts.get(reports.of_person.of((*turn.actor.key, _yesterday(opening)))) or []


def day_said(said: ShorthandDraft, today_on: date) -> date:
    """The day a line is about; a day that has not come yet is taken for today."""
    if isinstance(said.day, date):
        return min(said.day, today_on)
    return today_on - timedelta(days=1) if said.day == "yesterday" else today_on


def understood(said: ShorthandDraft) -> bool:
    """Whether a line leaves nothing to ask: then it may be kept at once where messages are scarce."""
    doubts = set(said.asks) - {"approx"}
    clear = not (said.unknown or said.figures or doubts or said.same_as_yesterday)
    counts = bool(said.lines) or said.visits is not None or said.nobody
    return said.is_report and clear and counts and said.change != "replace"


def of_line(said: ShorthandDraft, today_on: date) -> Told:
    """What an understood line reports."""
    return Told(
        lines=dict(said.lines) or None,
        visits=0 if said.nobody else said.visits,
        groups=dict(said.groups) or None,
        difficulties=tuple(said.difficulties) or None,
        day=day_said(said, today_on).isoformat(),
        approx=said.approx,
    )


def kept(turn: Turn, team: TeamCard, told: Told) -> HelpReport:
    """Note the report and everything that hangs on it."""
    report = _report(turn, team, told)
    old = next((one for one in recent(turn) if one.id == told.replaces), None)
    if old is not None:
        turn.note(reports.moved(old, ReportState.REPLACED), *uncounted(old))
    turn.note(reports.added(report))
    if report.state is ReportState.COUNTED:
        turn.note(*figures.moved(report, +1))
    turn.note(*_stuck(turn, team, told, report))
    return report


def uncounted(report: HelpReport) -> list[Any]:
    """What takes a report out of the totals, if it was in them."""
    return figures.moved(report, -1) if report.state is ReportState.COUNTED else []


def told(turn: Turn, team: TeamCard, what: Told) -> tuple[str, list[Button]]:
    """Keep a report: what is said of it, and the choices that change it or take it back. Where messages are
    scarce the text names these, so that no list is needed."""
    report, scarce = kept(turn, team, what), not turn.plenty
    counts = helped(turn.words, report.visits, report.lines, approx=report.approx)
    said = turn.text("report-done", counts=counts, difficulties=len(what.difficulties or ()))
    said = marked(turn.words, said, exercise=team.exercise)
    changes = [
        Button(turn.text("report-change"), action("report", f"edit:{report.id}"), spoken=scarce),
        Button(turn.text("undo"), action("report", f"undo:{report.id}"), spoken=scarce),
    ]
    return f"{said} {turn.text('report-undo-by-word')}" if scarce else said, changes


def _report(turn: Turn, team: TeamCard, told: Told) -> HelpReport:
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
        day_on=told.day or turn.today_on.isoformat(),
        visits=told.visits,
        approx=told.approx,
        lines=told.lines or {},
        groups=told.groups or {},
        note=told.note or "",
        state=ReportState.PENDING if pending else ReportState.COUNTED,
        replaces=told.replaces,
        created_at=turn.now,
    )


def _stuck(turn: Turn, team: TeamCard, what: Told, report: HelpReport) -> list[Any]:
    return [
        effect
        for code in what.difficulties or ()
        for effect in telling.written(telling.told(turn, team, code, day_on=report.day_on), team)
    ]


def _yesterday(opening: Opening) -> str:
    return day_on(opening.now - timedelta(days=1))
