"""Every word that is asked for is there, every word that is there is asked for, in each language alike."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from handlers import categories, sections
from handlers.conversation import Conversation
from handlers.engine import RULES, WORDS, Form, fields_of
from handlers.messages import Kind
from handlers.registry import instances
from handlers.section import Section
from handlers.vocabulary import SPOKEN, vocabulary
from locales import LANGUAGES, Words
from locales.reader import FOLDER
from storage.figures import GROUPED
from storage.fold import fold
from storage.records.broadcast import Audience
from storage.records.membership import Role
from storage.records.tree_change import ChangeKind
from storage.schema import metadata

ROOT = Path(__file__).parents[1]
FLOORS = ("bot", "handlers")
_SPEAKING = re.compile(r"(\w+\.)*(text|words|reader|_?reply)|(\w+\.)*(words|reader)\.(has|listed)")
"""How the reader of words is called."""
_TYPED = "-typed"
_PAGES = "web-"
"""The web page's words are held by tests/channels/test_web_words.py."""


class _Variables(Visitor):
    """The variables of one message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802  # fluent's name
        """Note one."""
        self.found.add(node.id.name)


@cache
def _messages(language: str) -> dict[str, frozenset[str]]:
    """Key → its variables. A key written twice, or a line that is no message, is an error."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            where = f"{language}/{path.name}"
            assert not isinstance(entry, fluent.Junk), f"{where}: {str(entry.content)[:80]!r} is no message"
            if isinstance(entry, fluent.Message):
                variables = _Variables()
                variables.visit(entry)
                assert entry.id.name not in found, f"{where}: {entry.id.name} is there twice"
                found[entry.id.name] = frozenset(variables.found)
    return found


@dataclass
class _Asked:
    """What the program asks for: keys as such, keys it puts together, and all its texts."""

    keys: dict[str, str] = field(default_factory=dict)
    made: dict[str, set[str]] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)


@cache
def _asked() -> _Asked:
    paths = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    asked = _Asked(texts={text for tree in trees.values() for text in _texts(tree)})
    for path, tree in trees.items():
        for line, told in _told(tree):
            where = f"{path.relative_to(ROOT)}:{line}"
            if isinstance(told, ast.JoinedStr):
                asked.made.setdefault(where, set()).update(_put_together(told, asked.texts))
            elif isinstance(told, ast.Constant) and isinstance(told.value, str):
                asked.keys[where] = told.value
    return asked


def _texts(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _told(tree: ast.Module) -> Iterator[tuple[int, ast.expr]]:
    """What is handed to the reader of words as a key; of "this or that", both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _SPEAKING.fullmatch(ast.unparse(node.func)):
            for told in _branches(node.args[0]):
                yield node.lineno, told


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from (*_branches(node.body), *_branches(node.orelse))
    else:
        yield node


def _put_together(told: ast.JoinedStr, texts: set[str]) -> set[str]:
    """The keys of an f-string with one place, filled with every text of the program and every code."""
    parts = [str(part.value) if isinstance(part, ast.Constant) else "\0" for part in told.values]
    before, _, after = "".join(parts).partition("\0")
    return {f"{before}{text.replace('_', '-')}{after}" for text in texts | _codes()}


@cache
def _codes() -> frozenset[str]:
    """What a key may be put together with, though no file spells it."""
    told = {one.name for one in instances(sections, Section)}
    return frozenset(
        {*told, *WORDS, *RULES, *map(str, Kind), *map(str, Role), *map(str, Audience), *map(str, ChangeKind)}
    )


@cache
def _from_registries() -> frozenset[str]:
    """The keys that follow from what is registered."""
    families = {
        "help": categories.HELP,
        "difficulty": categories.DIFFICULTIES,
        "group": categories.GROUPS,
        "severity": categories.SEVERITIES,
        "place": categories.PLACE_MODES,
        "mode": categories.MODES,
        "part": categories.SHIFT_PARTS,
        "figure": (*categories.FIGURES, *categories.OF_A_WEEK),
        "meaning": (*categories.FIGURES, *categories.OF_A_WEEK, GROUPED),
    }
    keys = {categories.label(family, code) for family, codes in families.items() for code in codes}
    keys |= {f"wrong-{rule}" for rule in RULES}
    keys |= {key for word in WORDS for key in (f"word-{word}", f"word-{word}-say")}
    keys |= {f"unsupported-{kind}" for kind in Kind}
    keys |= {f"digest-see-{one.name}" for one in instances(sections, Section) if one.detailed}
    keys |= {f"my-data-table-{table.replace('_', '-')}" for table in metadata.tables}
    columns = {column.name for table in metadata.tables.values() for column in table.columns}
    keys |= {f"my-data-column-{name.replace('_', '-')}" for name in columns}
    for one in vocabulary().by_name.values():
        keys |= {one.key("say"), *_of_form(one, one.form)}
        keys |= {one.key(arg, "say") for arg in one.shortcuts}
    return frozenset(keys)


def _of_form(conversation: Conversation, form: type[Form] | None) -> Iterator[str]:
    if form is None:
        return
    yield from (conversation.key("summary"), conversation.key("confirm"))
    for one in fields_of(form):
        yield conversation.key(one.name)
        yield conversation.key(one.name, "label")
        for word in WORDS:
            yield from (conversation.key(one.name, word), conversation.key(one.name, word, "say"))
    yield from (conversation.key(name, "together") for name in form.together)


def test_every_word_that_is_asked_for_is_there() -> None:
    """A missing one would break the turn that says it."""
    known = {*_messages("vi"), *LANGUAGES}  # words("vi") names a language
    missing = {where: key for where, key in _asked().keys.items() if key not in known}
    assert missing == {}


def test_every_word_that_is_put_together_leads_somewhere() -> None:
    """An f-string that makes no key at all is a mistake."""
    assert [where for where, keys in _asked().made.items() if not keys & _messages("vi").keys()] == []


def test_every_word_that_is_there_is_asked_for() -> None:
    """A sentence that nobody says any more is taken out, in every language."""
    said = {*_asked().texts, *_from_registries(), *(key for keys in _asked().made.values() for key in keys)}
    left = [key for key in _messages("vi") if key not in said and not key.startswith(_PAGES)]
    assert [key for key in left if key.removesuffix(_TYPED) not in said] == []


def test_what_is_said_where_nothing_can_be_tapped_has_the_same_places() -> None:
    """It is asked for by the key it stands in for."""
    for language in LANGUAGES:
        known = _messages(language)
        typed = {key: key.removesuffix(_TYPED) for key in known if key.endswith(_TYPED)}
        assert [key for key, stands_for in typed.items() if not known[key] <= known[stands_for]] == []


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "vi"])
def test_every_language_has_the_same_words(language: str) -> None:
    """With the same places to fill; a missing sentence would be said in Vietnamese."""
    own, vietnamese = _messages(language), _messages("vi")
    assert sorted(vietnamese.keys() - own.keys()) == [], "not translated"
    assert sorted(own.keys() - vietnamese.keys()) == [], "not in Vietnamese"
    assert {key: sorted(own[key] ^ vietnamese[key]) for key in own if own[key] != vietnamese[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    """With a number in its places as well as with a text."""
    reader = Words("en" if language == "en" else "vi")
    for key, variables in _messages(language).items():
        assert reader(key, **dict.fromkeys(variables, 1)).strip(), key
        assert reader(key, **dict.fromkeys(variables, "x")).strip(), key


def test_no_two_conversations_are_opened_by_the_same_words() -> None:
    """People mix languages, so all are listened to at once; one of the two could not be reached."""
    opened: dict[str, set[str]] = {}
    for one in vocabulary().by_name.values():
        for language in LANGUAGES:
            for said in _said(language, one.key("say")):
                opened.setdefault(said, set()).add(one.name)
    assert {said: sorted(names) for said, names in opened.items() if len(names) > 1} == {}


def test_no_fixed_word_opens_a_conversation() -> None:
    """Words for back and cancel mean the same everywhere, whatever else they could name."""
    fixed = {
        said for language in LANGUAGES for word in SPOKEN for said in _said(language, f"word-{word}-say")
    }
    assert {
        said: one.name
        for one in vocabulary().by_name.values()
        for language in LANGUAGES
        for said in _said(language, one.key("say"))
        if said in fixed
    } == {}


def _said(language: str, key: str) -> set[str]:
    own = Words("en" if language == "en" else "vi")
    return {fold(word) for word in own.listed(key)} if key in _messages(language) else set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_of_a_language_stand_side_by_side(language: str) -> None:
    """A subject has one file, the same in each language, and every key in its place."""
    for path in sorted((FOLDER / "vi").glob("*.ftl")):
        other = FOLDER / language / path.name
        assert other.exists(), f"{language} lacks {path.name}"
        assert _order(path) == _order(other), (
            f"{language}/{path.name}: keys in another order than in Vietnamese"
        )


def _order(path: Path) -> list[str]:
    return re.findall(r"^([a-z][\w-]*) =", path.read_text(encoding="utf-8"), re.MULTILINE)
