"""What I agreed to, purpose by purpose; each is given and taken back with one tap."""

from handlers.asked_right import answered
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.notice import Purpose, consented
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import local
from storage import outbox, people, signups
from storage.records.membership import Consent
from storage.records.person import Person
from storage.records.right import RequestKind

ON, OFF, SURE = "on", "off", "sure"
OPTIONAL = (Purpose.REMINDERS,)
"""Purposes with a tap of their own here; a position is asked for, and taken back, where it is sent."""


class MyConsents(Conversation):
    """See the module. The argument is a purpose and "on" or "off"."""

    name = "my_consents"
    access = Access.ANYONE
    keeps_form = True
    always_open = True

    def needs(self, opening: Opening) -> Needs:
        """Every answer so far."""
        if opening.actor.person is not None:
            yield people.consents.of(opening.actor.key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Show them, or change one."""
        person = turn.actor.person
        purpose, _, change = arg.partition(":")
        if person is None:
            turn.say(turn.text("not-understood-stranger"))
        elif purpose == Purpose.TAKING_PART and change in (OFF, SURE):
            self._leave(turn, person, sure=change == SURE)
        elif purpose in OPTIONAL and change in (ON, OFF):
            self._change(turn, person, Purpose(purpose), agrees=change == ON)
        else:
            self._show(turn, self._said(turn), "")
        return None

    def _said(self, turn: Turn) -> dict[Purpose, Consent]:
        found = turn.facts.get(people.consents.of(turn.actor.key)) or {}
        return {purpose: found[purpose] for purpose in Purpose if purpose in found}

    def _show(self, turn: Turn, said: dict[Purpose, Consent], before: str) -> None:
        lines = [
            turn.text(
                "my-consents-line",
                purpose=one.named(turn.words),
                answer=("yes" if said[one].answer else "no") if one in said else "none",
                when=f"{local(said[one].given_at):%d/%m/%Y}" if one in said else "",
            )
            for one in Purpose
        ]
        parts = [before, turn.text("my-consents", lines="\n".join(lines))]
        turn.say("\n".join(part for part in parts if part), self._switches(turn, said))

    def _switches(self, turn: Turn, said: dict[Purpose, Consent]) -> list[list[Button]]:
        rows = []
        for one in OPTIONAL:
            on = one in said and said[one].answer
            label = turn.text("my-consents-off" if on else "my-consents-on", purpose=one.named(turn.words))
            rows.append([Button(label, action(self.name, f"{one}:{OFF if on else ON}"))])
        if Purpose.LOCATION in said and said[Purpose.LOCATION].answer:
            label = turn.text("my-consents-off", purpose=Purpose.LOCATION.named(turn.words))
            rows.append([Button(label, action("at_place", OFF))])
        leave = action(self.name, f"{Purpose.TAKING_PART}:{OFF}")
        return [*rows, [Button(turn.text("my-consents-leave"), leave)]]

    def _change(self, turn: Turn, person: Person, purpose: Purpose, *, agrees: bool) -> None:
        contact = turn.actor.contact
        key = contact.key if contact else ""
        kind = RequestKind.AGREE if agrees else RequestKind.WITHDRAW
        turn.note(*consented(turn, person, key, {purpose: agrees}), answered(turn, kind, detail=purpose))
        if purpose is Purpose.REMINDERS and not agrees:
            turn.note(outbox.cancelled_for(person.tenant, person.id, turn.new_id(), turn.now))
        said = self._said(turn)
        said[purpose] = Consent(
            tenant=person.tenant,
            id="",
            person_id=person.id,
            contact_key=key,
            purpose=purpose,
            answer=agrees,
            notice_version="",
            given_at=turn.now,
        )
        done = turn.text(
            "my-consents-given" if agrees else "my-consents-taken", purpose=purpose.named(turn.words)
        )
        note = turn.text(f"my-consents-note-{purpose}") if agrees else ""
        self._show(turn, said, "\n".join(part for part in (done, note) if part))

    def _leave(self, turn: Turn, person: Person, *, sure: bool) -> None:
        """Without consent to taking part nothing is done with the data any more: it is paused, and may be
        erased at once."""
        if not sure:
            yes = Button(
                turn.text("my-consents-leave-sure"), action(self.name, f"{Purpose.TAKING_PART}:{SURE}")
            )
            turn.say(
                turn.text("my-consents-leave-what"),
                [[yes], [Button(turn.text("my-consents-stay"), action(self.name))]],
            )
            return
        contact = turn.actor.contact
        turn.note(
            *consented(turn, person, contact.key if contact else "", {Purpose.TAKING_PART: False}),
            people.saved(person.model_copy(update={"paused_at": turn.now, "notice_version": ""})),
            outbox.cancelled_for(person.tenant, person.id, turn.new_id(), turn.now),
            *(signups.left(one.tenant, one.team_id, person.id, turn.now) for one in turn.actor.in_teams),
            answered(turn, RequestKind.WITHDRAW, detail=Purpose.TAKING_PART),
        )
        turn.session = turn.left = None
        erase = Button(turn.text("menu-erase"), action("erase"))
        resume = Button(turn.text("my-data-resume"), action("my_data", "resume"))
        turn.say(turn.text("my-consents-left"), [[erase], [resume]])
