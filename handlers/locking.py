"""What a found phone must not open: whoever has set a PIN gives it first, on a page, so that it stands in no
chat."""

from datetime import timedelta

from handlers.conversation import Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.turn import Turn
from locales.formats import clock
from storage import pins, rights

LINK_LIVES = timedelta(minutes=10)
FORGOT = "forgot"


def needs(conversation: Conversation, opening: Opening) -> Needs:
    """The PIN of whoever opens something that asks for it."""
    if opening.actor.person is not None and conversation.guards(opening.arg):
        yield pins.of_person.of(opening.actor.key)


def held_back(turn: Turn, conversation: Conversation, arg: str) -> bool:
    """Whether a PIN has to be given first; then where and how was said."""
    if turn.actor.person is None or not conversation.guards(arg):
        return False
    pin = turn.facts.get(pins.of_person.of(turn.actor.key))
    if pin is None or not pin.asked(turn.now):
        return False
    again = [Button(turn.text("pin-go-on"), action(conversation.name, arg))]
    forgot = [Button(turn.text("pin-forgot"), action("pin", FORGOT))]
    if pin.reopens_at is not None and pin.shut(turn.now):
        turn.say(turn.text("pin-shut", until=clock(pin.reopens_at)), [again, forgot])
    else:
        ends_at = turn.now + LINK_LIVES
        turn.say(turn.text("pin-first", link=page(turn)), [again, forgot], deadline_at=ends_at)
    return True


def page(turn: Turn) -> str:
    """A new address of the page on which whoever speaks gives, sets or changes their PIN."""
    token = turn.desk.new_token()
    turn.note(rights.linked(token, turn.actor.key, turn.now + LINK_LIVES, rights.PIN))
    return f"{turn.desk.public_url}/ma-khoa/{token}"
