"""Whose codes are compared, and how many wrong ones before they are compared no more."""

from handlers.days import day_on
from handlers.presence_code import TRIES_A_DAY, TRIES_A_SHIFT
from handlers.turn import Turn
from storage import code_tries
from storage.code_tries import CodeTry, TeamDay
from storage.effects import Effect
from storage.sources import Need, TeamKey


def needs(team: TeamKey, on: str) -> Need[TeamDay, list[tuple[str, str]]]:
    """The wrong codes of a team on the day ``on``."""
    return code_tries.of_day.of((*team, on))


def left(turn: Turn, team: TeamKey, shift_id: str) -> int:
    """How many more wrong codes are compared of this person for this shift; none once the team has had all
    of its day's."""
    wrong = turn.facts.get(needs(team, day_on(turn.now))) or []
    own = wrong.count((turn.actor.key[1], shift_id))
    return max(0, min(TRIES_A_SHIFT - own, TRIES_A_DAY - len(wrong)))


def counted(turn: Turn, team: TeamKey, shift_id: str) -> Effect:
    """One more wrong code."""
    tenant, team_id = team
    return code_tries.tried(
        CodeTry(
            tenant=tenant,
            id=turn.new_id(),
            team_id=team_id,
            person_id=turn.actor.key[1],
            shift_id=shift_id,
            day_on=day_on(turn.now),
            tried_at=turn.now,
        ),
        TRIES_A_DAY,
    )


def wrong(turn: Turn, team: TeamKey, shift_id: str, code: str) -> str:
    """Count a wrong code and say how many more are compared; of those past the limit none is."""
    more = left(turn, team, shift_id)
    if not more:
        return turn.text("check-in-code-tired")
    turn.note(counted(turn, team, shift_id))
    return turn.text("check-in-code-wrong", code=code, left=more - 1)


def knows(turn: Turn, team: TeamKey) -> bool:
    """Whether the person can look at the team's codes: then a code says nothing of where they are."""
    return team[1] in turn.actor.led
