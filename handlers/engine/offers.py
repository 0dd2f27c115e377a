"""What is offered at a question, in rows as drawn, and which offer an answer names."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from handlers.engine.answer import COUNTERS, EVERYONE, RESERVED, Answer, Offer, Option, OptionsFor, Words
from handlers.engine.buttons import read_tap
from handlers.engine.fields import Many, Tally, YesNo
from handlers.engine.form import Form, FormField, field_of
from handlers.engine.kind import Counted
from handlers.engine.numbers import bare_number
from handlers.engine.outcome import Ask
from handlers.engine.path import applying, previous
from handlers.engine.session import Session
from storage.fold import fold

_BINDING = ("confirm", "yes")
"""Fixed words after which something is done."""
_HALF_WIDTH = 18
_LONGEST = 200
_SIGNS = {"+": "+", "-": "-", "\u2013": "-", "\u2212": "-"}
_WORD = {
    word: Offer(word, word=word) for word in ("yes", "no", *COUNTERS, *sorted(RESERVED - COUNTERS.keys()))
}
_COUNTER_ROW = tuple(_WORD[word] for word in COUNTERS)
_SUMMARY = ((_WORD["confirm"],), (_WORD["edit"], _WORD["cancel"]))

Rows = tuple[tuple[Offer, ...], ...]


def asked(form_type: type[Form], session: Session, options: OptionsFor, *, lost: tuple[str, ...] = ()) -> Ask:
    """The question ``session`` stands at, drawn."""
    field = field_of(form_type, session.field) if session.field else None
    if field is not None:
        return Ask(session, field, None, _field_rows(form_type, session, field, options), lost)
    return Ask(session, None, None, _edit_rows(form_type, session) if session.editing else _SUMMARY, lost)


def _edit_rows(form_type: type[Form], session: Session) -> Rows:
    """Every field that applies, then the way back."""
    words = [f"field-{field.name}" for field in applying(form_type, session)]
    return (*_in_rows([Offer(word, word=word) for word in words]), (_WORD["back"], _WORD["cancel"]))


def _field_rows(form_type: type[Form], session: Session, field: FormField, options: OptionsFor) -> Rows:
    """The options, the words of the kind, then skip, back and cancel."""
    kind, rows = field.kind, list[tuple[Offer, ...]]()
    if kind.optioned:
        rows += _in_rows(_option_offers(options(field.name), session, field))
    if isinstance(kind, Many) and kind.whole:
        rows.append((_WORD[EVERYONE],))
    if isinstance(kind, YesNo):
        rows.append((_WORD["yes"], _WORD["no"]))
    if isinstance(kind, Tally) and session.cursor:
        rows.append(_COUNTER_ROW)
    last = []
    if isinstance(kind, Counted):
        last.append(_WORD["done"])
    if field.skippable:
        last.append(_WORD["skip"])
    if session.editing or previous(form_type, session):
        last.append(_WORD["back"])
    return (*rows, (*last, _WORD["cancel"]))


def _option_offers(options: Sequence[Option], session: Session, field: FormField) -> list[Offer]:
    """The options as offers. Raises ValueError when a value is one of the fixed words."""
    held = session.draft.get(field.name)
    counts = held if isinstance(held, dict) else dict.fromkeys(held, 1) if isinstance(held, list) else {}
    taken = next((option.value for option in options if option.value in RESERVED or not option.value), None)
    if taken is not None:
        raise ValueError(f"{session.form}.{field.name}: option value {taken!r} is reserved; give it another")
    return [_option_offer(option.value, option.label, counts.get(option.value, 0)) for option in options]


@lru_cache(maxsize=8192)
def _option_offer(value: str, label: str, count: int) -> Offer:
    """An option as drawn; the same few come again at every step."""
    return Offer(value, label, count=count)


def _in_rows(offers: list[Offer]) -> list[tuple[Offer, ...]]:
    """Two in a row where every label fits half a phone's width, else one."""
    width = 2 if all(len(offer.label) <= _HALF_WIDTH for offer in offers) else 1
    return [tuple(offers[start : start + width]) for start in range(0, len(offers), width)]


def picked_by(ask: Ask, answer: Answer, words: Words) -> str | None:
    """The value of the offer ``answer`` names, "" when it names none, None when its button is old."""
    if answer.command is not None:
        return answer.command.value
    if answer.data:
        return _pressed(ask, answer.data)
    return named_by(ask, answer.text, words, listed=answer.listed)


def _pressed(ask: Ask, data: str) -> str | None:
    """The value of a button. A tally's counters stay good for as long as its field is open."""
    tap, session = read_tap(data), ask.session
    if tap is None or tap.token != session.token:
        return None
    oldest = session.opened if tap.value in COUNTERS else session.step
    if not oldest <= tap.step <= session.step:
        return None
    return tap.value if any(offer.value == tap.value for offer in ask.offers) else ""


def named_by(ask: Ask, text: str, words: Words, *, listed: bool = True) -> str:
    """The value of the one offer that ``text`` names by label, number, value or unaccented prefix, or "".

    Number comes before value because people see numbers, not values. Where the answer is the person's own
    words, only a whole label or a number is read as an offer. A prefix never names a fixed command: one
    slip of a finger must not cancel a form.
    """
    said = _compared(text) if len(text) <= _LONGEST else ""
    if not said:
        return ""
    offers = ask.offers
    if found := [
        offer.value for offer in offers if said in _forms(offer, words) and _agrees(offer, text, words)
    ]:
        return found[0] if len(found) == 1 else ""
    number = bare_number(text) if listed and ask.numbered else None
    if number is not None and 1 <= number <= len(offers) and len(str(number)) == len(text.strip()):
        return offers[number - 1].value
    return _guessed(said, offers, words) if ask.field is None or ask.field.kind.guided else ""


def _agrees(offer: Offer, text: str, words: Words) -> bool:
    """Whether a word with accents that would confirm has those of a word that does: "dừng" is not "đúng"."""
    typed = text.strip(" .!,").lower()
    if offer.word not in _BINDING or typed.isascii() or " " in typed:
        return True
    return any(_letters(typed) == _letters(word.lower()) for word in words.get(offer.word, ()))


def _letters(word: str) -> list[str]:
    """The letters and marks of ``word``, wherever in the syllable the tone was put."""
    return sorted(unicodedata.normalize("NFD", word))


def _guessed(said: str, offers: Sequence[Offer], words: Words) -> str:
    """The offer of the value ``said``, or the only one whose label begins with it."""
    if found := [offer.value for offer in offers if _folded(offer.value) == said]:
        return found[0]
    free = [offer for offer in offers if offer.value not in RESERVED]
    begun = [offer.value for offer in free if any(form.startswith(said) for form in _forms(offer, words))]
    return begun[0] if len(begun) == 1 else ""


def _forms(offer: Offer, words: Words) -> tuple[str, ...]:
    """How ``offer`` may be typed, in the form compared."""
    if offer.label:
        return (_folded(offer.label),)
    return tuple(_folded(word) for word in words.get(offer.word, ()))


def _compared(text: str) -> str:
    """``text`` folded, without commas, its leading sign kept: "-1" is not "1"."""
    bare = " ".join(text.replace(",", " ").split())
    sign = _SIGNS.get(bare[:1], "")
    return sign + fold(bare[1:] if sign else bare)


@lru_cache(maxsize=4096)
def _folded(label: str) -> str:
    """A label in the form compared; labels come again and again, answers do not."""
    return _compared(label)
