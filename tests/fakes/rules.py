"""Faults a test asks for: which calls they hit, and what happens to them."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """What goes wrong."""

    REFUSE = "refuse"  # a JSON refusal with code, description and parameters
    HTML = "html"  # a page of some proxy with the code
    GARBAGE = "garbage"  # 200 and a body that is no JSON
    HANG = "hang"  # the method takes effect, no answer for ``seconds``
    CUT = "cut"  # the method takes effect, the answer breaks off in the middle
    RESET = "reset"  # the connection is reset before anything happens
    SLOW = "slow"  # an ordinary answer, ``seconds`` late


class Refusal(Exception):
    """What a Bot API answers when it will not: code, description, response parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass(slots=True)
class Rule:
    """Hits the next ``times`` calls (None: all) of ``method`` (empty: any) to ``chat`` (None: any),
    after letting ``skip`` matching calls pass, each with ``chance``. ``whole`` makes a
    ``retry_after`` hold the whole bot, not only the chat it was told about; ``done`` lets a refused call take
    effect all the same."""

    fault: Fault
    method: str = ""
    chat: int | str | None = None
    times: int | None = 1
    skip: int = 0
    chance: float = 1.0
    code: int = 500
    description: str = "Internal Server Error"
    parameters: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 3600.0
    whole: bool = False
    done: bool = False

    def matches(self, method: str, chat: int | str | None) -> bool:
        """Whether the call is of the kind this rule is about."""
        return self.method.lower() in ("", method.lower()) and self.chat in (None, chat)


class Rules:
    """The rules in force, first match first; used up ones are gone."""

    def __init__(self, rng: random.Random) -> None:
        self._rules: list[Rule] = []
        self._rng = rng

    def add(self, rule: Rule) -> None:
        """Put ``rule`` behind those in force."""
        self._rules.append(rule)

    def clear(self) -> None:
        """Let everything pass again."""
        self._rules.clear()

    def strike(self, method: str, chat: int | str | None) -> Rule | None:
        """The rule that hits this call, counted as used; None when it may pass."""
        for rule in self._rules:
            if not rule.matches(method, chat):
                continue
            if rule.skip > 0:
                rule.skip -= 1
                continue
            if self._rng.random() >= rule.chance:
                continue
            if rule.times is not None:
                rule.times -= 1
                if rule.times <= 0:
                    self._rules.remove(rule)
            return rule
        return None
