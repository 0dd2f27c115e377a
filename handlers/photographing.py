"""What is said of a picture somebody sent: to the leaders who decide, and to whoever sent it."""

import json
from datetime import timedelta

from handlers.attention import Kind, budget
from handlers.conversation import action
from handlers.days import day_on
from handlers.holding import at_level, first_held, reached
from handlers.job import Moment, reachable
from handlers.messages import Button, Drawing, Lane, Outbound, Rows
from handlers.outgoing import to_person
from handlers.quiet import kept
from locales import Words, words
from storage import attention, holders
from storage.effects import Effect
from storage.photos import UNDECIDED_FOR
from storage.queries import Tx
from storage.records.case import Level
from storage.records.person import Contact
from storage.records.photo import SentPhoto
from storage.sources import Facts

SENT = "sent_photo"
"""The drawing that is no drawing: a picture that is put in only while a message leaves."""
SEND = "send_photo"
DECIDE = "photos"
"""The conversations of whoever sends and of whoever decides."""
_ANY = (1280, 960)
"""Room kept for a picture whose size is not known where it is spoken of."""
_KEPT = 1
"""Messages of a day that are left for the evening digest."""


def shown(reader: Words, photo: SentPhoto, size: tuple[int, int] = _ANY) -> Drawing:
    """The picture in a message, for as long as it may be seen."""
    told = {"tenant": photo.tenant, "id": photo.id, "width": size[0], "height": size[1]}
    return Drawing(
        SENT, json.dumps({**told, "gone": reader("photo-gone")}), reader(f"photo-what-{photo.what}")
    )


def ways(reader: Words, photo: SentPhoto) -> Rows:
    """Keep it or not."""
    keep = Button(reader("photos-keep"), action(DECIDE, f"keep:{photo.id}"))
    return ((keep, Button(reader("photos-refuse"), action(DECIDE, f"refuse:{photo.id}"))),)


async def told(tx: Tx, photo: SentPhoto, size: tuple[int, int], moment: Moment) -> list[Effect]:
    """The leaders see it, within what they are told a day, and what it looks like."""
    facts, team = Facts(), (photo.tenant, photo.team_id)
    await facts.load(tx, [holders.of_team.of(team)])
    above = reached(facts.get(holders.of_team.of(team)) or [])
    keys = [(photo.tenant, one.person_id) for one in at_level(above, first_held(above, Level.TEAM))]
    able = await budget(tx, Kind.ROLE, keys, moment.now)
    effects: list[Effect] = []
    for key, contact in (await reachable(tx, [key for key in keys if able.allows(key, keep=_KEPT)])).items():
        reader = words(contact.language)
        said = reader("photos-asked", what=reader(f"photo-what-{photo.what}"), doubt=photo.doubt or "none")
        message = Outbound(said, ways(reader, photo), drawing=shown(reader, photo, size), lane=Lane.ROLE)
        effects += _owed(contact, message, moment)
        effects.append(attention.taken((*key, day_on(moment.now)), Kind.ROLE, moment.now))
    return effects


async def told_sender(tx: Tx, photo: SentPhoto, sentence: str, moment: Moment) -> list[Effect]:
    """Whoever sent it hears that it looks like a paper, or could not be had; they may take it back."""
    found = await reachable(tx, [(photo.tenant, photo.person_id)])
    effects: list[Effect] = []
    for contact in found.values():
        reader = words(contact.language)
        back = Button(reader("photo-take-back"), action(SEND, f"drop:{photo.id}"))
        rows: Rows = ((back,),) if photo.doubt else ()
        effects += to_person(contact, Outbound(reader(sentence), rows), new_id=moment.new_id, now=moment.now)
    return effects


def _owed(contact: Contact, message: Outbound, moment: Moment) -> list[Effect]:
    """At night it waits for the morning: there are 48 hours."""
    due_at = kept(moment.now, moment.now + min(UNDECIDED_FOR, timedelta(days=1)))
    return to_person(contact, message, new_id=moment.new_id, now=moment.now, due_at=due_at)
