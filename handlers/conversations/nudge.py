"""Ask somebody who is late whether they are coming: once a person and shift, whoever taps."""

from collections.abc import Sequence
from datetime import timedelta

from handlers import crewing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.outgoing import best, to_person
from handlers.permissions import Access
from handlers.shift_told import placed
from handlers.turn import Turn
from locales import words
from locales.formats import given_name
from storage import lates, slots
from storage.lates import Late
from storage.records.person import Contact

ALL = "all:"
STILL = timedelta(minutes=30)
"""So long after the end of a shift it is still about one's own shift."""


class Nudge(Conversation):
    """See the module. The argument is a place, or a shift whose late ones are all meant."""

    name = "nudge"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Who is expected, who is there, who was nudged."""
        tenant = opening.actor.tenant
        if opening.arg.startswith(ALL):
            yield lates.of_shift.of((tenant, opening.arg.removeprefix(ALL)))
        elif opening.arg:
            yield lates.of_place.of((tenant, opening.arg))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """On duty, so it goes at once; what came of each is said."""
        meant = [one for one in self._meant(turn, arg) if turn.leads(one.team)]
        if not arg:
            crewing.gone(turn, arg)
            return None
        if not meant or meant[0].place.ends_at + STILL < turn.now:
            turn.say(turn.text("nudge-gone"), [[Button(turn.text("menu-team"), action("team"))]])
            return None
        late = [one for one in meant if not one.here]
        fresh = [one for one in late if one.nudged_at is None]
        told = [one for one in fresh if (contact := best(one.contacts)) and self._nudge(turn, one, contact)]
        said = {
            "nudge-done": told,
            "nudge-unreached": [one for one in fresh if one not in told],
            "nudge-already": [one for one in late if one.nudged_at is not None],
            "nudge-here": [one for one in meant if one.here],
        }
        lines = [turn.text(key, names=_names(found)) for key, found in said.items() if found]
        shift = meant[0].place.shift_id
        more = Button(turn.text("late-list-call"), action("call", shift))
        turn.say("\n".join(lines), [[more, crewing.back(turn, shift)]])
        return None

    def _meant(self, turn: Turn, arg: str) -> Sequence[Late]:
        tenant = turn.actor.tenant
        if arg.startswith(ALL):
            return turn.facts.get(lates.of_shift.of((tenant, arg.removeprefix(ALL)))) or []
        one = turn.facts.get(lates.of_place.of((tenant, arg))) if arg else None
        return [one] if one else []

    def _nudge(self, turn: Turn, one: Late, contact: Contact) -> bool:
        """One message to one person; the slot makes it the only one."""
        reader, place = words(contact.language), one.place
        said = reader("nudge-asked", shift=placed(reader, place), team=one.team.name)
        message = Outbound(
            marked(reader, said, exercise=one.team.exercise),
            (
                (
                    Button(reader("menu-check-in"), action("check_in")),
                    Button(reader("my-shifts-absent"), action("absence", place.id)),
                ),
            ),
            lane=Lane.ROLE,
            unsure=Unsure.NEVER,
            deadline_at=place.ends_at,
        )
        turn.note(
            slots.claimed(lates.slot(place), turn.now, late=False),
            *to_person(contact, message, new_id=turn.new_id, now=turn.now),
        )
        return True


def _names(found: Sequence[Late]) -> str:
    return ", ".join(given_name(one.place.name) for one in found)
