"""The picture of a team's week, on request."""

from dataclasses import replace

from handlers import day_chart, digest, leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.turn import Turn
from locales.formats import local, near_day


class DigestChart(Conversation):
    """See the module. The argument is what a button of the digest carries, or a team."""

    name = "digest_chart"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The day of the team, or the teams to choose from."""
        _, named, day = digest.read_asked(opening.arg, local(opening.now).date())
        team_id = leading.asked(opening.actor, named)
        if team_id:
            return digest.needs((opening.actor.tenant, team_id), day)
        return leading.needs(replace(opening, arg=named), self.name)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The picture leaves as a drawing; where none can be shown its words are said."""
        _, named, day = digest.read_asked(arg, turn.today_on)
        team_id = leading.asked(turn.actor, named)
        if not team_id:
            leading.choose(turn, self.name, named)
            return None
        seen = digest.picture(turn.facts, (turn.actor.tenant, team_id), day)
        if seen is None or not may_lead(turn.actor, seen.team):
            turn.say(turn.text("team-gone"))
            return None
        said = turn.text("digest-chart-here", day=near_day(day, turn.words.language))
        back = Button(turn.text("digest-back"), action("digest", digest.asking("", seen)))
        turn.say(
            marked(turn.words, said, exercise=seen.team.exercise),
            [[back]],
            drawing=day_chart.drawing(turn.words, seen),
        )
        return None
