"""The two kinds answered by many taps: a tally of counts, and a many-choice of switches."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers.engine.answer import COUNTERS, EVERYONE, Answer, Words, Wrong
from handlers.engine.fields import Many, Tally
from handlers.engine.numbers import read_number
from handlers.engine.offers import named_by
from handlers.engine.outcome import Ask
from handlers.engine.picks import read_picks
from handlers.engine.session import Session

_SEEN = 20
_LISTED = re.compile(r"\s*[,;\n]\s*")
_APART = re.compile(r"\s*[,;]\s*|(?<=[0-9])\s+(?=[0-9])")


def tallied(kind: Tally, ask: Ask, answer: Answer, picked: str) -> Session | Wrong:
    """The session after one tap or typed count at an open tally, or why it was not taken."""
    session = ask.session
    if answer.tally and not answer.data:
        return _merged(kind, ask, answer.tally)
    if picked in COUNTERS:
        return _moved(kind, session, COUNTERS[picked], answer.callback) if session.cursor else kind.wrong()
    if picked in _options(ask):
        chosen = _with_count(kind, session, picked, _count(session, picked) + 1)
        return replace(chosen, cursor=picked, fresh=True, step=session.step + 1) if chosen else kind.wrong()
    number = read_number(answer.text) if session.fresh and not picked else None
    if number is None:
        return kind.wrong()
    counted = _with_count(kind, session, session.cursor, number)
    return replace(counted, fresh=False) if counted else kind.wrong()


def _options(ask: Ask) -> list[str]:
    """The values of the options offered, in order."""
    return [offer.value for offer in ask.offers if not offer.word]


def _count(session: Session, category: str) -> int:
    """The count of ``category`` so far."""
    return int(_held(session).get(category, 0))


def _held(session: Session) -> Mapping[str, int]:
    """The open tally's counts; none also where it was passed over before somebody went back to it."""
    return session.draft.get(session.field) or {}


def _moved(kind: Tally, session: Session, by: int, callback: str) -> Session | Wrong:
    """The cursor's count moved ``by``; a tap seen before changes nothing."""
    if callback and callback in session.seen:
        return session
    count = _count(session, session.cursor) + by
    moved = _with_count(kind, session, session.cursor, count if kind.zero else max(0, count))
    if moved is None:
        return kind.wrong()
    seen = (*session.seen, callback)[-_SEEN:] if callback else session.seen
    return replace(moved, seen=seen, fresh=False)


def _merged(kind: Tally, ask: Ask, tally: Mapping[str, int]) -> Session | Wrong:
    """Typed counts added to those held, or where they are corrected put in their place: "6 vneid" makes five
    six; one that cannot be taken leaves all untouched."""
    known, session = _options(ask), ask.session
    for category, count in tally.items():
        before = 0 if session.editing else _count(session, category)
        more = _with_count(kind, session, category, before + count)
        if category not in known or count < 0 or more is None:
            return kind.wrong()
        session = more
    return replace(session, fresh=False)


def _with_count(kind: Tally, session: Session, category: str, count: int) -> Session | None:
    """``session`` with that count, without the line below the least one; None above the most allowed."""
    if count > kind.max:
        return None
    held = {**_held(session), category: count}
    return holding(session, {key: value for key, value in held.items() if value >= kind.least})


def holding(session: Session, value: Any) -> Session:
    """``session`` with ``value`` in its open field, which is unanswered again when nothing is left."""
    draft = {name: held for name, held in session.draft.items() if name != session.field}
    if value:
        return replace(session, draft=draft | {session.field: value})
    return replace(session, draft=draft, done=tuple(name for name in session.done if name != session.field))


def switched(kind: Many, ask: Ask, answer: Answer, picked: str, words: Words) -> Session | Wrong:
    """The session after one tap at an open many-choice, or several typed at once ("1, 3, 5")."""
    known, before = _options(ask), ask.session.draft.get(ask.session.field) or ()
    if picked == EVERYONE:
        every = len(before) < len(known)
        return replace(holding(ask.session, known if every else []), step=ask.session.step + 1)
    typed = [named_by(ask, part, words) for part in _APART.split(answer.text.strip())] if not picked else []
    named: Sequence[str] = typed or [picked]
    if any(value not in known for value in named):
        return kind.wrong()
    held = set(before) ^ set(named)
    session = holding(ask.session, [value for value in known if value in held])
    return replace(session, step=session.step + 1)


def picked_whole(ask: Ask, answer: Answer, words: Words) -> list[str]:
    """The options that one typed line picks for good: by numbers, or by two names and more; empty when it
    says anything else."""
    known = _options(ask)
    numbers = read_picks(answer.text, len(known))
    if numbers is not None:
        return [known[number - 1] for number in numbers]
    named = [named_by(ask, part, words) for part in _LISTED.split(answer.text.strip())]
    return [one for one in known if one in named] if len(named) > 1 and set(named) <= set(known) else []
