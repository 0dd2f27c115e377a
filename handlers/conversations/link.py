"""One person in several chats: a code from the known one, sent in the new one, confirmed in the known one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from handlers import linking
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.guessing import A_DAY, tired
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import Address, best, owed, to_person
from handlers.permissions import Access
from handlers.turn import Turn
from locales import words
from locales.formats import clock, given_name
from storage import inbox, join_codes, links, one_person, outbox, people, sessions
from storage.links import AskedLink, LinkState, NamedLink
from storage.records.person import Contact

YES, NO, HERE = "yes", "no", "here"


class Link(Conversation):
    """See the module. Nobody gets into another's records by guessing: the code alone only asks."""

    name = "link"
    command = "lienket"
    access = Access.ANYONE
    keeps_form = True

    def takes(self, rest: str) -> bool:
        """The six digits."""
        return bool(linking.typed(rest))

    def guards(self, arg: str) -> bool:
        """A second chat, one's own or a member's; not the new chat itself."""
        return not linking.typed(arg) and arg != HERE and arg.partition(":")[0] != NO

    def needs(self, opening: Opening) -> Needs:
        """What the code or the button names, and the wrong tries of whoever wrote."""
        verb, _, link_id = opening.arg.partition(":")
        if verb in (YES, NO):
            yield links.by_id.of((opening.actor.tenant, link_id))
        elif code := linking.typed(opening.arg):
            yield links.by_hash.of(linking.hashed(code))
            yield links.makers.of(linking.hashed(code))
            yield join_codes.tries.of((opening.actor.line, opening.now - A_DAY))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Give a code, take one, or do what the button says."""
        verb, _, link_id = arg.partition(":")
        if verb in (YES, NO):
            self._decide(turn, link_id, agreed=verb == YES)
        elif verb == HERE and turn.actor.contact:
            turn.note(links.preferred(turn.actor.contact))
            turn.say(turn.text("link-here-done"))
        elif code := linking.typed(arg):
            self._take(turn, code)
        else:
            self._give(turn)
        return None

    def _give(self, turn: Turn) -> None:
        if turn.actor.person is None:
            turn.say(turn.text("link-how"))
            return
        code, record = linking.drawn(turn, turn.actor.key[1], linking.LIVES)
        turn.note(links.added(record))
        minutes = linking.LIVES // timedelta(minutes=1)
        said = turn.text("link-code", code=linking.shown(code), minutes=minutes, ways=linking.ways(turn))
        turn.say(said, deadline_at=record.expires_at)

    def _take(self, turn: Turn, code: str) -> None:
        """Ask whoever made the code whether this chat is theirs."""
        hashed, actor = linking.hashed(code), turn.actor
        if self._tired(turn):
            turn.say(turn.text("join-too-many"))
            return
        found = [one for one in turn.facts.get(links.by_hash.of(hashed)) or [] if one.works_at(turn.now)]
        key = actor.contact.key if actor.contact else actor.line
        asked = best(one for one in turn.facts.get(links.makers.of(hashed)) or [] if one.key != key)
        if len(found) != 1 or asked is None:
            turn.note(join_codes.wrong_try(turn.new_id(), actor.line, turn.now))
            turn.say(turn.text("link-wrong"))
        elif actor.person and actor.person.tenant != found[0].tenant:
            turn.say(turn.text("join-elsewhere"))
        elif actor.key[1] == found[0].person_id:
            turn.say(turn.text("link-same"))
        else:
            turn.note(links.moved(found[0], LinkState.ASKED, contact_key=key), *self._known(turn, key))
            mark = linking.mark(code)
            self._ask(turn, asked, found[0], mark)
            turn.say(turn.text("link-asked", channel=linking.channel_named(turn, asked.channel), mark=mark))

    def _known(self, turn: Turn, key: str) -> Iterator[Any]:
        """A stranger's chat is remembered, so that it can be given to the person."""
        if turn.actor.contact is None:
            inbound = turn.inbound
            yield people.contact_saved(
                Contact(
                    key=key,
                    channel=inbound.channel,
                    account=inbound.account,
                    chat=inbound.chat,
                    seen_at=turn.now,
                )
            )

    def _ask(self, turn: Turn, asked: Contact, link: NamedLink, mark: str) -> None:
        reader = words(asked.language or "vi")
        channel = linking.channel_named(turn, turn.inbound.channel)
        buttons = (
            Button(reader("link-yes"), action(self.name, f"{YES}:{link.id}")),
            Button(reader("link-no"), action(self.name, f"{NO}:{link.id}")),
        )
        told = {"name": given_name(link.name), "channel": channel, "time": clock(turn.now), "mark": mark}
        said = reader("link-is-it-you", **told)
        message = Outbound(said, (buttons,), lane=Lane.URGENT, deadline_at=link.expires_at)
        turn.note(*to_person(asked, message, new_id=turn.new_id, now=turn.now))

    def _decide(self, turn: Turn, link_id: str, *, agreed: bool) -> None:
        link = turn.facts.get(links.by_id.of((turn.actor.tenant, link_id)))
        mine = link is not None and link.made_by == turn.actor.key[1]
        if link is None or not mine or not link.works_at(turn.now, LinkState.ASKED):
            turn.say(turn.text("link-over"))
        elif not agreed:
            turn.note(links.moved(link, LinkState.REFUSED))
            turn.say(turn.text("link-refused"))
        else:
            self._join(turn, link)

    def _join(self, turn: Turn, link: AskedLink) -> None:
        """The chat is the person's; somebody it belonged to so far is the same person from now on."""
        turn.note(links.moved(link, LinkState.USED))
        if link.other_id and link.other_id != link.person_id:
            turn.note(*one_person.joined(link.tenant, link.other_id, link.person_id, turn.now))
        turn.note(
            links.given(link.contact_key, link.tenant, link.person_id, link.language),
            inbox.line_moved(link.person_id, link.contact_key),
            sessions.dropped(link.contact_key),
        )
        reader = words(link.language)
        here = Button(reader("link-here"), action(self.name, HERE))
        message = Outbound(reader("link-welcome", name=given_name(link.name)), ((here,),))
        address = Address(link.channel, link.account, link.chat, link.tenant, link.person_id)
        turn.note(outbox.added(owed(address, message, new_id=turn.new_id, now=turn.now)))
        channel = linking.channel_named(turn, link.channel)
        turn.say(turn.text("link-done", channel=channel, name=given_name(link.name)))
        turn.offered = (here,)  # both chats are one line now: what was offered there can be typed

    def _tired(self, turn: Turn) -> bool:
        return tired(turn.facts.get(join_codes.tries.of((turn.actor.line, turn.now - A_DAY))) or [], turn.now)
