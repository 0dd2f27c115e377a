"""Say that I will come: one tap for all my shifts of a day."""

from handlers import signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.messages import Button
from handlers.shift_told import dated
from handlers.turn import Turn
from storage import signups
from storage.records.signup import PlacedSignup, SignupState


class Pledge(Conversation):
    """See the module. The argument is a place or a day; without one, the next shift's day is meant."""

    name = "pledge"
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """One's own places."""
        yield signing.need(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Note it, and say what was promised."""
        mine = [one for one in signing.mine(turn) if one.starts_at > turn.now]
        meant = _meant(mine, arg)
        if not meant:
            turn.say(turn.text("pledge-none"), [[Button(turn.text("menu-sign-up"), action("sign_up"))]])
            return None
        turn.note(*(signups.pledged(one, turn.now) for one in meant if one.state is not SignupState.PLEDGED))
        said = turn.text("pledge-done", shifts="; ".join(dated(turn.words, one) for one in meant))
        absent = Button(
            turn.text("my-shifts-absent"), action("absence", meant[0].id if len(meant) == 1 else "")
        )
        turn.say(said, [[absent]])
        return None


def _meant(mine: list[PlacedSignup], arg: str) -> list[PlacedSignup]:
    """The place that ``arg`` names, or all of the day it names; of the next day without it."""
    if any(one.id == arg for one in mine):
        return [one for one in mine if one.id == arg]
    day = arg or (day_on(mine[0].starts_at) if mine else "")
    return [one for one in mine if day_on(one.starts_at) == day]
