"""Leave a team: the leaders hear, what one did stays counted, and for ten minutes one can come back."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from handlers import leaving
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option
from handlers.holding import at_level, reached
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import given_name
from storage import holders, people, teams
from storage.records.case import Level
from storage.records.membership import Membership, Role
from storage.records.team import TeamCard


class LeaveTeamForm(Form):
    """Which team, where there are several."""

    name: ClassVar[str] = "leave_team"

    team: Annotated[str | None, Choice()] = None


class LeaveTeam(Conversation):
    """See the module. Whoever leads a team hands it over first."""

    name = "leave_team"
    access = Access.ANYONE  # whoever has just left is in no team, and may come back
    form = LeaveTeamForm

    def needs(self, opening: Opening) -> Needs:
        """One's teams and who leads them."""
        yield from leaving.needs(opening.actor.tenant, opening.arg)
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))
            yield holders.of_team.of((one.tenant, one.team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask whether they mean it; or take it back."""
        if arg.startswith(leaving.UNDO):
            self._undo(turn, arg)
            return None
        if not turn.actor.in_teams:
            turn.say(turn.text("no-team"))
            return None
        mine = [one for one in turn.actor.in_teams if one.role is not Role.LEADER]
        if not mine:
            turn.say(
                turn.text("leave-team-leads"),
                [[Button(turn.text("leave-team-hand-over"), action("hand_over"))]],
            )
            return None
        return Begin({"team": mine[0].team_id} if len(mine) == 1 else {})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """My teams."""
        found = [self._card(turn, one.team_id) for one in turn.actor.in_teams if one.role is not Role.LEADER]
        return [Option(card.id, card.name) for card in found if card]

    def summary(self, turn: Turn, lines: str) -> str:
        """What follows."""
        card = self._card(turn, str(turn.session.draft.get("team", ""))) if turn.session else None
        return turn.text("leave-team-summary", team=card.name if card else "")

    def finish(self, turn: Turn, draft: LeaveTeamForm) -> None:
        """They are out, and the leaders hear of it."""
        mine: Membership | None = next(
            (one for one in turn.actor.in_teams if one.team_id == draft.team), None
        )
        card = self._card(turn, draft.team or "")
        if mine is None or card is None or mine.role is Role.LEADER:
            turn.say(turn.text("team-gone"))
            return
        leaving.left(turn, mine)
        person = turn.actor.person
        known = turn.facts.get(holders.of_team.of((card.tenant, card.id))) or []
        for one in at_level(reached(known, without=turn.actor.key[1]), Level.TEAM):
            name = given_name(person.name) if person else ""
            leaving.tell(turn, one.contact, card, "leave-team-for-you", name=name)
        ways = [leaving.undo(turn, self.name, mine), Button(turn.text("menu-my-data"), action("my_data"))]
        turn.say(turn.text("leave-team-done", team=card.name), [ways])

    def _undo(self, turn: Turn, arg: str) -> None:
        """One's own membership alone."""
        was = leaving.lately(turn, arg, people.LEFT)
        if was is None or was.person_id != turn.actor.key[1]:
            turn.say(turn.text("undo-too-late"))
            return
        leaving.back(turn, was)
        turn.say(turn.text("leave-team-undone"))

    def _card(self, turn: Turn, team_id: str) -> TeamCard | None:
        return turn.facts.get(teams.card.of((turn.actor.tenant, team_id))) if team_id else None
