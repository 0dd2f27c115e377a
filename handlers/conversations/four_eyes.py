"""The second person's word on a broadcast to very many people."""

from datetime import timedelta

from handlers import broadcasting, four_eyes
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.four_eyes import NO, YES
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access
from handlers.turn import Turn
from locales import Words, words
from locales.formats import clock, number
from storage import broadcasts
from storage.broadcasts import Asked
from storage.records.broadcast import BroadcastState


class FourEyes(Conversation):
    """See the module. The argument is empty, or the answer: ``yes:<id>``. Whoever answers first decides."""

    name = "four_eyes"
    access = Access.TOTALS
    keeps_form = True

    def guards(self, arg: str) -> bool:
        """Agreeing; not looking, nor refusing."""
        return arg.partition(":")[0] == YES

    def needs(self, opening: Opening) -> Needs:
        """Every broadcast that waits: a handful in an index of its own."""
        yield broadcasts.asked.of("")

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Show what waits, or take the answer."""
        verb, _, key = arg.partition(":")
        every = turn.facts.get(broadcasts.asked.of("")) or []
        waiting = [one for one in every if turn.now < one.broadcast.next_at]
        named = next((one for one in waiting if one.broadcast.id == key), None)
        if verb not in (YES, NO):
            self._show(turn, waiting)
        elif named is None:
            turn.say(turn.text("four-eyes-gone"), self.way_back(turn))
        elif four_eyes.owns(turn.actor, named.broadcast) or four_eyes.same_chat(turn.actor, named):
            turn.say(turn.text("four-eyes-own"), self.way_back(turn))
        elif not four_eyes.may_decide(turn.actor, named.broadcast):
            turn.say(turn.text("four-eyes-gone"), self.way_back(turn))
        else:
            self._decide(turn, named, agrees=verb == YES)
        return None

    def _show(self, turn: Turn, waiting: list[Asked]) -> None:
        mine = [
            one
            for one in waiting
            if four_eyes.may_decide(turn.actor, one.broadcast) and not four_eyes.same_chat(turn.actor, one)
        ]
        if not mine:
            turn.say(turn.text("four-eyes-none"), self.way_back(turn))
            return
        asked = four_eyes.question(turn, turn.words, mine[0].broadcast)
        turn.say(asked.text, asked.choices)

    def _decide(self, turn: Turn, asked: Asked, *, agrees: bool) -> None:
        one = asked.broadcast
        begins_at = broadcasting.begins_at(one.people, turn.now)
        after = one.model_copy(
            update={
                "state": BroadcastState.GOING if agrees else BroadcastState.REFUSED,
                "next_at": begins_at,
                "ended_at": None if agrees else turn.now,
            }
        )
        turn.note(broadcasts.decided(one, after))
        told = "agreed" if agrees else "refused"
        turn.say(turn.text(f"four-eyes-{told}", at=clock(begins_at)), self.way_back(turn))
        contact = best(asked.contacts)
        if contact is not None:
            turn.tell(contact, self._news(turn, words(contact.language), asked, agrees=agrees))

    def _news(self, turn: Turn, reader: Words, asked: Asked, *, agrees: bool) -> Outbound:
        """What whoever asked hears; what begins can be stopped."""
        one, who = asked.broadcast, turn.actor.person
        wait = number(broadcasting.WAIT // timedelta(minutes=1), reader.language)
        said = reader(
            "four-eyes-told-yes" if agrees else "four-eyes-told-no",
            name=who.name if who else "none",
            at=clock(broadcasting.begins_at(one.people, turn.now)),
            minutes=wait,
            text=one.text,
        )
        ways = [
            Button(reader(f"broadcast-{verb}"), action("broadcast", f"{verb}:{one.id}"))
            for verb in ("pause", "stop")
        ]
        return Outbound(said, (tuple(ways),) if agrees else (), lane=Lane.ROLE)
