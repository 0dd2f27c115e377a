"""The day of a team on request, and the details behind its buttons."""

from dataclasses import replace

from handlers import digest, leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import in_compact
from handlers.messages import Button
from handlers.permissions import Access
from handlers.section import Picture
from handlers.turn import Turn
from locales.formats import local


class ShowDigest(Conversation):
    """See the module."""

    name = "digest"
    command = "tonghop"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The asked team's day, or that of the only team this person leads; else the teams to choose from."""
        _, named, day = digest.read_asked(opening.arg, local(opening.now).date())
        team_id = leading.asked(opening.actor, named)
        if team_id:
            return digest.needs((opening.actor.tenant, team_id), day)
        return leading.needs(replace(opening, arg=named), self.name)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The digest, or the list of one section of it."""
        section, named, day = digest.read_asked(arg, turn.today_on)
        team_id = leading.asked(turn.actor, named)
        if not team_id:
            leading.choose(turn, self.name, named)
            return None
        seen = digest.picture(turn.facts, (turn.actor.tenant, team_id), day)
        if seen is None or not turn.leads(seen.team):
            turn.say(turn.text("team-gone"))
        elif section:
            self._details(turn, seen, section)
        else:
            message = digest.told(turn.words, seen)
            turn.say(message.text, message.choices)
        return None

    def _details(self, turn: Turn, seen: Picture, section: str) -> None:
        part = next((one for one in digest.parts() if one.name == section), None)
        lines = part.details(turn.words, seen) if part else []
        back = Button(turn.text("digest-back"), action(self.name, digest.asking("", seen)))
        turn.say(
            "\n".join(lines) or turn.text("digest-no-details"), [self._mending(turn, seen, section), [back]]
        )

    def _mending(self, turn: Turn, seen: Picture, section: str) -> list[Button]:
        """Where a number can be put right: report by report, or as the leader's own word for the day."""
        if section != "helped":
            return []
        day = f"{seen.team.id}:{in_compact(seen.day)}"
        return [
            Button(turn.text("digest-mend-reports"), action("team_reports", day)),
            Button(turn.text("digest-mend-day"), action("day_form", day)),
        ]
