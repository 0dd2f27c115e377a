"""A question of a volunteer in the hands of whoever answers it: may they, what the asker hears, what is kept
of it for the next one who asks."""

import re
from collections.abc import Iterable, Iterator

from handlers import faq_telling
from handlers.conversation import Needs, Opening, action
from handlers.leading import unit_named
from handlers.messages import Button, Lane, Outbound, Rows
from handlers.outgoing import best
from handlers.permissions import Actor, level_over
from handlers.turn import Turn
from locales import Words, words
from storage import faq_additions, questions
from storage.effects import Effect
from storage.records.case import Level
from storage.records.faq import FaqEntry, FaqPhrasing, FaqQuestion

HOME = "questions"
"""The conversation with every question that waits."""
_MASKED = re.compile(r"\S*•\S*")
_MARKS = re.compile(r"[*_`#!]|^- ", re.MULTILINE)
_STEP = re.compile(r"^\d+[.)]\s*")
_MOST_STEPS = 7
_LONGEST_TITLE = 120
_QUOTED = 90
"""Characters of a question that are said back."""


def needs(opening: Opening, question_id: str) -> Needs:
    """A question, and the chats of whoever asked it."""
    key = (opening.actor.tenant, question_id)
    yield questions.by_id.of(key)
    yield questions.asker.of(key)


def level(actor: Actor, record: FaqQuestion) -> Level | None:
    """The level at which somebody answers for a question: its commune or its province."""
    return level_over(actor, record, ())


def asked(turn: Turn, question_id: str) -> FaqQuestion | None:
    """The question, if whoever writes answers for it; None after having said that it is gone."""
    record = turn.facts.get(questions.by_id.of((turn.actor.tenant, question_id)))
    if record is None or level(turn.actor, record) is None:
        turn.say(turn.text("questions-gone" if question_id else "questions-choose"), [[home(turn)]])
        return None
    return record


def home(turn: Turn) -> Button:
    """Back to what waits."""
    return Button(turn.text("questions-all"), action(HOME))


def office(turn: Turn, record: FaqQuestion) -> str:
    """Who answers, by office: the name of a person is of no use to those who read it."""
    return turn.text("questions-office", place=unit_named(turn, _unit(turn, record)))


def tell_asker(turn: Turn, record: FaqQuestion, sentence: str, body: str = "", rows: Rows = ()) -> bool:
    """Tell whoever asked, in their language, with ``body`` below; whether they could be reached."""
    contact = best(turn.facts.get(questions.asker.of((record.tenant, record.id))) or ())
    if contact is None or contact.person_id == turn.actor.key[1]:
        return False
    reader = words(contact.language)
    said = reader(sentence, question=short(record.question), who=office(turn, record))
    turn.tell(contact, Outbound(f"{said}\n{body}".strip(), rows, lane=Lane.ROLE))
    return True


def tell_topic(turn: Turn, record: FaqQuestion, slug: str) -> bool:
    """Tell whoever asked the answer ``slug``, with its card."""
    topic = turn.desk.faq.topic(slug, faq_telling.places(turn))
    if topic is None:
        return False
    said, more = faq_telling.told(turn.words, topic, turn.today_on)
    return tell_asker(turn, record, "questions-topic-for-you", said, _topic_rows(turn.words, slug, more=more))


def entry(turn: Turn, record: FaqQuestion) -> list[Effect]:
    """The answer somebody wrote as an answer for everybody of their commune or province."""
    added = FaqEntry(
        tenant=record.tenant,
        id=record.id,
        unit_code=_unit(turn, record),
        title=title(record.question),
        body=body(record.answer),
        source=office(turn, record),
        checked_on=turn.today_on.isoformat(),
        created_by=turn.actor.key[1],
        created_at=turn.now,
    )
    return [faq_additions.entered(added), phrasing(turn, record, added.id)]


def phrasing(turn: Turn, record: FaqQuestion, slug: str) -> Effect:
    """The question as one more way to ask for ``slug``."""
    return faq_additions.heard(
        FaqPhrasing(
            tenant=record.tenant,
            id=record.id,
            unit_code=_unit(turn, record),
            slug=slug,
            phrase=phrase(record.question),
            created_by=turn.actor.key[1],
            created_at=turn.now,
        )
    )


def removed(turn: Turn, record: FaqQuestion) -> list[Effect]:
    """Take away whatever was added from this question."""
    key = (record.tenant, record.id)
    return [faq_additions.entry_removed(*key, turn.now), faq_additions.phrasing_removed(*key, turn.now)]


def seeds(turn: Turn, record: FaqQuestion, verb: str = "seed") -> list[list[Button]]:
    """A button for each of the nearest topics: this question asks for it."""
    here = faq_telling.places(turn)
    found = [(place, turn.desk.faq.topic(slug, here)) for place, slug in enumerate(record.nearest)]
    return [
        [
            Button(
                turn.text("questions-is-topic", title=one.title), action(HOME, f"{verb}:{record.id}:{place}")
            )
        ]
        for place, one in found
        if one is not None
    ]


def phrase(question: str) -> str:
    """A question as a way of asking: one line without what the privacy filter hid."""
    return " ".join(_MASKED.sub(" ", question).split())[:_LONGEST_TITLE].strip()


def title(question: str) -> str:
    """A question as a title: begun large, ended by a question mark."""
    line = phrase(question).rstrip(" .!?…,;")
    return f"{line[:1].upper()}{line[1:]}?"


def body(answer: str) -> str:
    """An answer in the shape of all others: plain text, its first line a sentence."""
    lines = [line.strip() for line in _MARKS.sub("", answer).splitlines() if line.strip()]
    first = lines[0].rstrip(" ,;:…?") if lines else ""
    return "\n".join([first if first.endswith(".") else f"{first}.", *_numbered(lines[1:])])


def short(question: str) -> str:
    """A question as it is said back: its beginning."""
    return question if len(question) <= _QUOTED else f"{question[: _QUOTED - 1].rstrip()}…"


def _numbered(lines: Iterable[str]) -> Iterator[str]:
    """Steps counted from one, however they were; what nobody can follow any more has a point instead."""
    count = 0
    for line in lines:
        step = _STEP.sub("", line)
        count += step != line
        mark = f"{count}. " if count <= _MOST_STEPS else "· "
        yield f"{mark}{step}" if step != line else line


def _unit(turn: Turn, record: FaqQuestion) -> str:
    """For which unit whoever writes answers."""
    return record.tenant if level(turn.actor, record) is Level.PROVINCE else record.unit_code


def _topic_rows(reader: Words, slug: str, *, more: bool) -> Rows:
    rest = ((Button(reader("faq-more"), action("faq", f"{slug}:2")),),) if more else ()
    return (*rest, (Button(reader("faq-card-show"), action(faq_telling.CARD, slug)),))
