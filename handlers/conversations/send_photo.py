"""Send a picture of a poster or a class, where the campaign takes them; a leader decides whether it stays."""

from handlers import photographing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.messages import Button
from handlers.turn import Turn
from storage import photos, teams
from storage.records.photo import PhotoState, SentPhoto, Shows
from storage.records.team import TeamCard

UNDECIDED = (PhotoState.ASKED, PhotoState.SENT, PhotoState.WAITING)
"""Until when whoever sent a picture may take it back; what it shows is said in the first."""
VERBS = {"poster": Shows.POSTER, "class": Shows.CLASS, "drop": Shows.UNSAID}


class SendPhoto(Conversation):
    """See the module. Opened by the picture itself; the argument is what it shows (``poster:<photo>``), or
    ``drop:<photo>``."""

    name = photographing.SEND
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The person's teams, and the picture a button speaks of."""
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))
        if photo_id := _read(opening.arg)[1]:
            yield photos.by_id.of((opening.actor.tenant, photo_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask what it shows, send it on, or drop it."""
        verb, photo_id = _read(arg)
        if not photo_id:
            self._asked(turn)
            return None
        photo = turn.facts.get(photos.by_id.of((turn.actor.tenant, photo_id)))
        mine = photo is not None and photo.person_id == turn.actor.key[1]
        if photo is None or not mine or photo.state not in UNDECIDED[: None if verb == "drop" else 1]:
            turn.say(turn.text("photo-over"))
        elif verb == "drop":
            turn.note(*photos.moved(photo, photo.model_copy(update={"state": PhotoState.TAKEN_BACK})))
            turn.say(turn.text("photo-dropped"))
        else:
            sent = {"state": PhotoState.SENT, "what": VERBS[verb]}
            turn.note(*photos.moved(photo, photo.model_copy(update=sent)))
            turn.say(turn.text("photo-sent"), [[self._drop(turn, photo.id, "photo-take-back")]])
        return None

    def _asked(self, turn: Turn) -> None:
        team = self._taking(turn)
        if team is None or not turn.inbound.sealed_photo:
            turn.say(turn.text("unsupported-photo"))
            return
        photo = SentPhoto(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            person_id=turn.actor.key[1],
            campaign_id=team.campaign_id,
            day_on=day_on(turn.now),
            channel=turn.inbound.channel,
            account=turn.inbound.account,
            reference=turn.inbound.sealed_photo,
            created_at=turn.now,
        )
        turn.note(photos.added(photo))
        kinds = [
            Button(turn.text(f"photo-what-{what}"), action(self.name, f"{what}:{photo.id}"))
            for what in (Shows.POSTER, Shows.CLASS)
        ]
        turn.say(turn.text("photo-what"), [kinds, [self._drop(turn, photo.id, "photo-drop")]])

    def _taking(self, turn: Turn) -> TeamCard | None:
        """The first of the person's teams whose campaign takes pictures."""
        found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
        return next((card for card in found if card and card.photos and card.closed_at is None), None)

    def _drop(self, turn: Turn, photo_id: str, label: str) -> Button:
        return Button(turn.text(label), action(self.name, f"drop:{photo_id}"))


def _read(arg: str) -> tuple[str, str]:
    """(what to do, picture); anything else names none."""
    verb, _, photo_id = arg.partition(":")
    return (verb, photo_id) if verb in VERBS else ("", "")
