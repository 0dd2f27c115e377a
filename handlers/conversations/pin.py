"""My PIN: set it, change it, take it away, forget it; typed on a page, never in the chat."""

from handlers import controller, locking, pin_alarm
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.job import Moment
from handlers.locking import FORGOT
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock, local, short_day
from storage import pins
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
            yield from pin_alarm.needs(opening.actor.in_teams)

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
            self._alarm(turn)
        keep = [Button(turn.text("pin-keep"), action(self.name, KEEP))]
        when = {"day": short_day(local(ends_at).date()), "hour": clock(ends_at)}
        turn.say(turn.text("pin-forgotten", **when), [keep])

    def _alarm(self, turn: Turn) -> None:
        """The leaders hear of it."""
        person, held, moment = turn.actor.person, turn.actor.in_teams, Moment(turn.now, turn.new_id)
        if person:
            turn.note(*pin_alarm.alarm(pin_alarm.FORGOTTEN, person, held, turn.facts, moment))


def _back(turn: Turn) -> Button:
    return Button(turn.text("menu-my-data"), action("my_data"))
