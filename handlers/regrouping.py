"""Teams that are renamed, split, closed and opened again: what all of it has in common."""

from handlers import leading
from handlers.conversation import action
from handlers.messages import Button
from handlers.turn import Turn
from storage import teams, tree_changes
from storage.fold import fold
from storage.records.team import Team
from storage.records.tree_change import ChangeKind, TreeChange

UNDO = "undo_team"
"""The conversation that takes a change back."""


def noted(turn: Turn, kind: ChangeKind, team: Team, to: Team | None = None, now_is: str = "") -> str:
    """Have a change of today kept, and its id; ``to`` is the team to which people went."""
    change = TreeChange(
        tenant=team.tenant,
        id=turn.new_id(),
        kind=kind,
        from_key=team.id,
        to_key=to.id if to else "",
        was=team.name,
        now_is=now_is or (to.name if to else ""),
        effective_on=turn.today_on.isoformat(),
        made_by=turn.actor.key[1],
        made_at=turn.now,
        done_at=turn.now,
    )
    turn.note(tree_changes.noted(change))
    return change.id


def undo(turn: Turn, change: str) -> Button:
    """Takes a change back, for ten minutes."""
    return Button(turn.text("undo"), action(UNDO, change))


def others(turn: Turn) -> Button:
    """Back to all teams."""
    return Button(turn.text("team-others"), action("team", leading.FIRST_PAGE))


def taken(turn: Turn, after: Team) -> bool:
    """Whether another open team of that commune has that name."""
    known = turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
    return any(
        one.id != after.id and one.unit_code == after.unit_code and fold(one.name) == fold(after.name)
        for one in known
    )
