"""Who comes to which shift: the leader's view, and the ways to change it."""

from handlers import crewing, leading, signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import brief, dated
from handlers.turn import Turn
from locales.formats import local, sort_name
from storage import offers, shift_cards, shifts, signups
from storage.records.offer import OfferKind, OfferState
from storage.records.signup import PlacedSignup
from storage.shift_cards import ShiftCard
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import TeamKey

PAGE = 10


class Crew(Conversation):
    """See the module. The argument is a team, or a shift."""

    name = "crew"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The shifts of a team with those who come, or one shift."""
        if opening.arg.startswith(crewing.OF_SHIFT):
            key = (opening.actor.tenant, opening.arg.removeprefix(crewing.OF_SHIFT))
            yield shift_cards.of_id.of(key)
            yield signups.of_shift.of(key)
            yield offers.of_shift.of(key)
            return
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield shifts.of_team.of(_window(key, opening))
            yield signups.of_team.of(_window(key, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """One shift with its names, or the shifts of a team with their counts."""
        if arg.startswith(crewing.OF_SHIFT):
            shift = turn.facts.get(
                shift_cards.of_id.of((turn.actor.tenant, arg.removeprefix(crewing.OF_SHIFT)))
            )
            if shift is None or not turn.leads(shift.team):
                turn.say(turn.text("crew-gone"), [[Button(turn.text("menu-team"), action("team"))]])
            else:
                self._one(turn, shift)
            return None
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        window = _window((team.tenant, team.id), Opening(turn.actor, turn.inbound, arg, turn.now))
        ahead = (turn.facts.get(shifts.of_team.of(window)) or [])[:PAGE]
        coming = signing.expected(turn.facts.get(signups.of_team.of(window)) or [])
        rows = [[self._way(turn, one, coming)] for one in ahead]
        said = turn.text("crew-which" if rows else "crew-none", team=team.name)
        more = Button(turn.text("menu-schedule"), action("schedule", team.id))
        turn.say(
            marked(turn.words, said, exercise=team.exercise),
            [*rows, [more, leading.back(turn, team)]],
        )
        return None

    def _way(self, turn: Turn, shift: PlacedShift, coming: list[PlacedSignup]) -> Button:
        here = sum(one.shift_id == shift.id for one in coming)
        label = turn.text("crew-shift", shift=brief(turn.words, shift), coming=here, needed=shift.needed)
        return Button(label, action(self.name, f"{crewing.OF_SHIFT}{shift.id}"))

    def _one(self, turn: Turn, shift: ShiftCard) -> None:
        key = (shift.tenant, shift.id)
        found = turn.facts.get(signups.of_shift.of(key)) or []
        here = signing.expected(found)
        there = {one.person_id for one in here}
        gone = {one.person_id: one for one in found if not one.open and one.person_id not in there}
        lines = [
            turn.text("crew-head", shift=dated(turn.words, shift), coming=len(here), needed=shift.needed),
            *(self._line(turn, one) for one in _sorted(here)),
            *(self._absent(turn, one) for one in _sorted(list(gone.values()))),
        ]
        searched = [
            one
            for one in turn.facts.get(offers.of_shift.of(key)) or []
            if one.kind is OfferKind.CALL and one.state is OfferState.OPEN
        ]
        if searched:
            lines.append(turn.text("crew-searching", left=searched[-1].places - searched[-1].taken))
        said = marked(turn.words, "\n".join(lines), exercise=shift.team.exercise)
        turn.say(said, self._ways(turn, shift, some=bool(here), searching=bool(searched)))

    def _line(self, turn: Turn, one: PlacedSignup) -> str:
        state = "unanswered" if one.unanswered else one.state
        return turn.text("crew-one", name=one.name, state=state)

    def _absent(self, turn: Turn, one: PlacedSignup) -> str:
        return turn.text("crew-absent", name=one.name, why=signing.why(turn.words, one))

    def _ways(self, turn: Turn, shift: ShiftCard, *, some: bool, searching: bool) -> list[list[Button]]:
        """Nobody is moved after the end."""
        back = [Button(turn.text("crew-back-list"), action(self.name, shift.team.id))]
        if shift.ends_at <= turn.now:
            return [back]
        seek = (
            Button(turn.text("call-stop"), action("call", f"stop:{shift.id}"))
            if searching
            else Button(turn.text("crew-call"), action("call", shift.id))
        )
        first = [Button(turn.text("crew-assign"), action("assign", shift.id))]
        if some:
            first.append(Button(turn.text("crew-release"), action("release", shift.id)))
        change = [Button(turn.text("crew-exchange"), action("exchange", shift.id))] if some else []
        return [first, [*change, seek], back]


def _sorted(found: list[PlacedSignup]) -> list[PlacedSignup]:
    return sorted(found, key=lambda one: sort_name(one.name))


def _window(key: TeamKey, opening: Opening) -> ShiftWindow:
    return (*key, opening.now, midnight(local(opening.now).date()) + signing.AHEAD)
