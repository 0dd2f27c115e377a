"""Whether a campaign takes pictures of posters and classes: off until somebody switches it on."""

from datetime import date

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import teams
from storage.records.team import Campaign

PAGE = 8


class TakePhotos(Conversation):
    """See the module. The argument is ``on:<campaign>`` or ``off:<campaign>``; it holds for every team of the
    campaign, so only coordinators of the province choose."""

    name = "take_photos"
    access = Access.COORDINATOR
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The campaigns there are."""
        yield teams.campaigns.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The campaigns that are not over, each with its switch; or one switched."""
        if turn.actor.tenant not in turn.actor.coordinated:
            turn.say(turn.text("take-photos-province"))
            return None
        verb, _, campaign_id = arg.partition(":")
        found = [one for one in self._campaigns(turn) if date.fromisoformat(one.ends_on) >= turn.today_on]
        chosen = next((one for one in found if one.id == campaign_id), None)
        if chosen is None or verb not in ("on", "off"):
            turn.say(turn.text("take-photos-which"), [[self._switch(turn, one)] for one in found[:PAGE]])
            return None
        after = chosen.model_copy(update={"photos": verb == "on"})
        turn.note(teams.campaign_saved(after))
        said = turn.text("take-photos-done", name=after.name, on="yes" if after.photos else "no")
        turn.say(said, [[self._switch(turn, after)]])
        return None

    def _switch(self, turn: Turn, campaign: Campaign) -> Button:
        verb = "off" if campaign.photos else "on"
        label = turn.text(f"take-photos-{verb}", name=campaign.name)
        return Button(label, action(self.name, f"{verb}:{campaign.id}"))

    def _campaigns(self, turn: Turn) -> list[Campaign]:
        return turn.facts.get(teams.campaigns.of(turn.actor.tenant)) or []
