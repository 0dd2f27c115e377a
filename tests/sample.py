"""The sample team as every story finds it: Nam leads, Hoa coordinates, Lan is a volunteer.

Mai and everybody else are strangers until they join.
"""

from bot import sample
from locales import words
from storage import people
from storage.effects import Effect
from storage.records.person import Contact
from tests.world import World

WHO = {"lan": "volunteer", "nam": "leader", "hoa": "coordinator"}


def contact(who: str, person_id: str, world: World) -> Effect:
    """The paper chat of a known person."""
    return people.contact_saved(
        Contact(
            key=f"paper:desk:{who}",
            channel="paper",
            account="desk",
            chat=who,
            tenant=sample.TENANT,
            person_id=person_id,
            preferred=True,
            seen_at=world.clock.now(),
        )
    )


async def furnish(world: World) -> None:
    """Seed the sample, and give its people their chats."""
    now = world.clock.now()
    await world.write(*sample.effects(words("vi"), now))
    await world.write(*(contact(who, sample.person_id(role), world) for who, role in WHO.items()))
