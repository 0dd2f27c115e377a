"""The weeks a team keeps as templates: use one, drop one, keep another."""

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.planning import weeks
from handlers.turn import Turn
from storage import rota_templates
from storage.records.rota import RotaTemplate
from storage.records.team import TeamCard

_ASK, _DROP = "a", "d"
"""What a button behind the team's id does with the template whose id ends as it says."""


class RotaTemplates(Conversation):
    """See the module."""

    name = "rota_templates"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The team and its templates."""
        yield from leading.needs(opening, self.name)
        yield from weeks.needs(leading.keys(opening, self.name), opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list; or one template that is about to be dropped, or is."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        what = arg.partition(":")[2]
        named = next((one for one in weeks.templates(turn, team) if what and one.id.endswith(what[1:])), None)
        if not what:
            self._list(turn, team)
        elif named is None:
            turn.say(turn.text("rota-template-gone"), [[self._back(turn, team)]])
        elif what.startswith(_ASK):
            sure = Button(turn.text("rota-template-drop-sure"), self._to(team, _DROP, named))
            said = turn.text("rota-template-drop-ask", name=named.name)
            turn.say(said, [[sure, Button(turn.text("shifts-keep"), action(self.name, team.id))]])
        else:
            turn.note(rota_templates.dropped(named))
            turn.say(turn.text("rota-template-dropped", name=named.name), [[self._back(turn, team)]])
        return None

    def _list(self, turn: Turn, team: TeamCard) -> None:
        found = weeks.templates(turn, team)
        lines = [turn.text("rota-template-line", name=one.name, count=len(one.shifts)) for one in found]
        head = turn.text("rota-templates-head" if found else "rota-templates-none", team=team.name)
        rows = [
            [
                Button(
                    turn.text("rota-template-use-one", name=one.name),
                    action("copy_week", self._end(team, one)),
                ),
                Button(turn.text("rota-template-drop", name=one.name), self._to(team, _ASK, one)),
            ]
            for one in found
        ]
        copy = Button(turn.text("rota-copy-week"), action("copy_week", team.id))
        keep = Button(turn.text("rota-keep-week"), action("keep_week", team.id))
        back = Button(turn.text("menu-schedule"), action("schedule", team.id))
        turn.say("\n".join([head, *lines]), [*rows, [copy, keep], [back]])

    def _to(self, team: TeamCard, what: str, template: RotaTemplate) -> str:
        return action(self.name, f"{team.id}:{what}{template.id[-8:]}")

    def _end(self, team: TeamCard, template: RotaTemplate) -> str:
        return f"{team.id}:{template.id[-12:]}"

    def _back(self, turn: Turn, team: TeamCard) -> Button:
        return Button(turn.text("rota-templates"), action(self.name, team.id))
