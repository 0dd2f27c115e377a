"""Telling a difficulty: the record of who told it, and the case that everybody shares who met the same."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from handlers import case_steps, case_words
from handlers.case_steps import Waits
from handlers.categories import label
from handlers.days import day_on as day_of
from handlers.exercise import marked
from handlers.holding import Holder, at_level, first_held
from handlers.messages import Lane, Outbound
from handlers.turn import Turn
from locales import words
from storage import cases, difficulties
from storage.cases import TeamDay
from storage.effects import Effect
from storage.records.case import STOPPED, Case, CaseCard, Level, case_id
from storage.records.team import TeamCard
from storage.records.work import Difficulty, HelpReport
from storage.sources import Need

NONE_CHOSEN: Waits = {}
SLOW = "cham"
"""The severity of what is only mentioned, in a report for example."""


def told(
    turn: Turn,
    team: TeamCard,
    code: str,
    *,
    severity: str = SLOW,
    note: str = "",
    day_on: str = "",
    case: str = "",
) -> Difficulty:
    """What whoever writes tells of ``team``: part of ``case``, or of the one of that kind, commune, day."""
    day = day_on or turn.today_on.isoformat()
    pending = any(one.pending for one in turn.actor.in_teams if one.team_id == team.id)
    return Difficulty(
        tenant=team.tenant,
        id=turn.new_id(),
        case_id=case or case_id(team.unit_code, day, code, exercise=team.exercise),
        team_id=team.id,
        unit_code=team.unit_code,
        person_id=turn.actor.key[1],
        campaign_id=team.campaign_id,
        day_on=day,
        code=code,
        severity=severity,
        note=note,
        pending=pending,
        created_at=turn.now,
    )


def written(
    one: Difficulty,
    team: TeamCard,
    *,
    level: Level = Level.TEAM,
    told: bool = False,
    waits: Waits = NONE_CHOSEN,
) -> list[Effect]:
    """The difficulty and its case; a case that is there already is joined and stays as it is."""
    case = Case(
        tenant=one.tenant,
        id=one.case_id,
        unit_code=one.unit_code,
        code=one.code,
        day_on=one.day_on,
        exercise=team.exercise,
        root_id=one.case_id,
        created_at=one.created_at,
    )
    case = case_steps.passed(case, level, one.created_at, waits, told=told)
    return [cases.opened(case), difficulties.added(one)]


def of_today(tenant: str, team_id: str, now: datetime) -> Need[TeamDay, list[tuple[str, CaseCard]]]:
    """What was told today in the commune of a team."""
    return cases.of_day.of((tenant, team_id, day_of(now)))


def answers(turn: Turn, team: TeamCard, codes: Iterable[str]) -> list[str]:
    """Whoever tells late hears at once what was answered today already, a line each; newcomers do not."""
    if any(one.pending for one in turn.actor.in_teams if one.team_id == team.id):
        return []
    today = turn.facts.get(of_today(team.tenant, team.id, turn.now)) or []
    return [
        turn.text("difficulty-answered", what=case_words.kind(turn.words, case), answer=case.answer)
        for code, case in today
        if code in set(codes) and not case.open and case.answer
    ]


def withdrawn_with(report: HelpReport) -> Effect:
    """The difficulties that were told in the same breath as a report are taken back with it."""
    return difficulties.withdrawn_with(report)


def begun(turn: Turn, team: TeamCard, one: Difficulty, found: Sequence[Holder], waits: Waits) -> str:
    """Write a case that begins with ``one``; who hears of it: self, a level, or nobody.

    ``found`` is everybody else above the team. The level that owns it is told at once of what made somebody
    stop, else with the next round; a newcomer's word waits until they are accepted.
    """
    own = team.id in turn.actor.led
    level = Level.TEAM if own else first_held(found, Level.TEAM)
    urgent = one.severity == STOPPED and not one.pending and not own
    called = at_level(found, level) if level and urgent else []
    turn.note(*written(one, team, level=level or Level.TEAM, told=own or bool(called), waits=waits))
    for holder in called:
        _call(turn, team, one, holder)
    return "self" if own else level or "nobody"


def _call(turn: Turn, team: TeamCard, one: Difficulty, holder: Holder) -> None:
    reader = words(holder.contact.language)
    said = reader(
        "case-stopped",
        team=team.name,
        what=reader(label("difficulty", one.code)),
        note=f": {one.note}" if one.note else "",
        level=holder.level,
    )
    steps = tuple(case_words.first_steps(reader, one.case_id))
    text = marked(reader, said, exercise=team.exercise)
    turn.tell(holder.contact, Outbound(text, (steps,), lane=Lane.ROLE))
