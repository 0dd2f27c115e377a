"""Once a week whoever answers for a unit hears what was asked there, Monday to Sunday, and not answered."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from handlers.attention import Kind, budget
from handlers.conversation import action
from handlers.days import midnight
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound
from locales import Words, words
from locales.formats import local
from storage import questions
from storage.effects import Effect
from storage.fold import fold
from storage.queries import Tx
from storage.records.faq import FaqQuestion
from storage.slots import Slot
from storage.sources import Facts

AT = timedelta(hours=8, minutes=15)
"""On Mondays."""
WEEK = timedelta(days=7)
MOST = 8
"""Questions in one message, those asked most first."""
KEPT = 1
"""Messages of a day that are left for the evening digest."""


class FaqWeekly(Job):
    """See the module: the commune of what its teams asked, the province of everything. Where every question
    had its answer nobody is written to."""

    kind = "faq_weekly"
    useful_for = timedelta(hours=36)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The last Monday, for every unit where something was left."""
        at = last_round(moment.now)
        if moment.now - at > self.useful_for:
            return []
        return sorted(await self._left(tx, at), key=lambda slot: (slot.tenant, slot.subject))

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message to each coordinator of the unit, within their measure."""
        left, facts = await self._left(tx, slots[0].slot_at), Facts()
        await facts.load(tx, [questions.answering.of((slot.tenant, slot.subject)) for slot in slots])
        people = {
            slot: sorted(
                {
                    one.person_id
                    for one in facts.get(questions.answering.of((slot.tenant, slot.subject))) or []
                }
            )
            for slot in slots
        }
        able = await budget(
            tx, Kind.ROLE, [(slot.tenant, one) for slot in slots for one in people[slot]], moment.now
        )
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            for key in [(slot.tenant, one) for one in people[slot]]:
                if able.allows(key, keep=KEPT):
                    filled[slot] += able.told(key, _message(words(able.language(key)), left[slot]), moment)
        return filled

    async def _left(self, tx: Tx, at: datetime) -> Mapping[Slot, list[FaqQuestion]]:
        found: dict[Slot, list[FaqQuestion]] = defaultdict(list)
        until = at - AT
        for one in await questions.unanswered(tx, until - WEEK):
            if one.asked_at < until:
                for unit in dict.fromkeys((one.unit_code or one.tenant, one.tenant)):
                    found[Slot(tenant=one.tenant, kind=self.kind, subject=unit, slot_at=at)].append(one)
        return found


def last_round(now: datetime) -> datetime:
    """The last Monday at a quarter past eight, by the clocks of Vietnam."""
    today = local(now).date()
    monday = midnight(today - timedelta(days=today.weekday())) + AT
    return monday if monday <= now else monday - WEEK


def _message(reader: Words, left: Sequence[FaqQuestion]) -> Outbound:
    """Each question once, with how often it was asked."""
    often = Counter(fold(one.question) for one in left)
    first = {fold(one.question): one.question for one in reversed(left)}
    lines = [
        reader("faq-weekly-line", question=first[key], count=count) for key, count in often.most_common(MOST)
    ]
    look = Button(reader("questions-all"), action("questions"))
    return Outbound("\n".join([reader("faq-weekly", count=len(often)), *lines]), ((look,),), lane=Lane.ROLE)
