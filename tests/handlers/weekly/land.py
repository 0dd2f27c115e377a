"""A small country with a random fortnight, and its figures counted by hand from the same records."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from storage import attendances, day_forms, figures, reports, teams
from storage.database import Database
from storage.effects import Effect, carry_out
from storage.figures import NO_VISIT
from storage.records.period import Period
from storage.records.team import Campaign, Team, Tenant
from storage.records.unit import CENTRE
from storage.records.work import BEHALF, Attendance, DayForm, HelpReport, ReportState

FIRST = date(2026, 11, 2)
"""A Monday."""
PROVINCES = {"01": ("00235", "00229", "00226"), "79": ("26734", "27037")}
CATEGORIES = ("vneid", "online_service", "digitise")
GROUPS = ("elderly", "ethnic_minority")
STATES = (ReportState.COUNTED,) * 6 + (ReportState.PENDING, ReportState.LATE, ReportState.SET_ASIDE)
BEGAN = datetime(2026, 10, 1, tzinfo=UTC)


def moment(day: date, hour: int) -> datetime:
    """That hour in Vietnam."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour - 7)


@dataclass
class Land:
    """See the module. Everything that counts is in ``reports``, ``forms`` and ``presences``."""

    store: Database
    chance: random.Random
    teams: list[Team] = field(default_factory=list)
    reports: list[HelpReport] = field(default_factory=list)
    forms: dict[tuple[str, str, str], DayForm] = field(default_factory=dict)
    presences: list[Attendance] = field(default_factory=list)
    made: int = 0

    async def founded(self) -> "Land":
        """The country: two provinces, two teams a commune, the last one of each only exercising."""
        effects = [
            teams.tenant_saved(Tenant(tenant=tenant, unit_code=tenant, name=tenant, created_at=BEGAN))
            for tenant in (CENTRE, *PROVINCES)
        ]
        for tenant, communes in PROVINCES.items():
            for name, exercise in (("real", False), ("exercise", True)):
                campaign = Campaign(
                    tenant=tenant, id=name, name=name, starts_on="2026-10-01", ends_on="2027-03-31",
                    exercise=exercise, created_at=BEGAN,
                )  # fmt: skip
                effects.append(teams.campaign_saved(campaign))
            self.teams += [self._team(tenant, code, number) for code in communes for number in range(3)]
        await self.write([*effects, *(teams.saved(one) for one in self.teams)])
        return self

    def _team(self, tenant: str, code: str, number: int) -> Team:
        return Team(
            tenant=tenant, id=f"team-{code}-{number}", name=f"Đội {number}", unit_code=code,
            campaign_id="exercise" if number == 2 else "real", created_at=BEGAN,
        )  # fmt: skip

    async def write(self, effects: Sequence[Effect]) -> None:
        """Carry out effects."""
        await self.store.write(lambda tx: carry_out(tx, effects))

    def id(self) -> str:
        """The next id."""
        self.made += 1
        return f"{self.made:08d}"

    async def lived(self, days: Sequence[date], how_much: int) -> None:
        """So many reports and presences on ``days``, a third as many leaders' words."""
        effects: list[Effect] = []
        for _ in range(how_much):
            team, day = self.chance.choice(self.teams), self.chance.choice(days)
            effects += [*self._reported(team, day), *self._there(team, day)]
            if self.chance.random() < 0.3:
                effects += self._told(team, day)
        await self.write(effects)

    def _reported(self, team: Team, day: date) -> Iterator[Effect]:
        chance, late = self.chance, self.chance.random() < 0.2
        report = HelpReport(
            tenant=team.tenant, id=self.id(), team_id=team.id, person_id=f"p{chance.randrange(9)}",
            unit_code=team.unit_code, campaign_id=team.campaign_id, exercise=team.campaign_id == "exercise",
            day_on=day.isoformat(), visits=chance.choice((None, 0, 7)),
            lines={one: chance.randrange(1, 9) for one in CATEGORIES if chance.random() < 0.6},
            groups={one: chance.randrange(1, 5) for one in GROUPS if chance.random() < 0.4},
            figures={"ho_so": chance.randrange(1, 4)} if chance.random() < 0.3 else {},
            state=chance.choice(STATES), replaces="older" if chance.random() < 0.2 else "",
            created_at=moment(day, 36 + chance.randrange(9)) if late else moment(day, 17),
        )  # fmt: skip
        self.reports.append(report)
        yield reports.added(report)
        if report.state is ReportState.COUNTED:
            yield from figures.moved(report, 1)

    def _told(self, team: Team, day: date) -> Iterator[Effect]:
        chance, key = self.chance, (team.tenant, team.id, day.isoformat())
        if key in self.forms:
            return
        said = {"luot_nguoi_dan": chance.randrange(30), "luot_tnv": chance.randrange(9)}
        self.forms[key] = form = DayForm(
            tenant=team.tenant, id=self.id(), team_id=team.id, person_id="leader", unit_code=team.unit_code,
            campaign_id=team.campaign_id, exercise=team.campaign_id == "exercise", day_on=day.isoformat(),
            figures={name: count for name, count in said.items() if chance.random() < 0.6},
            lines={"vneid": chance.randrange(9)} if chance.random() < 0.4 else {},
            groups={"elderly": chance.randrange(9)} if chance.random() < 0.3 else {},
            origin=chance.choice(("", "", BEHALF)), created_at=moment(day, 20),
        )  # fmt: skip
        yield day_forms.added(form)
        yield from figures.given(form)

    def _there(self, team: Team, day: date) -> Iterator[Effect]:
        chance, known = self.chance, f"p{self.chance.randrange(9)}"
        starts = moment(day, chance.choice((7, 13)))
        over = chance.random() < 0.9
        person = known if over else f"{known}-{self.made}"
        one = Attendance(
            tenant=team.tenant, id=self.id(), team_id=team.id, person_id=person,
            campaign_id=team.campaign_id, day_on=day.isoformat(), in_at=starts, in_received_at=starts,
            out_at=starts + timedelta(hours=chance.choice((4, 5, 10))) if over else None,
            grade=chance.choice("ABCD"), pending=chance.random() < 0.1,
        )  # fmt: skip
        self.presences.append(one)
        yield attendances.opened(one)

    def counted(self, team_ids: set[str], tenants: set[str], period: Period) -> dict[tuple[str, str], int]:
        """The figures of some teams in a period, by hand."""
        days: dict[tuple[str, str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        real = {one.id for one in self.teams if one.campaign_id == "real"}

        def here(one: HelpReport | DayForm | Attendance) -> bool:
            inside = period.since_on <= one.day_on <= period.until_on
            return inside and one.tenant in tenants and one.team_id in team_ids & real

        for report in self.reports:
            if here(report) and report.state is ReportState.COUNTED:
                days[report.tenant, report.team_id, report.day_on].update(_of_report(report))
        for key, form in self.forms.items():
            if here(form):
                days[key].update({})
                for item, count in _of_form(form).items():
                    days[key][item] = count
        total: Counter[tuple[str, str]] = Counter()
        for of_day in days.values():
            total.update(of_day)
        self._presence(total, [one for one in self.presences if here(one) and one.out_at and not one.pending])
        return dict(total)

    def _presence(self, total: Counter[tuple[str, str]], there: Sequence[Attendance]) -> None:
        spoken = {key for key, form in self.forms.items() if "luot_tnv" in form.figures}
        total["luot_tnv", ""] += sum((one.tenant, one.team_id, one.day_on) not in spoken for one in there)
        total["tnv_tham_gia", ""] = len({(one.tenant, one.person_id) for one in there})
        total["luot_xac_nhan", ""] = sum(one.grade != "D" for one in there)
        halves: Counter[tuple[str, str, str]] = Counter()
        for one in there:
            assert one.out_at
            halves[one.tenant, one.person_id, one.day_on] += 1 + (one.out_at - one.in_at > timedelta(hours=5))
        total["ngay_cong", ""] = sum(min(2, half) for half in halves.values())


def _of_report(report: HelpReport) -> dict[tuple[str, str], int]:
    visits = report.visits
    if visits is None:
        visits = sum(count for name, count in report.lines.items() if name not in NO_VISIT)
    found = {("luot_nguoi_dan", ""): visits}
    found |= {("luot_noi_dung", name): count for name, count in report.lines.items()}
    found |= {("nhom", name): count for name, count in report.groups.items()}
    return found | {(name, ""): count for name, count in report.figures.items()}


def _of_form(form: DayForm) -> dict[tuple[str, str], int]:
    found = {("luot_noi_dung", name): count for name, count in form.lines.items()}
    found |= {("nhom", name): count for name, count in form.groups.items()}
    return found | {(name, ""): count for name, count in form.figures.items()}
