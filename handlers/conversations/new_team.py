"""Found a team: where it works, its name, its campaign; its leader comes in by a personal code."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import inviting, leading, ways_in
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option, Text, When
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.turn import Turn
from handlers.unit_search import Match
from storage import join_codes, teams
from storage.fold import fold
from storage.records.membership import Role
from storage.records.team import Campaign, Team

MOST = 12
"""Communes offered at once; an old district may have become more."""


def _any_province(draft: Any) -> bool:
    return not draft.home and not draft.own


def _any_commune(draft: Any) -> bool:
    return not draft.own


class NewTeamForm(Form):
    """``home`` is the coordinator's own province, ``own`` the communes of one who has only those."""

    name: ClassVar[str] = "new_team"

    province: Annotated[str | None, Text(max=60, one_line=True), When(_any_province)] = None
    commune: Annotated[str | None, Text(max=120, one_line=True), When(_any_commune)] = None
    unit: Annotated[str | None, Choice()] = None
    team_name: Annotated[str | None, Text(max=80, min=3, one_line=True)] = None
    campaign: Annotated[str | None, Choice()] = None
    home: str = ""
    own: tuple[str, ...] = ()


class NewTeam(Conversation):
    """See the module."""

    name = "new_team"
    access = Access.COORDINATOR
    form = NewTeamForm

    def needs(self, opening: Opening) -> Needs:
        """The tenant's campaigns, and its teams: two of one name in one commune would be confused."""
        yield teams.campaigns.of(opening.actor.tenant)
        yield teams.of_tenant.of(opening.actor.tenant)
        yield from ways_in.needs(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask what the coordinator's own unit leaves open."""
        running = self._campaigns(turn)
        if not running:
            turn.say(turn.text("new-team-no-campaign"), [[self._found_campaign(turn)]])
            return None
        tenant = turn.actor.tenant
        wide = tenant in turn.actor.coordinated
        own = () if wide else tuple(one for one in turn.actor.coordinated if turn.desk.units.unit(one))
        home = tenant if wide and turn.desk.units.unit(tenant) else ""
        given: dict[str, Any] = {"home": home, "own": own}
        if len(own) == 1:
            given["unit"] = own[0]
        if len(running) == 1:
            given["campaign"] = running[0].id
        return Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The communes that were meant, or the campaigns that are not over."""
        if field == "campaign":
            return [Option(one.id, self._titled(turn, one)) for one in self._campaigns(turn)]
        draft = turn.session.draft if turn.session else {}
        if draft.get("own"):
            return [Option(code, leading.unit_named(turn, code)) for code in draft["own"]]
        found = self._meant(turn, draft) if draft.get("commune") else []
        return [Option(one.unit.code, self._matched(turn, one)) for one in found[:MOST]]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """Places that exist, and a name that is free."""
        if field == "province":
            found = turn.desk.units.provinces(draft["province"])
            if len(found) == 1 and draft.get("commune") and not self._meant(turn, draft):
                return turn.text("new-team-elsewhere")
            names = ", ".join(leading.unit_named(turn, one.unit.code) for one in found)
            return (
                None
                if len(found) == 1
                else turn.text("new-team-which-province", count=len(found), names=names)
            )
        if field == "commune":
            return (
                None if self._meant(turn, draft) else turn.text("new-team-no-commune", said=draft["commune"])
            )
        if field in ("unit", "team_name") and self._taken(turn, draft):
            return turn.text("new-team-taken")
        return None

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """A single commune that was found is shown to be confirmed."""
        if field.name != "unit":
            return super().question(turn, field, draft)
        found = 0 if draft.get("own") else len(self._meant(turn, draft))
        return turn.text("new-team-unit", count=found)

    def summary(self, turn: Turn, lines: str) -> str:
        """Where, who, for which campaign."""
        draft = turn.session.draft if turn.session else {}
        campaign = next((one for one in self._campaigns(turn) if one.id == draft.get("campaign")), None)
        return turn.text(
            "new-team-summary",
            team=str(draft.get("team_name", "")),
            unit=leading.unit_named(turn, str(draft.get("unit", ""))),
            campaign=self._titled(turn, campaign) if campaign else "",
        )

    def finish(self, turn: Turn, draft: NewTeamForm) -> None:
        """The team stands; whoever holds the code becomes its leader in their own chat."""
        campaign = next((one for one in self._campaigns(turn) if one.id == draft.campaign), None)
        team = Team(
            tenant=turn.actor.tenant,
            id=turn.new_id(),
            name=draft.team_name or "",
            unit_code=draft.unit or "",
            campaign_id=draft.campaign or "",
            created_at=turn.now,
        )
        if campaign is None or not may_lead(turn.actor, team):
            turn.say(turn.text("new-team-not-yours"), self.way_back(turn))
            return
        code = inviting.drawn(turn, team, Role.LEADER)
        turn.note(teams.saved(team), join_codes.added(code))
        said = turn.text(
            "new-team-done",
            team=team.name,
            code=inviting.grouped(code.code),
            until=inviting.until(turn, code.expires_at),
            # The team has no bot of its own yet.
            links=inviting.links(turn, code.code, team.model_copy(update={"id": ""})),
        )
        more = [
            Button(turn.text("new-team-board"), action("team", team.id)),
            Button(turn.text("new-team-again"), action(self.name)),
        ]
        turn.say(marked(turn.words, said, exercise=campaign.exercise), [more])

    def _meant(self, turn: Turn, draft: Any) -> list[Match]:
        """The communes that the words may mean, in the coordinator's province or the one named."""
        units = turn.desk.units
        provinces = [one.unit.code for one in units.provinces(draft.get("province") or "")]
        province = draft.get("home") or (provinces[0] if len(provinces) == 1 else "")
        return units.communes(draft.get("commune") or "", province)

    def _matched(self, turn: Turn, match: Match) -> str:
        named = leading.unit_named(turn, match.unit.code)
        via = f"{match.via.name}, {match.via.within}".rstrip(", ") if match.via else ""
        return turn.text("new-team-formerly", unit=named, via=via) if via else named

    def _taken(self, turn: Turn, draft: Any) -> bool:
        known = turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
        wanted = fold(draft.get("team_name") or "")
        return any(one.unit_code == draft.get("unit") and fold(one.name) == wanted for one in known)

    def _campaigns(self, turn: Turn) -> list[Campaign]:
        every = turn.facts.get(teams.campaigns.of(turn.actor.tenant)) or []
        return [one for one in every if one.ends_on >= turn.today_on.isoformat()]

    def _titled(self, turn: Turn, campaign: Campaign) -> str:
        return turn.text("new-team-exercise", title=campaign.name) if campaign.exercise else campaign.name

    def _found_campaign(self, turn: Turn) -> Button:
        return Button(turn.text("new-team-campaign-first"), action("campaign"))
