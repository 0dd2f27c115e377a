"""Look for people for a shift that lacks some: free members are asked a few at a time."""

from handlers import crewing, finding, signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import dated
from handlers.turn import Turn
from storage import offers, shift_cards, signups
from storage.records.offer import Offer, OfferKind, OfferState
from storage.shift_cards import ShiftCard

STOP = "stop:"


class Call(Conversation):
    """See the module. The argument is a shift, or one whose search ends."""

    name = "call"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The shift, who comes, and whether somebody is sought already."""
        if shift_id := opening.arg.removeprefix(STOP):
            key = (opening.actor.tenant, shift_id)
            yield shift_cards.of_id.of(key)
            yield signups.of_shift.of(key)
            yield offers.of_shift.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Begin to ask, or end it."""
        key = (turn.actor.tenant, arg.removeprefix(STOP))
        shift = turn.facts.get(shift_cards.of_id.of(key)) if key[1] else None
        if shift is None or not turn.leads(shift.team) or shift.ends_at <= turn.now:
            crewing.gone(turn, arg)
            return None
        under_way = next(
            (
                one
                for one in turn.facts.get(offers.of_shift.of(key)) or []
                if one.kind is OfferKind.CALL and one.state is OfferState.OPEN
            ),
            None,
        )
        if arg.startswith(STOP):
            self._stop(turn, shift, under_way)
        elif under_way is not None:
            turn.say(turn.text("call-already", shift=dated(turn.words, shift)), self._ways(turn, shift))
        else:
            self._begin(turn, shift)
        return None

    def _begin(self, turn: Turn, shift: ShiftCard) -> None:
        """As many as are missing, and one for each who was asked and has not answered; at least one."""
        here = signing.expected(turn.facts.get(signups.of_shift.of((shift.tenant, shift.id))) or [])
        silent = sum(one.unanswered for one in here)
        missing = signing.left(shift.needed, len(here) - silent)
        if missing == 0:
            full = turn.text("call-full", shift=dated(turn.words, shift), needed=shift.needed)
            turn.say(full, self._ways(turn, shift, searching=False))
            return
        offer = Offer(
            tenant=shift.tenant,
            id=turn.new_id(),
            team_id=shift.team_id,
            shift_id=shift.id,
            kind=OfferKind.CALL,
            person_id=turn.actor.key[1],
            places=missing or max(1, silent),
            next_at=turn.now,
            created_at=turn.now,
        )
        turn.note(*signups.held(shift.tenant, [shift.id], []), offers.added(offer))
        said = turn.text(
            "call-begun",
            shift=dated(turn.words, shift),
            places=offer.places,
            wave=finding.A_WAVE,
            minutes=int(finding.WAIT.total_seconds() // 60),
        )
        turn.say(marked(turn.words, said, exercise=shift.team.exercise), self._ways(turn, shift))

    def _stop(self, turn: Turn, shift: ShiftCard, under_way: Offer | None) -> None:
        if under_way is not None:
            turn.note(offers.closed(under_way, turn.now, told_at=turn.now))
        turn.say(
            turn.text("call-stopped", shift=dated(turn.words, shift)),
            self._ways(turn, shift, searching=False),
        )

    def _ways(self, turn: Turn, shift: ShiftCard, *, searching: bool = True) -> list[list[Button]]:
        stop = [Button(turn.text("call-stop"), action(self.name, f"{STOP}{shift.id}"))] if searching else []
        return [[*stop, crewing.back(turn, shift.id)]]
