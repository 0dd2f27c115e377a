"""What was done to a team is taken back, for ten minutes."""

from handlers import leading, regrouping
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.turn import UNDO_FOR, Turn
from storage import join_codes, people, teams, tree_changes, tree_undo
from storage.records.tree_change import ChangeKind
from storage.tree_undo import Undo


class UndoTeam(Conversation):
    """See the module. The argument is the change. People are again what they were; what was counted meanwhile
    stays where it was counted."""

    name = "undo_team"
    access = Access.COORDINATOR
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The change, its teams and whom it moved."""
        yield teams.of_tenant.of(opening.actor.tenant)
        if opening.arg:
            yield tree_undo.of_change.of((opening.actor.tenant, opening.arg))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Take it back, or say why not."""
        found = turn.facts.get(tree_undo.of_change.of((turn.actor.tenant, arg))) if arg else None
        if found is None or not may_lead(turn.actor, found.team) or not self._stands(turn, found):
            turn.say(turn.text("undo-team-gone"), [[regrouping.others(turn)]])
        elif found.change.made_at < turn.now - UNDO_FOR:
            again = Button(turn.text("undo-team-again"), action("change_team"))
            turn.say(turn.text("undo-team-late"), [[again]])
        else:
            self._back(turn, found)
            given = {"what": found.change.kind, "team": found.team.name, "was": found.change.was}
            given |= {"unit": leading.unit_named(turn, found.change.was)}
            said = turn.text("undo-team-done", **given)
            turn.say(said, [[regrouping.others(turn)]])
        return None

    def _stands(self, turn: Turn, found: Undo) -> bool:
        """Whether nothing was done since to what the change did."""
        change, team, other = found.change, found.team, found.other
        closed = team.closed_at == change.made_at
        was = team.model_copy(update={"name": change.was})
        stands = {
            ChangeKind.RENAMED: team.name == change.now_is and not regrouping.taken(turn, was),
            ChangeKind.MOVED: team.closed_at is None and team.unit_code == change.now_is,
            ChangeKind.CLOSED: closed and not regrouping.taken(turn, team),
            ChangeKind.MERGED: closed and not regrouping.taken(turn, team),
            ChangeKind.SPLIT: team.closed_at is None
            and other is not None
            and other.closed_at is None
            and may_lead(turn.actor, other),
            ChangeKind.REOPENED: team.closed_at is None,
        }
        return change.subject == "team" and stands[change.kind]

    def _back(self, turn: Turn, found: Undo) -> None:
        change, team, other = found.change, found.team, found.other
        if change.kind is ChangeKind.RENAMED:
            after = team.model_copy(update={"name": change.was})
            turn.note(tree_changes.changed(after))
            regrouping.noted(turn, ChangeKind.RENAMED, team, now_is=change.was)
        elif change.kind is ChangeKind.MOVED:
            by, since = turn.actor.key[1], change.effective_on
            turn.note(*tree_changes.moved(team, change.was, turn.new_id(), by, turn.now, since))
        elif change.kind is ChangeKind.REOPENED:
            turn.note(tree_changes.changed(team.model_copy(update={"closed_at": turn.now})))
            regrouping.noted(turn, ChangeKind.CLOSED, team)
        elif change.kind is ChangeKind.SPLIT and other is not None:
            turn.note(tree_changes.changed(other.model_copy(update={"closed_at": turn.now})))
            turn.note(join_codes.revoked_for_team((other.tenant, other.id), turn.now))
            regrouping.noted(turn, ChangeKind.MERGED, other, team)
            self._people(turn, found)
        else:
            turn.note(tree_undo.reopened(team))
            regrouping.noted(turn, ChangeKind.REOPENED, team)
            self._people(turn, found)

    def _people(self, turn: Turn, found: Undo) -> None:
        """Each is where they were; who came by themselves meanwhile stays, who left does not come back."""
        moved = {one.person_id for one in found.left}
        there = [one for one in found.entered if one.to_at is None and one.person_id in moved]
        gone = {one.person_id for one in found.entered if one.to_at is not None}
        turn.note(*(people.ended(one, turn.now) for one in there))
        turn.note(*(tree_undo.member_again(one) for one in found.left if one.person_id not in gone))
