"""Check others in: a list of names to tick, also of people without a phone; taken back within ten minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from handlers import leading, roll_call, ticked
from handlers.closing import taken_to_end
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Many, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import placed
from handlers.turn import UNDO_FOR, Turn
from locales.formats import clock, given_name, sort_name
from storage import attendances, expected, people, shifts, signups, ticks
from storage.records.roster import Expected, Tick
from storage.records.team import TeamCard
from storage.records.work import Attendance
from storage.shifts import PlacedShift

MOST = 90
"""Names on one list: a keyboard of Telegram has a hundred buttons."""
SHOWN = 8
"""Missing names that are told."""
_UNDO, _HERE = "undo", "here"


class TickForm(Form):
    """Which shift, and who was there."""

    name: ClassVar[str] = "tick"
    summary: ClassVar[bool] = False

    shift: Annotated[str | None, Choice()] = None
    who: Annotated[tuple[str, ...], Many(whole=True)] = ()
    team: str = ""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A name on the list: a member, or somebody still expected. ``coming`` says that they signed up; ``held``
    is their presence at the shift, ``elsewhere`` another one that is under way."""

    id: str
    name: str
    member: bool = False
    pending: bool = False
    coming: bool = False
    held: Attendance | None = None
    elsewhere: Attendance | None = None


class TickList(Conversation):
    """See the module. A leader vouches for others, never for themself."""

    name = "tick"
    access = Access.LEADER
    form = TickForm

    def takes(self, rest: str) -> bool:
        """Everybody in one message: "điểm danh hộ tất cả trừ Hùng"."""
        return roll_call.read_everyone(rest) is not None

    def needs(self, opening: Opening) -> Needs:
        """The team with everybody on its list, its shifts, and who is there; or the tick to take back."""
        verb, _, tick_id = opening.arg.partition(":")
        if verb == _UNDO:
            yield ticks.by_id.of((opening.actor.tenant, tick_id))
            return
        if roll_call.read_everyone(opening.arg) is not None:
            opening = replace(opening, arg="")
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield expected.of_team.of(key)
            yield shifts.of_team.of(ticked.window(key, opening.now))
            yield signups.of_team.of(ticked.window(key, opening.now))
            yield attendances.of_team.of(ticked.days(key, opening.now))
            yield attendances.open_of_members.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list of the shift that is on; of several that may be meant, first which one."""
        but = roll_call.read_everyone(arg)
        verb, _, rest = arg.partition(":")
        if verb == _UNDO:
            self._undo(turn, rest)
            return None
        arg = "" if but is not None else arg
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        if rest == _HERE:
            self._confirm(turn, team)
            return None
        found = ticked.planned(turn, (team.tenant, team.id))
        if but is not None:
            found = ticked.under_way(found, turn.now) or found
        given: dict[str, Any] = {"team": team.id}
        if len(found) > 1:
            return Begin(given)
        shift = found[0] if found else None
        given["shift"] = shift.id if shift else ticked.FREE
        listed = self._listed(turn, team, shift)
        if not listed:
            turn.say(turn.text("tick-nobody", team=team.name), self._ways(turn, team))
            return None
        return Begin(given) if but is None else self._everyone(turn, given, listed, but)

    def _everyone(
        self, turn: Turn, given: dict[str, Any], listed: Sequence[_Listed], but: Sequence[str]
    ) -> Begin:
        """Everybody who is expected, but those named; a name that is not clear is asked for on the list."""
        coming = [one for one in listed if one.coming or one.held] or listed
        who, unclear = roll_call.without(but, [(one.name, one.id) for one in coming])
        if unclear or not who:
            return Begin(given, before=turn.text("tick-unclear", names=", ".join(unclear or but)))
        return Begin({**given, "who": who})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The shifts, or everybody on the list whom no leader has seen there yet."""
        team = leading.of_form(turn)
        if team is None:
            return []
        found = ticked.planned(turn, (team.tenant, team.id))
        if field == "shift":
            free = Option(ticked.FREE, turn.text("check-in-free"))
            return [*(Option(one.id, placed(turn.words, one)) for one in found), free]
        return [
            Option(one.id, f"{one.name} · {clock(one.held.in_at)}" if one.held else one.name)
            for one in self._listed(turn, team, self._shift(turn, team, _chosen_shift(turn)))
        ]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Which shift the list is about, and how many are on it already."""
        team = leading.of_form(turn)
        if team is None:
            return turn.text("team-gone")
        if field.name == "shift":
            return turn.text("tick-shift", team=team.name)
        shift = self._shift(turn, team, _chosen_shift(turn))
        came = ticked.came(turn, (team.tenant, team.id), shift)
        return turn.text(
            "tick-who",
            team=team.name,
            shift=placed(turn.words, shift) if shift else turn.text("check-in-free"),
            sure=sum(one.by_leader for one in came.values()),
        )

    def finish(self, turn: Turn, draft: TickForm) -> None:
        """Presences on the leader's word; who had checked in alone is confirmed."""
        team = leading.team(turn, draft.team)
        shift = self._shift(turn, team, draft.shift) if team else None
        if team is None or (shift is None and draft.shift != ticked.FREE):
            turn.say(turn.text("team-gone" if team is None else "tick-over"))
            return
        listed = self._listed(turn, team, shift)
        chosen = [one for one in listed if one.id in draft.who]
        added = [self._presence(turn, team, shift, one) for one in chosen if one.held is None]
        tick = ticked.stroke(turn, team, added, [one.held for one in chosen if one.held is not None])
        turn.note(*(expected.seen(one, turn.now) for one in _names(turn, team) if one.id in draft.who))
        missing = [given_name(one.name) for one in listed if one not in chosen and one.held is None]
        said = turn.text(
            "tick-done",
            shift=placed(turn.words, shift) if shift else turn.text("check-in-free"),
            added=len(tick.added),
            confirmed=len(tick.confirmed),
            since=clock(added[0].in_at) if added else "",
            missing=len(missing),
            names=", ".join(missing[:SHOWN]) + (" …" if len(missing) > SHOWN else ""),
        )
        self._say(turn, team, tick, said)

    def _confirm(self, turn: Turn, team: TeamCard) -> None:
        """The leader's word for everybody who is there now and checked in alone."""
        found = turn.facts.get(attendances.of_team.of(ticked.days((team.tenant, team.id), turn.now))) or []
        there = [one for one in found if one.out_at is None and not one.by_leader]
        there = [one for one in there if one.person_id != turn.actor.key[1]]
        if not there:
            turn.say(turn.text("tick-confirmed-all"), self._ways(turn, team))
            return
        tick = ticked.stroke(turn, team, [], there)
        self._say(turn, team, tick, turn.text("tick-confirmed", count=len(there)))

    def _undo(self, turn: Turn, tick_id: str) -> None:
        """Take one's own tick of the last minutes back."""
        tick = turn.facts.get(ticks.by_id.of((turn.actor.tenant, tick_id)))
        own = tick is not None and tick.person_id == turn.actor.key[1]
        if tick is None or not own or tick.ticked_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
        elif tick.undone_at is not None:
            turn.say(turn.text("tick-undone"))
        else:
            turn.note(*ticked.undone(tick, turn.now))
            again = Button(turn.text("team-tick"), action(self.name, tick.team_id))
            turn.say(turn.text("tick-undone"), [[again]])

    def _presence(self, turn: Turn, team: TeamCard, shift: PlacedShift | None, one: _Listed) -> Attendance:
        """A new presence; another one that nobody ended makes room for it, one under way stands."""
        held = one.elsewhere
        if held is not None and held.team_id == team.id:
            known = ticked.planned(turn, (team.tenant, team.id))
            ended_at = taken_to_end(held, next((it.ends_at for it in known if it.id == held.shift_id), None))
            if ended_at <= turn.now:
                turn.note(attendances.closed(held, ended_at, turn.now, "auto"))
                held = None
        return ticked.presence(
            turn,
            team,
            shift,
            person_id=one.id,
            guest="" if one.member else one.name,
            pending=one.pending,
            stays=one.member and held is None,
        )

    def _listed(self, turn: Turn, team: TeamCard, shift: PlacedShift | None) -> list[_Listed]:
        """Everybody whom no leader has seen at the shift yet: those signed up for it first, then by name."""
        key = (team.tenant, team.id)
        came = ticked.came(turn, key, shift)
        busy = {one.person_id: one for one in turn.facts.get(attendances.open_of_members.of(key)) or []}
        signed = turn.facts.get(signups.of_team.of(ticked.window(key, turn.now))) or []
        coming = {one.person_id for one in signed if one.open and shift and one.shift_id == shift.id}
        found = [
            _Listed(
                one.person_id,
                one.name,
                member=True,
                pending=one.pending,
                coming=one.person_id in coming,
                held=came.get(one.person_id),
                elsewhere=busy.get(one.person_id),
            )
            for one in turn.facts.get(people.members.of(key)) or []
            if one.person_id != turn.actor.key[1]
        ]
        found += [_Listed(one.id, one.name, held=came.get(one.id)) for one in _names(turn, team)]
        unseen = [one for one in found if one.held is None or not one.held.by_leader]
        return sorted(unseen, key=lambda one: (not one.coming, sort_name(one.name), one.id))[:MOST]

    def _shift(self, turn: Turn, team: TeamCard, shift_id: str | None) -> PlacedShift | None:
        found = ticked.planned(turn, (team.tenant, team.id))
        return next((one for one in found if one.id == shift_id), None)

    def _say(self, turn: Turn, team: TeamCard, tick: Tick, said: str) -> None:
        undo = Button(turn.text("undo"), action(self.name, f"{_UNDO}:{tick.id}"))
        ways = self._ways(turn, team)
        turn.say(marked(turn.words, said, exercise=team.exercise), [[undo], *ways])

    def _ways(self, turn: Turn, team: TeamCard) -> list[list[Button]]:
        guests = Button(turn.text("tick-guests"), action("guests", team.id))
        return [[guests, leading.back(turn, team)]]


def _chosen_shift(turn: Turn) -> str | None:
    return turn.session.draft.get("shift") if turn.session else None


def _names(turn: Turn, team: TeamCard) -> list[Expected]:
    """Names on the list that have not become anybody."""
    found = turn.facts.get(expected.of_team.of((team.tenant, team.id))) or []
    return [one for one in found if not one.person_id]
