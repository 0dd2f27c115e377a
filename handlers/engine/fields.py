"""The kinds of field a form may have; each stands in the ``Annotated`` of a form's field."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from handlers.engine.answer import Answer, Wrong
from handlers.engine.days import read_day, read_time
from handlers.engine.kind import Counted, Picked, Told
from handlers.engine.names import cleaned, read_name
from handlers.engine.numbers import read_number

_APART = str.maketrans("", "", " -–—_.\t\n\u00a0")
_LONGEST_KEY = 256


@dataclass(frozen=True, slots=True)
class Choice(Picked):
    """One of the options given at run time; ``sole``: where there is only one, it is not asked."""

    sole: bool = False
    optioned: ClassVar[bool] = True

    def wrong(self) -> Wrong:
        return Wrong("choice")

    def pick(self, picked: str) -> Any:
        return picked or self.wrong()

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and bool(value)


@dataclass(frozen=True, slots=True)
class Many(Counted):
    """Any of the options given at run time, each on or off; held in the order of the options.

    ``whole`` is for long lists: all can be switched on at once, and several picks typed in one line are the
    whole answer.
    """

    whole: bool = False

    @property
    def nothing(self) -> Any:
        return []

    def wrong(self) -> Wrong:
        return Wrong("many-whole" if self.whole else "many")

    def fits(self, value: Any) -> bool:
        return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


@dataclass(frozen=True, slots=True)
class Tally(Counted):
    """How many of each option given at run time; a count is from 1 to ``max``, absent is none.

    ``zero``: a count of 0 is told and kept too, and is not the same as none.
    """

    max: int = 9999
    zero: bool = False

    @property
    def nothing(self) -> Any:
        return {}

    @property
    def least(self) -> int:
        """The smallest count that is held."""
        return 0 if self.zero else 1

    def wrong(self) -> Wrong:
        return Wrong("tally", {"max": self.max})

    def fits(self, value: Any) -> bool:
        return (
            isinstance(value, dict)
            and bool(value)
            and all(type(count) is int and self.least <= count <= self.max for count in value.values())
        )


@dataclass(frozen=True, slots=True)
class YesNo(Picked):
    """Yes or no."""

    def wrong(self) -> Wrong:
        return Wrong("yes-no")

    def pick(self, picked: str) -> Any:
        return {"yes": True, "no": False}.get(picked, self.wrong())

    def fits(self, value: Any) -> bool:
        return isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Number(Told):
    """A whole number within bounds, both included."""

    min: int = 0
    max: int = 9999
    numbered: ClassVar[bool] = False

    def wrong(self) -> Wrong:
        return Wrong("number", {"min": self.min, "max": self.max})

    def read(self, answer: Answer) -> Any:
        number = read_number(answer.text)
        return self.wrong() if number is None or not self.min <= number <= self.max else number

    def fits(self, value: Any) -> bool:
        return type(value) is int and self.min <= value <= self.max


@dataclass(frozen=True, slots=True)
class Text(Told):
    """Words of the person's own: ``min`` to ``max`` characters after cleaning."""

    max: int = 300
    min: int = 1
    one_line: bool = False

    def wrong(self) -> Wrong:
        return Wrong("text-short", {"min": self.min})

    def read(self, answer: Answer) -> Any:
        text = cleaned(answer.text, one_line=self.one_line)
        if len(text) > self.max:
            return Wrong("text-long", {"max": self.max})
        return text if len(text) >= self.min and text else self.wrong()

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and self.read(Answer(text=value)) == value


@dataclass(frozen=True, slots=True)
class Name(Told):
    """A person's name: one visible line that can be neither a link nor a number."""

    max: int = 64

    def wrong(self) -> Wrong:
        return Wrong("name-empty")

    def read(self, answer: Answer) -> Any:
        return read_name(answer.text, self.max)

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and read_name(value, self.max) == value


@dataclass(frozen=True, slots=True)
class Code(Told):
    """A join code of ``length`` letters and digits, typed in any case, with spaces or dashes."""

    length: int = 8

    def wrong(self) -> Wrong:
        return Wrong("code", {"length": self.length})

    def read(self, answer: Answer) -> Any:
        code = unicodedata.normalize("NFKC", answer.text[:_LONGEST_KEY]).translate(_APART).upper()
        return code if len(code) == self.length and code.isascii() and code.isalnum() else self.wrong()

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and self.read(Answer(text=value)) == value


@dataclass(frozen=True, slots=True)
class Day(Told):
    """A day; ``ahead`` reads a weekday as the coming one instead of the last."""

    ahead: bool = False
    numbered: ClassVar[bool] = False

    def wrong(self) -> Wrong:
        return Wrong("day")

    def read(self, answer: Answer) -> Any:
        day = read_day(answer.text, answer.today_on, ahead=self.ahead)
        return day.isoformat() if day else self.wrong()

    def fits(self, value: Any) -> bool:
        if not isinstance(value, str):
            return False
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Time(Told):
    """A time of day as ``HH:MM``."""

    numbered: ClassVar[bool] = False

    def wrong(self) -> Wrong:
        return Wrong("time")

    def read(self, answer: Answer) -> Any:
        return read_time(answer.text) or self.wrong()

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and read_time(value) == value


@dataclass(frozen=True, slots=True)
class PhotoField(Told):
    """A photo the person sends, by the key under which the caller keeps it."""

    def wrong(self) -> Wrong:
        return Wrong("photo")

    def read(self, answer: Answer) -> Any:
        return answer.photo if self.fits(answer.photo) else self.wrong()

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and 0 < len(value) <= _LONGEST_KEY and value.isprintable()
