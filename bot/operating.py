"""What an operation is: asked with words, done on an open database, answered with words."""

from collections.abc import Awaitable, Callable, Mapping

from storage.database import Database

Given = Mapping[str, str]
Operation = Callable[[Database, Given], Awaitable[str]]


class OperationError(Exception):
    """What was asked cannot be done: why, and what to write instead."""
