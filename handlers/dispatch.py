"""Think one turn: from the way of a message to what is said and written because of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers import aside, digest, held, locking, riding, unsaying
from handlers.asking import own_word, show, tallies
from handlers.conversation import Begin, Conversation
from handlers.engine import (
    Answer,
    Ask,
    Cancelled,
    Finished,
    Option,
    Outcome,
    Session,
    Stale,
    alone,
    begin,
    recheck,
    resume,
    step,
)
from handlers.engine import Words as Spoken
from handlers.messages import Kind
from handlers.route import How, Route
from handlers.turn import Turn
from handlers.vocabulary import Vocabulary
from storage import people

OWN_WORDS = ("yes", "no", "skip", "done")
"""Fixed choices that a field may put into words of its own."""
HIDDEN = "•" * 4
"""What the privacy filter leaves of a number or a secret."""


def handle(turn: Turn, route: Route, vocabulary: Vocabulary) -> None:
    """Think ``route``: afterwards the turn holds every effect and reply of it."""
    written_off = turn.actor.contact is not None and turn.actor.contact.unreachable
    if route.how is How.MARK or written_off:  # whoever writes can be reached again
        _mark(turn)
    told = bool(turn.inbound.sealed_begun) and unsaying.unsay(turn)
    _go(turn, route, vocabulary)
    held.carry(turn)
    if not told and (turn.inbound.sealed_begun or HIDDEN in turn.inbound.text):
        turn.remark(turn.text("hidden"))


def _go(turn: Turn, route: Route, vocabulary: Vocabulary) -> None:
    if route.how is How.REPLY:
        _reply(turn, route)
    elif route.how is How.OPEN and route.conversation is not None:
        _open(turn, route.conversation, route.opening.arg)
    elif route.how is How.FORM and route.conversation is not None:
        _answer(turn, route, route.conversation, vocabulary)


def _whole_day(turn: Turn, conversation: Conversation, arg: str) -> str:
    """The team whose whole day was just shown, if it was."""
    if conversation.name != "digest":
        return ""
    section, team_id, day = digest.read_asked(arg, turn.today_on)
    only = turn.actor.led[0] if len(turn.actor.led) == 1 else ""
    return (team_id or only) if not section and day == turn.today_on else ""


def _mark(turn: Turn) -> None:
    inbound = turn.inbound
    gone = inbound.kind is Kind.BLOCKED
    turn.note(people.contact_marked(inbound.channel, inbound.account, inbound.chat, unreachable=gone))


def _reply(turn: Turn, route: Route) -> None:
    said = turn.text(route.reply)
    conversation = route.conversation
    if conversation is None or conversation.form is None or turn.session is None:
        turn.notice(said)
        if not turn.inbound.callback:
            turn.say(said)
        return
    ask = resume(conversation.form, turn.session, lambda field: conversation.options(turn, field))
    show(turn, conversation, ask, before=said)


def _open(turn: Turn, conversation: Conversation, arg: str) -> None:
    if locking.held_back(turn, conversation, arg):
        return
    left = turn.left = turn.session
    turn.session = None
    started = conversation.open(turn, arg)
    if isinstance(started, Begin) and conversation.form is not None:
        token, form = turn.new_id().replace("-", "")[-8:], conversation.form
        turn.session = Session(token, form.name, form.version, "", started.given)  # options may look at it
        first = begin(
            form, token, lambda field: conversation.options(turn, field), started.given, at=started.at
        )
        first = _without_choice(turn, conversation, first)
        if isinstance(first, Finished):
            turn.session = None
            conversation.finish(turn, first.draft)
        else:
            _ask(turn, conversation, first, before=started.before)
    elif conversation.keeps_form:
        turn.session = left
    riding.ride(turn, shown=_whole_day(turn, conversation, arg))


def _answer(turn: Turn, route: Route, conversation: Conversation, vocabulary: Vocabulary) -> None:
    if conversation.form is None or turn.session is None or route.answer is None:
        return

    def options(field: str) -> Sequence[Option]:
        return conversation.options(turn, field)

    def spoken(field: str) -> Spoken:
        return _spoken(turn, conversation, field, vocabulary)

    form, at, session = conversation.form, turn.session.field, turn.session
    answer = replace(route.answer, listed=turn.plenty or not tallies(form, at))
    outcome = step(form, session, answer, options, spoken(at), spoken)
    if _unclear(outcome) and _guided(outcome) and (plain := vocabulary.plain(answer.text)):
        heard = step(form, session, replace(answer, text=plain), options, spoken(at), spoken)
        outcome = outcome if _unclear(heard) else heard
    refused = _refused(turn, conversation, turn.session, outcome)
    if route.instead is not None and (refused is not None or _unclear(outcome)):
        _go(turn, route.instead, vocabulary)
        return
    first = refused or _aside(turn, answer, outcome)
    if first is not None:
        show(turn, conversation, resume(conversation.form, turn.session, options), before=first)
        return
    _carry_on(turn, conversation, outcome, options)


def _carry_on(
    turn: Turn, conversation: Conversation, outcome: Outcome, options: Callable[[str], Sequence[Option]]
) -> None:
    """Go where an answer led: to the next question, to the end, or nowhere."""
    assert conversation.form is not None  # noqa: S101  # a question has a form
    if isinstance(outcome, Ask | Finished):
        turn.session = outcome.session
        outcome = recheck(conversation.form, outcome.session, options) or outcome
        outcome = _without_choice(turn, conversation, outcome)
    if isinstance(outcome, Ask):
        _ask(turn, conversation, outcome)
    elif isinstance(outcome, Stale):
        turn.notice(turn.text("step-over"))
        show(turn, conversation, outcome.ask, before="" if turn.inbound.callback else turn.text("step-over"))
    elif isinstance(outcome, Cancelled):
        kept = turn.session is not None and turn.session.draft.get("replaces")
        turn.session = None
        turn.say(turn.text("cancelled-kept" if kept else "cancelled"), conversation.way_back(turn))
    else:
        turn.session = None
        conversation.finish(turn, outcome.draft)


def _without_choice(turn: Turn, conversation: Conversation, arrived: Ask | Finished) -> Ask | Finished:
    """Where the form stands once every choice that is none has been taken."""
    assert conversation.form is not None  # noqa: S101  # a question has a form
    further: Ask | Finished | None = arrived
    while further is not None:
        arrived, turn.session = further, further.session
        further = alone(conversation.form, arrived.session, lambda field: conversation.options(turn, field))
    return arrived


def _ask(turn: Turn, conversation: Conversation, ask: Ask, *, before: str = "") -> None:
    """Show ``ask``, its options drawn anew: they may hang on the answer that led to it."""
    assert conversation.form is not None  # noqa: S101  # a question has a form
    turn.session = ask.session
    if ask.field is not None and ask.field.kind.optioned:
        drawn = resume(conversation.form, ask.session, lambda field: conversation.options(turn, field))
        ask = replace(drawn, wrong=ask.wrong, lost=ask.lost)
    show(turn, conversation, ask, before=before)


def _spoken(turn: Turn, conversation: Conversation, field: str, vocabulary: Vocabulary) -> Spoken:
    """The ways to type the fixed choices, the field's own words for them first."""
    question = (turn.words.language, turn.plenty, conversation.name, field)
    if question not in vocabulary.spoken:
        fixed = vocabulary.fixed[turn.words.language]
        own = {word: own_word(conversation, field, word) for word in OWN_WORDS} if field else {}
        ways = {word: (*_own_ways(turn, key), *fixed[word]) for word, key in own.items()}
        vocabulary.spoken[question] = {**fixed, **ways}
    return vocabulary.spoken[question]


def _own_ways(turn: Turn, key: str) -> tuple[str, ...]:
    """A field's own words for a fixed choice, and other ways to say them."""
    said = turn.words.listed(f"{key}-say") if turn.words.has(f"{key}-say") else ()
    return (*((turn.text(key),) if turn.words.has(key) else ()), *said)


def _aside(turn: Turn, answer: Answer, outcome: Outcome) -> str | None:
    """What is answered in between to a line that was not understood as an answer to the question."""
    return aside.answered(turn, answer.text) if answer.text and _unclear(outcome) else None


def _guided(outcome: Outcome) -> bool:
    """Whether the question is answered by what it offers: there, courtesy is no part of the answer."""
    return isinstance(outcome, Ask) and (outcome.field is None or outcome.field.kind.guided)


def _unclear(outcome: Outcome) -> bool:
    """Whether an answer was none to the question."""
    return isinstance(outcome, Ask) and outcome.wrong is not None


def _refused(turn: Turn, conversation: Conversation, before: Session, outcome: Outcome) -> str | None:
    """What the records say against the answer that was just taken, in words."""
    if not isinstance(outcome, Ask | Finished) or not before.field:
        return None
    if isinstance(outcome, Ask) and (outcome.wrong or outcome.session.field == before.field):
        return None
    if before.field not in outcome.session.done:
        return None
    return conversation.check(turn, before.field, dict(outcome.session.draft))
