"""A question that goes on to people: what is kept of it, who will answer, how many may wait."""

from handlers import faq_telling
from handlers.conversation import Needs, Opening, action
from handlers.faq_search import FaqAnswer
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.outgoing import best
from handlers.turn import Turn
from storage import holders, questions
from storage.fold import fold
from storage.records.case import Level
from storage.records.faq import FaqQuestion, QuestionState
from storage.records.person import Contact

ASK = "ask_people"
"""The conversation behind "Chưa đúng?"."""
ASKED = "asked:"
"""Before the id of a question that was none: it tells what got stuck."""
MOST_OPEN = 5
"""Questions of one person that wait for people at the same time."""
LONGEST = 300
"""Characters of a question that are kept."""


def needs(opening: Opening) -> Needs:
    """Where whoever asks belongs, what of them waits already, and who could answer."""
    yield from faq_telling.needs(opening)
    if opening.actor.person:
        yield questions.open_of.of(opening.actor.key)
        yield questions.answering.of((opening.actor.tenant, opening.actor.tenant))
    for one in opening.actor.in_teams:
        yield holders.of_team.of((one.tenant, one.team_id))


def kept(turn: Turn, question: str, found: FaqAnswer, state: QuestionState) -> FaqQuestion:
    """The record of a question of whoever writes; ``state`` open has people answer it."""
    cards = faq_telling.own_teams(turn)
    return FaqQuestion(
        tenant=turn.actor.tenant,
        id=turn.new_id(),
        person_id=turn.actor.key[1],
        team_id=cards[0].id if cards else "",
        unit_code=cards[0].unit_code if cards else turn.actor.tenant,
        question=question[:LONGEST],
        decision=found.decision,
        slug=found.slugs[0] if found.slugs else "",
        near=" ".join(found.near),
        state=state,
        asked_at=turn.now,
    )


def room(turn: Turn, question: str) -> bool:
    """Whether one more question may go to people: not too many wait, and not this one already."""
    waiting = turn.facts.get(questions.open_of.of(turn.actor.key)) or []
    return len(waiting) < MOST_OPEN and fold(question) not in {fold(one.question) for one in waiting}


def passed(turn: Turn, record: FaqQuestion) -> str:
    """What whoever asked is told: which office answers, or honestly that nobody does yet."""
    unit = unit_named(turn, record.unit_code) or turn.desk.controller_name
    return turn.text("faq-passed" if _answered_for(turn, record) else "faq-passed-nobody", unit=unit)


def full(turn: Turn, question: str) -> str:
    """Why a question does not go to people now."""
    waiting = turn.facts.get(questions.open_of.of(turn.actor.key)) or []
    waits = any(fold(one.question) == fold(question) for one in waiting)
    return turn.text("faq-passed-already" if waits else "faq-passed-many", count=len(waiting))


def ways_after(turn: Turn, record: FaqQuestion, *, shown: str = "") -> list[list[Button]]:
    """The nearest other topics, in case one of them is it, and the way to take the question back."""
    here = faq_telling.places(turn)
    near = [one for slug in record.nearest if slug != shown and (one := turn.desk.faq.topic(slug, here))]
    back = Button(turn.text("faq-unpass"), action(ASK, f"drop:{record.id}"))
    return [*faq_telling.choices(near[:2]), [back]]


def _answered_for(turn: Turn, record: FaqQuestion) -> bool:
    """Whether anybody who coordinates the commune or the province can be reached."""
    chats: list[Contact] = list(turn.facts.get(questions.answering.of((record.tenant, record.tenant))) or [])
    if record.team_id in {one.team_id for one in turn.actor.in_teams}:  # they may have left it since
        above = turn.facts.get(holders.of_team.of((record.tenant, record.team_id))) or []
        chats += [one for one in above if one.level is not Level.TEAM]
    return best(one for one in chats if one.person_id != record.person_id) is not None
