"""One turn: what a person said, what is known of them, and what is to be written because of it.

A turn writes nothing. It notes effects, which are carried out together with those of many other
turns in one short transaction; a turn that raises leaves no effect at all.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers import audited
from handlers.desk import Desk
from handlers.engine import Session, to_json
from handlers.messages import Button, Inbound, Lane, Outbound, Rows
from handlers.outgoing import Address, owed, to_person, write_offered
from handlers.permissions import Actor, may_lead
from handlers.quiet import kept
from locales import Words
from locales.formats import local
from storage import audit, outbox, sessions
from storage.effects import Effect
from storage.records.person import Contact, Person
from storage.records.team import Team
from storage.sources import Facts

UNDO_FOR = timedelta(minutes=10)


class Turn:
    """See the module. ``facts`` hold what the conversation declared in ``needs``; ``offered`` are the choices
    of the last message, so that typing the number or label of one means the same as a tap; ``place_for`` is
    what a position opens while one is asked for. ``plenty`` says that messages cost nothing here; where they
    do, one message in gets one message out. ``left`` is the form that a conversation opened now has
    interrupted."""

    def __init__(
        self,
        inbound: Inbound,
        actor: Actor,
        *,
        facts: Facts,
        desk: Desk,
        words: Words,
        now: datetime,
        new_id: Callable[[], str],
        session: Session | None = None,
        offered: tuple[Button, ...] = (),
        plenty: bool = True,
        place_for: str = "",
    ) -> None:
        self.inbound = inbound
        self.actor = actor
        self.facts = facts
        self.desk = desk
        self.words = words
        self.now = now
        self.new_id = new_id
        self.session = session
        self.left: Session | None = None
        self.offered = offered
        self.plenty = plenty
        self.place_for = place_for
        self.effects: list[Effect] = []
        self.replies: list[Outbound] = []
        self._before = (session, offered, place_for)
        self._looks: dict[tuple[str, str], Effect] = {}

    @property
    def today_on(self) -> date:
        """The day in Vietnam."""
        return local(self.now).date()

    @property
    def interrupts(self) -> bool:
        """Whether this turn answers in between, while a form stays open."""
        return self._before[0] is not None

    def note(self, *effects: Effect) -> None:
        """Have ``effects`` written when the turn ends well."""
        self.effects.extend(effects)

    def leads(self, team: Team | None) -> bool:
        """Whether whoever asks may see and decide what the leader of ``team`` does (``may_lead``). Whoever
        does so from above the team leaves an entry in the audit log."""
        able = may_lead(self.actor, team)
        if able and team is not None and team.id not in self.actor.led:
            self.looked("team opened from above", f"team:{team.id}")
        return able

    def looked(self, what: str, subject: str, detail: str = "") -> None:
        """Note in the audit log that personal data of others is shown or taken out, once a turn each."""
        noted = audit.noted(self.actor.tenant, self.now, self._who, what, subject, detail)
        self._looks[what, subject] = noted

    @property
    def _who(self) -> str:
        return self.actor.key[1] or "stranger"

    def say(self, text: str, choices: Iterable[Iterable[Button]] = (), **more: object) -> None:
        """Answer with ``text`` and ``choices`` (rows of buttons).

        The first answer to a tap edits the tapped message in place, where the channel can.
        """
        rows: Rows = tuple(tuple(row) for row in choices if row)
        in_place = not self.replies and not more.keys() & {"photo", "drawing", "paper"}
        edits = self.inbound.tapped if in_place else ""
        self.replies.append(Outbound(text, rows, edits=edits, **more))  # type: ignore[arg-type]  # its fields
        self.offered = tuple(button for row in rows for button in row)

    def remark(self, text: str) -> None:
        """Put ``text`` before the first answer: a remark is not worth a message of its own."""
        for at, reply in enumerate(self.replies):
            if not reply.callback:
                self.replies[at] = replace(reply, text=f"{text}\n{reply.text}")
                return

    def notice(self, text: str) -> None:
        """A short notice under the finger (the answer to a tap); elsewhere it is not shown."""
        if self.inbound.callback:
            self.replies.append(Outbound(text, callback=self.inbound.callback, lane=Lane.URGENT))

    def tell(self, contact: Contact, message: Outbound) -> None:
        """Say ``message`` to somebody else; at night it waits for the morning, unless it is urgent."""
        urgent = message.lane is Lane.URGENT
        due_at = self.now if urgent else kept(self.now, self.now + timedelta(days=1))
        self.note(*to_person(contact, message, new_id=self.new_id, now=self.now, due_at=due_at))

    def becomes(self, person: Person, contact: Contact) -> None:
        """Whoever wrote is known from now on; their line is the person's."""
        self.actor = Actor(person.id, contact, person)

    def text(self, key: str, **given: str | float) -> str:
        """Words in the person's language; where messages are scarce nothing can be tapped, and what speaks of
        tapping has words of its own for that (``<key>-typed``)."""
        typed = f"{key}-typed"
        return self.words(typed if not self.plenty and self.words.has(typed) else key, **given)

    def written(self) -> list[Effect]:
        """Everything this turn wants written: what was noted, its entries in the audit log, the place in the
        conversation, the replies."""
        changed = audited.entries(self.effects, by=self._who, at=self.now, tenant=self.actor.tenant)
        return [*self.effects, *self._looks.values(), *changed, *self._place(), *self._owed()]

    def _place(self) -> list[Effect]:
        if (self.session, self.offered, self.place_for) == self._before:
            return []
        place = sessions.Place(
            line=self.actor.line,
            form=self.session.form if self.session else "",
            body=to_json(self.session) if self.session else "",
            offered=write_offered(self.offered),
            place_for=self.place_for,
            updated_at=self.now,
        )
        return [sessions.saved(place)]

    def _owed(self) -> list[Effect]:
        address = Address(
            channel=self.inbound.channel,
            account=self.inbound.account,
            chat=self.inbound.chat,
            tenant=self.actor.tenant,
            person_id=self.actor.key[1],
        )
        effects = []
        for reply in self._answered():
            row = owed(address, reply, new_id=self.new_id, now=self.now)
            effects.append(outbox.added(row))
            if row.edits:
                effects.append(outbox.edits_superseded(row))
        return effects

    def _answered(self) -> list[Outbound]:
        """Every tap is acknowledged, with a notice or without one."""
        if self.inbound.callback and not any(reply.callback for reply in self.replies):
            return [*self.replies, Outbound("", callback=self.inbound.callback, lane=Lane.URGENT)]
        return self.replies if self.plenty or len(self.replies) < 2 else [_at_once(self.replies)]


def _at_once(replies: list[Outbound]) -> Outbound:
    """Several replies as one: their texts one below the other, the choices of the last."""
    text = "\n\n".join(one.text for one in replies if one.text)
    return replace(
        replies[-1],
        text=text,
        photo=next((one.photo for one in replies if one.photo), None),
        drawing=next((one.drawing for one in replies if one.drawing), None),
        file=next((one.file for one in replies if one.file), None),
        paper=next((one.paper for one in replies if one.paper), None),
    )
