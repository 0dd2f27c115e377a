"""The pictures of a team: those that wait, each with the two ways there are, and those that were kept."""

from handlers import leading, photographing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.turn import UNDO_FOR, Turn
from locales.formats import local, short_day
from storage import photos, teams
from storage.records.photo import PhotoState, SentPhoto

PAGE = 8
VERBS = ("see", "keep", "refuse", "back")


class Photos(Conversation):
    """See the module. The argument is a team, or what to do with a picture (``keep:<photo>``)."""

    name = photographing.DECIDE
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """One picture, or those of the team."""
        photo_id = _read(opening.arg)[1]
        if photo_id:
            yield photos.by_id.of((opening.actor.tenant, photo_id))
            yield teams.of_tenant.of(opening.actor.tenant)
            return
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield photos.of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list of a team, one picture, or a decision."""
        verb, photo_id = _read(arg)
        if photo_id:
            self._decide(turn, verb, photo_id)
            return None
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        found = turn.facts.get(photos.of_team.of((team.tenant, team.id))) or []
        waiting = sum(one.state is PhotoState.WAITING for one in found)
        rows = [[Button(self._named(turn, one), action(self.name, f"see:{one.id}"))] for one in found[:PAGE]]
        takes = "yes" if team.photos else "no"
        turn.say(turn.text("photos-head", count=len(found), waiting=waiting, takes=takes), rows)
        return None

    def _named(self, turn: Turn, photo: SentPhoto) -> str:
        return turn.text(
            "photos-one",
            what=turn.text(f"photo-what-{photo.what}"),
            day=short_day(local(photo.created_at).date()),
            waits="yes" if photo.state is PhotoState.WAITING else "no",
        )

    def _decide(self, turn: Turn, verb: str, photo_id: str) -> None:
        photo = self._mine(turn, photo_id)
        if photo is None:
            turn.say(turn.text("photo-gone"))
        elif verb == "keep" and photo.state is PhotoState.WAITING:
            self._moved(turn, photo, PhotoState.KEPT)
            turn.say(
                turn.text("photos-kept"), [[Button(turn.text("undo"), action(self.name, f"back:{photo.id}"))]]
            )
        elif verb == "refuse" and photo.state is PhotoState.WAITING:
            self._moved(turn, photo, PhotoState.REFUSED)
            turn.say(turn.text("photos-refused"))
        elif verb == "back" and self._fresh(turn, photo):
            self._moved(turn, photo, PhotoState.WAITING)
            turn.say(turn.text("photos-back"), photographing.ways(turn.words, photo))
        elif photo.state in (PhotoState.WAITING, PhotoState.KEPT):
            rows = photographing.ways(turn.words, photo) if photo.state is PhotoState.WAITING else ()
            turn.say(self._named(turn, photo), rows, drawing=photographing.shown(turn.words, photo))
        else:
            turn.say(turn.text("photo-gone"))

    def _mine(self, turn: Turn, photo_id: str) -> SentPhoto | None:
        """The picture, if whoever asks leads its team."""
        photo = turn.facts.get(photos.by_id.of((turn.actor.tenant, photo_id)))
        cards = turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
        card = next((one for one in cards if photo and one.id == photo.team_id), None)
        return photo if may_lead(turn.actor, card) else None

    def _fresh(self, turn: Turn, photo: SentPhoto) -> bool:
        """Whether whoever kept it may still take that back."""
        decided = photo.decided_at is not None and photo.decided_at >= turn.now - UNDO_FOR
        return photo.state is PhotoState.KEPT and photo.decided_by == turn.actor.key[1] and decided

    def _moved(self, turn: Turn, photo: SentPhoto, state: PhotoState) -> None:
        decided = {"state": state, "decided_by": turn.actor.key[1], "decided_at": turn.now}
        turn.note(*photos.moved(photo, photo.model_copy(update=decided)))


def _read(arg: str) -> tuple[str, str]:
    """(what to do, picture); anything else names none."""
    verb, _, photo_id = arg.partition(":")
    return (verb, photo_id) if verb in VERBS else ("", "")
