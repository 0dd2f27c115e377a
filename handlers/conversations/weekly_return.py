"""Return a roll-up to whoever sent it, with a reason; they mend it and send the next edition."""

from typing import Annotated, Any, ClassVar

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, FormField, Text
from handlers.leading import unit_named
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access, Actor, decides_for
from handlers.turn import Turn
from handlers.weekly import told
from handlers.weekly.asked import asking
from locales import words
from storage import rollups
from storage.records.period import Period
from storage.records.rollup import Rollup, RollupState


class WeeklyReturnForm(Form):
    """Why."""

    name: ClassVar[str] = "weekly_return"
    summary: ClassVar[bool] = False

    reason: Annotated[str | None, Text(max=300, min=3, one_line=True)] = None
    rollup: str = ""


class WeeklyReturn(Conversation):
    """See the module."""

    name = "weekly_return"
    access = Access.TOTALS
    form = WeeklyReturnForm

    def needs(self, opening: Opening) -> Needs:
        """The roll-up, and whoever sent it."""
        session = opening.session
        under_way = session is not None and session.form == self.name and not opening.arg
        named = session.draft.get("rollup", "") if session and under_way else opening.arg
        if named:
            key = _key(opening.actor, str(named))
            yield rollups.by_id.of(key)
            yield rollups.senders.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask why; only of one that waits."""
        found = self._waiting(turn, arg) if arg else None
        if found is None:
            turn.say(
                turn.text("weekly-gone"), [[Button(turn.text("weekly-units-all"), action("weekly_units"))]]
            )
            return None
        return Begin({"rollup": found.id})

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Whose roll-up it is."""
        found = self._waiting(turn, str(draft.get("rollup", "")))
        return turn.text("weekly-return-reason", unit=unit_named(turn, found.unit_code) if found else "")

    def finish(self, turn: Turn, draft: WeeklyReturnForm) -> None:
        """It goes back, and whoever sent it is told why."""
        found = self._waiting(turn, draft.rollup)
        if found is None:
            turn.say(turn.text("weekly-gone"))
            return
        decided = {"decided_at": turn.now, "decided_by": turn.actor.key[1], "reason": draft.reason or ""}
        returned = found.model_copy(update={"state": RollupState.RETURNED, **decided})
        turn.note(rollups.saved(returned), rollups.unsaid(returned))
        self._tell(turn, found, draft.reason or "")
        undo = Button(turn.text("undo"), action("weekly_units", f"keep:{found.id}"))
        every = Button(turn.text("weekly-units-all"), action("weekly_units"))
        turn.say(turn.text("weekly-return-done", unit=unit_named(turn, found.unit_code)), [[undo, every]])

    def _waiting(self, turn: Turn, rollup_id: str) -> Rollup | None:
        found = turn.facts.get(rollups.by_id.of(_key(turn.actor, rollup_id)))
        if found is None or found.state is not RollupState.SENT:
            return None
        return found if decides_for(turn.actor, found.tenant, found.unit_code) else None

    def _tell(self, turn: Turn, found: Rollup, reason: str) -> None:
        contact = best(turn.facts.get(rollups.senders.of((found.tenant, found.id))) or ())
        if contact is not None:
            reader, period = words(contact.language), Period(found.since_on, found.until_on)
            said = reader("weekly-returned", week=told.week_named(reader, period), reason=reason)
            see = Button(reader("weekly-open"), asking("weekly", "see", found.unit_code, period))
            turn.tell(contact, Outbound(said, ((see,),), lane=Lane.ROLE))


def _key(actor: Actor, rollup_id: str) -> rollups.RollupKey:
    return (rollup_id.partition("-")[0] if actor.central else actor.tenant, rollup_id)
