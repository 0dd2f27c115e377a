"""The fields of a form that take a rota in words.

Each keeps the day on which it was said: "mai" and "tuần sau" count from it however long the form is open.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from handlers.engine import Answer, Told, Wrong
from handlers.rota import Line, read

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class SaidOn:
    """Words about shifts, and the day they were said on."""

    day: date
    text: str

    def kept(self) -> str:
        """As a form keeps it."""
        return f"{self.day.isoformat()} {self.text}"

    def lines(self, places: tuple[str, ...] = ()) -> tuple[Line, ...]:
        """What they mean."""
        return read(self.text, self.day, places).lines


def said_on(kept: str | None) -> SaidOn | None:
    """What ``SaidOn.kept`` wrote; None for anything else."""
    head, _, text = (kept or "").partition(" ")
    try:
        return SaidOn(date.fromisoformat(head), text)
    except ValueError:
        return None


class _Words(Told):
    """Words that must say one thing of a rota, and may say more."""

    optioned: ClassVar[bool] = True

    def read(self, answer: Answer) -> Any:
        if answer.today_on is None or len(answer.text) > _LONGEST:
            return self.wrong()
        sheet = read(answer.text, answer.today_on)
        told = bool(sheet.lines) and not sheet.unknown and all(map(self.tells, sheet.lines))
        return SaidOn(answer.today_on, answer.text.strip()).kept() if told else self.wrong()

    def tells(self, line: Line) -> bool:
        """Whether a line says it."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it wants to hear")

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and said_on(value) is not None


@dataclass(frozen=True, slots=True)
class Days(_Words):
    """Which days: "T2–T6 đến 31/12", "thứ 3, thứ 5 hằng tuần", "24/11"."""

    def wrong(self) -> Wrong:
        return Wrong("days")

    def tells(self, line: Line) -> bool:
        return line.has_days


@dataclass(frozen=True, slots=True)
class Hours(_Words):
    """Which hours: "sáng, chiều", "7h30–11h30"."""

    def wrong(self) -> Wrong:
        return Wrong("hours")

    def tells(self, line: Line) -> bool:
        return bool(line.spans)


@dataclass(frozen=True, slots=True)
class Whole(Told):
    """A whole sheet; what it leaves open is asked behind it."""

    max: int = 2000

    def wrong(self) -> Wrong:
        return Wrong("days")

    def read(self, answer: Answer) -> Any:
        if answer.today_on is None or len(answer.text) > self.max:
            return self.wrong()
        said = SaidOn(answer.today_on, answer.text.strip())
        return said.kept() if said.lines() else self.wrong()

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and said_on(value) is not None
