"""Statements of hours: kept when one is made, looked up by the code that stands on it."""

from storage.effects import Effect
from storage.queries import Tx
from storage.records.statement import Statement


class NamedStatement(Statement):
    """A statement with the name of its person; empty when that was erased."""

    name: str


def issued(record: Statement) -> Effect:
    """Keep a statement."""
    return Effect("add_statement", record.model_dump())


async def with_code(tx: Tx, code: str) -> NamedStatement | None:
    """The statement with this code, whatever its tenant: whoever asks has only the paper."""
    row = await tx.one("statement_with_code", code=code)
    return NamedStatement.model_validate(dict(row)) if row else None
