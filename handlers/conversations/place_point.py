"""Where a place is: a leader who stands there sends the position, and says how far around it counts."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import leading, position
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Number, Option, When
from handlers.geo import NARROWEST, RADIUS, WIDEST
from handlers.messages import Button, Place
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import number
from storage import place_points, teams
from storage.records.place_point import PlacePoint
from storage.records.team import Place as TeamPlace
from storage.records.team import TeamCard

SHARPEST = 100
"""Metres of accuracy beyond which a position is no point for a place."""
PIN, RADIUS_VERB, REMOVE = "pin", "radius", "remove"


def _widening(draft: Any) -> bool:
    return bool(draft.verb == RADIUS_VERB)


class PlacePointForm(Form):
    """Which place, and for another radius how many metres; ``verb`` is what is done with it."""

    name: ClassVar[str] = "place_point"
    summary: ClassVar[bool] = False

    place: Annotated[str | None, Choice()] = None
    metres: Annotated[int | None, Number(min=NARROWEST, max=WIDEST), When(_widening)] = None
    verb: str = PIN
    team: str = ""


class SetPlacePoint(Conversation):
    """See the module. What is kept is about the place; who stood there is not."""

    name = "place_point"
    access = Access.LEADER
    form = PlacePointForm

    def needs(self, opening: Opening) -> Needs:
        """The team, its places and their points, and whether the leader agreed to send a position."""
        yield position.needs(opening)
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield teams.places.of(key)
            yield place_points.of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The places with their points, or what a button does with them."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        verb, _, place_id = arg.partition(":")[2].partition(":")
        if team is None:
            leading.choose(turn, self.name, arg)
        elif position.asked_for(turn.inbound):
            self._pin(turn, team, self._place(turn, team, place_id))
        elif verb == PIN and not position.able(turn):
            turn.say(turn.text("place-point-no-channel"), [[leading.back(turn, team)]])
        elif verb == PIN and not position.consent(turn):
            agree = Button(turn.text("place-point-agree"), action("at_place"))
            turn.say(turn.text("place-point-consent"), [[agree], [leading.back(turn, team)]])
        elif verb in (PIN, RADIUS_VERB, REMOVE):
            return self._begin(turn, team, verb)
        else:
            self._show(turn, team)
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The team's places; for another radius those that have a point."""
        team = leading.of_form(turn)
        verb = str(turn.session.draft.get("verb", "")) if turn.session else ""
        return [Option(one.id, one.name) for one in self._meant(turn, team, verb)] if team else []

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Which place, or how far around it."""
        if field.name == "metres":
            return turn.text("place-point-metres", least=NARROWEST, most=number(WIDEST, turn.words.language))
        return turn.text("place-point-place")

    def finish(self, turn: Turn, draft: PlacePointForm) -> None:
        """Ask for the position, set the radius, or forget the point."""
        team = leading.team(turn, draft.team)
        place = self._place(turn, team, draft.place or "") if team else None
        if team is None or place is None:
            turn.say(turn.text("team-gone"))
            return
        point = self._points(turn, team).get(place.id)
        if draft.verb == PIN:
            back = [[leading.back(turn, team)]]
            said = turn.text("place-point-ask", place=place.name)
            position.ask(turn, said, back, self.name, f"{team.id}:{PIN}:{place.id}")
        elif point is None:
            self._show(turn, team)
        elif draft.verb == REMOVE:
            turn.note(place_points.removed(point))
            turn.say(turn.text("place-point-removed", place=place.name), [[leading.back(turn, team)]])
        else:
            self._save(turn, team, place, point.model_copy(update={"radius_m": draft.metres or RADIUS}))

    def _begin(self, turn: Turn, team: TeamCard, verb: str) -> Begin | None:
        """Only one place there is needs no choosing."""
        meant = self._meant(turn, team, verb)
        if not meant:
            self._show(turn, team)
            return None
        given = {"team": team.id, "verb": verb}
        return Begin(given | {"place": meant[0].id} if len(meant) == 1 else given)

    def _show(self, turn: Turn, team: TeamCard) -> None:
        places, points = self._meant(turn, team, PIN), self._points(turn, team)
        if not places:
            turn.say(turn.text("place-point-no-place", team=team.name), [[leading.back(turn, team)]])
            return
        lines = [
            turn.text(
                "place-point-one",
                place=one.name,
                radius=number(points[one.id].radius_m, turn.words.language) if one.id in points else "",
                pinned="yes" if one.id in points else "no",
            )
            for one in places
        ]
        verbs = [PIN, RADIUS_VERB, REMOVE] if points else [PIN]
        buttons = [
            Button(turn.text(f"place-point-{verb}"), action(self.name, f"{team.id}:{verb}")) for verb in verbs
        ]
        head = turn.text("place-point-board", team=team.name)
        turn.say("\n".join([head, *lines]), [buttons[:1], buttons[1:], [leading.back(turn, team)]])

    def _pin(self, turn: Turn, team: TeamCard, place: TeamPlace | None) -> None:
        fix = position.taken(turn)
        if place is None:
            turn.place_for = ""
            turn.say(turn.text("team-gone"))
        elif fix is None or fix.accuracy > SHARPEST:
            again = f"{team.id}:{PIN}:{place.id}"
            said = turn.text("place-point-vague", metres=SHARPEST)
            position.ask(turn, said, [[leading.back(turn, team)]], self.name, again)
        else:
            turn.place_for = ""
            known = self._points(turn, team).get(place.id)
            self._save(turn, team, place, _point(turn, place, fix, known.radius_m if known else RADIUS))

    def _save(self, turn: Turn, team: TeamCard, place: TeamPlace, point: PlacePoint) -> None:
        turn.note(place_points.saved(point))
        radius = number(point.radius_m, turn.words.language)
        other = Button(turn.text(f"place-point-{RADIUS_VERB}"), action(self.name, f"{team.id}:{RADIUS_VERB}"))
        said = turn.text("place-point-done", place=place.name, radius=radius)
        turn.say(said, [[other], [leading.back(turn, team)]])

    def _meant(self, turn: Turn, team: TeamCard, verb: str) -> list[TeamPlace]:
        places = [
            one
            for one in turn.facts.get(teams.places.of((team.tenant, team.id))) or []
            if one.closed_at is None
        ]
        points = self._points(turn, team)
        return places if verb == PIN else [one for one in places if one.id in points]

    def _place(self, turn: Turn, team: TeamCard, place_id: str) -> TeamPlace | None:
        return next((one for one in self._meant(turn, team, PIN) if one.id == place_id), None)

    def _points(self, turn: Turn, team: TeamCard) -> dict[str, PlacePoint]:
        found = turn.facts.get(place_points.of_team.of((team.tenant, team.id))) or []
        return {one.id: one for one in found}


def _point(turn: Turn, place: TeamPlace, fix: Place, radius: int) -> PlacePoint:
    return PlacePoint(
        tenant=place.tenant,
        id=place.id,
        team_id=place.team_id,
        latitude_e6=round(fix.latitude * 1_000_000),
        longitude_e6=round(fix.longitude * 1_000_000),
        radius_m=radius,
        set_at=turn.now,
    )
