"""Propose a good model: what is done, since when, with which result, and whether others can copy it."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option, Skippable, Text, YesNo
from handlers.exercise import marked
from handlers.messages import Button
from handlers.turn import Turn
from storage import good_models, teams
from storage.fold import fold
from storage.records.care import GoodModel, ModelState
from storage.records.team import TeamCard


class NewModelForm(Form):
    """The fields of a model. Whom to ask about it is the team's unit, so nobody is asked for that."""

    name: ClassVar[str] = "new_model"

    team: Annotated[str | None, Choice()] = None
    title: Annotated[str | None, Text(max=80, min=3, one_line=True)] = None
    what: Annotated[str | None, Text(max=400, min=10)] = None
    since: Annotated[str | None, Text(max=60, one_line=True), Skippable()] = None
    result: Annotated[str | None, Text(max=200, one_line=True), Skippable()] = None
    copyable: Annotated[bool | None, YesNo()] = None


class NewModel(Conversation):
    """See the module. A leader's own proposal is endorsed with that."""

    name = "new_model"
    form = NewModelForm

    def needs(self, opening: Opening) -> Needs:
        """The person's teams, and the models there are."""
        yield good_models.of_tenant.of(opening.actor.tenant)
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask everything; the only team goes without saying."""
        cards = self._teams(turn)
        return Begin({"team": cards[0].id} if len(cards) == 1 else {})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The person's teams."""
        return [Option(card.id, card.name) for card in self._teams(turn)]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A name that the unit's models do not have yet."""
        if field != "title":
            return None
        team = next((card for card in self._teams(turn) if card.id == draft.get("team")), None)
        known = turn.facts.get(good_models.of_tenant.of(turn.actor.tenant)) or []
        here = [one for one in known if team and one.unit_code == team.unit_code]
        taken = any(fold(one.name) == fold(draft["title"]) for one in here)
        return turn.text("new-model-taken") if taken else None

    def finish(self, turn: Turn, draft: NewModelForm) -> None:
        """It waits for the leader, who sees it in the digest; or for the coordinators."""
        team = next((card for card in self._teams(turn) if card.id == draft.team), None)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        own = team.id in turn.actor.led
        person = turn.actor.key[1]
        model = GoodModel(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            unit_code=team.unit_code,
            person_id=person,
            name=draft.title or "",
            what=draft.what or "",
            since=draft.since or "",
            result=draft.result or "",
            copyable=bool(draft.copyable),
            state=ModelState.ENDORSED if own else ModelState.PROPOSED,
            endorsed_by=person if own else "",
            created_at=turn.now,
        )
        turn.note(good_models.added(model))
        said = turn.text("new-model-done", name=model.name, own="yes" if own else "no")
        see = Button(turn.text("models-see"), action("models", f"see:{model.id}"))
        every = Button(turn.text("models-all"), action("models"))
        turn.say(marked(turn.words, said, exercise=team.exercise), [[see, every]])

    def _teams(self, turn: Turn) -> list[TeamCard]:
        found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
        return [card for card in found if card]
