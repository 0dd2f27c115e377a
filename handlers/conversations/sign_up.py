"""Sign up to a planned shift: one tap, while there is a place and nothing else at that time."""

from collections.abc import Sequence
from datetime import date

from handlers import signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.engine import Answer, Day
from handlers.exercise import marked
from handlers.messages import Button
from handlers.shift_told import brief, dated
from handlers.turn import Turn
from locales.formats import local
from storage import shifts, signups, teams
from storage.records.signup import PlacedSignup, SignupState
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import TeamKey

PAGE = 8
_PAGE_MARK = "*"


class SignUp(Conversation):
    """See the module. The argument is a shift, a page, or a day in words: "/dangky mai"."""

    name = "sign_up"
    command = "dangky"
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """One's own places, and each team's shifts with those who come."""
        yield signing.need(opening)
        for one in opening.actor.in_teams:
            key = (one.tenant, one.team_id)
            yield teams.card.of(key)
            yield shifts.of_team.of(_window(key, opening))
            yield signups.of_team.of(_window(key, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The shifts ahead, each a button; the one that was tapped is signed up to first."""
        ahead = self._ahead(turn)
        chosen = next((at for at, one in enumerate(ahead) if one.id == arg), None)
        if chosen is not None:
            self._sign(turn, ahead, ahead[chosen], chosen // PAGE)
        elif "-" in arg and " " not in arg:
            self._list(turn, ahead, turn.text("sign-up-gone"))
        elif (day := _day(turn, arg)) is not None:
            of_day = [one for one in ahead if local(one.starts_at).date() == day]
            self._list(turn, of_day or ahead, turn.text("sign-up-which" if of_day else "sign-up-no-day"))
        else:
            self._list(turn, ahead, turn.text("sign-up-which"), page=_page(arg))
        return None

    def _sign(self, turn: Turn, ahead: list[PlacedShift], shift: PlacedShift, page: int) -> None:
        """Sign up, or say why not."""
        mine = signing.mine(turn)
        told, clash = dated(turn.words, shift), signing.clash(mine, shift)
        if clash is not None and clash.shift_id == shift.id:
            self._list(turn, ahead, turn.text("sign-up-already", shift=told), page=page)
            return
        if clash is not None:
            said = turn.text("sign-up-clash", shift=told, other=dated(turn.words, clash))
            self._list(turn, ahead, said, page=page)
            return
        if self._left(turn, shift) == 0:
            said = turn.text("sign-up-full", shift=told, needed=shift.needed)
            self._list(turn, ahead, said, page=page)
            return
        place = signing.begun(
            shift,
            turn.actor.key[1],
            SignupState.SIGNED,
            new_id=turn.new_id(),
            now=turn.now,
            told_at=turn.now,
        )
        turn.note(*signups.signed(place))
        said = marked(turn.words, turn.text("sign-up-done", shift=told), exercise=self._exercise(turn, shift))
        self._list(turn, ahead, said, page=page, new=(shift.id, place.id))

    def _list(
        self,
        turn: Turn,
        ahead: Sequence[PlacedShift],
        said: str,
        *,
        page: int = 0,
        new: tuple[str, str] = ("", ""),
    ) -> None:
        """The shifts of a page; those one comes to lead to what can be done about them. ``new`` is the shift
        and the place that were just written."""
        if not ahead:
            turn.say(turn.text("sign-up-none"), [[Button(turn.text("menu-schedule"), action("schedule"))]])
            return
        held = {one.shift_id: one.id for one in signing.mine(turn)} | dict([new])
        shown = ahead[page * PAGE : (page + 1) * PAGE] or ahead[:PAGE]
        rows = [[self._button(turn, one, held.get(one.id))] for one in shown]
        if (page + 1) * PAGE < len(ahead):
            rows.append([Button(turn.text("sign-up-more"), action(self.name, f"{_PAGE_MARK}{page + 1}"))])
        if len(held) > 1 or new[0]:
            rows.append([Button(turn.text("menu-my-shifts"), action("my_shifts"))])
        turn.say(said, rows)

    def _button(self, turn: Turn, shift: PlacedShift, mine: str | None) -> Button:
        at_once = [one for one in self._ahead(turn) if one.starts_at == shift.starts_at]
        named = dated(turn.words, shift) if len(at_once) > 1 else brief(turn.words, shift)
        if mine:
            return Button(turn.text("sign-up-mine", shift=named), action("my_shifts", mine))
        left = self._left(turn, shift)
        label = turn.text("sign-up-free", shift=named, left=-1 if left is None else left)
        return Button(label, action(self.name, shift.id))

    def _left(self, turn: Turn, shift: PlacedShift) -> int | None:
        coming = [one for one in signing.expected(self._signed(turn, shift)) if one.shift_id == shift.id]
        return signing.left(shift.needed, len(coming))

    def _signed(self, turn: Turn, shift: PlacedShift) -> list[PlacedSignup]:
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        key = (shift.tenant, shift.team_id)
        return turn.facts.get(signups.of_team.of(_window(key, opening))) or []

    def _ahead(self, turn: Turn) -> list[PlacedShift]:
        """The shifts of one's teams that have not begun, the next one first."""
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        found = []
        for one in turn.actor.in_teams:
            card = turn.facts.get(teams.card.of((one.tenant, one.team_id)))
            if card is not None and card.closed_at is None:
                window = _window((one.tenant, one.team_id), opening)
                found += turn.facts.get(shifts.of_team.of(window)) or []
        return sorted((one for one in found if one.starts_at > turn.now), key=_order)

    def _exercise(self, turn: Turn, shift: PlacedShift) -> bool:
        card = turn.facts.get(teams.card.of((shift.tenant, shift.team_id)))
        return card is not None and card.exercise


def _order(shift: PlacedShift) -> tuple[float, str, str]:
    return shift.starts_at.timestamp(), shift.place_name, shift.id


def _window(key: TeamKey, opening: Opening) -> ShiftWindow:
    return (*key, opening.now, midnight(local(opening.now).date()) + signing.AHEAD)


def _page(arg: str) -> int:
    number = arg.removeprefix(_PAGE_MARK)
    return int(number) if arg.startswith(_PAGE_MARK) and number.isdecimal() and len(number) < 3 else 0


def _day(turn: Turn, arg: str) -> date | None:
    """The day that ``arg`` names."""
    found = Day(ahead=True).read(Answer(text=arg, today_on=turn.today_on)) if arg else None
    return date.fromisoformat(found) if isinstance(found, str) else None
