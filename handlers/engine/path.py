"""The way through a form: which fields apply, which comes next, and what falls away."""

from dataclasses import replace

from handlers.engine.form import Form, FormField, fields_of, has_conditions
from handlers.engine.session import Session


def draft_of(form_type: type[Form], session: Session) -> Form:
    """The answers so far as an instance of the form. Raises ValueError when they are of another version."""
    return form_type.model_validate(session.draft)


def applying(form_type: type[Form], session: Session) -> tuple[FormField, ...]:
    """The fields asked, given the answers so far."""
    if not has_conditions(form_type):
        return fields_of(form_type)
    draft = draft_of(form_type, session)
    return tuple(field for field in fields_of(form_type) if field.applies(draft))


def opened(session: Session, field: str, *, editing: bool = False) -> Session:
    """``session`` at a newly asked ``field`` ("" is the summary)."""
    step = session.step + 1
    return replace(session, field=field, editing=editing, step=step, opened=step, cursor="", fresh=False)


def onward(form_type: type[Form], session: Session) -> Session:
    """``session`` at the first field that applies and is not answered, or at the summary."""
    settled = _settled(form_type, session)
    done = settled.done
    ahead = (field.name for field in applying(form_type, settled) if field.name not in done)
    return opened(settled, next(ahead, ""))


def back(form_type: type[Form], session: Session) -> Session:
    """``session`` at the question before; unchanged where there is none."""
    if session.editing:
        return onward(form_type, session)
    before = previous(form_type, session)
    return opened(session, before) if before else session


def previous(form_type: type[Form], session: Session) -> str:
    """The applying field before the open one (the last one before the summary) that was asked, or ""."""
    before = ""
    for field in applying(form_type, session):
        if field.name == session.field:
            break
        if field.name not in session.given:
            before = field.name
    return before


def _settled(form_type: type[Form], session: Session) -> Session:
    """``session`` without the answers of fields that do not apply, however one hangs on another."""
    while has_conditions(form_type):
        names = {field.name for field in applying(form_type, session)}
        gone = {field.name for field in fields_of(form_type)} & session.draft.keys() - names
        if not gone:
            break
        session = without(session, gone)
    return session


def without(session: Session, gone: set[str]) -> Session:
    """``session`` without the answers of the fields ``gone``."""
    draft = {name: value for name, value in session.draft.items() if name not in gone}
    return replace(session, draft=draft, done=tuple(name for name in session.done if name not in gone))


def answered(session: Session, field: str, value: object) -> Session:
    """``session`` with ``field`` answered by the JSON-able ``value``."""
    done = session.done if field in session.done else (*session.done, field)
    return replace(session, draft={**session.draft, field: value}, done=done)
