"""Where messages are scarce, the evening digest rides on what its leader asks once the day's shifts are over,
and does not come by itself any more."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from handlers import digest, held
from handlers.conversation import Opening
from handlers.days import midnight
from handlers.job import leaders
from handlers.permissions import Actor
from handlers.section import Picture
from handlers.turn import Turn
from locales.formats import local
from storage import digests, slots
from storage.attendances import TeamDays
from storage.slots import Slot
from storage.sources import Need, TeamKey

DIGEST = "evening_digest"
"""The kind of slot that says: this team has had its digest."""
AHEAD = timedelta(hours=7)
"""So long before its hour a digest may be told: half a day of a team whose morning is over."""
LINGER = timedelta(minutes=15)
"""How long after a shift people still check out."""
FROM = 11
"""Hour of the day before which no day is over."""


def needs(opening: Opening) -> Iterator[Need[Any, Any]]:
    """The day of the only team whoever wrote leads, where it may be over."""
    key = None if opening.plenty else _team(opening.actor, opening.now)
    if key is not None:
        yield from digest.needs(key, local(opening.now).date())
        yield digests.last.of(_today(key, opening.now))


def ride(turn: Turn, *, shown: str) -> None:
    """Put the digest under the answer; where the answer was the digest of the team ``shown``, only note that
    there has been one. Nothing while a form is open: what is asked there comes first."""
    seen = _due(turn)
    if seen is None or turn.session is not None or not turn.replies:
        if shown:
            held.told(turn, shown, last=False)
        return
    if shown != seen.team.id:
        message, last = digest.told(turn.words, seen), turn.replies[-1]
        if not held.room(turn, message):
            return
        turn.say(message.text, [*last.choices, *message.choices])
    at = midnight(seen.day) + timedelta(minutes=seen.team.digest_minute)
    slot = Slot(tenant=seen.team.tenant, kind=DIGEST, subject=seen.team.id, slot_at=at)
    held.told(turn, seen.team.id, last=True)
    turn.note(slots.noted(slot, turn.now), digests.sent(digest.said(seen, turn.now)))


def _due(turn: Turn) -> Picture | None:
    """The day that is over, its digest still ahead, and nobody else waiting for it."""
    key = None if turn.plenty else _team(turn.actor, turn.now)
    if key is None:
        return None
    told = turn.facts.get(digests.last.of(_today(key, turn.now)))
    seen = None if told else digest.picture(turn.facts, key, turn.today_on)
    if seen is None or seen.silent or leaders(turn.facts, key) != [turn.actor.key]:
        return None
    at = midnight(seen.day) + timedelta(minutes=seen.team.digest_minute)
    over = all(one.ends_at + LINGER <= turn.now for one in seen.shifts)
    return seen if over and timedelta(0) < at - turn.now <= AHEAD else None


def _team(actor: Actor, now: datetime) -> TeamKey | None:
    """The only team whoever wrote leads, at an hour at which its day may be over."""
    early = local(now).hour < FROM
    return None if early or len(actor.led) != 1 or actor.coordinated else (actor.tenant, actor.led[0])


def _today(key: TeamKey, now: datetime) -> TeamDays:
    day = local(now).date().isoformat()
    return *key, day, day
