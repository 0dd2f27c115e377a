"""From when to when somebody was there, as they say it: "7h30-12h", "12h15", "vào 7h30". Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from handlers.engine import Answer, Told, Wrong
from handlers.engine.days import read_time
from locales.formats import local
from storage.fold import fold

_LONGEST = 60
_TO = re.compile(r"\s*(?:[-\u2010-\u2015~>]+|\b(?:den|toi|to)\b)\s*")
_FROM = re.compile(r"(?:tu|vao|vao ca|from|in)(?: luc)? ")
_OUT = re.compile(r"(?:ra|ra ca|ve|out)(?: luc)? ")
_MARK = "\0"
"""Stands for a hyphen while accents are taken off: folding would take the hyphen too."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Times of day as ``HH:MM``; one that was not said is empty."""

    starts: str = ""
    ends: str = ""

    def kept(self) -> str:
        """As a form keeps it; reading it again gives the same."""
        return f"{self.starts}-{self.ends}"

    def around(self, in_at: datetime, out_at: datetime) -> tuple[datetime, datetime]:
        """What a presence of [in_at, out_at] becomes: each time on the day it was, an end before the start
        on the day after."""
        starts_at = _on(in_at, self.starts) if self.starts else in_at
        ends_at = _on(in_at, self.ends) if self.ends else out_at
        return starts_at, ends_at + timedelta(days=1) if ends_at <= starts_at and self.ends else ends_at


def read_stretch(text: str) -> Stretch | None:
    """The stretch that ``text`` says; a single time is the end. None for anything else."""
    if len(text) > _LONGEST:
        return None
    plain = re.sub(r"[-\u2010-\u2015]", _MARK, unicodedata.normalize("NFKC", text))
    said = fold(plain).replace(_MARK, "-").strip(" .")
    parts = [part.strip() for part in _TO.split(said)]
    if len(parts) == 2 and any(parts):
        starts, ends = _time(_FROM.sub("", parts[0])), _time(_OUT.sub("", parts[1]))
        return None if starts is None or ends is None else Stretch(starts, ends)
    if len(parts) != 1 or not said:
        return None
    begins = _FROM.match(said)
    at = _time(_OUT.sub("", _FROM.sub("", said)))
    return None if at is None else Stretch(at, "") if begins else Stretch("", at)


def _time(said: str) -> str | None:
    """The time; empty where nothing is said, None where it is no time."""
    return (read_time(said) or None) if said else ""


def _on(moment: datetime, said: str) -> datetime:
    here = local(moment)
    return datetime.combine(here.date(), time.fromisoformat(said), tzinfo=here.tzinfo)


@dataclass(frozen=True, slots=True)
class StretchField(Told):
    """A stretch of time in one's own words; held as ``Stretch.kept``."""

    optioned: ClassVar[bool] = True

    def wrong(self) -> Wrong:
        return Wrong("stretch")

    def read(self, answer: Answer) -> Any:
        found = read_stretch(answer.text)
        return found.kept() if found else self.wrong()

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and self.read(Answer(text=value)) == value
