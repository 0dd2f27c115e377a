"""What words open which conversation, in every language at once: people mix them."""

from collections.abc import Iterator, Mapping, Sequence

from handlers import bot_token, conversations
from handlers.conversation import TYPED, Conversation
from handlers.engine import WORDS, Command
from handlers.registry import instances
from handlers.wish import Wishes, same_word, wording
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
        names = [(spoken, one) for one in found for spoken in _in_all(one.key("say"))]
        self._by_word = {fold(spoken): one for spoken, one in names} | self.by_command
        self._written: dict[str, list[str]] = {}
        for spoken, _ in names:
            self._written.setdefault(fold(spoken), []).append(spoken)
        self._shortcuts = {
            fold(spoken): (one, arg)
            for one in found
            for arg in one.shortcuts
            for spoken in _in_all(one.key(arg, "say"))
        }
        self._wishes = Wishes([(spoken, one.name) for spoken, one in names])
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
        named = self._by_word.get(bare) or self.by_command.get(bare.replace(" ", ""))
        return named if self._may_be(text, bare) else None

    def wished(self, text: str) -> list[tuple[Conversation, str]]:
        """The conversations a whole sentence may ask for, with their arguments; those of high rank first."""
        opened = [self._opened(one, text) for one in self._wishes.meant(text)]
        return sorted(opened, key=lambda one: one[0].access, reverse=True)

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
            head = fold(" ".join(said)).removesuffix(":")
            named, short = self._by_word.get(head), self._shortcuts.get(head)
            if named and rest and named.takes(rest.strip()):
                return named, rest.strip()
            if short and rest and short[0].shortcuts_take_rest:
                return short[0], f"{short[1]}:{rest.strip()}"
        return None

    @property
    def shared_wishes(self) -> Mapping[tuple[str, ...], Sequence[str]]:
        """The wordings that may open several conversations, and which."""
        return self._wishes.shared

    def plain(self, text: str) -> str:
        """``text`` without the courtesy around it: "dạ đúng rồi ạ" is "đúng"."""
        return " ".join(wording().plain(text))

    def nods(self, text: str) -> bool:
        """Whether ``text`` only says that something was heard."""
        return self._wishes.nods(text)

    def _may_be(self, text: str, bare: str) -> bool:
        """Whether the accents of a single word, where it has any, are those of the name: "vâng" is no
        "vắng"; in longer names a slip of the finger is forgiven."""
        written = self._written.get(bare, [])
        typed = _plain_marks(text).lower()
        return " " in bare or not written or any(same_word(typed, one.lower()) for one in written)

    def _opened(self, opens: str, text: str) -> tuple[Conversation, str]:
        name, _, arg = opens.partition(".")
        conversation = self.by_name[name]
        return conversation, f"{TYPED}{text}" if conversation.takes_wish else arg


def _in_all(key: str) -> Iterator[str]:
    """What is said for ``key`` in every language."""
    for language in LANGUAGES:
        yield from _said(words(language), key)


def _bare(text: str) -> str:
    """Without the marks around it; "?" alone is a word."""
    return fold(_plain_marks(text))


def _plain_marks(text: str) -> str:
    said = text.strip()
    return said.rstrip(".!?").removeprefix("/") or said


def _said(reader: Words, key: str) -> tuple[str, ...]:
    return reader.listed(key) if reader.has(key) else ()


def vocabulary() -> Vocabulary:
    """Every conversation in the folder."""
    return Vocabulary(instances(conversations, Conversation))
