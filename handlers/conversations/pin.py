"""My PIN: set it, change it, take it away, forget it; typed on a page, never in the chat."""

from handlers import controller, locking
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.job import leaders
from handlers.locking import FORGOT
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best, to_person
from handlers.permissions import Access
from handlers.turn import Turn
from locales import words
from locales.formats import clock, given_name, local, short_day
from storage import people, pins
from storage.records.pin import FORGOTTEN_AFTER, Pin

KEEP = "keep"


class MyPin(Conversation):
    """See the module. A forgotten one ends a day later, which whoever found the phone has to wait for, and
    of which the leaders of the team hear."""

    name = "pin"
    command = "makhoa"
    access = Access.ANYONE
    keeps_form = True
    always_open = True
    heard_first = True
    shortcuts = (FORGOT,)

    def needs(self, opening: Opening) -> Needs:
        """The PIN, and whom to tell that it was forgotten."""
        yield from controller.needs(opening)
        if opening.actor.person is None:
            return
        yield pins.of_person.of(opening.actor.key)
        if opening.arg == FORGOT:
            for one in opening.actor.in_teams:
                yield people.members.of((one.tenant, one.team_id))
                yield people.team_contacts.of((one.tenant, one.team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Show the way to the page; or let a forgotten PIN end, or keep it after all."""
        if turn.actor.person is None:
            turn.say(turn.text("my-data-stranger", **controller.named(turn)))
            return None
        pin = turn.facts.get(pins.of_person.of(turn.actor.key))
        if pin is None or not pin.stands(turn.now):
            turn.say(turn.text("pin-none", link=locking.page(turn)), [[_back(turn)]])
        elif arg == FORGOT:
            self._forget(turn, pin)
        elif arg == KEEP:
            turn.note(pins.tried(pin, pin.model_copy(update={"gone_at": None})))
            turn.say(turn.text("pin-kept"), [[_back(turn)]])
        else:
            forgot = [Button(turn.text("pin-forgot"), action(self.name, FORGOT))]
            said = turn.text("pin-there", day=short_day(local(pin.set_at).date()), link=locking.page(turn))
            turn.say(said, [forgot, [_back(turn)]])
        return None

    def _forget(self, turn: Turn, pin: Pin) -> None:
        """It ends a day after it was first called forgotten."""
        ends_at = pin.gone_at or turn.now + FORGOTTEN_AFTER
        if pin.gone_at is None:
            turn.note(pins.tried(pin, pin.model_copy(update={"gone_at": ends_at})))
            self._tell(turn)
        keep = [Button(turn.text("pin-keep"), action(self.name, KEEP))]
        when = {"day": short_day(local(ends_at).date()), "hour": clock(ends_at)}
        turn.say(turn.text("pin-forgotten", **when), [keep])

    def _tell(self, turn: Turn) -> None:
        """The leaders: a thief forgets PINs too."""
        person = turn.actor.person
        name = given_name(person.name) if person else ""
        told: set[str] = {turn.actor.key[1]}
        for one in turn.actor.in_teams:
            team = (one.tenant, one.team_id)
            contacts = turn.facts.get(people.team_contacts.of(team)) or []
            for _, leader in leaders(turn.facts, team):
                contact = best(each for each in contacts if each.person_id == leader)
                if contact is None or leader in told:
                    continue
                told.add(leader)
                said = words(contact.language or "vi")("pin-alarm-forgotten", name=name)
                message = Outbound(said, lane=Lane.URGENT)
                turn.note(*to_person(contact, message, new_id=turn.new_id, now=turn.now))


def _back(turn: Turn) -> Button:
    return Button(turn.text("menu-my-data"), action("my_data"))
