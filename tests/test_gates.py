"""Rules of the house that a reader cannot be asked to remember: each gate walks the tree or a registry."""

import ast
import re
import tokenize
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from bot.settings import Settings, example

ROOT = Path(__file__).parents[1]
FLOORS = ("bot", "handlers", "storage", "locales")
LONGEST = 300
"""Lines of a file that one person reads in one go."""

_VIETNAMESE = re.compile(r"[ăâđêôơư\u00e0-\u00fd\u1ea0-\u1ef9]", re.IGNORECASE)
_SENTENCE_HAS = 3
"""Words with Vietnamese letters that make a sentence; fewer are a name, such as "thành phố"."""
_UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")
_MACHINE = re.compile(r"(?<![\w.~])/(work|root|home|Users|mnt)/\w")
_TAKEN = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "datetime.datetime.now",
    "datetime.date.today",
    "time.time",
    "uuid4",
    "uuid.uuid4",
    "uuid1",
    "uuid.uuid1",
}
WIRING = ("bot/clock.py",)
"""The one module that takes the clock and chance, to hand them to all others."""


def _kept(*endings: str, floors: tuple[str, ...] = FLOORS) -> list[Path]:
    found = [
        path
        for floor in floors
        for path in sorted((ROOT / floor).rglob("*"))
        if path.suffix.removeprefix(".") in endings and "__pycache__" not in path.parts
    ]
    assert found
    return found


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("floor", [*FLOORS, "tests", "benchmarks"])
def test_a_file_is_read_in_one_go(floor: str) -> None:
    """Whatever is longer holds two ideas; a migration is written by a tool and never edited again."""
    generated = ROOT / "storage" / "migrations" / "versions"
    long = {
        _named(path): lines
        for path in _kept("py", "js", "css", "html", "sql", "ftl", floors=(floor,))
        if path.parent != generated
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_python_holds_no_sentence_that_a_person_reads() -> None:
    """Words live in ``locales``; what is only compared with lives in data files."""
    found = [
        f"{_named(path)}:{line}: {text[:60]}"
        for path in _kept("py")
        for line, text in _texts(_parsed(path))
        if _is_sentence(text)
    ]
    assert found == []


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of every string that is neither a docstring nor a remark standing by itself."""
    remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks:
            yield node.lineno, node.value


def _is_sentence(text: str) -> bool:
    marked = sum(bool(_VIETNAMESE.search(word)) for word in text.split())
    return marked >= _SENTENCE_HAS or (marked > 0 and text.rstrip().endswith((".", "?", "!", "…")))


def test_clock_and_chance_are_handed_in() -> None:
    """Or no test could say what time it is, and no run could be played again."""
    found = [
        f"{_named(path)}:{line}: {what}"
        for path in _kept("py")
        if _named(path) not in WIRING
        for line, what in _taken(_parsed(path))
    ]
    assert found == []


def _taken(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in _TAKEN or called.startswith("random."):
                yield node.lineno, called
        elif isinstance(node, ast.ImportFrom) and node.module == "random":
            yield node.lineno, "from random import …"


def test_nothing_is_left_unfinished() -> None:
    """What is still to do is told to somebody, not to the file."""
    found = [
        f"{_named(path)}:{number}"
        for path in _kept("py", "js", "css", "html", "sql", "ftl", "yaml", "md", floors=(*FLOORS, "tests"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if _UNFINISHED.search(line)
    ]
    assert found == []


def test_no_path_of_one_machine() -> None:
    """The program runs on machines that nobody here has seen."""
    found = [
        f"{_named(path)}:{number}: {line.strip()[:80]}"
        for path in _kept("py", "js", "sql", "ftl", "yaml", "md", floors=(*FLOORS, "tests", "docs"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if _MACHINE.search(line)
    ]
    assert found == []


def test_silenced_checks_say_why() -> None:
    """A ``noqa`` or an ignored type without a reason is a question to the next reader."""
    found = [
        f"{_named(path)}:{token.start[0]}: {token.string}"
        for path in _kept("py")
        for token in tokenize.generate_tokens(StringIO(path.read_text(encoding="utf-8")).readline)
        if token.type == tokenize.COMMENT
        if re.fullmatch(r"#\s*(noqa(:\s*[A-Z0-9, ]+)?|type:\s*ignore(\[[\w, -]+\])?)\s*", token.string)
    ]
    assert found == []


def test_the_example_of_settings_is_printed_from_the_class() -> None:
    """Every setting with its meaning and default; ``python -m bot settings`` prints the file anew."""
    path = ROOT / ".env.example"
    assert path.exists(), "print it from bot.settings.example()"
    text = path.read_text(encoding="utf-8")
    missing = [name.upper() for name in Settings.model_fields if f"\n{name.upper()}=" not in text]
    assert missing == []
    assert text == example()


def test_every_setting_says_what_it_is_for() -> None:
    """Its description is the comment above its line."""
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
