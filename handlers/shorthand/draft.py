"""What one line of shorthand says."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Day = Literal["today", "yesterday"] | date
Ask = Literal["approx", "count", "hs", "several_days", "future_day"]
Change = Literal["new", "replace", "add", "less"]
Whose = Literal["", "team", "self"]


@dataclass(frozen=True, slots=True)
class ShorthandDraft:
    """A report as far as one chat line tells it.

    ``lines``: visits by help category; ``visits``: only a total that was said; ``groups`` and ``figures`` by
    their codes; ``approx``: some number was "about"; ``unknown``: pieces of the line nobody understood;
    ``shift``: morning, afternoon, evening or day, where one was said; ``mode``: a code of the place types;
    ``asks``: what to ask before it is saved; ``change``: whether it takes back, adds to or lessens an
    earlier report; ``whose``: the whole team's or one's own, where the line says so.
    A line that is no report carries nothing else.
    """

    is_report: bool = False
    visits: int | None = None
    lines: dict[str, int] = field(default_factory=dict)
    approx: bool = False
    difficulties: list[str] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)
    day: Day | None = None
    shift: str = ""
    mode: str = ""
    unknown: list[str] = field(default_factory=list)
    asks: tuple[Ask, ...] = ()
    same_as_yesterday: bool = False
    nobody: bool = False
    change: Change = "new"
    whose: Whose = ""

    def as_json(self) -> dict[str, Any]:
        """The documented fields for outside programs; a line without a day is about today."""
        return {
            "is_report": self.is_report,
            "visits": self.visits,
            "lines": self.lines,
            "approx": self.approx,
            "difficulties": self.difficulties,
            "groups": self.groups,
            "figures": self.figures,
            "day": self.day.isoformat() if isinstance(self.day, date) else self.day or "today",
            "unknown": self.unknown,
        }
