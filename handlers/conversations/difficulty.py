"""Tell what got stuck: what, how badly, and a word about it if wished."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from handlers.categories import DIFFICULTIES, SEVERITIES, label
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option, Skippable, Text
from handlers.messages import Button
from handlers.turn import Turn
from storage import attendances, reports, teams
from storage.records.team import TeamCard
from storage.records.work import Difficulty


class DifficultyForm(Form):
    """A code, a severity, and a note without anybody's data."""

    name: ClassVar[str] = "difficulty"
    summary: ClassVar[bool] = False

    team: Annotated[str | None, Choice()] = None
    code: Annotated[str | None, Choice()] = None
    severity: Annotated[str | None, Choice()] = None
    note: Annotated[str | None, Text(max=300), Skippable()] = None


class TellDifficulty(Conversation):
    """See the module."""

    name = "difficulty"
    command = "khokhan"
    form = DifficultyForm

    def needs(self, opening: Opening) -> Needs:
        """The person's teams and where they are on duty."""
        yield attendances.still_open.of(opening.actor.key)
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask what, unless ``arg`` names it; the team is known where there is one, or from being on duty."""
        cards = self._teams(turn)
        on_duty = turn.facts.get(attendances.still_open.of(turn.actor.key))
        given = {"code": arg} if arg in DIFFICULTIES else {}
        if on_duty is not None:
            given["team"] = on_duty.team_id
        elif len(cards) == 1:
            given["team"] = cards[0].id
        return Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Codes of the difficulty, or how bad it is."""
        if field == "team":
            return [Option(card.id, card.name) for card in self._teams(turn)]
        if field == "severity":
            return [Option(code, turn.text(label("severity", code))) for code in SEVERITIES]
        return [Option(code, turn.text(label("difficulty", code))) for code in DIFFICULTIES]

    def finish(self, turn: Turn, draft: DifficultyForm) -> None:
        """Keep it for the team's digest and those who can solve it."""
        team = next((card for card in self._teams(turn) if card.id == draft.team), None)
        if team is None or draft.code is None:
            turn.say(turn.text("team-gone"))
            return
        turn.note(
            reports.difficulty_added(
                Difficulty(
                    tenant=team.tenant,
                    id=turn.new_id(),
                    team_id=team.id,
                    unit_code=team.unit_code,
                    person_id=turn.actor.key[1],
                    campaign_id=team.campaign_id,
                    day_on=turn.today_on.isoformat(),
                    code=draft.code,
                    severity=draft.severity or SEVERITIES[0],
                    note=draft.note or "",
                    created_at=turn.now,
                )
            )
        )
        said = turn.text("difficulty-done", what=turn.text(label("difficulty", draft.code)))
        turn.say(said, [[Button(turn.text("menu-faq"), action("faq"))]])

    def _teams(self, turn: Turn) -> list[TeamCard]:
        found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
        return [card for card in found if card]
