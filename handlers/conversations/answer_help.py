"""Take a call for help, answer it in words, end it; the first who answers stops the calling."""

from typing import Annotated, ClassVar

from handlers import calling
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, Text
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound
from handlers.permissions import Access, level_over
from handlers.turn import Turn
from locales import words
from locales.formats import given_name
from storage import help_requests
from storage.help_requests import Asking
from storage.records.care import HelpCard
from storage.records.person import Contact

VERBS = ("take", "text", "done")


class AnswerHelpForm(Form):
    """What to do, or where one is coming from."""

    name: ClassVar[str] = "answer_help"
    summary: ClassVar[bool] = False

    said: Annotated[str | None, Text(max=500, min=2)] = None
    call: str = ""


class AnswerHelp(Conversation):
    """See the module. "mình giúp" without a button takes the only call there is."""

    name = "answer_help"
    access = Access.LEADER
    form = AnswerHelpForm

    def needs(self, opening: Opening) -> Needs:
        """The call with everybody in it; without one, those that call this person."""
        yield help_requests.for_person.of(_asking(opening))
        yield help_requests.contacts_for_person.of(_asking(opening))
        if call_id := _named(opening):
            yield help_requests.card.of((opening.actor.tenant, call_id))
            yield help_requests.contacts.of((opening.actor.tenant, call_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Take it, ask for the words of an answer, or end it."""
        verb, call_id = _read(arg)
        call = self._call(turn, call_id) if call_id else self._only(turn)
        if call is None:
            return None
        if verb == "text":
            return Begin({"call": call.id})
        if verb == "done":
            self._done(turn, call)
        else:
            self._take(turn, call)
        return None

    def finish(self, turn: Turn, draft: AnswerHelpForm) -> None:
        """The words reach whoever asked; who answers first has taken the call with that."""
        call = self._call(turn, draft.call)
        if call is None or not draft.said:
            return
        mine = call if call.taken_by else self._taken(turn, call)
        self._tell_asker(turn, mine, "answer-help-said-for-you", said=draft.said)
        said = turn.text("answer-help-sent", name=given_name(call.asker))
        turn.say(said, [calling.answers(turn.words, mine)])

    def _take(self, turn: Turn, call: HelpCard) -> None:
        """Of two who tap, the first has it, and the second reads whose it is."""
        if call.taken_by and call.taken_by != turn.actor.key[1]:
            turn.say(
                turn.text("answer-help-other", taker=given_name(call.taker), name=given_name(call.asker))
            )
            return
        mine = call
        if not call.taken_by:
            mine = self._taken(turn, call)
            self._tell_asker(turn, mine, "answer-help-taken-for-you")
        said = turn.text(
            "answer-help-taken",
            name=call.asker,
            team=call.team_name,
            note=turn.text("call-help-quoted", note=call.note) if call.note else "",
        )
        said = marked(turn.words, said, exercise=call.exercise)
        turn.say(said, [calling.answers(turn.words, mine)])

    def _taken(self, turn: Turn, call: HelpCard) -> HelpCard:
        """The call is this person's; the others who were called hear that they are not needed."""
        person = turn.actor.person
        name = person.name if person else ""
        mine = call.model_copy(update={"taken_by": turn.actor.key[1], "taken_at": turn.now, "taker": name})
        turn.note(help_requests.moved(call, mine))
        chats = self._chats(turn, call)
        for person_id in call.called:
            contact = chats.get(person_id)
            if contact is not None and person_id not in (mine.taken_by, call.person_id):
                reader = words(contact.language)
                said = reader("answer-help-other", taker=given_name(name), name=given_name(call.asker))
                text = marked(reader, said, exercise=call.exercise)
                turn.tell(contact, Outbound(text, lane=Lane.URGENT))
        return mine

    def _done(self, turn: Turn, call: HelpCard) -> None:
        """Whoever took it says that it is solved; whoever asked hears it, and can call again."""
        turn.note(help_requests.moved(call, call.model_copy(update={"done_at": turn.now})))
        contact = self._chats(turn, call).get(call.person_id)
        if contact is not None:
            reader = words(contact.language)
            said = reader("answer-help-done-for-you", taker=self._name(turn))
            again = Button(reader("menu-call-help"), action("call_help"))
            text = marked(reader, said, exercise=call.exercise)
            turn.tell(contact, Outbound(text, ((again,),), lane=Lane.URGENT))
        turn.say(turn.text("answer-help-over", name=given_name(call.asker)))

    def _tell_asker(self, turn: Turn, call: HelpCard, sentence: str, **given: str) -> None:
        contact = self._chats(turn, call).get(call.person_id)
        if contact is not None:
            taker = self._name(turn)
            turn.tell(contact, calling.to_asker(contact, call, sentence, again=True, taker=taker, **given))

    def _chats(self, turn: Turn, call: HelpCard) -> dict[str, Contact]:
        """How everybody in the call is reached, whether it was named or is one that calls this person."""
        calling_me = turn.facts.get(help_requests.contacts_for_person.of(_asking(_opening(turn)))) or {}
        if call.id in calling_me:
            return calling.chats(calling_me[call.id])
        return calling.chats(turn.facts.get(help_requests.contacts.of((call.tenant, call.id))) or ())

    def _name(self, turn: Turn) -> str:
        return given_name(turn.actor.person.name) if turn.actor.person else ""

    def _call(self, turn: Turn, call_id: str) -> HelpCard | None:
        """The call, if it goes on and whoever asks answers for its team; else None after saying so."""
        call = turn.facts.get(help_requests.card.of((turn.actor.tenant, call_id)))
        if call is None or level_over(turn.actor, call, (call.team_id,)) is None:
            turn.say(turn.text("answer-help-none"))
            return None
        if calling.over(call, turn.now):
            turn.say(turn.text("answer-help-over-already", name=given_name(call.asker)))
            return None
        return call

    def _only(self, turn: Turn) -> HelpCard | None:
        """The only call there is for this person; of several, they are shown."""
        found = turn.facts.get(help_requests.for_person.of(_asking(_opening(turn)))) or []
        mine = [one for one in found if level_over(turn.actor, one, (one.team_id,)) is not None]
        if len(mine) == 1:
            return mine[0]
        rows = [[Button(one.asker, action(self.name, f"take:{one.id}"))] for one in mine]
        turn.say(turn.text("answer-help-which" if rows else "answer-help-none"), rows)
        return None


def _opening(turn: Turn) -> Opening:
    return Opening(turn.actor, turn.inbound, "", turn.now)


def _asking(opening: Opening) -> Asking:
    return (*opening.actor.key, opening.now - calling.LASTS)


def _read(arg: str) -> tuple[str, str]:
    verb, _, call_id = arg.partition(":")
    return (verb, call_id) if verb in VERBS else ("", "")


def _named(opening: Opening) -> str:
    if opening.session and opening.session.form == AnswerHelp.name and not opening.arg:
        return str(opening.session.draft.get("call", ""))
    return _read(opening.arg)[1]
