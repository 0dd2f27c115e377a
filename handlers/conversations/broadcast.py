"""One text for a part of the tree: written, previewed, sent in slices, paused, looked after."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import broadcasting
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.engine import Choice, Form, Option, Text
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock, number
from storage import broadcasts
from storage.broadcasts import Part, Progress
from storage.records.broadcast import Audience, Broadcast, BroadcastState

SEE, PAUSE, RESUME, STOP = "see", "pause", "resume", "stop"
SHOWN = timedelta(days=7)
"""How long a broadcast is offered to be looked at: as long as the outbox knows who got it."""


class BroadcastForm(Form):
    """Whom, and what."""

    name: ClassVar[str] = "broadcast"

    unit: Annotated[str | None, Choice(sole=True)] = None
    audience: Annotated[str | None, Choice()] = None
    words: Annotated[str | None, Text(max=broadcasting.LONGEST)] = None


class BroadcastText(Conversation):
    """See the module. The argument is empty, or what to do with a broadcast: ``pause:<id>``."""

    name = "broadcast"
    access = Access.COORDINATOR
    form = BroadcastForm

    def needs(self, opening: Opening) -> Needs:
        """What a broadcast of these units would reach, or how one stands; the last ones."""
        verb, _, key = opening.arg.partition(":")
        if verb in (SEE, PAUSE, RESUME, STOP) and key:
            yield broadcasts.progress.of((opening.actor.tenant, key))
            return
        yield broadcasts.recent.of((opening.actor.tenant, opening.now - SHOWN))
        for part in _parts(opening):
            yield broadcasts.reach.of(part)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the text; or one of the things to do with a broadcast."""
        verb, _, key = arg.partition(":")
        if verb in (SEE, PAUSE, RESUME, STOP) and key:
            self._step(turn, verb, key)
            return None
        going = [
            one for one in self._recent(turn) if one.state in (BroadcastState.GOING, BroadcastState.PAUSED)
        ]
        if going:
            self._tell(turn, Progress(going[0], {}), turn.text("broadcast-one-at-a-time"))
            return None
        return Begin()

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The units of whoever asks, or who in them."""
        if field == "unit":
            return [Option(code, unit_named(turn, code) or code) for code in turn.actor.coordinated]
        return [Option(one, turn.text(f"broadcast-to-{one}")) for one in Audience]

    def summary(self, turn: Turn, lines: str) -> str:
        """What it says, and what it will take."""
        draft = turn.session.draft if turn.session else {}
        found = turn.facts.get(broadcasts.reach.of(_part(turn, draft))) or []
        preview = broadcasting.preview(turn.words, found, turn.now, turn.desk.allowance)
        return turn.text("broadcast-summary", lines=lines, preview=preview)

    def finish(self, turn: Turn, draft: BroadcastForm) -> None:
        """It begins with the next slice."""
        part = _part(turn, draft.model_dump())
        if part[1] not in turn.actor.coordinated:
            turn.say(turn.text("broadcast-gone"))
            return
        people = sum(one.people for one in turn.facts.get(broadcasts.reach.of(part)) or [])
        one = Broadcast(
            tenant=part[0],
            id=turn.new_id(),
            unit_code=part[1],
            audience=Audience(part[2]),
            text=draft.words or "",
            people=people,
            created_at=turn.now,
            next_at=broadcasting.begins_at(people, turn.now),
        )
        turn.note(broadcasts.begun(one))
        self._tell(turn, Progress(one, {}), turn.text("broadcast-begun", at=clock(one.next_at)))

    def _step(self, turn: Turn, verb: str, key: str) -> None:
        """Pause, go on, stop: each as the broadcast was read."""
        seen = turn.facts.get(broadcasts.progress.of((turn.actor.tenant, key)))
        if seen is None or not {seen.broadcast.unit_code, seen.broadcast.tenant} & set(
            turn.actor.coordinated
        ):
            turn.say(turn.text("broadcast-gone"))
            return
        one = seen.broadcast
        wanted = {PAUSE: BroadcastState.PAUSED, RESUME: BroadcastState.GOING, STOP: BroadcastState.STOPPED}
        open_now = one.state in (BroadcastState.GOING, BroadcastState.PAUSED)
        if verb in wanted and open_now and one.state is not wanted[verb]:
            stopped = verb == STOP
            after = one.model_copy(
                update={
                    "state": wanted[verb],
                    "next_at": turn.now,
                    "after_id": "" if stopped else one.after_id,
                    "ended_at": turn.now if stopped else None,
                }
            )
            turn.note(broadcasts.moved(one, after))
            if stopped:
                turn.note(broadcasts.withdrawn(one, turn.now))
            seen = Progress(after, seen.states)
        self._tell(turn, seen)

    def _tell(self, turn: Turn, seen: Progress, before: str = "") -> None:
        """How far it has come, and what can be done."""
        one, language = seen.broadcast, turn.words.language
        said = turn.text(
            "broadcast-progress",
            state=one.state,
            people=number(one.people, language),
            filled=number(one.filled, language),
            sent=number(seen.states.get("sent", 0), language),
            failed=seen.states.get("failed", 0) + seen.states.get("expired", 0),
        )
        verbs = {
            BroadcastState.GOING: (PAUSE, STOP),
            BroadcastState.PAUSED: (RESUME, STOP),
        }.get(one.state, ())
        ways = [
            Button(turn.text(f"broadcast-{verb}"), action(self.name, f"{verb}:{one.id}")) for verb in verbs
        ]
        look = Button(turn.text("broadcast-see"), action(self.name, f"{SEE}:{one.id}"))
        turn.say("\n".join(filter(None, [before, said])), [ways, [look]])

    def _recent(self, turn: Turn) -> list[Broadcast]:
        since = turn.now - SHOWN
        found = turn.facts.get(broadcasts.recent.of((turn.actor.tenant, since))) or []
        return [one for one in found if one.unit_code in turn.actor.coordinated]


def _parts(opening: Opening) -> list[Part]:
    """What may be previewed in this turn: one unit of the form under way, both audiences."""
    units = opening.actor.coordinated if opening.session else ()
    month = day_on(opening.now)[:7]
    return [(opening.actor.tenant, unit, audience, month) for unit in units for audience in Audience]


def _part(turn: Turn, draft: Mapping[str, Any]) -> Part:
    unit = draft.get("unit") or (turn.actor.coordinated[0] if turn.actor.coordinated else "")
    audience = str(draft.get("audience") or Audience.LEADERS)
    return turn.actor.tenant, str(unit), audience, day_on(turn.now)[:7]
