"""A short message of a leader to the own team: counted, confirmed, stopped while it can be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, ClassVar

from handlers import broadcasting, leading, team_telling
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.engine import Choice, Form, Option, Text
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock
from storage import broadcasts, teams
from storage.broadcasts import Progress, addressees
from storage.records.broadcast import Audience, Broadcast, BroadcastState, Reader
from storage.records.team import TeamCard

SEE, STOP, NEW = "see", "stop", "new"
SHOWN = timedelta(days=7)
"""How long a message is looked at: as long as the outbox knows who got it."""


class TeamMessageForm(Form):
    """Which team, where somebody leads several, and what."""

    name: ClassVar[str] = "team_message"

    team: Annotated[str | None, Choice(sole=True)] = None
    words: Annotated[str | None, Text(max=broadcasting.LONGEST)] = None


class TeamMessage(Conversation):
    """See the module. The argument is empty, a team led, the text itself, or what to do with a message:
    ``stop:<id>``. Those above a team write to it with a broadcast."""

    name = "team_message"
    access = Access.LEADER
    form = TeamMessageForm
    takes_rest = True
    shortcuts = (SEE,)

    def guards(self, arg: str) -> bool:
        """Writing to many; not looking, nor stopping."""
        return arg != SEE and not _step(arg)[1]

    def needs(self, opening: Opening) -> Needs:
        """The teams led, who is in them, what they are still to be told; how one message stands."""
        actor, (_, key) = opening.actor, _step(opening.arg)
        for team_id in actor.led:
            yield teams.card.of((actor.tenant, team_id))
            yield broadcasts.readers.of((actor.tenant, team_id, day_on(opening.now)[:7]))
            told = broadcasts.last_told if opening.arg == SEE else broadcasts.to_team
            yield told.of((actor.tenant, team_id, opening.now - SHOWN))
        if key:
            yield broadcasts.progress.of((actor.tenant, key))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the text, or whether it is right; or tell how one stands."""
        verb, key = _step(arg)
        if key or arg == SEE:
            self._look(turn, verb, key)
            return None
        named = arg in turn.actor.led
        led = [one for one in self._led(turn) if not named or one.id == arg]
        if not led or not any(self._reached(turn, one.id) for one in led):
            self._nobody(turn, led)
            return None
        going = [one for team in led for one in self._waiting(turn, team.id)]
        if going and not arg:
            self._tell(turn, Progress(going[0], {}), more=[self._way(turn, NEW)])
            return None
        if named or arg in ("", NEW):
            return Begin({"team": arg} if named else {})
        if len(arg) > broadcasting.LONGEST:
            return Begin(before=turn.text("wrong-text-long", max=broadcasting.LONGEST))
        return Begin({"words": arg})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The teams led in which somebody can be reached."""
        return [
            Option(one.id, leading.named(turn, one)) for one in self._led(turn) if self._reached(turn, one.id)
        ]

    def summary(self, turn: Turn, lines: str) -> str:
        """Whom it goes to, when, and whom it does not reach."""
        team_id = self._of_draft(turn)
        said = team_telling.preview(
            turn.words, self._readers(turn, team_id), turn.actor.key[1], turn.now, turn.desk.allowance
        )
        card = leading.team(turn, team_id)
        return turn.text(
            "team-message-summary",
            team=card.name if card else "",
            text=str(turn.session.draft.get("words", "")) if turn.session else "",
            preview=said,
        )

    def confirms(self, turn: Turn) -> str:
        """With the number of people."""
        return turn.text("team-message-confirm", people=len(self._reached(turn, self._of_draft(turn))))

    def finish(self, turn: Turn, draft: TeamMessageForm) -> None:
        """It leaves in a minute, or after the night."""
        card = next((one for one in self._led(turn) if one.id == draft.team), None)
        reached = self._reached(turn, card.id) if card else []
        if card is None or not reached:
            self._nobody(turn, [card] if card else [])
            return
        one = Broadcast(
            tenant=card.tenant,
            id=turn.new_id(),
            unit_code=card.unit_code,
            audience=Audience.ALL,
            text=draft.words or "",
            people=len(reached),
            created_by=turn.actor.key[1],
            team_id=card.id,
            created_at=turn.now,
            next_at=turn.now + team_telling.GRACE,
        )
        turn.note(broadcasts.begun(one))
        said = turn.text(
            "team-message-begun",
            people=len(reached),
            team=card.name,
            at=clock(team_telling.leaves_at(turn.now)),
        )
        turn.say(said, [[self._way(turn, STOP, one), self._way(turn, SEE, one)]])

    def _look(self, turn: Turn, verb: str, key: str) -> None:
        """How a message stands, or the last one where none is named; stopped as it was read."""
        seen = self._seen(turn, key) if key else self._last(turn)
        if seen is None:
            turn.say(turn.text("team-message-gone"), [[self._way(turn, NEW)]])
            return
        if verb == STOP and team_telling.stoppable(seen):
            after, effects = broadcasting.moved(seen.broadcast, BroadcastState.STOPPED, turn.now)
            turn.note(*effects)
            left = {state: rows for state, rows in seen.states.items() if state[1] != "due"}
            seen = replace(seen, broadcast=after, states=left)
        self._tell(turn, seen)

    def _seen(self, turn: Turn, key: str) -> Progress | None:
        seen = turn.facts.get(broadcasts.progress.of((turn.actor.tenant, key)))
        return seen if seen and seen.broadcast.team_id in turn.actor.led else None

    def _last(self, turn: Turn) -> Progress | None:
        since = turn.now - SHOWN
        told = [
            turn.facts.get(broadcasts.last_told.of((turn.actor.tenant, one, since))) for one in turn.actor.led
        ]
        return max(filter(None, told), key=lambda one: one.broadcast.created_at, default=None)

    def _tell(self, turn: Turn, seen: Progress, more: Sequence[Button] = ()) -> None:
        one = seen.broadcast
        said = team_telling.progress(turn.words, seen, self._readers(turn, one.team_id))
        ways = [self._way(turn, verb, one) for verb in (STOP, SEE)] if team_telling.stoppable(seen) else []
        turn.say(said, [ways, [*more] if ways else [self._way(turn, NEW)]])

    def _nobody(self, turn: Turn, led: Sequence[TeamCard]) -> None:
        """Somebody who leads no team, or one in which nobody would hear it."""
        if led:
            left = [
                each
                for one in led
                for each in self._readers(turn, one.id)
                if each.person_id != turn.actor.key[1]
            ]
            said = turn.text(
                "team-message-nobody",
                missing=team_telling.named(turn.words, "team-message-missing", left) or "none",
            )
            turn.say(said, [[Button(turn.text("team-join-code"), action("join_code", led[0].id))]])
            return
        turn.say(
            turn.text("team-message-not-led"), [[Button(turn.text("menu-broadcast"), action("broadcast"))]]
        )

    def _led(self, turn: Turn) -> list[TeamCard]:
        found = (leading.team(turn, one) for one in turn.actor.led)
        return [one for one in found if one]

    def _readers(self, turn: Turn, team_id: str) -> list[Reader]:
        key = (turn.actor.tenant, team_id, day_on(turn.now)[:7])
        return turn.facts.get(broadcasts.readers.of(key)) or []

    def _reached(self, turn: Turn, team_id: str) -> list[Reader]:
        return addressees(self._readers(turn, team_id), turn.actor.key[1])

    def _waiting(self, turn: Turn, team_id: str) -> list[Broadcast]:
        told = turn.facts.get(broadcasts.to_team.of((turn.actor.tenant, team_id, turn.now - SHOWN))) or []
        return [one for one in told if one.state is BroadcastState.GOING]

    def _of_draft(self, turn: Turn) -> str:
        return str(turn.session.draft.get("team", "")) if turn.session else ""

    def _way(self, turn: Turn, verb: str, one: Broadcast | None = None) -> Button:
        return Button(
            turn.text(f"team-message-{verb}"), action(self.name, f"{verb}:{one.id}" if one else verb)
        )


def _step(arg: str) -> tuple[str, str]:
    """What is done with which message; empty where that is no step."""
    verb, _, key = arg.partition(":")
    return (verb, key) if verb in (SEE, STOP) and key and " " not in key else ("", "")
