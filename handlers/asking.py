"""How a question of a form is put into words and choices."""

from datetime import date
from typing import Any

from handlers.conversation import Conversation
from handlers.engine import (
    Ask,
    Choice,
    Day,
    Form,
    FormField,
    Many,
    Offer,
    Tally,
    Time,
    YesNo,
    applying,
    button_data,
    fields_of,
)
from handlers.messages import Button
from handlers.turn import Turn
from locales.formats import clock_text, near_day, number

NEVER_LISTED = ("back", "cancel")
"""Fixed choices that need no line where messages are scarce: their words are always understood."""


def show(turn: Turn, conversation: Conversation, ask: Ask, *, before: str = "") -> None:
    """Say the question of ``ask``: what was wrong or ``before`` first, then the question and its choices."""
    parts = [before] if before else []
    if ask.lost:
        parts.append(turn.text("form-changed"))
    if ask.wrong is not None:
        parts.append(turn.text(f"wrong-{ask.wrong.rule}", **ask.wrong.args))
    parts.append(_question(turn, conversation, ask))
    turn.session = ask.session
    rows = [[_button(turn, conversation, ask, offer) for offer in row] for row in ask.choices]
    turn.say("\n".join(parts), rows, numbered=ask.numbered)


def _question(turn: Turn, conversation: Conversation, ask: Ask) -> str:
    if ask.field is None:
        if ask.session.editing:
            return turn.text("form-edit-which")
        return conversation.summary(turn, _lines(turn, conversation, ask))
    asked = conversation.question(turn, ask.field, dict(ask.session.draft))
    if _at_once(turn, conversation, ask):
        asked += "\n" + turn.text(conversation.key(ask.field.name, "together"))
    held = ask.session.draft.get(ask.field.name)
    if isinstance(ask.field.kind, Tally) and held:
        asked += "\n" + turn.text("form-so-far", counts=_shown(turn, conversation, ask.field, held))
    if not turn.plenty and isinstance(ask.field.kind, Tally):
        options = "; ".join(_labels(turn, conversation, ask.field.name).values())
        asked += "\n" + turn.text("form-tally-options", options=options)
    if ask.session.cursor:
        label = _labels(turn, conversation, ask.field.name).get(ask.session.cursor, ask.session.cursor)
        asked += "\n" + turn.text("form-cursor", item=label)
    return asked


def _at_once(turn: Turn, conversation: Conversation, ask: Ask) -> bool:
    """Whether the questions after this one are asked in the same message."""
    form, field = conversation.form, ask.field
    return (
        form is not None
        and field is not None
        and not turn.plenty
        and not ask.session.editing
        and field.name in form.together
        and turn.words.has(conversation.key(field.name, "together"))
    )


def _lines(turn: Turn, conversation: Conversation, ask: Ask) -> str:
    """The answers so far, a line each; what was skipped is left out."""
    assert conversation.form is not None  # noqa: S101  # a question has a form
    lines = []
    for field in applying(conversation.form, ask.session):
        held = ask.session.draft.get(field.name)
        said = held not in (None, "", {}, []) and not conversation.hides(turn, field.name, held)
        if said and not _only_one(turn, conversation, field):
            label = turn.text(conversation.key(field.name, "label"))
            lines.append(f"{label}: {_shown(turn, conversation, field, held)}")
    return "\n".join(lines)


def _only_one(turn: Turn, conversation: Conversation, field: FormField) -> bool:
    """Whether there was nothing to choose: the only team of a person goes without saying."""
    return isinstance(field.kind, Choice) and len(conversation.options(turn, field.name)) == 1


def _shown(turn: Turn, conversation: Conversation, field: FormField, held: Any) -> str:
    if isinstance(field.kind, YesNo):
        return turn.text("word-yes" if held else "word-no")
    labels = _labels(turn, conversation, field.name) if field.kind.optioned else {}
    if isinstance(field.kind, Day):
        return near_day(date.fromisoformat(held), turn.words.language)
    if isinstance(field.kind, Time):
        return clock_text(held)
    if isinstance(held, dict):
        return ", ".join(f"{labels.get(item, item)} {number(count)}" for item, count in held.items())
    if isinstance(field.kind, Many):
        return ", ".join(labels.get(item, item) for item in held)
    return labels.get(str(held), number(held) if isinstance(held, int) else str(held))


def _labels(turn: Turn, conversation: Conversation, field: str) -> dict[str, str]:
    return {option.value: option.label for option in conversation.options(turn, field)}


def _button(turn: Turn, conversation: Conversation, ask: Ask, offer: Offer) -> Button:
    if offer.label:
        label = _marked(ask, offer) if offer.count else offer.label
    elif offer.word.startswith("field-"):
        label = turn.text(conversation.key(offer.word.removeprefix("field-"), "label"))
    elif offer.word == "confirm" and ask.field is None:
        label = conversation.confirms(turn)
    else:
        own = own_word(conversation, ask.field.name, offer.word) if ask.field else ""
        label = turn.text(own if own and turn.words.has(own) else f"word-{offer.word}")
    spoken = not turn.plenty and (offer.word in NEVER_LISTED or _counts(ask))
    return Button(label, button_data(ask.session, offer.value), spoken=spoken)


def _marked(ask: Ask, offer: Offer) -> str:
    """An option that was chosen, or counted."""
    if isinstance(ask.field.kind if ask.field else None, Many):
        return f"✓ {offer.label}"
    return f"{offer.label} ({offer.count})" if offer.count > 1 or _counts(ask) else offer.label


def own_word(conversation: Conversation, field: str, word: str) -> str:
    """The key of a field's own words for a fixed choice, such as "Không có ai" for skipping."""
    return conversation.key(field, word)


def tallies(form: type[Form], field: str) -> bool:
    """Whether many things are counted at once in a field: where messages are scarce a line says that better
    than a list of numbers."""
    return any(one.name == field and isinstance(one.kind, Tally) for one in fields_of(form))


def _counts(ask: Ask) -> bool:
    return ask.field is not None and isinstance(ask.field.kind, Tally)
