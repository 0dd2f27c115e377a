"""Saving a proposal: every shift and every new place in one commit, with the button that takes it back."""

from handlers.messages import Button
from handlers.planning import told
from handlers.planning.known import Known
from handlers.planning.proposal import Proposal, places_of, shifts_of
from handlers.planning.steps import kept
from handlers.turn import Turn
from storage import shifts, teams
from storage.records.rota import ChangeKind


def saved(turn: Turn, seen: Known, found: Proposal) -> tuple[Button, str]:
    """Note everything of ``found``; the button that takes it back, and the words that say what was saved."""
    places = places_of(found, seen, turn.new_id)
    planned = shifts_of(found, seen, places, turn.now, turn.new_id)
    turn.note(*map(teams.place_saved, places), *map(shifts.planned, planned))
    undo = kept(turn, seen.team, ChangeKind.PLANNED, planned)
    lines = "\n".join(told.lines(turn.words, found))
    return undo, turn.text("plan-done", team=seen.team.name, count=len(planned), lines=lines)
