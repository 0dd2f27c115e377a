"""Choose the language of the words; commands and answers are understood in all of them anyway."""

from handlers.conversation import Begin, Conversation, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales import LANGUAGES, words
from storage import people
from storage.records.person import Contact


class ChooseLanguage(Conversation):
    """See the module."""

    name = "language"
    command = "ngonngu"
    access = Access.ANYONE
    takes_rest = True
    keeps_form = True
    always_open = True

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Switch at once where the language is named, else offer both in their own words."""
        if arg not in LANGUAGES:
            buttons = [Button(words(one)("language-name"), action(self.name, one)) for one in LANGUAGES]
            turn.say(turn.text("language-which"), [buttons])
            return None
        self._remember(turn, arg)
        turn.words = words(arg)
        turn.say(turn.text("language-done"), [[Button(turn.text("menu-open"), action("help"))]])
        return None

    def _remember(self, turn: Turn, language: str) -> None:
        inbound, actor = turn.inbound, turn.actor
        if actor.person:
            turn.note(people.saved(actor.person.model_copy(update={"language": language})))
            return
        known = actor.contact or Contact(
            key=actor.line,
            channel=inbound.channel,
            account=inbound.account,
            chat=inbound.chat,
            seen_at=turn.now,
        )
        turn.note(people.contact_saved(known.model_copy(update={"language": language})))
