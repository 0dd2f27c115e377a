"""Once a week the models that were picked go round, and what waits for a decision is named."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.attention import Kind, budget
from handlers.conversation import action
from handlers.days import midnight
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound, Rows
from locales import Words, words
from locales.formats import local
from storage import good_models, holders, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.records.care import ModelCard
from storage.records.case import Level
from storage.slots import Slot
from storage.sources import Facts, TeamKey

AT = timedelta(hours=8)
"""On Mondays."""
WEEK = timedelta(days=7)
MOST = 3
"""Models in one message; the others are behind its button."""
KEPT = 1
"""Messages of a day that are left for the evening digest."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one unit hears: models to be tried, and how many wait for its coordinators to pick them."""

    picked: tuple[ModelCard, ...]
    waiting: tuple[ModelCard, ...]


class ModelsWeekly(Job):
    """See the module. A commune hears of what was picked for it or for the whole province; not of its own
    models, nor of those it tries already. Where there is nothing, nobody is written to."""

    kind = "models_weekly"
    useful_for = timedelta(hours=36)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The last Monday at eight, for every unit that has something to hear."""
        at = last_round(moment.now)
        if moment.now - at > self.useful_for:
            return []
        return sorted(await self._news(tx, at), key=lambda slot: (slot.tenant, slot.subject))

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message to each leader of the commune and each of its coordinators, within their measure."""
        news = await self._news(tx, slots[0].slot_at)
        able_of = await _people(tx, slots)
        keys = [(slot.tenant, one) for slot in slots for one in able_of[slot]]
        able = await budget(tx, Kind.ROLE, keys, moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            for person_id, decides in sorted(able_of[slot].items()):
                key = (slot.tenant, person_id)
                told = news[slot] if decides else _Told(news[slot].picked, ())
                if (told.picked or told.waiting) and able.allows(key, keep=KEPT):
                    message = _message(words(able.language(key)), told, slot.subject)
                    filled[slot] += able.told(key, message, moment)
        return filled

    async def _news(self, tx: Tx, at: datetime) -> Mapping[Slot, _Told]:
        picked = [one for one in await good_models.picked(tx, at - WEEK, at) if not one.exercise]
        waiting = [one for one in await good_models.endorsed(tx) if not one.exercise]
        if not picked and not waiting:
            return {}
        found: dict[Slot, _Told] = {}
        for tenant, unit_code in await _units(tx, {one.tenant for one in (*picked, *waiting)}):
            mine = _Told(
                tuple(one for one in picked if one.tenant == tenant and _reaches(one, unit_code)),
                tuple(
                    one for one in waiting if one.tenant == tenant and unit_code in (one.unit_code, tenant)
                ),
            )
            if mine.picked or mine.waiting:
                found[Slot(tenant=tenant, kind=self.kind, subject=unit_code, slot_at=at)] = mine
        return found


def last_round(now: datetime) -> datetime:
    """The last Monday at eight, by the clocks of Vietnam."""
    today = local(now).date()
    monday = midnight(today - timedelta(days=today.weekday())) + AT
    return monday if monday <= now else monday - WEEK


def _reaches(model: ModelCard, unit_code: str) -> bool:
    """Whether a commune hears of a picked model; the province itself hears of what its communes picked."""
    tried = {one.unit_code for one in model.adoptions}
    if unit_code == model.tenant:
        return model.picked_for != model.tenant
    return model.picked_for in (unit_code, model.tenant) and unit_code not in (model.unit_code, *tried)


async def _units(tx: Tx, tenants: set[str]) -> list[tuple[str, str]]:
    """Every commune with an open team, and each province itself."""
    communes = {(one.tenant, one.unit_code) for one in await teams.all_open(tx) if one.tenant in tenants}
    return sorted(communes | {(one, one) for one in tenants})


async def _people(tx: Tx, slots: Sequence[Slot]) -> Mapping[Slot, dict[str, bool]]:
    """Who hears of each unit, and whether they pick: leaders and the commune's coordinators of a commune, the
    province's of a province."""
    of_unit: dict[tuple[str, str], list[TeamKey]] = defaultdict(list)
    for one in await teams.all_open(tx):
        of_unit[one.tenant, one.unit_code].append((one.tenant, one.id))
        of_unit[one.tenant, one.tenant].append((one.tenant, one.id))
    facts = Facts()
    keys = {slot: of_unit[slot.tenant, slot.subject] for slot in slots}
    await facts.load(tx, [holders.of_team.of(key) for found in keys.values() for key in found])
    people: dict[Slot, dict[str, bool]] = {}
    for slot, found in keys.items():
        wide = slot.subject == slot.tenant
        every = [one for key in found for one in facts.get(holders.of_team.of(key)) or []]
        mine = [one for one in every if (one.level is Level.PROVINCE) == wide]
        people[slot] = {one.person_id: False for one in mine}
        people[slot] |= {one.person_id: True for one in mine if one.level is not Level.TEAM}
    return people


def _message(reader: Words, told: _Told, unit_code: str) -> Outbound:
    lines = [reader("models-weekly", count=len(told.picked))] if told.picked else []
    lines += [_line(reader, one) for one in told.picked[:MOST]]
    if told.waiting:
        lines.append(reader("models-weekly-waiting", count=len(told.waiting)))
    wide = bool(told.picked) and unit_code == told.picked[0].tenant
    tries: Rows = () if wide else tuple((_try(reader, one, unit_code),) for one in told.picked[:MOST])
    look = (Button(reader("models-all"), action("models")),)
    return Outbound("\n".join(lines), (*tries, look), lane=Lane.ROLE)


def _line(reader: Words, model: ModelCard) -> str:
    return reader("models-weekly-one", name=model.name, team=model.team_name, what=model.what)


def _try(reader: Words, model: ModelCard, unit_code: str) -> Button:
    label = reader("models-try-named", name=model.name)
    return Button(label, action("models", f"try:{model.id}:{unit_code}"))
