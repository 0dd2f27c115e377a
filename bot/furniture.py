"""Sets the desk: units, answers and links, read once at the start."""

from collections.abc import Sequence

from bot.channel import Channel
from bot.settings import Settings
from handlers.desk import Desk
from handlers.faq_search import FaqIndex
from handlers.unit_search import UnitIndex
from locales import words
from locales.faq import read_topics
from storage import holidays
from storage.database import Database
from storage.effects import Effect, carry_out
from storage.unit_file import read_aliases, read_units

FAVOURITES = ("vneid-forgot-password", "vneid-level2-register", "dvc-submit", "wallet-bhyt")
"""What is asked most at the desks; shown to someone who asks without a question."""


def desk(settings: Settings, start_links: dict[tuple[str, str], str]) -> Desk:
    """The read-only furniture of this program."""
    topics = read_topics()
    reader = words(settings.default_language)
    return Desk(
        units=UnitIndex(read_units(), read_aliases()),
        faq=FaqIndex(topics),
        topics={topic.slug: topic for topic in topics},
        public_url=settings.web_url,
        controller_name=settings.controller_name or reader("sample-controller"),
        controller_contact=settings.controller_contact or reader("sample-contact"),
        start_links=start_links,
        favourites=FAVOURITES,
    )


def start_links(channels: Sequence[Channel], settings: Settings) -> dict[tuple[str, str], str]:
    """For each channel, the address that opens a chat with a code already in it."""
    links = {}
    for channel in channels:
        if channel.name == "web":
            links[channel.name, channel.account] = settings.web_url + "/?start={code}"
        username = getattr(channel, "username", "")
        if username:
            links[channel.name, channel.account] = f"https://t.me/{username}?start={{code}}"
    return links


async def load(database: Database) -> int:
    """Fill the tables that come with the program: units and holidays; the number of units."""
    units = [Effect("save_unit", unit.model_dump()) for unit in read_units()]
    for start in range(0, len(units), 500):
        part = units[start : start + 500]
        await database.write(lambda tx, part=part: carry_out(tx, part))  # type: ignore[misc]  # bound at once
    await database.write(lambda tx: carry_out(tx, holidays.official()))
    return len(units)
