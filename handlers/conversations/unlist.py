"""Take names off the list of those who are still to join."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import inviting, leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, FormField, Many, Option
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import sort_name
from storage import expected, join_codes
from storage.records.roster import Expected
from storage.records.team import TeamCard

MOST = 90


class UnlistForm(Form):
    """Which names."""

    name: ClassVar[str] = "unlist"
    summary: ClassVar[bool] = False

    who: Annotated[tuple[str, ...], Many(whole=True)] = ()
    team: str = ""


class Unlist(Conversation):
    """See the module. Their codes stop working; hours that were ticked for them stay with the team."""

    name = "unlist"
    access = Access.LEADER
    form = UnlistForm

    def needs(self, opening: Opening) -> Needs:
        """The team, its list and its codes."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield expected.of_team.of(key)
            yield join_codes.of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask which."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        if not self._waiting(turn, team):
            turn.say(turn.text("unlist-nobody", team=team.name), [[self._back(turn, team)]])
            return None
        return Begin({"team": team.id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Every name that has not become anybody."""
        team = leading.of_form(turn)
        waiting = self._waiting(turn, team) if team else []
        return [Option(one.id, one.name) for one in sorted(waiting, key=lambda one: sort_name(one.name))][
            :MOST
        ]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Of which team."""
        team = leading.of_form(turn)
        return turn.text("unlist-who", team=team.name) if team else turn.text("team-gone")

    def finish(self, turn: Turn, draft: UnlistForm) -> None:
        """The names and their codes go."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        gone = [one for one in self._waiting(turn, team) if one.id in draft.who]
        turn.note(*inviting.unlisted(turn, (team.tenant, team.id), gone))
        turn.say(turn.text("unlist-done", count=len(gone)), [[self._back(turn, team)]])

    def _waiting(self, turn: Turn, team: TeamCard) -> list[Expected]:
        found = turn.facts.get(expected.of_team.of((team.tenant, team.id))) or []
        return [one for one in found if not one.person_id]

    def _back(self, turn: Turn, team: TeamCard) -> Button:
        return Button(turn.text("expected-back"), action("expected", team.id))
