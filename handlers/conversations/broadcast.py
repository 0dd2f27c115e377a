"""One text for a part of the tree: written, previewed, sent in slices, paused, looked after."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import broadcasting, four_eyes
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.engine import Choice, Form, FormField, Option, Skippable, Text, When
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access, Actor
from handlers.turn import Turn
from locales.formats import clock, local, near_day, number
from storage import broadcasts
from storage.broadcasts import Part, Progress
from storage.records.broadcast import Audience, Broadcast, BroadcastState
from storage.records.unit import CENTRE

SEE, WHO, PAUSE, RESUME, STOP = "see", "who", "pause", "resume", "stop"
VERBS = (SEE, WHO, PAUSE, RESUME, STOP)
WANTED = {PAUSE: BroadcastState.PAUSED, RESUME: BroadcastState.GOING, STOP: BroadcastState.STOPPED}
OPEN = (BroadcastState.ASKED, BroadcastState.GOING, BroadcastState.PAUSED)
MOST = 12
"""Units offered at once; an old district may have become more."""
SHOWN = timedelta(days=7)
"""How long a broadcast is offered to be looked at: as long as the outbox knows who got it."""


def _wide(draft: Any) -> bool:
    return bool(draft.unit) and draft.unit == draft.whole


def _named(draft: Any) -> bool:
    return _wide(draft) and bool(draft.within)


class BroadcastForm(Form):
    """Whom, and what. ``whole`` is the province, or the centre, of who may write to all of it; ``part`` the
    one unit below that ``within`` names."""

    name: ClassVar[str] = "broadcast"

    unit: Annotated[str | None, Choice(sole=True)] = None
    within: Annotated[str | None, Text(max=120, one_line=True), Skippable(), When(_wide)] = None
    part: Annotated[str | None, Choice(sole=True), When(_named)] = None
    audience: Annotated[str | None, Choice()] = None
    words: Annotated[str | None, Text(max=broadcasting.LONGEST)] = None
    whole: str = ""


class BroadcastText(Conversation):
    """See the module. The argument is empty, or what to do with a broadcast: ``pause:<id>``."""

    name = "broadcast"
    access = Access.TOTALS
    form = BroadcastForm

    def guards(self, arg: str) -> bool:
        """Writing to many; not looking, nor stopping."""
        verb, _, key = arg.partition(":")
        return verb not in (SEE, WHO, PAUSE, STOP) or not key

    def needs(self, opening: Opening) -> Needs:
        """How a broadcast stands; else the last ones, and what the one that is being written would reach."""
        verb, _, key = opening.arg.partition(":")
        if verb in VERBS and key:
            yield broadcasts.progress.of((opening.actor.tenant, key))
            if verb == WHO:
                yield broadcasts.places.of((opening.actor.tenant, key))
            return
        yield broadcasts.recent.of((opening.actor.tenant, opening.now - SHOWN))
        draft = opening.session.draft if opening.session else {}
        if draft.get("audience"):
            yield from four_eyes.needs(opening, str(draft.get("unit") or ""))
            for audience in Audience:
                yield broadcasts.reach.of(_part(opening, {**draft, "audience": audience}))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the text; or one of the things to do with a broadcast."""
        verb, _, key = arg.partition(":")
        if verb in VERBS and key:
            self._step(turn, verb, key)
            return None
        going = [one for one in self._recent(turn) if one.state in OPEN]
        if going:
            self._tell(turn, Progress(going[0], {}), turn.text("broadcast-one-at-a-time"))
            return None
        own = _own(turn.actor)
        return Begin({"whole": turn.actor.tenant if turn.actor.tenant in own else ""})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The units of whoever asks, or who in them."""
        if field == "unit":
            return [Option(code, unit_named(turn, code) or code) for code in _own(turn.actor)]
        draft = turn.session.draft if turn.session else {}
        if field == "part":
            return [Option(code, unit_named(turn, code)) for code in self._below(turn, draft)[:MOST]]
        wide = turn.actor.tenant in _own(turn.actor)
        meant = [one for one in Audience if wide or one is not Audience.COORDINATORS]
        return [Option(one, turn.text(f"broadcast-to-{one}")) for one in meant]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """What there is below to choose from."""
        if field.name != "within":
            return super().question(turn, field, draft)
        whole = str(draft.get("whole") or "")
        level = "central" if whole == CENTRE else "province"
        return turn.text("broadcast-within", unit=unit_named(turn, whole) or whole, level=level)

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A unit below that exists."""
        if field != "within" or not draft["within"] or self._below(turn, draft):
            return None
        return turn.text("broadcast-no-unit", said=str(draft["within"]))

    def summary(self, turn: Turn, lines: str) -> str:
        """What it says, to whom, and what it will take."""
        part = _part(turn, turn.session.draft if turn.session else {})
        found = turn.facts.get(broadcasts.reach.of(part))
        # Somebody who has just changed to whom it goes is told when they confirm.
        preview = broadcasting.preview(turn.words, found or [], turn.now, turn.desk.allowance)
        unit = turn.text("broadcast-all") if part[1] == CENTRE else unit_named(turn, part[1]) or part[1]
        return turn.text(
            "broadcast-summary", lines=lines, unit=unit, preview=preview if found is not None else "none"
        )

    def confirms(self, turn: Turn) -> str:
        """With the number of people, once they are counted."""
        part = _part(turn, turn.session.draft if turn.session else {})
        found = turn.facts.get(broadcasts.reach.of(part))
        people = number(sum(one.people for one in found or []), turn.words.language)
        large = sum(one.people for one in found or []) > broadcasting.LARGE
        return turn.text(
            "broadcast-confirm",
            people=people if found is not None else "none",
            large="yes" if large else "no",
        )

    def finish(self, turn: Turn, draft: BroadcastForm) -> None:
        """It begins with the next slice; for very many people once a second person has agreed."""
        if draft.unit not in _own(turn.actor):
            turn.say(turn.text("broadcast-gone"))
            return
        part = _part(turn, draft.model_dump())
        people = sum(one.people for one in turn.facts.get(broadcasts.reach.of(part)) or [])
        one = Broadcast(
            tenant=part[0],
            id=turn.new_id(),
            unit_code=part[1],
            audience=Audience(part[2]),
            text=draft.words or "",
            people=people,
            from_unit=draft.unit or "",
            created_by=turn.actor.key[1],
            created_at=turn.now,
            next_at=broadcasting.begins_at(people, turn.now),
        )
        if people > broadcasting.LARGE:
            self._ask(turn, one)
            return
        turn.note(broadcasts.begun(one))
        self._tell(turn, Progress(one, {}), turn.text("broadcast-begun", at=clock(one.next_at)))

    def _ask(self, turn: Turn, written: Broadcast) -> None:
        """Keep it, and ask for a second person; where there is none, say how one comes to be."""
        one = written.model_copy(
            update={"state": BroadcastState.ASKED, "next_at": turn.now + four_eyes.WITHIN}
        )
        turn.note(broadcasts.begun(one))
        asked, ends = four_eyes.ask(turn, one), local(one.next_at)
        until = {"at": clock(ends), "day": near_day(ends.date(), turn.words.language)}
        limit = number(broadcasting.LARGE, turn.words.language)
        if asked:
            said = turn.text("four-eyes-asked", count=asked, limit=limit, **until)
        else:
            said = turn.text("four-eyes-nobody", unit=one.from_unit, limit=limit, **until)
        self._tell(turn, Progress(one, {}), said)

    def _step(self, turn: Turn, verb: str, key: str) -> None:
        """Pause, go on, stop: each as the broadcast was read; or who got it."""
        seen = turn.facts.get(broadcasts.progress.of((turn.actor.tenant, key)))
        if seen is None or not _holds(turn.actor, seen.broadcast):
            turn.say(turn.text("broadcast-gone"))
            return
        if verb == WHO:
            found = turn.facts.get(broadcasts.places.of((turn.actor.tenant, key))) or []
            turn.say(
                broadcasting.reached(turn.words, seen, found, lambda code: unit_named(turn, code)),
                [[self._way(turn, SEE, seen.broadcast)]],
            )
            return
        if verb in WANTED and WANTED[verb] in _next(seen):
            seen = self._moved(turn, seen, WANTED[verb])
        self._tell(turn, seen)

    def _moved(self, turn: Turn, seen: Progress, state: BroadcastState) -> Progress:
        after, effects = broadcasting.moved(seen.broadcast, state, turn.now)
        turn.note(*effects)
        return Progress(after, seen.states)

    def _tell(self, turn: Turn, seen: Progress, before: str = "") -> None:
        """How far it has come, and what can be done."""
        one, further = seen.broadcast, _next(seen)
        ways = [verb for verb, state in WANTED.items() if state in further]
        said = broadcasting.progress(turn.words, seen)
        looks = [SEE, *([WHO] if one.filled else [])]
        turn.say(
            "\n".join(filter(None, [before, said])),
            [[self._way(turn, verb, one) for verb in row] for row in (ways, looks)],
        )

    def _way(self, turn: Turn, verb: str, one: Broadcast) -> Button:
        return Button(turn.text(f"broadcast-{verb}"), action(self.name, f"{verb}:{one.id}"))

    def _recent(self, turn: Turn) -> list[Broadcast]:
        found = turn.facts.get(broadcasts.recent.of((turn.actor.tenant, turn.now - SHOWN))) or []
        return [one for one in found if _holds(turn.actor, one)]

    def _below(self, turn: Turn, draft: Mapping[str, Any]) -> list[str]:
        """The units one level below that were meant."""
        units, tenant, said = turn.desk.units, turn.actor.tenant, str(draft.get("within") or "")
        found = units.provinces(said) if tenant == CENTRE else units.communes(said, tenant)
        return [one.unit.code for one in found]


def _own(actor: Actor) -> tuple[str, ...]:
    """The units whose people somebody may write to."""
    return (CENTRE,) if actor.central else actor.coordinated


def _holds(actor: Actor, one: Broadcast) -> bool:
    """Whether a broadcast is of somebody's own unit, or of one below; a team's message is its leader's."""
    return not one.team_id and bool({one.unit_code, one.tenant} & set(_own(actor)))


def _next(seen: Progress) -> tuple[BroadcastState, ...]:
    """Where a broadcast can be moved; one that is all in the outbox can be stopped until the last left."""
    if seen.broadcast.state is BroadcastState.ASKED:
        return (BroadcastState.STOPPED,)
    if seen.broadcast.state is BroadcastState.GOING:
        return BroadcastState.PAUSED, BroadcastState.STOPPED
    if seen.broadcast.state is BroadcastState.PAUSED:
        return BroadcastState.GOING, BroadcastState.STOPPED
    return (BroadcastState.STOPPED,) if seen.broadcast.state is BroadcastState.DONE and seen.waiting() else ()


def _part(asking: Turn | Opening, draft: Mapping[str, Any]) -> Part:
    """Whose it is, and whom it is for: the unit named below, else one's own; and the month it is sent in."""
    own = _own(asking.actor)
    unit = (draft.get("part") if draft.get("within") else "") or draft.get("unit") or (own[0] if own else "")
    audience = str(draft.get("audience") or Audience.LEADERS)
    return asking.actor.tenant, str(unit), audience, day_on(asking.now)[:7]
