"""A bot of which much is spent: its leaders and the operator hear at 80 and 95 % of the month and of the day,
and when it is nearly full of people and full, each once in its time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.allowance import NEARLY_FULL, SCARCE, WARNED
from handlers.attention import Kind, budget
from handlers.days import day_on, midnight
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

DAY, MONTH, PEOPLE = "day", "month", "people"
EVERY = 10
"""Minutes between two counts of people: that takes longer than a look at the month."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that a bot has passed: what of, at how much."""

    slot: Slot
    near: NearLimit
    of: str
    at: int

    @property
    def limit(self) -> tuple[str, str]:
        """The limit it is a mark of."""
        return self.near.account, self.of


class AccountAlarms(Job):
    """See the module. Of the marks that were passed at once, the highest is told."""

    kind = "account_alarms"
    useful_for = timedelta(days=32)
    alarm = "account.limit"

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The marks that bots have passed today and in the month."""
        return [mark.slot for mark in await self._passed(tx, moment)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message a bot and limit, to the leaders of its team, else to who connected it; of a bot that
        everybody shares, to the leaders who write to it."""
        marks = [mark for mark in await self._passed(tx, moment) if mark.slot in set(slots)]
        highest = {mark.limit: mark for mark in marks}.values()
        facts = Facts()
        teams = {(mark.near.tenant, mark.near.team_id) for mark in highest if mark.near.team_id}
        await facts.load(tx, [people.members.of(key) for key in sorted(teams)])
        shared = [mark.near.account for mark in highest if not mark.near.tenant]
        writing = await account_use.leaders_on(tx, SCARCE, shared)
        heard = {mark.slot: _whom(facts, writing, mark.near) for mark in highest}
        able = await budget(tx, Kind.ROLE, (key for found in heard.values() for key in found), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for mark in highest:
            for key in heard[mark.slot]:
                if able.reaches(key):
                    message = _message(words(able.language(key)), mark, moment)
                    filled[mark.slot] += able.told(key, message, moment)
        return filled

    async def _passed(self, tx: Tx, moment: Moment) -> list[_Mark]:
        """Every mark with the bot that has passed it, lower marks first."""
        allowed, found = moment.allowance, list[_Mark]()
        day = day_on(moment.now)
        for percent in WARNED:
            for of, period, most in ((MONTH, day[:7], allowed.month), (DAY, day, allowed.day)):
                least = -(-most * percent // 100)
                near = await account_use.near(tx, period, least, received=allowed.counts_received)
                found += self._marks(near, of, percent, moment)
        if local(moment.now).minute % EVERY == 0:
            for people_at in sorted({min(NEARLY_FULL, allowed.people), allowed.people}):
                full = await account_use.people_near(tx, SCARCE, people_at)
                found += self._marks(full, PEOPLE, people_at, moment)
        return found

    def _marks(self, near: Sequence[NearLimit], of: str, at: int, moment: Moment) -> Iterator[_Mark]:
        """One slot a bot and mark: in the day, or in the month."""
        today_on = local(moment.now).date()
        begins_at = midnight(today_on if of == DAY else today_on.replace(day=1))
        for one in near:
            subject = f"{one.account}:{of}{at}"
            yield _Mark(
                Slot(tenant=one.tenant, kind=self.kind, subject=subject, slot_at=begins_at), one, of, at
            )


def _whom(facts: Facts, writing: Mapping[str, list[PersonKey]], near: NearLimit) -> list[PersonKey]:
    if near.team_id:
        return leaders(facts, (near.tenant, near.team_id))
    if near.tenant:
        return [(near.tenant, near.added_by)] if near.added_by else []
    return writing.get(near.account, [])


def _message(reader: Words, mark: _Mark, moment: Moment) -> Outbound:
    """On the lane of answers: what warns of the end must not be what goes without first."""
    allowed, near = moment.allowance, mark.near
    title = near.title or reader("budget-shared")
    if mark.of == PEOPLE:
        full = "yes" if near.spent >= allowed.people else "no"
        said = reader("budget-people-near", title=title, people=near.spent, most=allowed.people, full=full)
    else:
        most = allowed.day if mark.of == DAY else allowed.month
        counts = {"spent": number(near.spent), "most": number(most)}
        said = reader(f"budget-{mark.of}-near", title=title, percent=mark.at, **counts)
    return Outbound(said, unsure=Unsure.AGAIN_ONCE)
