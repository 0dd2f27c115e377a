"""The places of a team: add one, rename it, say what kind it is, close it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.categories import PLACE_MODES, label
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option, Skippable, Text, When
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import teams
from storage.fold import fold
from storage.records.team import Place, TeamCard

NEW = "new"
RENAME, MODE, CLOSE = "rename", "mode", "close"
MOST, LONGEST_TITLE = 30, 80
"""Places of one team, and characters of a name."""


class PlacesForm(Form):
    """Which place, what of it, and the new name or kind."""

    name: ClassVar[str] = "places"
    summary: ClassVar[bool] = False

    which: Annotated[str | None, Choice()] = None
    what: Annotated[str | None, Choice(), When(lambda draft: draft.which not in (None, NEW))] = None
    title: Annotated[
        str | None,
        Text(max=LONGEST_TITLE, min=2, one_line=True),
        When(lambda draft: draft.which == NEW or draft.what == RENAME),
    ] = None
    mode: Annotated[
        str | None, Choice(), Skippable(), When(lambda draft: draft.which == NEW or draft.what == MODE)
    ] = None
    team: str = ""


class Places(Conversation):
    """See the module. A closed place keeps its name in what was planned there, and can be opened again."""

    name = "places"
    access = Access.LEADER
    form = PlacesForm
    shortcuts = (NEW,)
    shortcuts_take_rest = True

    def needs(self, opening: Opening) -> Needs:
        """The team and its places, also the closed ones."""
        plain = replace(opening, arg="") if opening.arg.partition(":")[0] == NEW else opening
        yield from leading.needs(plain, self.name)
        for key in leading.keys(plain, self.name):
            yield teams.every_place.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list; a new place, ``new:`` and its name; or, behind the team, the end of the id of a place
        that is opened again."""
        verb, _, title = arg.partition(":")
        new = verb == NEW
        team = leading.team(turn, leading.asked(turn.actor, "" if new else arg))
        if team is None:
            leading.choose(turn, self.name, "" if new else arg, more=self._news(turn, title))
            return None
        if new and len(self._open(turn, team)) < MOST:
            return self._titled(turn, team, title)
        again = "" if new else title
        if not again:
            return Begin({"team": team.id})
        place = next((one for one in self._every(turn, team) if one.id.endswith(again)), None)
        if place is not None:
            turn.note(teams.place_saved(place.model_copy(update={"closed_at": None})))
        said = turn.text("places-opened", name=place.name) if place else turn.text("places-gone")
        turn.say(said, [self._ways(turn, team)])
        return None

    def _titled(self, turn: Turn, team: TeamCard, title: str) -> Begin:
        """A new place, asked only what its name does not say."""
        given = {"team": team.id, "which": NEW}
        if any(fold(one.name) == fold(title) for one in self._open(turn, team)):
            return Begin(given, before=turn.text("places-taken"))
        if not 2 <= len(title) <= LONGEST_TITLE:
            return Begin(given)
        return Begin({**given, "title": title}, before=turn.text("places-noted", name=title))

    def _news(self, turn: Turn, title: str) -> list[Button]:
        """To whoever sums up a week "điểm mới" may be news of it."""
        news = Button(turn.text("weekly-edit-news"), action("weekly_lines", "news"))
        return [news] if title and turn.actor.coordinated else []

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The places and a new one, what may be done with one, or the kinds there are."""
        if field == "what":
            return [Option(one, turn.text(f"places-do-{one}")) for one in (RENAME, MODE, CLOSE)]
        if field == "mode":
            return [Option(one, turn.text(label("place", one))) for one in PLACE_MODES]
        team = leading.of_form(turn)
        found = self._open(turn, team) if team else []
        more = [Option(NEW, turn.text("places-new"))] if len(found) < MOST else []
        return [*(Option(one.id, self._named(turn, one)) for one in found), *more]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With the team, or the place it is about."""
        team = leading.of_form(turn)
        place = self._one(turn, team, draft) if team else None
        if field.name == "which" and team is not None:
            return turn.text("places-which", team=team.name, count=len(self._open(turn, team)))
        if field.name == "what" and place is not None:
            return turn.text("places-what", name=self._named(turn, place))
        return super().question(turn, field, draft)

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """No two places of a team share a name."""
        team = leading.of_form(turn)
        if field != "title" or team is None:
            return None
        others = [one for one in self._open(turn, team) if one.id != draft.get("which")]
        same = any(fold(one.name) == fold(draft["title"]) for one in others)
        return turn.text("places-taken") if same else None

    def finish(self, turn: Turn, draft: PlacesForm) -> None:
        """Save what was said of the place."""
        team = leading.team(turn, draft.team)
        place = self._one(turn, team, draft.model_dump()) if team else None
        if team is None or place is None:
            turn.say(turn.text("places-gone" if team else "team-gone"))
            return
        if draft.what == CLOSE:
            turn.note(teams.place_saved(place.model_copy(update={"closed_at": turn.now})))
            undo = Button(turn.text("undo"), action(self.name, f"{team.id}:{place.id[-12:]}"))
            turn.say(turn.text("places-closed", name=place.name), [[undo], self._ways(turn, team)])
            return
        given = {"name": draft.title or place.name, "mode": draft.mode or place.mode}
        saved = place.model_copy(update=given)
        turn.note(teams.place_saved(saved))
        turn.say(turn.text("places-saved", name=self._named(turn, saved)), [self._ways(turn, team)])

    def _one(self, turn: Turn, team: TeamCard, held: dict[str, Any]) -> Place | None:
        """The place that is meant; a new one where that was chosen."""
        if held.get("which") != NEW:
            return next((one for one in self._open(turn, team) if one.id == held.get("which")), None)
        return Place(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            unit_code=team.unit_code,
            name=held.get("title") or "",
            mode="",
        )

    def _every(self, turn: Turn, team: TeamCard) -> list[Place]:
        return turn.facts.get(teams.every_place.of((team.tenant, team.id))) or []

    def _open(self, turn: Turn, team: TeamCard) -> list[Place]:
        return [one for one in self._every(turn, team) if one.closed_at is None]

    def _named(self, turn: Turn, place: Place) -> str:
        return f"{place.name} · {turn.text(label('place', place.mode))}" if place.mode else place.name

    def _ways(self, turn: Turn, team: TeamCard) -> list[Button]:
        more = Button(turn.text("team-places"), action(self.name, team.id))
        return [more, leading.back(turn, team)]
