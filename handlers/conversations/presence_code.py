"""The code at the desk: four digits that change every ten minutes, shown to whoever leads the team."""

from handlers import leading, position
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.presence_code import SLOT, TeamCodes, slot_of
from handlers.turn import Turn
from locales.formats import clock
from storage import teams


class ShowPresenceCode(Conversation):
    """See the module. It is shown when asked for and asked for again with one tap; nothing is kept of it."""

    name = "presence_code"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The team."""
        return leading.needs(opening, self.name)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The code of this moment and the one after it."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        turn.note(teams.code_shown(team, turn.now))
        codes = TeamCodes(turn.desk.code_key, (team.tenant, team.id))
        ends_at = slot_of(turn.now) + SLOT
        said = turn.text(
            "presence-code-shown",
            team=team.name,
            code=codes.at(turn.now),
            until=clock(ends_at),
            next=codes.at(ends_at),
        )
        again = Button(turn.text("presence-code-again"), action(self.name, team.id))
        pin = Button(turn.text("team-place-point"), action("place_point", team.id))
        sheet = Button(turn.text("team-code-sheet"), action("code_sheet", team.id))
        back = leading.back(turn, team)
        turn.say(said, [[again, *([pin] if position.able(turn) else [])], [sheet, back]])
        return None
