"""A team that was closed works again."""

from handlers import leading, regrouping
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.turn import Turn
from locales.formats import local, short_day
from storage import people, teams, tree_undo
from storage.records.team import Team, TeamCard
from storage.records.tree_change import ChangeKind

PAGE = 8
"""Teams offered at once, those closed last first."""
_MARK = "*"
"""Begins the argument that asks for a page."""


class ReopenTeam(Conversation):
    """See the module. Its figures were never gone. People who went to another team stay there."""

    name = "reopen_team"
    access = Access.COORDINATOR
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """What is closed, what is open beside it, and the team that was chosen."""
        tenant = opening.actor.tenant
        yield teams.closed.of(tenant)
        yield teams.of_tenant.of(tenant)
        if opening.arg and not opening.arg.startswith(_MARK):
            yield teams.card.of((tenant, opening.arg))
            yield people.members.of((tenant, opening.arg))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Open the one that was chosen, or offer what is closed."""
        named = arg and not arg.startswith(_MARK)
        team = turn.facts.get(teams.card.of((turn.actor.tenant, arg))) if named else None
        if team is not None and team.closed_at is not None and may_lead(turn.actor, team):
            self._open(turn, team)
        else:
            number = arg.removeprefix(_MARK)
            self._offer(turn, int(number) if number.isdecimal() and len(number) < 4 else 0)
        return None

    def _offer(self, turn: Turn, page: int) -> None:
        """A forged or an old button names nothing that is closed: then all are offered."""
        found = turn.facts.get(teams.closed.of(turn.actor.tenant)) or []
        mine = [one for one in found if may_lead(turn.actor, one)]
        if not mine:
            turn.say(turn.text("reopen-team-none"), [[regrouping.others(turn)]])
            return
        shown = mine[page * PAGE : (page + 1) * PAGE] or mine[:PAGE]
        rows = [[Button(self._named(turn, one), action(self.name, one.id))] for one in shown]
        if mine[(page + 1) * PAGE :]:
            rows.append([Button(turn.text("leader-more-teams"), action(self.name, f"{_MARK}{page + 1}"))])
        turn.say(turn.text("reopen-team-which", count=len(mine)), rows)

    def _named(self, turn: Turn, team: Team) -> str:
        unit = leading.unit_named(turn, team.unit_code)
        day = short_day(local(team.closed_at).date()) if team.closed_at else ""
        return turn.text("reopen-team-one", team=team.name, unit=unit, day=day)

    def _open(self, turn: Turn, team: TeamCard) -> None:
        if regrouping.taken(turn, team):
            said = turn.text("reopen-team-taken", team=team.name)
            turn.say(said, [[Button(turn.text("undo-team-again"), action("change_team"))]])
            return
        turn.note(tree_undo.reopened(team))
        change = regrouping.noted(turn, ChangeKind.REOPENED, team)
        count = len(turn.facts.get(people.members.of((team.tenant, team.id))) or [])
        said = turn.text("reopen-team-done", team=team.name, count=count)
        code = Button(turn.text("team-join-code"), action("join_code", team.id))
        turn.say(
            marked(turn.words, said, exercise=team.exercise),
            [[code, regrouping.undo(turn, change)], [regrouping.others(turn)]],
        )
