"""The units as a command knows them that reads a list: names that were given are asked of the data."""

import json

from bot import clock, naming
from bot.performing import performer
from bot.settings import Settings
from handlers.unit_search import UnitIndex
from locales.formats import local
from storage import unit_names
from storage.records.unit import UnitName


async def known_units(settings: Settings) -> UnitIndex:
    """The units as they are called today, with every name they had."""
    async with performer(settings) as perform:
        told = json.loads(await perform("units-names", {}))
    today_on = local(clock.now()).date().isoformat()
    return naming.index(unit_names.in_force(map(UnitName.model_validate, told), today_on))
