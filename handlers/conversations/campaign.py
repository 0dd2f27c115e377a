"""Start a campaign: a stretch of time with its own figures, or an exercise that counts nowhere."""

from datetime import date
from typing import Annotated, Any, ClassVar

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Day, Form, Text, YesNo
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import short_day
from storage import teams
from storage.fold import fold
from storage.records.team import Campaign


class CampaignForm(Form):
    """A name, the first and the last day, and whether it is only an exercise."""

    name: ClassVar[str] = "campaign"

    title: Annotated[str | None, Text(max=80, min=3, one_line=True)] = None
    starts: Annotated[str | None, Day(ahead=True)] = None
    ends: Annotated[str | None, Day(ahead=True)] = None
    exercise: Annotated[bool | None, YesNo()] = None


class NewCampaign(Conversation):
    """See the module."""

    name = "campaign"
    access = Access.COORDINATOR
    form = CampaignForm

    def needs(self, opening: Opening) -> Needs:
        """The campaigns there are."""
        yield teams.campaigns.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask everything."""
        return Begin()

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A name of its own, an end after the start and not over yet."""
        if field == "title":
            same = [one for one in self._campaigns(turn) if fold(one.name) == fold(draft["title"])]
            return turn.text("campaign-taken") if same else None
        starts, ends = draft.get("starts"), draft.get("ends")
        if starts and ends and ends < starts:
            return turn.text("campaign-order")
        if field == "ends" and date.fromisoformat(draft["ends"]) < turn.today_on:
            return turn.text("campaign-over")
        return None

    def finish(self, turn: Turn, draft: CampaignForm) -> None:
        """Save it; teams are put into it one by one."""
        campaign = Campaign(
            tenant=turn.actor.tenant,
            id=turn.new_id(),
            name=draft.title or "",
            starts_on=draft.starts or turn.today_on.isoformat(),
            ends_on=draft.ends or turn.today_on.isoformat(),
            exercise=bool(draft.exercise),
            created_at=turn.now,
        )
        turn.note(teams.campaign_saved(campaign))
        said = turn.text(
            "campaign-done",
            title=campaign.name,
            first=short_day(date.fromisoformat(campaign.starts_on)),
            last=short_day(date.fromisoformat(campaign.ends_on)),
        )
        said = marked(turn.words, said, exercise=campaign.exercise)
        turn.say(said, [[Button(turn.text("menu-new-team"), action("new_team"))]])

    def _campaigns(self, turn: Turn) -> list[Campaign]:
        return turn.facts.get(teams.campaigns.of(turn.actor.tenant)) or []
