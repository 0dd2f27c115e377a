"""Every named query: understood by both engines, honest about its parameters, and asked by somebody."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import asyncpg
import pytest

from storage.queries import SQL_FOLDER, Engine, queries

ROOT = SQL_FOLDER.parents[1]
_HEAD = re.compile(r"^-- name: (?P<name>\w+)(?:\((?P<declared>[\w, ]*)\))?(?P<operation>\S*)$", re.MULTILINE)
_PARAMETER = re.compile(r"(?<![:\w]):(\w+)")
_ASKED_WITH = {"all": "", "one": "^", "run": "!", "many": "*!", "_messages": "", "_one": "^", "_run": "!"}
"""The method of a transaction (or the short way of a module to it), and the operation it can ask."""


@dataclass(frozen=True)
class Named:
    """One named query as its file has it."""

    name: str
    declared: str | None
    operation: str
    text: str
    file: Path

    @property
    def engine(self) -> str:
        """The only engine it is for; empty when both share it."""
        return "" if self.file.parent == SQL_FOLDER else self.file.parent.name

    @property
    def bare(self) -> str:
        """The text without remarks, quoted parts and runs of space, in lower case."""
        said = re.sub(r"--.*", "", self.text)
        return " ".join(re.sub(r"'[^']*'", "''", said).lower().split())


@cache
def _all() -> tuple[Named, ...]:
    return tuple(one for path in sorted(SQL_FOLDER.rglob("*.sql")) for one in _in(path))


def _in(path: Path) -> Iterator[Named]:
    text = path.read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=True):
        yield Named(head["name"], head["declared"], head["operation"], text[head.end() : end].strip(), path)


def _each() -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "query", _all(), ids=lambda one: f"{one.name}{'-' + one.engine if one.engine else ''}"
    )


def _for(engine: str) -> dict[str, Named]:
    return {one.name: one for one in _all() if one.engine in ("", engine)}


@dataclass(frozen=True)
class Asked:
    """A place in the program that asks a query by its name."""

    name: str
    operation: str
    where: str


@cache
def _asked() -> tuple[Asked, ...]:
    files = [
        path for folder in ("bot", "handlers", "storage") for path in sorted((ROOT / folder).rglob("*.py"))
    ]
    return tuple(one for path in files for one in _asked_in(path))


def _asked_in(path: Path) -> Iterator[Asked]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name, where = node.args[0].value, f"{path.relative_to(ROOT)}:{node.lineno}"
            if not isinstance(name, str):
                continue
            if isinstance(node.func, ast.Name) and node.func.id == "Effect":
                contested = any(one.arg == "contested" for one in node.keywords)
                yield Asked(name, "^" if contested else "*!", where)
            elif (
                isinstance(node.func, ast.Attribute)
                and node.func.attr in _ASKED_WITH
                and _of_transaction(node.func)
            ):
                yield Asked(name, _ASKED_WITH[node.func.attr], where)


def _of_transaction(method: ast.Attribute) -> bool:
    return isinstance(method.value, ast.Name) and method.value.id in ("tx", "self")


def test_every_query_is_found() -> None:
    """This gate reads the same names as the program does; each engine has each name once."""
    for engine in ("sqlite", "postgresql"):
        known = [name for name in queries(engine).available_queries if not name.endswith("_cursor")]
        assert sorted(known) == sorted(one.name for one in _all() if one.engine in ("", engine))
        assert len(known) == len(set(known))


@_each()
def test_parameters_are_declared_and_used(query: Named) -> None:
    """The list beside the name is the list in the text."""
    assert query.declared is not None, f"{query.name}: write its parameters beside its name, () for none"
    declared = [part.strip() for part in query.declared.split(",") if part.strip()]
    assert len(declared) == len(set(declared)), f"{query.name}: a parameter is declared twice"
    text = re.sub(r"--.*|'[^']*'|::\w+", "", query.text)
    used = set(_PARAMETER.findall(text))
    assert used == set(declared), f"{query.name}: declared and used differ in {sorted(used ^ set(declared))}"


@_each()
def test_the_operation_is_one_that_serves_both_engines(query: Named) -> None:
    """A plain select, ^, ! and *!; never <!, and never *! with returning, which would be dropped."""
    assert query.operation in ("", "^", "!", "*!"), f"{query.name}: {query.operation} is not portable"
    if query.operation in ("!", "*!"):
        assert "returning" not in query.bare, f"{query.name}: {query.operation} drops what it returns; use ^"
    else:
        changes = re.match(r"insert|update|delete", query.bare)
        assert not changes or " returning " in query.bare, f"{query.name}: says nothing back; use ! or *!"


@_each()
def test_the_text_is_portable(query: Named) -> None:
    """Lists come as one JSON text; ordered results say their order."""
    assert not re.search(r"\bin \(:", query.bare), f"{query.name}: lists come as json_each(cast(:… as text))"
    assert not re.search(r"\bany ?\(", query.bare), f"{query.name}: SQLite has no any()"
    many = query.operation == "" and re.match(r"select|with (?!.* update )", query.bare)
    if many and not re.match(r".*\b(update|insert|delete)\b.*\breturning\b", query.bare):
        outer = re.sub(r"\([^()]*(\([^()]*\)[^()]*)*\)", "()", query.bare)
        assert " order by " in outer, f"{query.name}: rows without an order differ between engines"
    if " limit " in query.bare:
        assert " order by " in query.bare, f"{query.name}: a limit without an order takes any rows"


@_each()
def test_the_query_is_asked_somewhere(query: Named) -> None:
    """A query that nobody asks is taken out."""
    assert any(one.name == query.name for one in _asked()), f"{query.name}: nobody asks it; take it out"


def test_every_asked_query_exists_and_is_asked_as_what_it_is() -> None:
    """A contested effect needs a row back (^), another goes in one round with its like (*!)."""
    known = {one.name: one for one in _all()}
    wrong = [
        f"{one.where}: {one.name} is "
        + (
            f"asked as {one.operation or 'a select'}, declared as {known[one.name].operation or 'a select'}"
            if one.name in known
            else "no query"
        )
        for one in _asked()
        if one.name not in known or known[one.name].operation != one.operation
    ]
    assert wrong == []


def test_sqlite_understands_every_query(template: Path) -> None:
    """Each is compiled against the newest schema."""
    connection = sqlite3.connect(template)
    wrong = []
    for name, text in _compiled("sqlite"):
        try:
            connection.execute(f"explain {text}", dict.fromkeys(_PARAMETER.findall(text)))
        except sqlite3.Error as error:
            wrong.append(f"{name}: {error}")
    connection.close()
    assert wrong == []


@pytest.mark.postgresql
async def test_postgresql_understands_every_query(postgresql_url: str) -> None:
    """Each is prepared against the newest schema, its parameter types inferred as we give them."""
    connection = await asyncpg.connect(postgresql_url.replace("+asyncpg", ""))
    wrong = []
    for name, text in _compiled("postgresql"):
        try:
            prepared = await connection.prepare(text)
        except asyncpg.PostgresError as error:
            wrong.append(f"{name}: {error}")
        else:
            types = {one.name for one in prepared.get_parameters()}
            if types - {"text", "int4", "int8"}:
                wrong.append(f"{name}: takes {sorted(types)}; only text and whole numbers are portable")
    await connection.close()
    assert wrong == []


def _compiled(engine: Engine) -> Iterator[tuple[str, str]]:
    """(name, text) as the driver of ``engine`` gets them."""
    loaded = queries(engine)
    for name in _for(engine):
        yield name, getattr(loaded, name).sql
