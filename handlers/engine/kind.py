"""What every kind of field can do: read an answer, and say whether a kept answer still fits."""

from abc import abstractmethod
from typing import Any, ClassVar

from handlers.engine.answer import Answer, Wrong


class Kind:
    """How one field is asked and read. Values are JSON-able: a day is its ISO text.

    ``numbered``: a bare number picks from the offered list; False where a number is itself an answer, so
    that a channel without buttons must list the words and not number them.
    ``guided``: the answer is one of the offers, so that values and unaccented prefixes are read too.
    ``optioned``: options are given at run time.

    No ABC, whose ``isinstance`` takes five times as long: a turn asks a field's kind a hundred times, and
    mypy holds the abstract methods all the same.
    """

    numbered: ClassVar[bool] = True
    guided: ClassVar[bool] = False
    optioned: ClassVar[bool] = False

    @property
    def nothing(self) -> Any:
        """What a skipped field holds."""
        return None

    @abstractmethod
    def wrong(self) -> Wrong:
        """The rule told when an answer cannot be read at all."""

    @abstractmethod
    def fits(self, value: Any) -> bool:
        """Whether a kept ``value`` could be an answer; whether it is still an option is asked elsewhere."""


class Picked(Kind):
    """A kind answered by one of the offers."""

    guided: ClassVar[bool] = True

    @abstractmethod
    def pick(self, picked: str) -> Any:
        """The value of the offer ``picked``, or a ``Wrong``; "" is no offer."""


class Counted(Kind):
    """A kind answered by many offers, and done when the person says so."""

    guided: ClassVar[bool] = True
    optioned: ClassVar[bool] = True


class Told(Kind):
    """A kind answered in the person's own words, or by something sent.

    Where one is ``optioned``, its options are suggestions: picking one is the same as typing its value.
    """

    @abstractmethod
    def read(self, answer: Answer) -> Any:
        """The value of ``answer``, or a ``Wrong``."""
