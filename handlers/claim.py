"""What somebody says with a check-in or check-out: "4821", "mã 4821 lúc 7h35", "lúc 7h35". Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers.engine.days import read_time
from locales.formats import local
from storage.fold import fold

_LONGEST = 60
_CODE = r"(?:(?:ma|code)(?: so)?:? ?)?(?P<code>[0-9]{4})"
_TIME = r"(?:(?:vao )?(?:luc|tu|at|since) )?(?P<time>[0-9].*)"
_TIME_FIRST = r"(?:(?:vao )?(?:luc|tu|at|since) )?(?P<time>[0-9].*?)"
_FORMS = tuple(
    re.compile(form) for form in (_CODE, rf"{_CODE},? {_TIME}", _TIME, rf"{_TIME_FIRST},? {_CODE}")
)
AHEAD = timedelta(minutes=15)
"""A clock on a wall may be this far ahead of ours."""
LONGEST_AGO = timedelta(hours=16)
"""The longest shift: what somebody says to have begun earlier is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A presence code (four digits) and a time of day (``HH:MM``); each is empty when it was not said."""

    code: str = ""
    time: str = ""

    def at(self, sent_at: datetime | None, now: datetime) -> datetime:
        """When they say it was: the time they named, on the day on which it is nearest before they sent it;
        else when they sent it. Never in the future, and never longer ago than a shift can last: then, as
        for a phone whose clock is wrong, it is when they sent it or, failing that, now."""
        sent = sent_at if sent_at is not None and now - timedelta(days=1) <= sent_at <= now else now
        if not self.time:
            return sent
        named = datetime.combine(local(sent).date(), time.fromisoformat(self.time), tzinfo=local(sent).tzinfo)
        if named > sent + AHEAD:
            named -= timedelta(days=1)
        return min(named, sent) if sent - named <= LONGEST_AGO else sent


def read_claim(text: str) -> Claim | None:
    """The claim that ``text`` is, with or without accents; None when it says anything else."""
    if len(text) > _LONGEST:
        return None
    said = fold(unicodedata.normalize("NFKC", text)).rstrip(".!")
    for form in _FORMS:
        if found := form.fullmatch(said):
            groups = found.groupdict()
            named = read_time(groups["time"]) if groups.get("time") else ""
            if named is not None:
                return Claim(groups.get("code") or "", named)
    return None
