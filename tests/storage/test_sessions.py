"""Where a person stands: kept with the turn, offered choices with it, a form under way never lost."""

from storage import sessions
from storage.database import Database
from storage.sessions import Place
from tests.storage.made import AT, fact, later, write

MENU = '[["Vào ca","do:check_in"]]'
FORM = Place(
    line="mai", form="report", body='{"field":"lines"}', offered='[["Xong","f:done"]]', updated_at=AT
)


async def test_a_place_is_kept_and_replaced(any_database: Database) -> None:
    """The last turn's place is the one that counts."""
    await write(any_database, sessions.saved(FORM))
    assert await fact(any_database, sessions.of_line.of("mai")) == FORM
    moved = FORM.model_copy(update={"body": '{"field":"visits"}', "updated_at": later(5)})
    await write(any_database, sessions.saved(moved))
    assert await fact(any_database, sessions.of_line.of("mai")) == moved
    assert await fact(any_database, sessions.of_line.of("lan")) is None


async def test_an_offer_is_remembered_where_no_form_is_open(any_database: Database) -> None:
    """After a digest with buttons, "2" means its second button."""
    await write(any_database, sessions.offered(Place(line="mai", offered=MENU, updated_at=AT)))
    assert (await fact(any_database, sessions.of_line.of("mai"))).offered == MENU
    await write(any_database, sessions.offered(Place(line="mai", offered="[]", updated_at=later(5))))
    assert (await fact(any_database, sessions.of_line.of("mai"))).offered == "[]"


async def test_an_offer_does_not_disturb_an_open_form(any_database: Database) -> None:
    """A reminder arrives in the middle of a report: "2" still answers the report's question."""
    await write(any_database, sessions.saved(FORM))
    await write(any_database, sessions.offered(Place(line="mai", offered=MENU, updated_at=later(5))))
    kept = await fact(any_database, sessions.of_line.of("mai"))
    assert (kept.form, kept.body, kept.offered) == (FORM.form, FORM.body, FORM.offered)


async def test_a_dropped_place_is_gone(any_database: Database) -> None:
    """Whoever left starts anew."""
    await write(any_database, sessions.saved(FORM))
    await write(any_database, sessions.dropped("mai"))
    assert await fact(any_database, sessions.of_line.of("mai")) is None
