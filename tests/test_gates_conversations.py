"""Each conversation in the folder has words, questions, a dialogue that plays it and a line in the manual."""

import shutil
from pathlib import Path

import pytest

from bot.workers import thinking
from handlers import dispatch
from handlers.conversation import Conversation
from handlers.conversations import help as help_menu
from handlers.engine import fields_of
from handlers.permissions import Access
from handlers.route import How, Route
from handlers.turn import Turn
from handlers.vocabulary import Vocabulary, vocabulary
from locales import LANGUAGES, words
from tests.paper import PLENTY
from tests.test_transcripts import FILES, play

ROOT = Path(__file__).parents[1]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
_KNOWN = vocabulary()
_ALL = sorted(_KNOWN.by_name.values(), key=lambda one: one.name)
each = pytest.mark.parametrize("conversation", _ALL, ids=lambda one: one.name)


def _in_menu(conversation: Conversation) -> bool:
    return words("vi").has(f"menu-{conversation.name.replace('_', '-')}")


@each
def test_it_can_be_asked_for_in_words(conversation: Conversation) -> None:
    """What has a command or a place in the menu can also be typed."""
    if conversation.command or _in_menu(conversation):
        assert words("vi").listed(conversation.key("say"))


@pytest.mark.parametrize("access", [*help_menu.MENUS], ids=str)
def test_what_stands_in_the_menu_can_be_typed(access: Access) -> None:
    """Also hours later, when the menu is no longer the last message: people type what they once saw."""
    reader = words("vi")
    for name in [one for row in help_menu.MENUS[access] for one in row]:
        label = reader(f"menu-{name.replace('_', '-')}")
        named = _KNOWN.named_by(label)
        meant = [named] if named else [one for one, _ in _KNOWN.wished(label)]
        assert name in [one.name for one in meant], label


@each
def test_its_command_is_plain(conversation: Conversation) -> None:
    """Platforms take small letters only, and no two may share one."""
    command = conversation.command
    assert command == "" or (command.isascii() and command.isalpha() and command.islower())
    assert [one.name for one in _ALL if command and one.command == command] in ([], [conversation.name])


@each
def test_its_form_is_its_own(conversation: Conversation) -> None:
    """Sessions find their conversation by the name of the form."""
    if conversation.form is not None:
        assert conversation.form.name == conversation.name


@each
def test_its_questions_are_in_words(conversation: Conversation) -> None:
    """A question and a label for each field, and the words above the summary."""
    if conversation.form is None:
        return
    own = type(conversation)
    reader = words("vi")
    wanted = [conversation.key(one.name, "label") for one in fields_of(conversation.form)]
    if own.question is Conversation.question:
        wanted += [conversation.key(one.name) for one in fields_of(conversation.form)]
    if conversation.form.summary and own.summary is Conversation.summary:
        wanted.append(conversation.key("summary"))
    assert [key for key in wanted if not reader.has(key)] == []


async def test_a_dialogue_plays_it(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every conversation is opened, or its form answered, in some transcript."""
    played: set[str] = set()

    def listening(turn: Turn, route: Route, known: Vocabulary) -> None:
        if route.how in (How.OPEN, How.FORM) and route.conversation:
            played.add(route.conversation.name)
        dispatch.handle(turn, route, known)

    monkeypatch.setattr(thinking, "handle", listening)
    for number, path in enumerate(FILES):
        fresh = tmp_path / f"{number}.sqlite"
        shutil.copy(template, fresh)
        await play(fresh, path.read_text(encoding="utf-8"), PLENTY)
    missing = sorted(_KNOWN.by_name.keys() - played)
    assert missing == [], "write tests/transcripts/<name>/….txt, dialogues that a Union officer can read"


@each
def test_its_command_stands_in_the_menu(conversation: Conversation) -> None:
    """Platforms list the commands with a word each; one without words would keep the bot from starting."""
    if conversation.command:
        key = f"menu-{conversation.name.replace('_', '-')}"
        assert [language for language in LANGUAGES if not words(language).has(key)] == []


@each
def test_the_manual_names_it(conversation: Conversation) -> None:
    """With its command, or with the first words that open it."""
    assert COMMANDS.exists(), "write docs/reference/commands.md: a line for each conversation"
    manual = COMMANDS.read_text(encoding="utf-8")
    reader = words("vi")
    if conversation.command:
        assert f"/{conversation.command}" in manual
    elif reader.has(conversation.key("say")):
        assert reader.listed(conversation.key("say"))[0] in manual
    else:
        assert conversation.name in manual
