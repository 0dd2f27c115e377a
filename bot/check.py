"""What a check of the doctor is: one thing looked at, what was found, and what to do about it.

The folder ``checks`` is the registry: a file that is there is a check.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from bot.settings import Settings


class State(StrEnum):
    """How bad it is: ``BAD`` keeps people from being served, or data from being safe."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, in one line, and the next step where there is one."""

    state: State
    found: str
    todo: str = ""


class Check(ABC):
    """Looks without changing anything, also while the bot runs; no file that the bot may have is opened."""

    name: ClassVar[str]

    @abstractmethod
    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """What was found; nothing where the check does not apply."""


def good(found: str) -> Finding:
    """Nothing to do."""
    return Finding(State.GOOD, found)
