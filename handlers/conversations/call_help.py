"""Call for help at once, with a citizen in front: the leader, then whoever is next, until one answers."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, ClassVar

from handlers import calling, controller
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, Text
from handlers.exercise import marked
from handlers.holding import Holder
from handlers.messages import Button, Lane, Outbound
from handlers.turn import Turn
from locales import words
from locales.formats import given_name
from storage import attendances, help_requests, holders, shifts, teams
from storage.help_requests import Asking
from storage.records.care import HelpCard, HelpRequest
from storage.records.case import Level
from storage.records.team import TeamCard
from storage.shifts import ShiftWindow

VERBS = ("more", "done", "again")
MOST = 300
"""Characters of what a call is about."""


class CallHelpForm(Form):
    """What it is about, for whoever helps."""

    name: ClassVar[str] = "call_help"
    summary: ClassVar[bool] = False

    note: Annotated[str | None, Text(max=MOST, min=2)] = None
    call: str = ""


class CallHelp(Conversation):
    """See the module. One tap calls; words may come with it, or after it."""

    name = "call_help"
    command = "hotro"
    form = CallHelpForm

    def needs(self, opening: Opening) -> Needs:
        """The call under way with everybody in it; the teams, who answers for them, where the person is."""
        yield help_requests.of_person.of(_asking(opening))
        yield from controller.needs(opening)
        yield attendances.still_open.of(opening.actor.key)
        for one in opening.actor.in_teams:
            key = (one.tenant, one.team_id)
            yield teams.card.of(key)
            yield holders.of_team.of(key)
            yield shifts.of_team.of(_now(opening, one.team_id))
        yield help_requests.contacts_of_person.of(_asking(opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Call, or show the call under way; end it, add to it, call somebody else."""
        verb, parted, named = arg.partition(":")
        if parted and verb in VERBS:
            return self._go_on(turn, verb, named)
        chosen = named if parted and verb == "team" else ""
        note = "" if chosen else arg.strip()[:MOST]
        under_way, team = self._under_way(turn), self._team(turn, chosen)
        if under_way is not None and note:
            self._add(turn, under_way, note)
        elif under_way is not None:
            self._show(turn, under_way)
        elif team is None:
            self._choose(turn)
        else:
            self._call(turn, team, note)
        return None

    def finish(self, turn: Turn, draft: CallHelpForm) -> None:
        """The words go to whoever helps, or to everybody called."""
        call = self._own(turn, draft.call)
        if call is not None and draft.note:
            self._add(turn, call, draft.note)

    def _add(self, turn: Turn, call: HelpCard, note: str) -> None:
        every = f"{call.note}; {note}" if call.note else note
        turn.note(help_requests.moved(call, call.model_copy(update={"note": every[:MOST]})))
        self._tell(turn, call, "call-help-more-for-you", note=note)
        turn.say(turn.text("call-help-told"), [self._ways(turn, call)])

    def _call(self, turn: Turn, team: TeamCard, note: str) -> None:
        """The first that somebody holds is called at once; who comes after is said."""
        above = self._above(turn, team)
        first = calling.next_group(above, ())
        if not first:
            turn.say(turn.text("call-help-nobody", contact=controller.named(turn)["contact"]))
            return
        called = tuple(one.person_id for one in first)
        call = HelpRequest(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            person_id=turn.actor.key[1],
            note=note,
            called=called,
            asked_at=turn.now,
            called_at=turn.now,
        )
        person = turn.actor.person
        card = HelpCard(
            **call.model_dump(),
            team_name=team.name,
            unit_code=team.unit_code,
            exercise=team.exercise,
            asker=person.name if person else "",
            taker="",
        )
        turn.note(help_requests.added(call))
        self._ring(turn, team, card, first)
        after = calling.next_group(above, called)
        said = turn.text(
            "call-help-called",
            who=self._named(turn, team, first),
            skipped="no" if first[0].level is Level.TEAM else "yes",
            after=self._named(turn, team, after) or "none",
        )
        turn.say(marked(turn.words, said, exercise=team.exercise), [self._ways(turn, card)])

    def _go_on(self, turn: Turn, verb: str, call_id: str) -> Begin | None:
        call = self._own(turn, call_id)
        if call is None:
            return None
        if verb == "more":
            return Begin({"call": call.id})
        if verb == "done":
            self._done(turn, call)
        else:
            self._again(turn, call)
        return None

    def _done(self, turn: Turn, call: HelpCard) -> None:
        """It is over; whoever took it, or was called, hears that."""
        turn.note(help_requests.moved(call, call.model_copy(update={"done_at": turn.now})))
        self._tell(turn, call, "call-help-done-for-you")
        turn.say(turn.text("call-help-over"), [[Button(turn.text("menu-report"), action("report"))]])

    def _again(self, turn: Turn, call: HelpCard) -> None:
        """Whoever took it could not help: the next are called, or where there is no next everybody else."""
        team = turn.facts.get(teams.card.of((call.tenant, call.team_id)))
        above = self._above(turn, team) if team else []
        others = [one for one in above if one.person_id != call.taken_by]
        called = calling.next_group(above, call.called) or [
            one for group in calling.groups(others) for one in group
        ]
        if team is None or not called:
            turn.say(turn.text("call-help-nobody-else"), [self._ways(turn, call)])
            return
        known = tuple(dict.fromkeys([*call.called, *(one.person_id for one in called)]))
        after = call.model_copy(
            update={"taken_by": "", "taken_at": None, "called": known, "called_at": turn.now, "taker": ""}
        )
        turn.note(help_requests.moved(call, after))
        self._ring(turn, team, after, called)
        said = turn.text("call-help-called-again", who=self._named(turn, team, called))
        turn.say(said, [self._ways(turn, after)])

    def _ring(self, turn: Turn, team: TeamCard, call: HelpCard, those: Iterable[Holder]) -> None:
        place = self._place(turn, team)
        for one in those:
            turn.tell(one.contact, calling.message(words(one.contact.language), call, place))

    def _show(self, turn: Turn, call: HelpCard) -> None:
        """A second tap calls nobody twice: it says where the call stands."""
        key = "call-help-taken" if call.taken_by else "call-help-waiting"
        minutes = int((turn.now - call.asked_at).total_seconds() // 60)
        said = turn.text(key, name=given_name(call.taker) if call.taker else "", minutes=minutes)
        turn.say(marked(turn.words, said, exercise=call.exercise), [self._ways(turn, call)])

    def _ways(self, turn: Turn, call: HelpCard) -> list[Button]:
        ways = [
            Button(turn.text("call-help-more"), action(self.name, f"more:{call.id}")),
            Button(turn.text("call-help-done"), action(self.name, f"done:{call.id}")),
        ]
        if call.taken_by:
            ways.append(Button(turn.text("call-help-again"), action(self.name, f"again:{call.id}")))
        return ways

    def _tell(self, turn: Turn, call: HelpCard, sentence: str, **given: str) -> None:
        """Whoever took it; until somebody did, everybody called."""
        asking = _asking(_opening(turn))
        found = calling.chats(turn.facts.get(help_requests.contacts_of_person.of(asking)) or ())
        for person_id in (call.taken_by,) if call.taken_by else call.called:
            contact = found.get(person_id)
            if contact is not None:
                reader = words(contact.language)
                said = reader(sentence, name=given_name(call.asker), **given)
                text = marked(reader, said, exercise=call.exercise)
                rows = (calling.answers(reader, call),) if given else ()
                turn.tell(contact, Outbound(text, rows, lane=Lane.URGENT))

    def _own(self, turn: Turn, call_id: str) -> HelpCard | None:
        """The call with this id, if whoever asks made it and it is not over; else None after saying so."""
        call = self._under_way(turn)
        if call is None or call.id != call_id:
            turn.say(turn.text("call-help-gone"), [[Button(turn.text("menu-call-help"), action(self.name))]])
            return None
        return call

    def _under_way(self, turn: Turn) -> HelpCard | None:
        call = turn.facts.get(help_requests.of_person.of(_asking(_opening(turn))))
        return None if call is None or calling.over(call, turn.now) else call

    def _team(self, turn: Turn, named: str) -> TeamCard | None:
        """The team named, the one on duty for, or the only one; None where it must be chosen."""
        found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
        cards = {card.id: card for card in found if card}
        on_duty = turn.facts.get(attendances.still_open.of(turn.actor.key))
        if named or on_duty is not None:
            return cards.get(named or (on_duty.team_id if on_duty else ""))
        return next(iter(cards.values())) if len(cards) == 1 else None

    def _choose(self, turn: Turn) -> None:
        found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
        rows = [[Button(card.name, action(self.name, f"team:{card.id}"))] for card in found if card]
        turn.say(turn.text("call-help-team" if rows else "team-gone"), rows)

    def _above(self, turn: Turn, team: TeamCard) -> list[Holder]:
        found = turn.facts.get(holders.of_team.of((team.tenant, team.id))) or []
        return calling.above(found, turn.actor.key[1], newcomer=self._new(turn, team))

    def _named(self, turn: Turn, team: TeamCard, those: list[Holder]) -> str:
        return calling.named(turn.words, those, names=not self._new(turn, team))

    def _new(self, turn: Turn, team: TeamCard) -> bool:
        return any(one.pending for one in turn.actor.in_teams if one.team_id == team.id)

    def _place(self, turn: Turn, team: TeamCard) -> str:
        """Where the person is on duty, as the plan has it."""
        on_duty = turn.facts.get(attendances.still_open.of(turn.actor.key))
        planned = turn.facts.get(shifts.of_team.of(_now(_opening(turn), team.id))) or []
        here = (one.place_name for one in planned if on_duty and one.id == on_duty.shift_id)
        return next(here, "")


def _opening(turn: Turn) -> Opening:
    return Opening(turn.actor, turn.inbound, "", turn.now)


def _asking(opening: Opening) -> Asking:
    return (*opening.actor.key, opening.now - calling.SHIFT)


def _now(opening: Opening, team_id: str) -> ShiftWindow:
    return opening.actor.tenant, team_id, opening.now, opening.now + timedelta(hours=2)
