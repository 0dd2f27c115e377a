"""Four times a day each level hears, in one message, of the cases that have come to it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers import case_steps, case_words
from handlers.attention import Kind, budget
from handlers.conversation import action
from handlers.days import midnight
from handlers.exercise import marked
from handlers.holding import Holder, first_held, next_held, reached
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound, Rows, Unsure
from locales import Words, words
from locales.formats import local
from storage import cases, holders
from storage.effects import Effect
from storage.queries import Tx
from storage.records.case import LEVELS, CaseCard, CaseEvent, Level
from storage.slots import Slot
from storage.sources import Facts

ROUNDS = (8, 11, 14, 17)
"""Hours of the day."""
KEPT = 1
"""Messages of a day that are left for the evening digest."""
MOST = 8
"""Cases named in one message; the others are behind its button."""


@dataclass(frozen=True, slots=True)
class _Coming:
    """A case that comes to ``level``, with who holds it there; ``climbs`` from the level it was at."""

    case: CaseCard
    level: Level
    holders: tuple[Holder, ...]
    climbs: bool


class CaseRounds(Job):
    """See the module. A case that its level left without an answer climbs to the next that somebody holds;
    one that nobody holds above stays where it is."""

    kind = "case_rounds"
    useful_for = timedelta(hours=3)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The last round, for every team, commune and province to which something comes with it."""
        at = last_round(moment.now)
        if moment.now - at > self.useful_for or local(at).date() in moment.days_off:
            return []
        return sorted(await self._coming(tx, at), key=lambda slot: (slot.tenant, slot.subject))

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """What comes to each owner is written and told to everybody who holds it, within what they are told a
        day; where that is spent for all of them it waits for the next round."""
        coming = await self._coming(tx, slots[0].slot_at)
        held = {
            slot: sorted({one.person_id for each in coming[slot] for one in each.holders}) for slot in slots
        }
        keys = [(slot.tenant, one) for slot, people in held.items() for one in people]
        able = await budget(tx, Kind.ROLE, keys, moment.now)
        facts = Facts()
        await facts.load(tx, [cases.waits.of(slot.tenant) for slot in slots])
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            chosen = facts.get(cases.waits.of(slot.tenant)) or {}
            listening = [key for one in held[slot] if able.allows(key := (slot.tenant, one), keep=KEPT)]
            if not listening:
                continue
            for one in coming[slot]:
                filled[slot] += _moved(one, chosen, moment)
            for key in listening:
                filled[slot] += able.told(
                    key, _message(words(able.language(key)), coming[slot], moment), moment
                )
        return filled

    async def _coming(self, tx: Tx, at: datetime) -> Mapping[Slot, list[_Coming]]:
        waiting = await cases.waiting(tx, at)
        facts = Facts()
        await facts.load(tx, [holders.of_case.of((one.tenant, one.id)) for one in waiting])
        found: dict[Slot, list[_Coming]] = defaultdict(list)
        for case in waiting:
            above = facts.get(holders.of_case.of((case.tenant, case.id))) or []
            for owner, one in _owned(case, reached(above)):
                found[Slot(tenant=case.tenant, kind=self.kind, subject=owner, slot_at=at)].append(one)
        return found


def last_round(now: datetime) -> datetime:
    """The last round at ``now``; before the first one of a day, the last of the day before."""
    today = midnight(local(now).date())
    passed = [hour for hour in ROUNDS if today + timedelta(hours=hour) <= now]
    if passed:
        return today + timedelta(hours=passed[-1])
    return today - timedelta(days=1) + timedelta(hours=ROUNDS[-1])


def _owned(case: CaseCard, above: Sequence[Holder]) -> Iterator[tuple[str, _Coming]]:
    """Who owns a case from now on: each team that met it, or one commune or province."""
    climbs = case.told_at is not None
    level = next_held(above, case.level) if climbs else first_held(above, case.level)
    if level is None:
        return
    held = [one for one in above if one.level is level]
    if level is Level.TEAM:
        for team_id in case.teams:
            own = tuple(one for one in held if one.team_id == team_id)
            if own:
                yield team_id, _Coming(case, level, own, climbs)
    else:
        unit = case.tenant if level is Level.PROVINCE else case.unit_code
        yield unit, _Coming(case, level, tuple(held), climbs)


def _moved(one: _Coming, chosen: case_steps.Waits, moment: Moment) -> list[Effect]:
    """Only one owner moves a case to another level; several teams may hear of it where it is."""
    after = case_steps.passed(one.case, one.level, moment.now, chosen, told=True)
    if one.level is one.case.level:
        return [cases.told(one.case, moment.now, after.due_at)]
    event = CaseEvent(
        tenant=one.case.tenant,
        id=moment.new_id(),
        case_id=one.case.id,
        kind="climbed",
        was_level=one.case.level,
        was_state=one.case.state,
        at=moment.now,
    )
    return [cases.moved(one.case, after), cases.noted(event)]


def _message(reader: Words, coming: Sequence[_Coming], moment: Moment) -> Outbound:
    first = sorted(coming, key=lambda one: (not one.case.stopped, one.case.created_at))
    lines = [f"· {_line(reader, one, moment)}" for one in first[:MOST]]
    said = "\n".join([reader("case-round", count=len(coming)), *lines])
    look = Button(reader("case-round-all"), action("cases"))
    rows: Rows = ((look,),)
    if len(coming) == 1:
        case_id = first[0].case.id
        rows = (
            tuple(case_words.first_steps(reader, case_id)),
            (Button(reader("case-show"), action("case", case_id)),),
        )
    exercise = all(one.case.exercise for one in coming)
    return Outbound(marked(reader, said, exercise=exercise), rows, lane=Lane.ROLE, unsure=Unsure.AGAIN_ONCE)


def _line(reader: Words, one: _Coming, moment: Moment) -> str:
    """The case, its words, and honestly why it comes here."""
    place = "" if one.level is Level.TEAM else case_words.teams(one.case)
    between = LEVELS[LEVELS.index(one.case.level) : LEVELS.index(one.level)]
    unheld = between[1:] if one.climbs else between
    return reader(
        "case-round-line",
        case=case_words.line(reader, one.case, moment.now, place),
        notes=case_words.quoted(reader, one.case),
        again="yes" if one.case.answer else "no",
        late=reader(f"case-level-{one.case.level}") if one.climbs else "none",
        unheld=", ".join(reader(f"case-level-{level}") for level in unheld) or "none",
    )
