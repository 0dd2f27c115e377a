"""One person who writes faster than anybody means to: a burst is read, a flood is passed over."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.workers import brake as module
from bot.workers.brake import Brake
from locales import words
from storage import inbox
from tests.world import World

START = datetime(2026, 11, 23, 7, tzinfo=UTC)


@dataclass(frozen=True)
class _Update:
    id: str
    received_at: datetime
    line: str = "lan"


def _passed(brake: Brake, how_many: int, every: float, line: str = "lan") -> int:
    updates = [_Update(f"{line}{n:05}", START + timedelta(seconds=n * every), line) for n in range(how_many)]
    return sum(brake.passes(one) for one in updates)


def test_a_burst_and_a_steady_hand_pass() -> None:
    """Twenty at once; two a second for as long as one likes."""
    assert _passed(Brake(), 20, 0.0) == 20
    assert _passed(Brake(), 1000, 0.5) == 1000


def test_a_flood_passes_at_two_a_second() -> None:
    """Five hundred a second for ten seconds: twenty, and two a second more."""
    assert _passed(Brake(), 5000, 0.002) == 39


def test_lines_are_braked_each_for_itself() -> None:
    """The flood of one takes nothing from another."""
    brake = Brake()
    _passed(brake, 1000, 0.0)
    assert _passed(brake, 20, 0.0, "nam") == 20


def test_asked_again_it_says_the_same() -> None:
    """An update that is looked at for a second time, after the disk refused, costs nothing."""
    brake = Brake()
    update = _Update("1", START)
    assert [brake.passes(update) for _ in range(50)] == [True] * 50
    assert _passed(brake, 19, 0.0) == 19


def test_the_person_is_told_once_a_minute() -> None:
    brake, update = Brake(), _Update("1", START)
    said = [brake.tells(update, START + timedelta(seconds=second)) for second in range(0, 180, 10)]
    assert said.count(True) == 3


def test_it_remembers_no_more_than_it_must(monkeypatch: object) -> None:
    """Quiet lines are forgotten."""
    brake = Brake()
    for n in range(module.REMEMBERED + 5):
        brake.passes(_Update("1", START + timedelta(seconds=n), f"line{n}"))
    assert len(brake._buckets) < module.REMEMBERED


async def test_of_a_flood_the_rest_is_passed_over_and_said_so(played: World) -> None:
    """The first twenty are answered, the person is told once, and somebody else is answered as ever."""
    played.inbox._brake = Brake()
    flood = [{"key": f"f{n}", "who": "lan", "text": "menu"} for n in range(300)]
    await played.intake.store(played.channel, [*flood, {"key": "other", "who": "nam", "text": "menu"}])
    told = await played.settle()
    assert len(told["nam"]) == 1
    assert [one.text for one in told["lan"]].count(words("vi")("flood")) == 1
    assert len(told["lan"]) == module.BURST + 1
    assert await played.database.read(inbox.counts) == {"waiting": 0, "dead": 0}


async def test_after_the_flood_the_person_is_heard_again(played: World) -> None:
    """Ten seconds of silence, and a burst passes anew."""
    played.inbox._brake = Brake()
    flood = [{"key": f"f{n}", "who": "lan", "text": "menu"} for n in range(100)]
    await played.intake.store(played.channel, flood)
    await played.settle()
    played.clock.move(played.clock.now() + timedelta(seconds=10))
    assert words("vi")("flood") not in [one.text for one in await played.says("lan", "menu")]
