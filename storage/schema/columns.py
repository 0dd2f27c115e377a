"""The few kinds of columns there are, and the shape of a domain table."""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def words(name: str, *, key: bool = False, empty: bool = False) -> Column[str]:
    """Text that is always there; ``empty`` is its default, ``key`` makes it part of the primary key."""
    return Column(name, Text, primary_key=key, nullable=False, server_default="" if empty else None)


def maybe(name: str) -> Column[str]:
    """Text that may be missing."""
    return Column(name, Text, nullable=True)


def at(name: str, *, maybe: bool = False) -> Column[int]:
    """A moment as UTC microseconds."""
    return Column(name, BigInteger, nullable=maybe)


def count(name: str, *, maybe: bool = False) -> Column[int]:
    """A count, or a yes/no as 0/1."""
    return Column(name, Integer, nullable=maybe, server_default=None if maybe else "0")


def domain(name: str, *columns: Column[str] | Column[int] | Index) -> Table:
    """A table of one tenant's records, keyed (tenant, id)."""
    return Table(name, metadata, words("tenant", key=True), words("id", key=True), *columns)
