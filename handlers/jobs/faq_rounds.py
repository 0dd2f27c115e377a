"""Every half hour whoever answers for a unit hears, in one message, of the questions that came to them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from handlers.attention import Budget, Kind, budget
from handlers.conversation import action
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound, Rows
from handlers.turn import UNDO_FOR
from locales import Words, words
from storage import questions
from storage.effects import Effect
from storage.queries import Tx
from storage.records.faq import FaqQuestion
from storage.slots import Slot
from storage.sources import Facts

EVERY = timedelta(minutes=30)
WAIT = timedelta(hours=4)
"""How long one person has for an answer before the question goes to the next."""
KEPT = 2
"""Messages of a day that are left for cases and the evening digest."""
MOST = 5
"""Questions in one message; the others are behind its button."""
Coming = Mapping[Slot, list[FaqQuestion]]


class FaqRounds(Job):
    """See the module. A question is with one person at a time: first those who coordinate the commune, then
    those of the province; without an answer it goes to the next, and stays with the last."""

    kind = "faq_rounds"
    useful_for = EVERY - timedelta(minutes=1)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The last half hour, for each person to whom something comes with it."""
        at = last_round(moment.now)
        coming, _ = await self._coming(tx, at, moment)
        return sorted(coming, key=lambda slot: (slot.tenant, slot.subject))

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message each, and with whom each question is now."""
        coming, able = await self._coming(tx, slots[0].slot_at, moment)
        filled: dict[Slot, list[Effect]] = {}
        for slot in slots:
            if found := coming.get(slot):
                key = (slot.tenant, slot.subject)
                told = able.told(key, _message(words(able.language(key)), found), moment)
                filled[slot] = [*told, *(questions.told(one, slot.subject, moment.now) for one in found)]
        return filled

    async def _coming(self, tx: Tx, at: datetime, moment: Moment) -> tuple[Coming, Budget]:
        """Each question with the next person who may still be told something today."""
        waiting = await questions.to_tell(tx, at - UNDO_FOR, at - WAIT)
        units = {(one.tenant, code) for one in waiting for code in (one.unit_code, one.tenant)}
        facts = Facts()
        await facts.load(tx, [questions.answering.of(key) for key in sorted(units)])
        ladders = {one.id: _ladder(facts, one) for one in waiting}
        keys = [(one.tenant, person) for one in waiting for person in ladders[one.id]]
        able = await budget(tx, Kind.ROLE, keys, moment.now)
        coming: dict[Slot, list[FaqQuestion]] = defaultdict(list)
        for one in waiting:
            above = _above(ladders[one.id], one.to_id)
            person = next((who for who in above if able.allows((one.tenant, who), keep=KEPT)), None)
            if person is not None:
                coming[Slot(tenant=one.tenant, kind=self.kind, subject=person, slot_at=at)].append(one)
        return coming, able


def last_round(now: datetime) -> datetime:
    """The last full or half hour."""
    return now - timedelta(minutes=now.minute % 30, seconds=now.second, microseconds=now.microsecond)


def _ladder(facts: Facts, one: FaqQuestion) -> list[str]:
    """Everybody who may answer, the nearest first; not whoever asked."""
    chats = [
        chat
        for code in dict.fromkeys((one.unit_code, one.tenant))
        for chat in facts.get(questions.answering.of((one.tenant, code))) or []
    ]
    return list(dict.fromkeys(chat.person_id for chat in chats if chat.person_id != one.person_id))


def _above(ladder: Sequence[str], person_id: str) -> Sequence[str]:
    """Those who come after the one who has it now."""
    return ladder[ladder.index(person_id) + 1 :] if person_id in ladder else ladder


def _message(reader: Words, coming: Sequence[FaqQuestion]) -> Outbound:
    said = [reader("faq-round", count=len(coming)), *(_line(reader, one) for one in coming[:MOST])]
    look = Button(reader("questions-all"), action("questions"))
    rows: Rows = ((look,),)
    if len(coming) == 1:
        one = coming[0].id
        answer = Button(reader("questions-answer"), action("answer_question", one))
        near = Button(reader("questions-see"), action("questions", f"see:{one}"))
        rows = ((answer, near), (Button(reader("questions-drop"), action("questions", f"drop:{one}")),))
    return Outbound("\n".join(said), rows, lane=Lane.ROLE)


def _line(reader: Words, one: FaqQuestion) -> str:
    """The question, and honestly whether somebody else had it before."""
    return reader("faq-round-line", question=one.question, late="yes" if one.to_id else "no")
