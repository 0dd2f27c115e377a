"""The roll-ups of the units one level below: who has sent, each one to read, to lock or to return."""

from collections.abc import Sequence

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access, Actor, decides_for
from handlers.turn import UNDO_FOR, Turn
from handlers.weekly import asked, told
from handlers.weekly.asked import asking
from locales.formats import clock, local, near_day
from storage import rollups, week_pictures
from storage.fold import fold
from storage.records.period import Period
from storage.records.rollup import Rollup, RollupState
from storage.rollups import STANDING, RollupKey, UnitKey
from storage.week_pictures import WeekBelow, WeekKey

SEE = "see"
OPEN, LOCK, UNLOCK, KEEP = "open", "lock", "unlock", "keep"
STEPS = (OPEN, LOCK, UNLOCK, KEEP)
"""What is done with one roll-up: read it, lock it, take either decision back."""
PAGE = 8
"""Units offered at once."""
MOST_NAMED = 20
"""Units named that have not sent."""


class WeeklyUnits(Conversation):
    """See the module. The argument is a week and a page (``see:01:261116:2``), or a step with one roll-up
    (``lock:00235-261116-1``)."""

    name = "weekly_units"
    access = Access.TOTALS
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """One roll-up, or the newest ones of the week."""
        if (key := _named(opening.actor, opening.arg)) is not None:
            yield rollups.by_id.of(key)
            yield rollups.after.of(key)
        elif week := _week(opening.actor, opening.arg, day_on(opening.now)):
            yield week_pictures.below.of(week)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list, one roll-up, or a step of it."""
        key = _named(turn.actor, arg)
        if key is None:
            self._list(turn, arg)
            return None
        found = turn.facts.get(rollups.by_id.of(key))
        if found is None or not found.body or not decides_for(turn.actor, found.tenant, found.unit_code):
            turn.say(turn.text("weekly-gone"), [[Button(turn.text("weekly-units-all"), action(self.name))]])
        elif (after := self._after(turn, arg.partition(":")[0], found)) is not None:
            turn.note(rollups.saved(after))
            self._done(turn, after)
        else:
            self._show(turn, found)
        return None

    def _done(self, turn: Turn, after: Rollup) -> None:
        """Only the decision: whoever made it has just read the roll-up."""
        locked = after.state is RollupState.LOCKED
        unit = _unit(turn, after)
        said = turn.text("weekly-units-locked" if locked else "weekly-units-sent", unit=unit)
        other = self._way(turn, after, UNLOCK if locked else LOCK)
        back = Button(turn.text("weekly-units-back"), self._home(turn, after))
        turn.say(said, [[other, self._way(turn, after, OPEN), back]])

    def _after(self, turn: Turn, verb: str, found: Rollup) -> Rollup | None:
        """What a step makes of a roll-up; None where it makes nothing."""
        mine = found.decided_by == turn.actor.key[1]
        lately = mine and found.decided_at is not None and found.decided_at >= turn.now - UNDO_FOR
        decided = {"decided_at": turn.now, "decided_by": turn.actor.key[1]}
        undone = {"state": RollupState.SENT, "decided_at": None, "decided_by": "", "reason": ""}
        if verb == LOCK and found.state is RollupState.SENT:
            return found.model_copy(update={"state": RollupState.LOCKED, **decided})
        if verb == UNLOCK and found.state is RollupState.LOCKED and lately:
            return found.model_copy(update=undone)
        followed = turn.facts.get(rollups.after.of((found.tenant, found.id)))
        if verb == KEEP and found.state is RollupState.RETURNED and lately and not followed:
            return found.model_copy(update=undone)
        return None

    def _show(self, turn: Turn, found: Rollup) -> None:
        document = found.document
        if document is not None:
            said = [told.told(turn.words, document), "", self._stage(turn, found)]
            turn.say("\n".join(said), self._ways(turn, found))

    def _stage(self, turn: Turn, found: Rollup) -> str:
        at = found.sent_at or turn.now
        return turn.text(
            "weekly-units-stage",
            state=found.state,
            at=clock(at),
            day=near_day(local(at).date(), turn.words.language),
            reason=found.reason or "none",
        )

    def _ways(self, turn: Turn, found: Rollup) -> list[list[Button]]:
        rows = []
        if found.state is RollupState.SENT:
            back = Button(turn.text("weekly-units-return"), action("weekly_return", found.id))
            rows.append([self._way(turn, found, LOCK), back])
        elif self._after(turn, UNLOCK, found):
            rows.append([self._way(turn, found, UNLOCK)])
        period = Period(found.since_on, found.until_on)
        why = Button(turn.text("weekly-why-open"), asking("weekly_why", SEE, found.unit_code, period))
        return [*rows, [why, Button(turn.text("weekly-units-back"), self._home(turn, found))]]

    def _way(self, turn: Turn, found: Rollup, verb: str) -> Button:
        return Button(turn.text(f"weekly-units-{verb}"), action(self.name, f"{verb}:{found.id}"))

    def _home(self, turn: Turn, found: Rollup) -> str:
        """The list of the week in which this one ends."""
        period = Period(found.until_on, found.until_on)
        return asking(self.name, SEE, asked.unit_of(turn.actor, ""), period)

    def _list(self, turn: Turn, arg: str) -> None:
        week = _week(turn.actor, arg, day_on(turn.now))
        seen = turn.facts.get(week_pictures.below.of(week)) if week else None
        if seen is None:
            turn.say(turn.text("weekly-units-none"), [[Button(turn.text("weekly-open"), action("weekly"))]])
            return
        came = sorted((one for one in seen.newest.values() if one.state in STANDING), key=_waiting_first)
        missing = [key for key in seen.expected if key not in {(one.tenant, one.unit_code) for one in came}]
        wanted = asked.read(arg, (SEE,))
        page = int(wanted.rest[0]) if wanted.rest and wanted.rest[0].isdecimal() else 0
        shown = came[page * PAGE : (page + 1) * PAGE]
        rows = [[Button(self._labelled(turn, one), action(self.name, f"{OPEN}:{one.id}"))] for one in shown]
        if (page + 1) * PAGE < len(came):
            more = asking(self.name, SEE, seen.unit_code, seen.period, str(page + 1))
            rows.append([Button(turn.text("weekly-units-more"), more)])
        if missing and turn.today_on >= seen.period.until:
            level = "central" if turn.actor.central else "province"
            remind = turn.text("weekly-nudge-open", level=level, count=len(missing))
            rows.append([Button(remind, asking("weekly_nudge", SEE, seen.unit_code, seen.period))])
        back = Button(turn.text("weekly-open"), asking("weekly", SEE, seen.unit_code, seen.period))
        turn.say("\n".join(self._lines(turn, seen, came, missing)), [*rows, [back]])

    def _lines(
        self, turn: Turn, seen: WeekBelow, came: Sequence[Rollup], missing: Sequence[UnitKey]
    ) -> list[str]:
        locked = sum(one.state is RollupState.LOCKED for one in came)
        head = turn.text(
            "weekly-units-head",
            week=told.week_named(turn.words, seen.period),
            sent=len(came),
            below=len(came) + len(missing),
            locked=locked,
        )
        if not missing:
            return [head]
        names = sorted((unit_named(turn, code) for _, code in missing), key=fold)
        named = ", ".join(names[:MOST_NAMED])
        more = max(0, len(names) - MOST_NAMED)
        return [head, turn.text("weekly-units-missing", count=len(names), names=named, more=more)]

    def _labelled(self, turn: Turn, one: Rollup) -> str:
        return turn.text("weekly-units-one", unit=_unit(turn, one), state=one.state, edition=one.edition)


def _unit(turn: Turn, one: Rollup) -> str:
    return unit_named(turn, one.unit_code)


def _waiting_first(one: Rollup) -> tuple[bool, str, str]:
    return one.state is RollupState.LOCKED, one.tenant, one.unit_code


def _named(actor: Actor, arg: str) -> RollupKey | None:
    """The roll-up that an argument names; provinces are tenants of their own."""
    verb, _, rollup_id = arg.partition(":")
    if verb not in STEPS or not rollup_id:
        return None
    unit_code = rollup_id.partition("-")[0]
    return (unit_code if actor.central else actor.tenant, rollup_id)


def _week(actor: Actor, arg: str, today_on: str) -> WeekKey | None:
    wanted = asked.read(arg, (SEE,))
    unit = asked.unit_of(actor, wanted.unit)
    return (actor.tenant, unit, wanted.since_on, today_on) if unit and unit == actor.tenant else None
