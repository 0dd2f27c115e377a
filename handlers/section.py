"""The kind of every section of a digest: a few lines about one thing, and its details on request."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from handlers.messages import Button
from locales import Words
from storage.account_use import Use
from storage.attendances import NamedAttendance
from storage.figures import DayTotal
from storage.people import Member
from storage.records.care import ModelCard
from storage.records.case import CaseCard
from storage.records.digest import DigestSent, WorkedDay
from storage.records.signup import PlacedSignup
from storage.records.team import TeamCard
from storage.records.work import DayForm, Difficulty, HelpReport, ReportState
from storage.shifts import PlacedShift

NOTHING = Use()


@dataclass(frozen=True, slots=True)
class Picture:
    """One team's day. ``cases`` are those it met, and its own that were solved; ``difficulties`` what its
    people told, also newcomers; ``word`` is what the leader said of the whole day, ``late`` what waits since
    days that are closed; ``models`` wait to be endorsed; ``week_before`` are the totals of the seven days
    before it, ``worked_before`` what they took, ``told_before`` the last digest of them; ``signups`` are to
    the shifts of the day, ``signing`` is whether the team plans by them; ``use`` is what passed through the
    team's own bots, and what did not."""

    team: TeamCard
    day: date
    begins_at: datetime
    members: tuple[Member, ...] = ()
    attendances: tuple[NamedAttendance, ...] = ()
    reports: tuple[HelpReport, ...] = ()
    word: DayForm | None = None
    late: tuple[HelpReport, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    cases: tuple[CaseCard, ...] = ()
    models: tuple[ModelCard, ...] = ()
    shifts: tuple[PlacedShift, ...] = ()
    tomorrow: tuple[PlacedShift, ...] = ()
    week_before: tuple[DayTotal, ...] = ()
    worked_before: tuple[WorkedDay, ...] = ()
    told_before: DigestSent | None = None
    signups: tuple[PlacedSignup, ...] = ()
    signups_tomorrow: tuple[PlacedSignup, ...] = ()
    signing: bool = False
    use: Use = NOTHING

    @property
    def live_reports(self) -> tuple[HelpReport, ...]:
        """Reports that stand, also those of newcomers who are not accepted yet."""
        live = (ReportState.COUNTED, ReportState.PENDING)
        return tuple(one for one in self.reports if one.state in live)

    @property
    def silent(self) -> bool:
        """Whether nothing happened and nothing was planned."""
        told = self.live_reports or self.word or self.late
        return not (self.attendances or told or self.difficulties or self.shifts)


class Section:
    """One part of the digest. Each file in ``sections/`` is one; ``rank`` is its place.

    ``name`` is stable: the words are ``digest-<name>…``, its button ``digest-see-<name>``.
    ``detailed`` sections have a list behind a button. Of a digest that grows too long the lines of the
    section with the highest ``yields`` are left out first. ``idle`` sections are also told of a day on which
    nothing happened.
    """

    name: ClassVar[str]
    rank: ClassVar[int]
    yields: ClassVar[int] = 0
    detailed: ClassVar[bool] = False
    idle: ClassVar[bool] = False

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """What the digest says; nothing when there is nothing to say."""
        raise NotImplementedError(f"{type(self).__name__} says nothing")

    def details(self, words: Words, seen: Picture) -> list[str]:
        """The list behind the button, a line each."""
        return []

    def buttons(self, words: Words, seen: Picture) -> list[Button]:
        """What can be done about it with one tap."""
        return []
