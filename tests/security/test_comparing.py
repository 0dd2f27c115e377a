"""No comparison of a secret stops early: proven on the source, so that no clock has to be trusted.

What is offered from outside meets a secret in ``hmac.compare_digest``, in the verification of a seal or of an
Argon2id hash, or in a look-up of its hash, which tells nothing of how near it was. Every other comparison
whose operands are named like a secret stands here, with the reason why it tells nobody anything.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from storage.queries import queries
from tests.test_gates import FLOORS, ROOT

_SECRET = re.compile(
    r"secret|token|cookie|csrf|proof$|hash|passw|signature|digests?$|fingerprint|sealed|pin$"
)
_EARLY = (ast.Eq, ast.NotEq, ast.In, ast.NotIn)
_LEXERS = ("handlers/rota", "handlers/shorthand", "handlers/privacy_filter")
"""Here a token is a word of a sentence."""
KNOWN = {
    "one.sealed_token != found[key].sealed_token": "two rows of ours: has the bot's token been changed",
    "after.reopens_at != pin.reopens_at": "two times",
    "(one['rows'], one['digest']) != (found.rows, found.digest)": "a backup that was opened with its key",
    "(await archive.summed(tx, shape)).digest != digest": "the same, after it was put back",
    "settings.secret_key in settings.former_keys": "two settings, at the start",
    "tap.token != session.token": "which form a button belongs to: shown to whoever taps it, and no secret",
    "(seq, former) != (chain['seq'], chain['hash'])": "the audit log, by the operator",
    "link(former, row) != row['hash']": "the audit log, by the operator",
    "digests.keys() != manifest.counts.keys()": "names of tables",
    "digest.read_asked(read(row).topic, date.min)[1] == team_id": "the evening digest",
}
_COLUMN = re.compile(
    r"(?:where|and|or|on)\s+(?:\w+\.)?(\w*(?:token|secret|hash|pin|code|proof))\s*(?:=|in)\s*[(:]"
)
_LOOKED_UP = {
    "unit_code": "of a commune or province",
    "code": "of units and kinds; and join codes: 39 bits, found through an index, twenty tries a day",
    "sealed_token": "sealed anew by the operator",
}


def _compared() -> Iterator[tuple[Path, str]]:
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            if path.relative_to(ROOT).as_posix().startswith(_LEXERS):
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Compare) or not any(isinstance(one, _EARLY) for one in node.ops):
                    continue
                if any(_SECRET.search(name) for name in _names(node)):
                    yield path.relative_to(ROOT), ast.unparse(node)


def _names(node: ast.Compare) -> Iterator[str]:
    for side in (node.left, *node.comparators):
        for part in ast.walk(side):
            if isinstance(part, ast.Name):
                yield part.id
            elif isinstance(part, ast.Attribute):
                yield part.attr
            elif isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Constant):
                yield str(part.slice.value)


def test_no_comparison_of_a_secret_stops_early() -> None:
    assert [(path, text) for path, text in _compared() if text not in KNOWN] == []


def test_every_reason_is_for_a_comparison_there_is() -> None:
    assert set(KNOWN) - {text for _, text in _compared()} == set()


def test_a_secret_is_looked_up_by_its_hash_alone() -> None:
    asked = queries("sqlite")
    found = {
        (name, column)
        for name in asked.available_queries
        if not name.endswith("_cursor")
        for column in _COLUMN.findall(getattr(asked, name).sql)
        if not column.endswith("_hash") and column not in _LOOKED_UP
    }
    assert found == set()
