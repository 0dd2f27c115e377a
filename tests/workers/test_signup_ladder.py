"""A month of a team that signs up, with Tết and a Saturday worked for a day off: what the bot says by itself,
hour by hour, and what it does not say."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pytest

from bot import sample
from handlers.messages import Outbound
from handlers.quiet import quiet
from locales.formats import HANOI
from storage import shifts, signups
from storage.effects import Effect
from storage.holidays import official
from storage.records.membership import Role
from storage.records.signup import Signup, SignupState
from storage.records.work import Shift
from tests.sample import member, someone
from tests.world import World

FIRST, DAYS = date(2027, 1, 25), 30
TET = {date(2027, 2, day) for day in range(4, 11)}
OFF, WORKED = date(2027, 2, 15), date(2027, 2, 20)
"""A Monday off that is worked on a Saturday."""
TIMES = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)), (time(19), time(21)))
WHO = ("an", "binh", "chi", "dung")
LOOKS = (
    *(time(2), time(5), time(6, 29), time(6, 30), time(7, 30), time(7, 44), time(7, 45), time(8)),
    *(time(11, 41), time(12, 30), time(13, 45), time(17, 11), time(18), time(18, 30), time(19), time(19, 6)),
    *(time(19, 15), time(20, 30), time(20, 36), time(20, 59), time(21, 5), time(21, 11), time(23, 31)),
)
ON_DUTY = ("Ca 7h", "Ca 13h", "Ca 19h", "Hết ca")
"""How messages about a shift under way begin: they alone are not kept from the quiet hours."""


@dataclass
class Heard:
    """What was said, to whom and when."""

    said: list[tuple[datetime, str, Outbound]] = field(default_factory=list)

    def of(self, who: str, day: date, *starts: str) -> list[str]:
        """What ``who`` was told on a day, beginning with one of ``starts``."""
        return [
            one.text
            for at, chat, one in self.said
            if chat == who and at.date() == day and one.text.startswith(starts)
        ]


def _days() -> Iterator[date]:
    return (FIRST + timedelta(days=ahead) for ahead in range(DAYS))


def _works(day: date) -> bool:
    """The team works Monday to Friday, and on the Saturday; it has planned shifts for days off as well."""
    planned = day < FIRST + timedelta(days=DAYS)
    return planned and (day.weekday() < 5 or day == WORKED)


def _comes(who: str, day: date, number: int) -> bool:
    """An is signed up mornings and afternoons, Bình for all three, Chi mornings, Dũng for few evenings."""
    return {
        "an": number < 2,
        "binh": True,
        "chi": number == 0,
        "dung": number == 2 and day.day % 5 == 0,
    }[who]


def _shifts(now: datetime) -> list[Shift]:
    return [
        Shift(
            tenant=sample.TENANT,
            id=f"{day}-{number}",
            team_id=sample.TEAM_ID,
            campaign_id=sample.CAMPAIGN_ID,
            starts_at=datetime.combine(day, starts, tzinfo=HANOI),
            ends_at=datetime.combine(day, ends, tzinfo=HANOI),
            needed=2,
            created_at=now,
        )
        for day in filter(_works, _days())
        for number, (starts, ends) in enumerate(TIMES)
    ]


def _places(planned: list[Shift], now: datetime) -> Iterator[Effect]:
    for shift in planned:
        number = int(shift.id[-1])
        for who in WHO:
            if _comes(who, shift.starts_at.date(), number):
                place = Signup(
                    tenant=sample.TENANT,
                    id=f"{shift.id}-{who}",
                    team_id=sample.TEAM_ID,
                    shift_id=shift.id,
                    person_id=who,
                    state=SignupState.SIGNED,
                    created_at=now,
                    told_at=now,
                )
                yield from signups.signed(place, capped=False)


async def _lived(town: World) -> Heard:
    """The month: An answers the question and comes, Bình comes without a word, Chi never comes."""
    heard = Heard()
    for day in _days():
        for look in LOOKS:
            at = datetime.combine(day, look, tzinfo=HANOI)
            town.clock.move(at)
            await town.tick()
            told = await town.settle()
            heard.said += [(at, who, one) for who, messages in told.items() for one in messages]
            await _live(town, at, told)
    return heard


async def _live(town: World, at: datetime, told: dict[str, list[Outbound]]) -> None:
    for one in told.get("an", []):
        if one.text.startswith("Ngày mai"):
            await town.taps("an", "Mình sẽ đến")
    for who in ("an", "binh"):
        working = _works(at.date())
        if working and at.time() in (time(7, 30), time(13, 30)):
            await town.says(who, "vào ca")
            await town.says(who, "1")
        elif working and at.time() in (time(11, 41), time(17, 11)):
            await town.says(who, "ra ca")


@pytest.fixture
async def month(quick: World) -> World:
    """A leader who is signed up to nothing, four members who want reminders, and one who does not."""
    quick.clock.move(datetime.combine(FIRST - timedelta(days=1), time(12), tzinfo=HANOI))
    swap = [("2027-02-15", "Nghỉ hoán đổi", 0), ("2027-02-20", "Làm bù", 1)]
    names = {"an": "Lý An", "binh": "Lê Bình", "chi": "Võ Chi", "dung": "Đỗ Dũng"}
    await quick.write(
        *official(),
        *(
            Effect("save_holiday", {"day_on": day, "name": name, "working": working})
            for day, name, working in swap
        ),
        *(effect for who, name in names.items() for effect in member(who, name, quick)),
        *someone("em", "Hồ Em", quick, team_id=sample.TEAM_ID, role=Role.VOLUNTEER),
    )
    planned = _shifts(quick.clock.now())
    await quick.write(*(shifts.saved(one) for one in planned))
    await quick.write(*_places(planned, quick.clock.now()))
    return quick


async def test_a_month_with_tet_and_a_swapped_day(month: World) -> None:
    """Every promise of the ladder, held against everything that was said in a month."""
    heard = await _lived(month)
    _nothing_at_night(heard)
    _no_more_than_allowed(heard)
    for day in _days():
        off = day in TET or day == OFF
        tomorrow = day + timedelta(days=1)
        asked_about = _works(tomorrow) and not off and tomorrow not in TET and tomorrow != OFF
        reminded = _works(day) and not off
        for who, mine in (("an", 2), ("binh", 3), ("chi", 1)):
            questions = heard.of(who, day, "Ngày mai")
            assert len(questions) == asked_about, (day, who)
            assert all(text.count("–") == mine for text in questions)
            assert len(heard.of(who, day, "Sắp tới")) == reminded, (day, who)
        lists = heard.of("nam", day, "Lịch trực")
        assert len(lists) == asked_about, day
        assert all("Chi" in text and "An" not in text.partition("chưa trả lời")[2] for text in lists)
        late = heard.of("nam", day, "Ca 7h30")
        assert len(late) == _works(day), day
        assert all("Chi" in text and "An" not in text and "Bình" not in text for text in late)
    assert heard.of("an", WORKED, "Sắp tới")
    assert heard.of("an", WORKED - timedelta(days=1), "Ngày mai")
    assert [who for _, who, _ in heard.said if who == "em"] == []
    assert not any(one.text.startswith("Sắp tới") for _, who, one in heard.said if who in ("nam", "lan"))


def _nothing_at_night(heard: Heard) -> None:
    at_night = [(at, who, one.text) for at, who, one in heard.said if quiet(at)]
    assert [one for one in at_night if not one[2].startswith(ON_DUTY)] == []


def _no_more_than_allowed(heard: Heard) -> None:
    reminders: dict[tuple[str, date], int] = Counter()
    roles: dict[tuple[str, date], int] = Counter()
    for at, who, one in heard.said:
        if one.text.startswith(("Ngày mai", "Sắp tới")):
            reminders[who, at.date()] += 1
        elif who == "nam" and not one.text.startswith(ON_DUTY):
            roles[who, at.date()] += 1
    assert max(reminders.values()) <= 3
    assert max(roles.values()) <= 6


async def test_a_team_that_does_not_sign_up_is_left_as_it_was(quick: World) -> None:
    """Everybody who wants to is reminded of each shift; nobody is asked, nothing is missing."""
    told: dict[str, list[str]] = defaultdict(list)
    for hour, minute in ((6, 30), (7, 45), (12, 30), (13, 45), (18, 0), (19, 0), (20, 30)):
        quick.clock.move(datetime(2026, 11, 24, hour, minute, tzinfo=HANOI))
        await quick.tick()
        for who, messages in (await quick.settle()).items():
            told[who] += [one.text for one in messages]
    for who in ("lan", "nam"):
        assert sum(text.startswith("Sắp tới") for text in told[who]) == 2
    assert not any(text.startswith(("Ngày mai", "Ca ")) for texts in told.values() for text in texts)
    assert any("Ngày mai: 7h30–11h30, 13h30–17h." in text for text in told["nam"])
