"""Sets the desk: units, answers and links, read once at the start."""

from collections.abc import Iterable, Mapping, Sequence

from bot import clock, naming
from bot.channel import Channel
from bot.keys import derived
from bot.sealing import Beginnings, Seal
from bot.settings import Settings
from handlers.desk import Desk
from handlers.faq_shelf import FaqShelf, Shelved
from handlers.unit_shelf import UnitShelf
from handlers.vocabulary import Vocabulary
from locales import LANGUAGES, words
from locales.faq import read_topics
from locales.faq_beyond import read_beyond
from locales.formats import local
from storage import holidays, unit_names
from storage.database import Database
from storage.effects import carry_out

FAVOURITES = ("vneid-forgot-password", "vneid-level2-register", "dvc-submit", "wallet-bhyt")
"""What is asked most at the desks; shown to someone who asks without a question."""


def desk(
    settings: Settings,
    start_links: dict[tuple[str, str], str],
    secret_key: str,
    channels: Iterable[Channel] = (),
) -> Desk:
    """The read-only furniture of this program."""
    reader, brands = words(settings.default_language), list(channels)
    return Desk(
        units=UnitShelf(naming.index([])),
        faq=FaqShelf(Shelved(read_topics(), read_beyond())),
        public_url=settings.web_url,
        controller_name=settings.controller_name or reader("sample-controller"),
        controller_contact=settings.controller_contact or reader("sample-contact"),
        start_links=start_links,
        new_code=clock.new_code,
        new_token=clock.new_token,
        code_key=derived(secret_key, "presence code"),
        unseal=Seal(secret_key, clock.now, settings.former_keys).opened,
        begun=Beginnings(secret_key, settings.former_keys).opened,
        place_channels=frozenset(one.name for one in brands if one.capabilities.place_path),
        file_channels=frozenset(one.name for one in brands if one.capabilities.files),
        favourites=FAVOURITES,
        allowance=settings.allowance,
    )


def commands(known: Vocabulary) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The menu of chat commands, Vietnamese by default and English for English phones."""
    listed = {
        language: [
            (command, words(language)(f"menu-{one.name.replace('_', '-')}"))
            for command, one in sorted(known.by_command.items())
        ]
        for language in LANGUAGES
    }
    return {"": listed["vi"], **{language: pairs for language, pairs in listed.items() if language != "vi"}}


def start_link(channel: Channel, settings: Settings) -> str:
    """The address that opens a chat, with ``{code}`` in it where it can carry one; empty where there is
    none (yet)."""
    if channel.name == "web":
        return settings.web_url + "/?start={code}"
    return str(getattr(channel, "start_link", ""))


async def load(database: Database) -> int:
    """Fill the tables that come with the program: units, as they are called today, and holidays; the number
    of units.

    At nearly every start all units are there already, and to look is a tenth of writing them again.
    """
    today_on = local(clock.now()).date().isoformat()
    called = await database.read(lambda tx: unit_names.units_on(tx, today_on))
    stored = {row["code"]: dict(row) for row in await database.read(lambda tx: tx.all("units_all"))}
    saved = [unit_names.unit_saved(unit) for unit in called.values()]
    units = [one for one in saved if one.params != stored.get(one.params["code"])]
    for start in range(0, len(units), 500):
        part = units[start : start + 500]
        await database.write(lambda tx, part=part: carry_out(tx, part))  # type: ignore[misc]  # bound at once
    await database.write(lambda tx: carry_out(tx, holidays.official()))
    return len(saved)
