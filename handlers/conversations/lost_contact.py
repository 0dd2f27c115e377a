"""A member has lost a phone or a chat: the leader cuts it off, and passes on a code for the new one."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import leading, linking
from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.engine import Choice, Form, FormField, Option
from handlers.messages import Lane, Outbound
from handlers.outgoing import best, to_person
from handlers.permissions import Access
from handlers.turn import Turn
from locales import words
from locales.formats import clock, given_name, local, short_day, sort_name
from storage import links, people
from storage.people import Member
from storage.records.membership import Role
from storage.records.person import Contact

NONE = "none"
"""The option for a chat that is cut off already, or was never there."""


class LostForm(Form):
    """Whose, and which chat."""

    name: ClassVar[str] = "lost_contact"
    summary: ClassVar[bool] = False

    who: Annotated[str | None, Choice()] = None
    which: Annotated[str | None, Choice()] = None
    team: str = ""


class LostContact(Conversation):
    """See the module. Whoever has the old phone hears nothing more; the records stay the person's."""

    name = "lost_contact"
    access = Access.LEADER
    form = LostForm

    def guards(self, arg: str) -> bool:
        """A code that opens a member's records in another chat."""
        return True

    def needs(self, opening: Opening) -> Needs:
        """The team, its members and their chats."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield people.team_contacts.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for whom."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        if not self._members(turn, team.id):
            turn.say(turn.text("lost-contact-nobody", team=team.name))
            return None
        return Begin({"team": team.id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The members by name, or the chats of one by channel and day."""
        draft = turn.session.draft if turn.session else {}
        members = self._members(turn, str(draft.get("team", "")))
        if field == "who":
            return [Option(one.person_id, one.name) for one in members]
        chats = self._chats(turn, str(draft.get("team", "")), str(draft.get("who", "")))
        none = Option(NONE, turn.text("lost-contact-none"))
        return [*(Option(str(at), self._named(turn, one)) for at, one in enumerate(chats)), none]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Which one, by the person's name."""
        if field.name == "who":
            return super().question(turn, field, draft)
        one = self._member(turn, str(draft.get("team", "")), str(draft.get("who", "")))
        return turn.text("lost-contact-which", name=given_name(one.name) if one else "")

    def finish(self, turn: Turn, draft: LostForm) -> None:
        """Cut it off, tell the other chats, and give a code; the leader is asked when it is used."""
        team, member = leading.team(turn, draft.team), self._member(turn, draft.team, draft.who or "")
        if team is None or member is None:
            turn.say(turn.text("team-gone"))
            return
        chats = self._chats(turn, draft.team, member.person_id)
        lost = next((one for at, one in enumerate(chats) if str(at) == draft.which), None)
        if lost is not None:
            turn.note(links.cut(lost), *links.silenced(lost, turn.now))
            self._tell(turn, [one for one in chats if one.key != lost.key], lost)
        code, record = linking.drawn(turn, member.person_id, linking.LIVES_VOUCHED)
        turn.note(links.added(record))
        said = turn.text(
            "lost-contact-code",
            name=given_name(member.name),
            cut=linking.channel_named(turn, lost.channel) if lost else "no",
            code=linking.shown(code),
            hours=linking.LIVES_VOUCHED // timedelta(hours=1),
        )
        turn.say(said, [[leading.back(turn, team)]], deadline_at=record.expires_at)

    def _tell(self, turn: Turn, left: Sequence[Contact], lost: Contact) -> None:
        contact = best(left)
        if contact is not None:
            reader = words(contact.language or "vi")
            said = reader("lost-contact-told", channel=linking.channel_named(turn, lost.channel))
            message = Outbound(said, lane=Lane.URGENT)
            turn.note(*to_person(contact, message, new_id=turn.new_id, now=turn.now))

    def _members(self, turn: Turn, team_id: str) -> list[Member]:
        """Whom a leader may do this for: nobody of their own rank, so that no leader takes over another."""
        found = turn.facts.get(people.members.of((turn.actor.tenant, team_id))) or [] if team_id else []
        led = team_id in turn.actor.led
        able = [one for one in found if one.person_id != turn.actor.key[1]]
        return sorted(
            (one for one in able if one.role is Role.VOLUNTEER or not led),
            key=lambda one: sort_name(one.name),
        )

    def _member(self, turn: Turn, team_id: str, person_id: str) -> Member | None:
        return next((one for one in self._members(turn, team_id) if one.person_id == person_id), None)

    def _chats(self, turn: Turn, team_id: str, person_id: str) -> list[Contact]:
        found = turn.facts.get(people.team_contacts.of((turn.actor.tenant, team_id))) or []
        return [one for one in found if one.person_id == person_id]

    def _named(self, turn: Turn, contact: Contact) -> str:
        channel = linking.channel_named(turn, contact.channel)
        since = {"at": clock(contact.seen_at), "day": short_day(local(contact.seen_at).date())}
        return turn.text("lost-contact-chat", channel=channel, **since)
