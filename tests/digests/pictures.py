"""Days of a team, made by hand: each is a digest worth reading."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.days import midnight
from handlers.section import Picture
from storage.records.membership import Role
from storage.records.work import ReportState
from tests.digests.records import (
    DAY,
    YESTERDAY,
    before,
    came,
    case,
    difficulty,
    member,
    model,
    report,
    shift,
    signup,
    team,
    told,
    word,
)


def quiet_day(**more: Any) -> Picture:
    """A day without anything; ``more`` is what there is all the same."""
    staff = tuple(
        member(who, Role.LEADER if who == "nam" else Role.VOLUNTEER) for who in ("nam", "lan", "anh")
    )
    blank = Picture(team=team(), day=DAY, begins_at=midnight(DAY), members=staff)
    return replace(blank, **more)


def full_day() -> Picture:
    """Everything a digest can say, at once."""
    tomorrow = DAY + timedelta(days=1)
    return quiet_day(
        members=(
            *(member(who) for who in ("lan", "anh", "tu", "ha")),
            member("nam", Role.LEADER),
            member("khoa", pending=True),
        ),
        attendances=(
            came("lan", "morning"),
            came("anh", "morning", grade="D"),
            came("anh", "afternoon", grade="D", forgot=True),
            came("khoa", "afternoon", grade="D"),
        ),
        reports=(
            report("lan", "morning", vneid=40, online_service=12, figures={"ho_so": 5}),
            report("anh", "morning", vneid=24),
            report("khoa", "afternoon", 3, state=ReportState.PENDING),
        ),
        late=(report("lan", "late", 6, state=ReportState.LATE, day_on=YESTERDAY),),
        difficulties=(difficulty("network", "dung"),),
        cases=(case("network", severity="dung"), case("portal", answer="Cổng đã chạy lại.", ago=2)),
        models=(model(),),
        shifts=(shift("morning"), shift("afternoon")),
        tomorrow=(shift("morning", tomorrow), shift("afternoon", tomorrow, needed=1)),
        **before(36, vneid=20, procedure=9),
        told_before=told(30, 2),
        signups=(
            signup("lan", "morning", DAY),
            signup("anh", "morning", DAY),
            signup("tu", "afternoon", DAY),
            signup("ha", "afternoon", DAY, absent=True),
        ),
        signups_tomorrow=(signup("lan", "morning", tomorrow), signup("anh", "afternoon", tomorrow)),
        signing=True,
    )


def overflowing_day() -> Picture:
    """Forty people with the longest names a digest meets."""
    crowd = {f"p{number:02d}": f"Nguyễn Phước Bảo {'Quý' * 9} Uyển{number:02d}" for number in range(40)}
    seen = full_day()
    return replace(
        seen,
        members=(*seen.members, *(member(who, name=name) for who, name in crowd.items())),
        attendances=(
            *seen.attendances,
            *(came(who, "morning", forgot=True, name=name) for who, name in list(crowd.items())[:20]),
        ),
        signing=False,
    )


def _leaders_figure() -> Picture:
    return quiet_day(
        shifts=(shift("morning"),),
        attendances=(came("lan", "morning"), came("anh", "morning")),
        reports=(report("lan", "morning", vneid=5),),
        word=word(luot_nguoi_dan=9, ho_so=4),
        **before(24, hours=8),
    )


DAYS: Mapping[str, Callable[[], Picture]] = {
    "nothing": quiet_day,
    "nothing_but_yesterday": lambda: quiet_day(
        **before(36), told_before=told(40, 3), tomorrow=(shift("morning", DAY + timedelta(days=1)),)
    ),
    "planned_and_nobody": lambda: quiet_day(shifts=(shift("morning"),)),
    "full": full_day,
    "overflowing": overflowing_day,
    "leaders_figure": _leaders_figure,
    "exercise": lambda: replace(full_day(), team=team(exercise=True)),
}
