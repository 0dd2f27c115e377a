"""The page of attacks names tests, and every test it names exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
SECTIONS = (
    *("webhook", "outsider", "volunteer", "former", "leader of another team", "finds a phone"),
    *("spammer", "spreadsheet", "operator"),
)


@cache
def _tests(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_named_test_exists(path: str, name: str) -> None:
    assert name in _tests(path)


def test_every_attack_has_a_defence_and_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| Attack")]
    assert len(rows) >= 45
    bare = [row for row in rows if len(row.strip("|").split(" | ")) != 3 or "::test_" not in row]
    assert bare == []


@pytest.mark.parametrize("who", SECTIONS)
def test_everybody_who_could_attack_is_there(who: str) -> None:
    assert any(who in line for line in PAGE.splitlines() if line.startswith("## "))
