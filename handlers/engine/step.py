"""One turn in a form: an answer in, the next question or the end out. Pure: no clock, ids, SQL or words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic_core import to_jsonable_python

from handlers.engine.answer import Answer, Command, OptionsFor, Words, Wrong
from handlers.engine.buttons import checked_token
from handlers.engine.counting import picked_whole, switched, tallied
from handlers.engine.fields import Choice, Many, Tally
from handlers.engine.form import Form, FormField, field_of, fields_of
from handlers.engine.kind import Counted, Picked, Told
from handlers.engine.offers import asked, picked_by
from handlers.engine.outcome import Ask, Cancelled, Finished, Outcome, Stale
from handlers.engine.path import answered, applying, back, draft_of, onward, opened, without
from handlers.engine.session import Session
from handlers.engine.together import WordsFor, together

_NOTHING: Mapping[str, Any] = {}
_NO_WORDS: Words = {}
_COMMANDS = frozenset(Command)


def begin(
    form_type: type[Form],
    token: str,
    options: OptionsFor,
    given: Mapping[str, Any] = _NOTHING,
    *,
    at: str = "",
) -> Ask | Finished:
    """Start ``form_type``; what is ``given`` and fits is not asked (None: skipped, where that is allowed).
    A field that applies only sometimes is kept only when its condition is given with it.

    ``at`` names a given field that is shown all the same, to be changed or left. ``token`` is a short random
    key that ties buttons to this session. Raises ValueError for a token that
    no button can carry and for a given name the form does not have.
    """
    unknown = given.keys() - form_type.model_fields.keys()
    if unknown:
        raise ValueError(f"form {form_type.name!r} has no field {', '.join(sorted(unknown))}")
    held = {name: to_jsonable_python(value) for name, value in given.items()}
    draft = {name: value for name, value in held.items() if _fits(form_type, name, value, options)}
    done = tuple(field.name for field in fields_of(form_type) if field.name in draft)
    session = Session(
        checked_token(token), form_type.name, form_type.version, "", draft, done=done, given=done
    )
    if at in draft:
        counts = draft[at] if isinstance(draft[at], dict) else {}
        most = max(counts, key=lambda item: int(counts[item]), default="")
        return _arrived(form_type, replace(opened(session, at, editing=True), cursor=most), options)
    return _arrived(form_type, onward(form_type, session), options)


def step(
    form_type: type[Form],
    session: Session,
    answer: Answer,
    options: OptionsFor,
    words: Words = _NO_WORDS,
    words_for: WordsFor = lambda _: _NO_WORDS,
) -> Outcome:
    """Take ``answer`` to the question ``session`` stands at.

    ``words`` are the ways to type each fixed word, so that they are read as well as tapped; ``words_for``
    gives those of another field, for an answer to several questions at once. An answer to a
    session of another version is not read: the question is asked again as ``resume`` does. Raises
    ValueError only for a session of another form.
    """
    if _outdated(form_type, session):
        return (
            _cancelled(session) if answer.command is Command.CANCEL else resume(form_type, session, options)
        )
    if several := together(form_type, session, answer, options, words_for):
        come = _arrived(form_type, onward(form_type, several[0]), options)
        return replace(come, wrong=several[1]) if isinstance(come, Ask) else come
    ask = asked(form_type, session, options)
    picked = picked_by(ask, answer, words)
    if picked is None:
        return Stale(ask)
    if picked == Command.CANCEL:
        return _cancelled(session)
    if picked == Command.CONFIRM and ask.field is None and not session.editing:
        return Finished(session, draft_of(form_type, session))
    taken = (
        _taken(form_type, ask, ask.field, answer, picked, words)
        if ask.field
        else _chosen(form_type, ask, picked)
    )
    if isinstance(taken, Wrong):
        return replace(ask, wrong=taken)
    return _arrived(form_type, taken, options)


def resume(form_type: type[Form], session: Session, options: OptionsFor) -> Ask:
    """The current question again. Of a session of another version the answers that still fit are kept and
    the others named in ``Ask.lost``. Raises ValueError for a session of another form."""
    if not _outdated(form_type, session):
        return asked(form_type, session, options)
    lost = {name for name, value in session.draft.items() if not _fits(form_type, name, value, options)}
    kept = replace(without(session, lost), version=form_type.version)
    renewed = onward(form_type, kept)
    if not renewed.field and not form_type.summary:
        renewed = back(form_type, renewed)
    return asked(form_type, renewed, options, lost=tuple(sorted(lost)))


def recheck(form_type: type[Form], session: Session, options: OptionsFor) -> Ask | Finished | None:
    """Where ``session`` stands once choices that are no longer offered are dropped, because they hung on an
    answer that has changed; None when every choice still stands. Where nothing at all is offered any more
    there is nothing to ask, and the choice stays."""
    gone = {
        field.name
        for field in applying(form_type, session)
        if isinstance(field.kind, Choice)
        and session.draft.get(field.name) is not None
        and (offered := {option.value for option in options(field.name)})
        and session.draft[field.name] not in offered
    }
    return _arrived(form_type, onward(form_type, without(session, gone)), options) if gone else None


def alone(form_type: type[Form], session: Session, options: OptionsFor) -> Ask | Finished | None:
    """Where ``session`` stands once the open choice has taken the only option there is; None when it stays
    open. "Back" does not lead to what was not asked."""
    field = field_of(form_type, session.field) if session.field and not session.editing else None
    if field is None or not (isinstance(field.kind, Choice) and field.kind.sole):
        return None
    offered = options(field.name)
    if len(offered) != 1:
        return None
    taken = replace(answered(session, field.name, offered[0].value), given=(*session.given, field.name))
    return _arrived(form_type, onward(form_type, taken), options)


def _outdated(form_type: type[Form], session: Session) -> bool:
    """Whether ``session`` is of another version of the form."""
    if session.form != form_type.name:
        raise ValueError(
            f"a session of form {session.form!r} met form {form_type.name!r}; look the form up by name"
        )
    lacks = bool(session.field) and field_of(form_type, session.field) is None
    return lacks or session.version != form_type.version


def _fits(form_type: type[Form], name: str, value: Any, options: OptionsFor) -> bool:
    """Whether a JSON-able ``value`` from elsewhere may stand in the field ``name``."""
    field = field_of(form_type, name)
    if field is None:
        return name in form_type.model_fields
    if value is None or value == field.kind.nothing:
        return field.skippable
    if not field.kind.fits(value):
        return False
    if not field.kind.optioned or isinstance(field.kind, Told):
        return True
    return ({value} if isinstance(value, str) else set(value)) <= {option.value for option in options(name)}


def _arrived(form_type: type[Form], session: Session, options: OptionsFor) -> Ask | Finished:
    """The question ``session`` has come to, or the end of a form without a summary."""
    if session.field or form_type.summary:
        return asked(form_type, session, options)
    return Finished(session, draft_of(form_type, session))


def _cancelled(session: Session) -> Cancelled:
    """The end of a form given up: its answers go at once."""
    return Cancelled(replace(session, draft={}, done=(), cursor=""))


def _chosen(form_type: type[Form], ask: Ask, picked: str) -> Session | Wrong:
    """Where a choice on the summary, or on its list of what to edit, leads."""
    session = ask.session
    if picked == Command.BACK:
        return back(form_type, session)
    if not session.editing:
        return opened(session, "", editing=True) if picked == Command.EDIT else Wrong("summary")
    offered = any(offer.value == picked for offer in ask.offers)
    return opened(session, picked.removeprefix("field-"), editing=True) if offered else Wrong("edit")


def _taken(
    form_type: type[Form], ask: Ask, field: FormField, answer: Answer, picked: str, words: Words
) -> Session | Wrong:
    """The session after an answer to the open ``field``, or why it was not taken."""
    kind = field.kind
    if picked in _COMMANDS:
        return _commanded(form_type, ask.session, field, picked)
    if isinstance(kind, Tally):
        return tallied(kind, ask, answer, picked)
    if isinstance(kind, Many):
        if kind.whole and not picked and (found := picked_whole(ask, answer, words)):
            return onward(form_type, answered(ask.session, field.name, found))
        return switched(kind, ask, answer, picked, words)
    if isinstance(kind, Picked):
        value = kind.pick(picked)
    else:
        said = replace(answer, text=picked) if picked and kind.optioned else answer
        value = kind.read(said) if isinstance(kind, Told) else kind.wrong()
    return value if isinstance(value, Wrong) else onward(form_type, answered(ask.session, field.name, value))


def _commanded(form_type: type[Form], session: Session, field: FormField, command: str) -> Session | Wrong:
    """Where a command leads from the open ``field``, or why it leads nowhere."""
    if command == Command.BACK:
        return back(form_type, session)
    if command == Command.SKIP:
        return _skipped(form_type, session, field)
    if command == Command.DONE:
        return _closed(form_type, session, field)
    return field.kind.wrong()


def _skipped(form_type: type[Form], session: Session, field: FormField) -> Session | Wrong:
    """On without an answer, where that is allowed."""
    if not field.skippable:
        return Wrong("required")
    return onward(form_type, answered(session, field.name, field.kind.nothing))


def _closed(form_type: type[Form], session: Session, field: FormField) -> Session | Wrong:
    """A tally or many-choice said to be done; an empty one counts as skipped."""
    if not isinstance(field.kind, Counted):
        return field.kind.wrong()
    held = session.draft.get(field.name)
    if not held and not field.skippable:
        return field.kind.wrong()
    return onward(form_type, answered(session, field.name, held or field.kind.nothing))
