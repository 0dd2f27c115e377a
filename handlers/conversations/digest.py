"""The day of a team on request, and the details behind its buttons."""

from datetime import date

from handlers import digest
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.section import Picture
from handlers.turn import Turn
from locales.formats import local
from storage import teams
from storage.records.team import TeamCard


class ShowDigest(Conversation):
    """See the module."""

    name = "digest"
    command = "tonghop"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The asked team's day, or the days of all the teams this person leads."""
        _, team_id, day = _asked(opening.arg, local(opening.now).date())
        for one in [team_id] if team_id else opening.actor.led:
            yield from digest.needs((opening.actor.tenant, one), day)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The digest, or the list of one section of it."""
        section, team_id, day = _asked(arg, turn.today_on)
        wanted = [team_id] if team_id else list(turn.actor.led)
        if len(wanted) > 1:
            self._which(turn, wanted)
            return None
        seen = digest.picture(turn.facts, (turn.actor.tenant, wanted[0]), day)
        if seen is None or not may_lead(turn.actor, seen.team):
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
        back = Button(turn.text("digest-back"), action(self.name, f":{seen.team.id}:{seen.day}"))
        turn.say("\n".join(lines) or turn.text("digest-no-details"), [[back]])

    def _which(self, turn: Turn, wanted: list[str]) -> None:
        cards: list[TeamCard] = []
        for one in wanted:
            card = turn.facts.get(teams.card.of((turn.actor.tenant, one)))
            if card is not None:
                cards.append(card)
        buttons = [[Button(card.name, action(self.name, f":{card.id}:{turn.today_on}"))] for card in cards]
        turn.say(turn.text("digest-which"), buttons)


def _asked(arg: str, today_on: date) -> tuple[str, str, date]:
    """(section, team id, day) of a button's ``section:team:day``."""
    section, _, rest = arg.partition(":")
    team_id, _, day = rest.partition(":")
    try:
        return section, team_id, date.fromisoformat(day)
    except ValueError:
        return section, team_id, today_on
