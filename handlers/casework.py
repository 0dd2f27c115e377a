"""Looking after a case in a turn: who may, each step remembered, the answer back to everybody who told it."""

from collections.abc import Iterable

from handlers import case_steps, case_words
from handlers.case_steps import Waits
from handlers.conversation import Needs, Opening, action
from handlers.exercise import marked
from handlers.holding import Holder, reached
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import level_over
from handlers.turn import Turn
from locales import words
from storage import cases, holders
from storage.effects import Effect
from storage.records.case import CaseCard, CaseEvent, Level
from storage.records.person import Contact


def needs(opening: Opening, case_id: str) -> Needs:
    """A case with who answers for it, who told it, what was done with it, and how long a level has."""
    key = (opening.actor.tenant, case_id)
    yield cases.card.of(key)
    yield holders.of_case.of(key)
    yield cases.authors.of(key)
    yield cases.history.of(key)
    yield cases.waits.of(opening.actor.tenant)


def asked(turn: Turn, case_id: str) -> tuple[CaseCard, Level] | None:
    """The case and the highest level at which whoever asks answers for it; None after having said why not.

    A case that is none of their business looks like one that does not exist; one that was merged leads to
    the one it is in now.
    """
    if not case_id:
        turn.say(turn.text("case-which"), [[Button(turn.text("menu-cases"), action("cases"))]])
        return None
    case = turn.facts.get(cases.card.of((turn.actor.tenant, case_id)))
    level = level_over(turn.actor, case, case.teams) if case else None
    if case is None or level is None:
        turn.say(turn.text("case-gone"), [[Button(turn.text("menu-cases"), action("cases"))]])
        return None
    if case.id != case_id:
        turn.say(turn.text("case-merged"), [[Button(turn.text("case-show"), action("case", case.id))]])
        return None
    return case, level


def answers_for(turn: Turn, case: CaseCard) -> bool:
    """Whether a case is the business of whoever asks."""
    return level_over(turn.actor, case, case.teams) is not None


def above(turn: Turn, case_id: str) -> list[Holder]:
    """Everybody else who answers for the case."""
    found = turn.facts.get(holders.of_case.of((turn.actor.tenant, case_id))) or []
    return reached(found, without=turn.actor.key[1])


def chosen(turn: Turn) -> Waits:
    """The hours that the tenant chose."""
    return turn.facts.get(cases.waits.of(turn.actor.tenant)) or {}


def step(turn: Turn, case: CaseCard, kind: str, *, note: str = "", other: str = "") -> Effect:
    """Remember what whoever writes did with a case, and what it was before."""
    return cases.noted(
        CaseEvent(
            tenant=case.tenant,
            id=turn.new_id(),
            case_id=case.id,
            kind=kind,
            person_id=turn.actor.key[1],
            was_level=case.level,
            was_state=case.state,
            other=other,
            note=note,
            at=turn.now,
        )
    )


def tell_authors(turn: Turn, case: CaseCard, sentence: str, **given: str) -> int:
    """Tell everybody who told the case, and can be reached, in their language; how many that is.

    Whoever writes is not told what they just said.
    """
    told = 0
    for contact in _one_each(turn.facts.get(cases.authors.of((case.tenant, case.id))) or ()):
        if contact.person_id != turn.actor.key[1]:
            reader = words(contact.language)
            what = reader("case-of-day", what=case_words.kind(reader, case), day=case_words.day(case))
            said = marked(reader, reader(sentence, what=what, **given), exercise=case.exercise)
            still = Button(reader("case-still"), action("difficulty", f"still:{case.id}"))
            turn.tell(contact, Outbound(said, ((still,),), lane=Lane.ROLE))
            told += 1
    return told


def reopened(turn: Turn, case: CaseCard, kind: str, *, known: bool) -> CaseCard:
    """Open a case again; ``known`` where somebody who answers for it says so, else they are told."""
    after = case_steps.reopened(case, turn.now, chosen(turn), told=known)
    turn.note(cases.moved(case, after), step(turn, case, kind))
    return after


def _one_each(contacts: Iterable[Contact]) -> list[Contact]:
    """The best chat of each person."""
    of_person: dict[str, list[Contact]] = {}
    for one in contacts:
        of_person.setdefault(one.person_id, []).append(one)
    nearest = (best(known) for known in of_person.values())
    return [one for one in nearest if one is not None]
