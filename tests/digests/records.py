"""The records that a day of a team is made of."""

from datetime import date, datetime, time, timedelta
from typing import Any

from locales.formats import HANOI
from storage.attendances import NamedAttendance
from storage.figures import MATTERS, VISITS, DayTotal
from storage.people import Member
from storage.records.care import ModelCard
from storage.records.case import CaseCard, CaseState, Telling
from storage.records.digest import DigestSent, WorkedDay
from storage.records.membership import Role
from storage.records.signup import PlacedSignup, SignupState
from storage.records.team import TeamCard
from storage.records.work import DayForm, Difficulty, HelpReport
from storage.shifts import PlacedShift

DAY = date(2026, 11, 24)
YESTERDAY = (DAY - timedelta(days=1)).isoformat()
LONG_AGO = datetime(2026, 11, 1, tzinfo=HANOI)
OF = {"tenant": "01", "team_id": "t1"}
NAMES = {
    "nam": "Trần Văn Nam",
    "lan": "Nguyễn Thị Lan",
    "anh": "Nguyễn Thị Mai Anh",
    "tu": "Lê Anh Tú",
    "ha": "Phạm Thu Hà",
    "khoa": "Đỗ Đăng Khoa",
}
SHIFTS = {"morning": (time(7, 30), time(11, 30)), "afternoon": (time(13, 30), time(17))}


def at(clock: time, day: date = DAY) -> datetime:
    """A moment of the day."""
    return datetime.combine(day, clock, tzinfo=HANOI)


def team(**more: Any) -> TeamCard:
    """The team of all these days."""
    known: dict[str, Any] = {
        "tenant": "01",
        "id": "t1",
        "name": "Đội Áo Xanh phường Đống Đa",
        "unit_code": "00235",
        "campaign_id": "c1",
        "created_at": LONG_AGO,
        "campaign_name": "Chiến dịch mùa đông",
        "exercise": False,
    }
    return TeamCard(**{**known, **more})


def member(who: str, role: Role = Role.VOLUNTEER, *, pending: bool = False, name: str = "") -> Member:
    """A member of the team."""
    return Member(
        **OF,
        id=f"m-{who}",
        person_id=who,
        role=role,
        pending=pending,
        from_at=LONG_AGO,
        name=name or NAMES[who],
        language="vi",
    )


def shift(part: str, day: date = DAY, needed: int = 3) -> PlacedShift:
    """A planned shift."""
    starts, ends = SHIFTS[part]
    return PlacedShift(
        **OF,
        id=f"{part}-{day:%d}",
        campaign_id="c1",
        starts_at=at(starts, day),
        ends_at=at(ends, day),
        needed=needed,
        created_at=LONG_AGO,
        place_name="Một cửa phường Đống Đa",
    )


def came(who: str, part: str, *, grade: str = "B", forgot: bool = False, name: str = "") -> NamedAttendance:
    """Somebody was there for a shift."""
    starts, ends = SHIFTS[part]
    return NamedAttendance(
        **OF,
        id=f"a-{who}-{part}",
        person_id=who,
        shift_id=f"{part}-{DAY:%d}",
        campaign_id="c1",
        day_on=DAY.isoformat(),
        in_at=at(starts),
        in_received_at=at(starts),
        out_at=None if forgot else at(ends),
        grade=grade,
        name=name or NAMES[who],
    )


def report(who: str, part: str, visits: int | None = None, **more: Any) -> HelpReport:
    """What somebody reported of a shift; ``more`` are counts by category, or fields of the report."""
    own = ("state", "day_on", "figures", "groups", "note")
    fields: dict[str, Any] = {key: more.pop(key) for key in own if key in more}
    known: dict[str, Any] = {
        **OF,
        "id": f"r-{who}-{part}",
        "person_id": who,
        "attendance_id": f"a-{who}-{part}",
        "unit_code": "00235",
        "campaign_id": "c1",
        "day_on": DAY.isoformat(),
        "visits": visits,
        "lines": more,
        "groups": {},
        "created_at": at(time(17)),
    }
    return HelpReport(**{**known, **fields})


def word(**figures: int) -> DayForm:
    """What the leader said of the whole day."""
    return DayForm(
        **OF,
        id="w",
        person_id="nam",
        unit_code="00235",
        campaign_id="c1",
        day_on=DAY.isoformat(),
        figures=figures,
        lines={},
        created_at=at(time(17, 30)),
    )


def before(visits: int, hours: int = 12, **matters: int) -> dict[str, Any]:
    """Seven days, five of them alike, Saturday and Sunday free."""
    days = [DAY - timedelta(days=ago) for ago in range(7, 0, -1)]
    worked = [day for day in days if day.weekday() < 5]
    counts = {(VISITS, ""): visits, **{(MATTERS, item): count for item, count in matters.items()}}
    return {
        "week_before": tuple(
            DayTotal(
                **OF, day_on=day.isoformat(), unit_code="00235", campaign_id="c1", figure=figure, item=item,
                count=count,
            )
            for day in worked
            for (figure, item), count in counts.items()
        ),
        "worked_before": tuple(
            WorkedDay(**OF, day_on=day.isoformat(), people=3, minutes=hours * 60) for day in worked
        ),
    }  # fmt: skip


def told(visits: int, people: int) -> DigestSent:
    """What the digest of the day before said."""
    sent_at = at(time(18), DAY - timedelta(days=1))
    return DigestSent(**OF, day_on=YESTERDAY, visits=visits, people=people, sent_at=sent_at)


def case(code: str, *, severity: str = "cham", answer: str = "", ago: int = 0) -> CaseCard:
    """A case the team met, so many days ago, solved today where there is an answer."""
    day = (DAY - timedelta(days=ago)).isoformat()
    telling = Telling(**_difficulty(code, severity, day), root_id=f"k-{code}", team_name="Đội Áo Xanh")
    return CaseCard(
        tenant="01",
        id=f"k-{code}",
        unit_code="00235",
        code=code,
        day_on=day,
        root_id=f"k-{code}",
        state=CaseState.SOLVED if answer else CaseState.NEW,
        answer=answer,
        solved_at=at(time(15)) if answer else None,
        created_at=at(time(9)) - timedelta(days=ago),
        tellings=(telling,),
    )


def difficulty(code: str, severity: str = "cham") -> Difficulty:
    """What somebody told today of a case."""
    return Difficulty(**_difficulty(code, severity, DAY.isoformat()))


def _difficulty(code: str, severity: str, day_on: str) -> dict[str, Any]:
    return {
        **OF,
        "id": f"d-{code}",
        "case_id": f"k-{code}",
        "unit_code": "00235",
        "person_id": "lan",
        "campaign_id": "c1",
        "day_on": day_on,
        "code": code,
        "severity": severity,
        "created_at": at(time(9)),
    }


def signup(who: str, part: str, day: date, *, absent: bool = False) -> PlacedSignup:
    """Somebody's place in a shift."""
    planned = shift(part, day)
    return PlacedSignup(
        **OF,
        id=f"s-{who}-{part}-{day:%d}",
        shift_id=planned.id,
        person_id=who,
        state=SignupState.ABSENT if absent else SignupState.PLEDGED,
        created_at=LONG_AGO,
        ended_at=at(time(6)) if absent else None,
        name=NAMES[who],
        language="vi",
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
        needed=planned.needed,
    )


def model() -> ModelCard:
    """A good model that waits."""
    return ModelCard(
        tenant="01",
        id="g1",
        team_id="t1",
        unit_code="00235",
        person_id="lan",
        name="Góc công nghệ số",
        what="Bàn riêng cho người lớn tuổi.",
        created_at=LONG_AGO,
        team_name="Đội Áo Xanh",
        exercise=False,
    )
