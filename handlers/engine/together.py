"""Several questions answered by one message: "đồng ý, đủ 16, Mai Anh, không nhắc".

What can only be one of the offers is read wherever it stands; what is left over are the person's own words,
and go to the first question that takes such.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from handlers.engine.answer import RESERVED, Answer, OptionsFor, Words, Wrong
from handlers.engine.form import Form, FormField
from handlers.engine.kind import Picked, Told
from handlers.engine.numbers import bare_number
from handlers.engine.offers import asked, named_by
from handlers.engine.path import answered, applying, opened
from handlers.engine.session import Session
from storage.fold import fold

_APART = re.compile(r"\s*[,;\n]\s*")
_LONGEST, _MOST_PARTS = 2000, 40
"""An answer of more characters or parts is read as an answer to the open question alone."""
_MOST_WORDS = 6
_SHORT = 3
"""Shorter words are read only where they are a fixed word: a beginning of two letters is anybody's."""

WordsFor = Callable[[str], Words]
"""Field name to the ways a person may type its fixed words."""


@dataclass
class _Reading:
    form_type: type[Form]
    session: Session
    options: OptionsFor
    words_for: WordsFor
    first: str
    taken: int = 0
    loose: list[str] = field(default_factory=list)

    def pending(self) -> list[FormField]:
        """The questions of the group that apply and are not answered."""
        there = applying(self.form_type, self.session)
        return [
            one for one in there if one.name in self.form_type.together and one.name not in self.session.done
        ]

    def picks(self, part: str) -> bool:
        """Read ``part`` as offers only, one after another; nothing is taken when something is left over,
        but for a number at its head, which is what a list is answered with."""
        before, words, at = (self.session, self.taken), part.split(), 0
        while at < len(words) and (used := self._longest(words[at : at + _MOST_WORDS])):
            at += used
        if at < len(words):
            numbered = at > 0 and words[0].isdigit()
            if not numbered:
                self.session, self.taken = before
                return False
            self.loose.append(" ".join(words[at:]))
        return True

    def _longest(self, words: list[str]) -> int:
        """Take the longest beginning of ``words`` that is an offer; how many words it was."""
        for count in range(len(words), 0, -1):
            said = " ".join(words[:count])
            if any(self._pick(one, said) for one in self.pending()):
                return count
        return 0

    def _pick(self, one: FormField, said: str) -> bool:
        known = self.words_for(one.name)
        number = bare_number(said) is not None
        fixed = {fold(way) for ways in known.values() for way in ways}
        if not isinstance(one.kind, Picked) or (number and one.name != self.first):
            return False
        if not number and len(fold(said)) < _SHORT and fold(said) not in fixed:
            return False
        named = named_by(asked(self.form_type, opened(self.session, one.name), self.options), said, known)
        value = one.kind.pick(named) if named and named not in RESERVED else None
        if value is None or isinstance(value, Wrong):
            return False
        self.session, self.taken = answered(self.session, one.name, value), self.taken + 1
        return True

    def told(self, answer: Answer) -> Wrong | None:
        """Give what is left over to the first question that takes the person's own words."""
        one = next((one for one in self.pending() if isinstance(one.kind, Told)), None)
        if one is None or not self.loose or not isinstance(one.kind, Told):
            return None
        value = one.kind.read(replace(answer, text=", ".join(self.loose)))
        if isinstance(value, Wrong):
            return value
        self.session, self.taken = answered(self.session, one.name, value), self.taken + 1
        return None

    def silent(self) -> None:
        """What need not be answered counts as skipped once the rest is."""
        left = self.pending()
        if all(one.skippable for one in left):
            for one in left:
                self.session = answered(self.session, one.name, one.kind.nothing)


def together(
    form_type: type[Form], session: Session, answer: Answer, options: OptionsFor, words_for: WordsFor
) -> tuple[Session, Wrong | None] | None:
    """``session`` with every question answered that ``answer`` answers, and what was wrong with the words
    left over; None where it answers no more than the open question."""
    if session.field not in form_type.together or session.editing or not 0 < len(answer.text) <= _LONGEST:
        return None
    if named_by(asked(form_type, session, options), answer.text, words_for(session.field)):
        return None  # a label may hold a comma and still be one answer: "Mạng, điện"
    reading = _Reading(form_type, session, options, words_for, session.field)
    parts = [part for part in _APART.split(answer.text.strip()) if part]
    if len(parts) > _MOST_PARTS:
        return None
    while left := [part for part in parts if not reading.picks(part)]:
        if len(left) == len(parts):  # an answer may open the way for one that stood before it
            break
        parts = left
    reading.loose = [*left, *reading.loose]
    wrong = reading.told(answer) if reading.taken else None
    if reading.taken + bool(wrong) < 2 and not (reading.taken and len(parts) > 1):
        return None
    if wrong is None:  # words that were too long are asked for again, not passed over
        reading.silent()
    return reading.session, wrong
