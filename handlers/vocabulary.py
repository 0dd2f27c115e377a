"""What words open which conversation, in every language at once: people mix them."""

from collections.abc import Mapping, Sequence

from handlers import bot_token, conversations
from handlers.conversation import Conversation
from handlers.engine import WORDS, Command
from handlers.registry import instances
from locales import LANGUAGES, Words, words
from storage.fold import fold

SPOKEN = frozenset(Command) - {Command.DONE, Command.CONFIRM, Command.EDIT}
"""Commands that mean the same everywhere, whatever the question."""


_MOST_WORDS = 4
"""The most words in front of the rest of a line."""


class Vocabulary:
    """The conversations, and how people name them and the fixed words."""

    def __init__(self, found: Sequence[Conversation]) -> None:
        self.by_name: Mapping[str, Conversation] = {one.name: one for one in found}
        self.by_command = {one.command: one for one in found if one.command}
        self._by_word = {
            fold(spoken): one
            for one in found
            for language in LANGUAGES
            for spoken in _said(words(language), one.key("say"))
        }
        self._by_word |= self.by_command
        self._shortcuts = {
            fold(spoken): (one, arg)
            for one in found
            for arg in one.shortcuts
            for language in LANGUAGES
            for spoken in _said(words(language), one.key(arg, "say"))
        }
        self._everywhere = {
            fold(spoken): command
            for command in SPOKEN
            for language in LANGUAGES
            for spoken in _said(words(language), f"word-{command}-say")
        }
        self.fixed = {
            language: {
                word: (words(language)(f"word-{word}"), *_said(words(language), f"word-{word}-say"))
                for word in sorted(WORDS)
            }
            for language in LANGUAGES
        }
        self.spoken: dict[tuple[str, bool, str, str], Mapping[str, tuple[str, ...]]] = {}
        """The fixed words of a question, by language, whether messages are plenty, conversation and field."""

    def command_in(self, text: str) -> Command | None:
        """The everywhere-word that ``text`` is, or None."""
        return self._everywhere.get(_bare(text))

    def named_by(self, text: str) -> Conversation | None:
        """The conversation whose name ``text`` is: with or without slash and accents."""
        bare = _bare(text)
        return self._by_word.get(bare) or self.by_command.get(bare.replace(" ", ""))

    def shortcut(self, text: str) -> tuple[Conversation, str] | None:
        """The conversation and the argument that ``text`` is short for."""
        return self._shortcuts.get(_bare(text))

    def split(self, text: str) -> tuple[Conversation, str] | None:
        """A slash command, or leading words of a conversation that takes the rest of the line; a bot's token
        is for one alone, whatever stands around it."""
        if bot_token.read(text):
            return self.by_name["bots"], text
        head, _, rest = text.strip().partition(" ")
        if head.startswith("/"):
            named = self.by_command.get(fold(head[1:].partition("@")[0]))
            return (named, rest.strip()) if named else None
        for count in range(_MOST_WORDS, 0, -1):
            *said, rest = [*text.split(maxsplit=count), ""][: count + 1]
            named = self._by_word.get(fold(" ".join(said)))
            if named and rest and named.takes(rest.strip()):
                return named, rest.strip()
        return None


def _bare(text: str) -> str:
    """Without the marks around it; "?" alone is a word."""
    said = text.strip()
    return fold(said.rstrip(".!?").removeprefix("/") or said)


def _said(reader: Words, key: str) -> tuple[str, ...]:
    return reader.listed(key) if reader.has(key) else ()


def vocabulary() -> Vocabulary:
    """Every conversation in the folder."""
    return Vocabulary(instances(conversations, Conversation))
