"""A bot of which much is spent: its leaders and the operator hear at 80 and 95 % of the month, and when it is
nearly full of people, each once a month."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from handlers.allowance import NEARLY_FULL, SCARCE, WARNED
from handlers.attention import Kind, budget
from handlers.days import midnight
from handlers.job import Job, Moment, leaders
from handlers.messages import Outbound, Unsure
from locales import Words, words
from locales.formats import local, number
from storage import account_use, people
from storage.account_use import NearLimit
from storage.effects import Effect
from storage.queries import Tx
from storage.slots import Slot
from storage.sources import Facts, PersonKey

PEOPLE = "people"
EVERY = 10
"""Minutes between two counts of people: that takes longer than a look at the month."""


class AccountAlarms(Job):
    """See the module. Of the marks that were passed at once, the highest is told."""

    kind = "account_alarms"
    useful_for = timedelta(days=32)
    alarm = "account.limit"

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The marks that bots have passed in the month."""
        return [slot for slot, _ in await self._passed(tx, moment)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message a bot and kind of limit, to the leaders of its team, else to who connected it."""
        passed = [(slot, near) for slot, near in await self._passed(tx, moment) if slot in set(slots)]
        highest = {(near.account, _kind(slot)): (slot, near) for slot, near in passed}
        facts = Facts()
        teams = {(near.tenant, near.team_id) for _, near in passed if near.team_id}
        await facts.load(tx, [people.members.of(key) for key in sorted(teams)])
        heard = {slot: _whom(facts, near) for slot, near in highest.values()}
        able = await budget(tx, Kind.ROLE, (key for found in heard.values() for key in found), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, near in highest.values():
            for key in heard[slot]:
                if able.reaches(key):
                    message = _message(words(able.language(key)), slot, near, moment)
                    filled[slot] += able.told(key, message, moment)
        return filled

    async def _passed(self, tx: Tx, moment: Moment) -> list[tuple[Slot, NearLimit]]:
        """Every mark with the bot that has passed it, lower marks first."""
        today_on, allowed = local(moment.now).date(), moment.allowance
        begins_at = midnight(today_on.replace(day=1))
        found = []
        for percent in WARNED:
            near = await account_use.months_near(
                tx,
                today_on.isoformat()[:7],
                -(-allowed.month * percent // 100),
                received=allowed.counts_received,
            )
            found += self._slots(near, str(percent), begins_at)
        if local(moment.now).minute % EVERY == 0:
            full = await account_use.people_near(tx, SCARCE, min(NEARLY_FULL, allowed.people))
            found += self._slots(full, PEOPLE, begins_at)
        return found

    def _slots(self, near: Iterable[NearLimit], mark: str, at: datetime) -> list[tuple[Slot, NearLimit]]:
        return [
            (Slot(tenant=one.tenant, kind=self.kind, subject=f"{one.account}:{mark}", slot_at=at), one)
            for one in near
        ]


def _kind(slot: Slot) -> bool:
    return slot.subject.endswith(PEOPLE)


def _whom(facts: Facts, near: NearLimit) -> list[PersonKey]:
    if near.team_id:
        return leaders(facts, (near.tenant, near.team_id))
    return [(near.tenant, near.added_by)] if near.added_by else []


def _message(reader: Words, slot: Slot, near: NearLimit, moment: Moment) -> Outbound:
    """On the lane of answers: what warns of the end must not be what goes without first."""
    allowed = moment.allowance
    if _kind(slot):
        said = reader("budget-people-near", title=near.title, people=near.spent, most=allowed.people)
    else:
        percent = int(slot.subject.rpartition(":")[2])
        counts = {"spent": number(near.spent), "month": number(allowed.month)}
        said = reader("budget-month-near", title=near.title, percent=percent, **counts)
    return Outbound(said, unsure=Unsure.AGAIN_ONCE)
