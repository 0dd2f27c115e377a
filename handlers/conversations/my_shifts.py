"""The shifts I come to, and what I can still do about each."""

from handlers import signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.shift_told import brief, dated
from handlers.turn import Turn
from storage import offers, signups
from storage.records.signup import PlacedSignup, SignupState

DROP = "drop"
MOST = 20
"""Shifts listed at once."""


class MyShifts(Conversation):
    """See the module. The argument is a place, or one to give back."""

    name = "my_shifts"
    command = "cacuatoi"
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """One's own places."""
        yield signing.need(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """All of them, or one with its buttons."""
        verb, _, place_id = arg.rpartition(":")
        mine = signing.mine(turn)
        one = next((one for one in mine if one.id == place_id), None)
        if place_id and one is None:
            turn.say(turn.text("my-shifts-gone"), [[Button(turn.text("menu-sign-up"), action("sign_up"))]])
        elif one is None:
            self._all(turn, mine)
        elif verb == DROP and one.starts_at > turn.now:
            self._drop(turn, one)
        else:
            said = turn.text("my-shifts-one", shift=dated(turn.words, one), state=one.state)
            turn.say(said, self._ways(turn, one))
        return None

    def _all(self, turn: Turn, mine: list[PlacedSignup]) -> None:
        more = [Button(turn.text("menu-sign-up"), action("sign_up"))]
        if not mine:
            turn.say(turn.text("my-shifts-none"), [more])
            return
        lines = [
            turn.text("my-shifts-line", shift=dated(turn.words, one), state=one.state) for one in mine[:MOST]
        ]
        rows = [[Button(brief(turn.words, one), action(self.name, one.id))] for one in mine[:MOST]]
        turn.say("\n".join([turn.text("my-shifts-head", count=len(mine)), *lines]), [*rows, more])

    def _ways(self, turn: Turn, one: PlacedSignup) -> list[list[Button]]:
        """Near the shift one says whether one comes; long before, one just gives the place back."""
        swap = Button(turn.text("my-shifts-swap"), action("swap", one.id))
        absent = Button(turn.text("my-shifts-absent"), action("absence", one.id))
        if one.starts_at <= turn.now:
            return [[Button(turn.text("menu-check-in"), action("check_in"))], [absent]]
        if one.starts_at - turn.now > signing.SHORT and one.state is not SignupState.ASSIGNED:
            drop = Button(turn.text("my-shifts-drop"), action(self.name, f"{DROP}:{one.id}"))
            return [[drop, swap]]
        pledged = one.state is SignupState.PLEDGED
        coming = [] if pledged else [Button(turn.text("my-shifts-pledge"), action("pledge", one.id))]
        return [coming, [absent, swap]]

    def _drop(self, turn: Turn, one: PlacedSignup) -> None:
        """Give the place back. Shortly before the shift that is an absence, of which the leaders hear."""
        if one.starts_at - turn.now > signing.SHORT:
            turn.note(signups.released(one, turn.now, told_at=turn.now))
        else:
            turn.note(signups.absent(one, turn.now, reason=""))
        turn.note(offers.place_gone(one.tenant, one.id, turn.now))
        again = Button(turn.text("undo"), action("sign_up", one.shift_id))
        more = Button(turn.text("menu-sign-up"), action("sign_up"))
        turn.say(turn.text("my-shifts-dropped", shift=dated(turn.words, one)), [[again, more]])
