"""A unit gets another name: it holds from its day on in every process, the one before still leads to it."""

from datetime import timedelta
from pathlib import Path

from bot import furniture
from handlers.unit_shelf import UnitShelf
from storage import unit_names
from storage.records.unit import UnitName
from tests.storage.made import AT
from tests.world import World, world
from tests.world import furniture as desk_and_words

CODE, PROVINCE = "00235", "01"


def name(said: str, from_on: str, number: int = 1) -> UnitName:
    """A name of the commune Đống Đa, entered ``number`` hours after everything began."""
    return UnitName(
        tenant=PROVINCE,
        id=f"name-{number}",
        unit_code=CODE,
        name=said,
        kind="phuong",
        from_on=from_on,
        made_at=AT + timedelta(hours=number),
    )


async def _joined(here: World) -> str:
    rows = await here.database.read(lambda tx: tx.fetch(f"select name from units where code = '{CODE}'"))
    return str(rows[0]["name"])


def _called(shelf: UnitShelf, said: str) -> list[str]:
    return [one.unit.code for one in shelf.communes(said, PROVINCE) if one.reason != "near"]


async def test_it_holds_from_its_day_on_everywhere(fresh: Path) -> None:
    """In the chat, in what queries join, in another process, and after a restart."""
    async with world(fresh) as here:
        await furniture.load(here.database)
        tomorrow = (here.clock.now() + timedelta(days=1)).date().isoformat()
        await here.write(unit_names.given(name("Kim Liên Mới", tomorrow)))
        assert not await here.naming.look()
        assert _called(here.desk.units, "kim liên mới") == []
        here.clock.at += timedelta(days=1)
        assert await here.naming.look()
        assert not await here.naming.look()
        unit = here.desk.units.unit(CODE)
        assert unit
        assert unit.name == "Kim Liên Mới"
        for said in ("Kim Liên Mới", "phuong kim lien moi", "Đống Đa", "phường đống đa"):
            assert _called(here.desk.units, said) == [CODE], said
        assert await _joined(here) == "Kim Liên Mới"
        again = desk_and_words()[0].units.unit(CODE)
        assert again
        assert again.name == "Đống Đa", "other tests keep their units"


async def test_a_slip_is_mended_and_a_later_name_follows(fresh: Path) -> None:
    """Of two names for one day the later one stands; what was sent before is not renamed."""
    async with world(fresh) as here:
        given = [
            name("Đống Da", "2026-11-01", 1),
            name("Đống Đa Một", "2026-11-01", 2),
            name("Ba", "2027-01-01", 3),
        ]
        await here.write(*map(unit_names.given, given))

        async def called(day_on: str, hours: int) -> str:
            at = AT + timedelta(hours=hours)
            units = await here.database.read(lambda tx: unit_names.units_on(tx, day_on, at))
            return units[CODE].name

        assert await called("2026-12-31", 9) == "Đống Đa Một"
        assert await called("2027-01-01", 9) == "Ba"
        assert await called("2027-01-01", 0) == "Đống Đa"
        assert await called("2026-10-31", 9) == "Đống Đa"
        held = unit_names.in_force(given, "2027-02-01")
        _, aliases = unit_names.known(held)
        former = [one.name for one in aliases if one.codes == (CODE,)][-2:]
        assert former == ["Đống Đa", "Đống Đa Một"]
