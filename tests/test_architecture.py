"""Who may import whom is written in ``.importlinter``; here it is held, and nothing may slip past it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from importlinter.api import read_configuration

ROOT = Path(__file__).parents[1]
FLOORS = ("bot", "handlers", "storage", "locales")


def _imported() -> Iterator[tuple[str, str]]:
    """(top-level library, file) of every import of the program that is neither ours nor Python's own."""
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for name in _names(node):
                    if name not in FLOORS and name not in sys.stdlib_module_names:
                        yield name, str(path.relative_to(ROOT))


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.partition(".")[0]


def test_every_contract_is_kept() -> None:
    """Floors, layers, siblings, libraries; a module that nobody placed is an error."""
    linted = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    broken = linted.stdout.partition("Broken contracts")[2] or linted.stdout + linted.stderr
    assert linted.returncode == 0, broken


def test_every_library_has_its_place() -> None:
    """A library that no contract names could be used anywhere."""
    contracts = read_configuration(str(ROOT / ".importlinter"))["contracts_options"]
    written = [one["protected_modules"] for one in contracts if "protected_modules" in one]
    placed = {name for one in written for name in ([one] if isinstance(one, str) else one)}
    homeless = sorted({f"{name} (in {path})" for name, path in _imported() if name not in placed})
    assert homeless == [], "say in .importlinter who may import them"


def test_imports_are_written_from_the_top() -> None:
    """``from . import`` would hide from a reader what the layers are about."""
    relative = [
        str(path.relative_to(ROOT))
        for floor in FLOORS
        for path in sorted((ROOT / floor).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_every_folder_of_modules_is_a_package() -> None:
    """A folder without ``__init__.py`` would be invisible to the contracts."""
    bare = {
        str(path.parent.relative_to(ROOT))
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*.py")
        if not (path.parent / "__init__.py").exists()
    }
    assert bare == set()
