"""The worker that sends: what goes wrong with one message stays with it, and every chat keeps its order."""

import json
import random
from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from bot.channel import (
    AccountRefused,
    Doubtful,
    Moved,
    NetworkDown,
    Rejected,
    SendError,
    Throttled,
    Unreachable,
)
from handlers.messages import Outbound
from storage import outbox, people
from storage.database import StorageError
from storage.outbox import OutboxRow
from tests.states import states
from tests.storage.made import contact, fact, message
from tests.world import World


def _owed(played: World, key: str, chat: str = "mai", **more: object) -> OutboxRow:
    now = played.clock.now()
    times = {"due_at": now, "retry_at": now, "created_at": now}
    return message(key, chat, **{"payload": f'{{"text":"{key}"}}', **times, **more})


async def _owe(played: World, *rows: OutboxRow) -> None:
    await played.write(*(outbox.added(row) for row in rows))


def _fails(played: World, *errors: SendError | Exception, chat: str = "mai") -> list[str]:
    """The next sends to ``chat`` fail one after another; the texts that were tried there."""
    left, tried = list(errors), []

    def failing(to: str, told: Outbound) -> SendError | None:
        if to != chat:
            return None
        tried.append(told.text)
        error = left.pop(0) if left else None
        if error is not None and not isinstance(error, SendError):
            raise error
        return error

    played.channel.failing = failing
    return tried


async def _after(played: World, seconds: float = 0) -> list[str]:
    """Let time pass and send what may leave; the texts that arrived since."""
    before = len(played.channel.sent)
    played.clock.move(played.clock.now() + timedelta(seconds=seconds))
    await played.outbox.settle()
    return [told.text for _, told in played.channel.sent[before:]]


async def _states(played: World) -> dict[str, int]:
    return await states(played.database, "outbox")


async def test_a_throttled_chat_waits_alone(played: World) -> None:
    """Nothing goes to it before its time is up, then everything in order; others do not notice."""
    tried = _fails(played, Throttled(timedelta(seconds=10)))
    await _owe(played, _owed(played, "1"), _owed(played, "2"), _owed(played, "3", "lan"))
    assert await _after(played) == ["3"]
    assert await _after(played, 9) == []
    assert await _after(played, 1.1) == ["1", "2"]
    assert tried == ["1", "1", "2"]


async def test_of_a_long_message_only_the_rest_is_tried_again(played: World) -> None:
    """The month may be spent in the middle of it; also another process goes on where this one stopped."""
    long = "\n".join(f"{line:04d}" + "x" * 96 for line in range(100))
    await _owe(played, _owed(played, "long", payload=json.dumps({"text": long})))
    tried, sends = list[str](), iter([None, Throttled(timedelta(seconds=30), whole=True)])

    def failing(to: str, told: Outbound) -> SendError | None:
        tried.append(told.text)
        return next(sends, None)

    played.channel.failing = failing
    assert len(await _after(played)) == 1
    (row,) = await played.database.read(
        lambda tx: outbox.heads(tx, "paper", "desk", played.clock.now() + timedelta(minutes=1), [], 1)
    )
    assert row.parts == 1
    assert len(await _after(played, 31)) == len(tried) - 2
    assert tried[1] == tried[2]
    assert "\n".join([tried[0], *tried[2:]]) == long


async def test_a_throttled_account_waits_as_a_whole(played: World) -> None:
    """The limit is the account's: nobody is written to before it is over."""
    _fails(played, Throttled(timedelta(seconds=10), whole=True))
    await _owe(played, _owed(played, "1"))
    assert await _after(played) == []
    await _owe(played, _owed(played, "2", "lan"))
    assert await _after(played, 9) == []
    assert sorted(await _after(played, 1.5)) == ["1", "2"]


async def test_while_the_network_is_down_nothing_is_lost(played: World) -> None:
    """Pauses grow from a second to six, and after it everything leaves in order."""
    tried = _fails(played, *(NetworkDown() for _ in range(7)))
    await _owe(played, _owed(played, "1"), _owed(played, "2"))
    await _after(played)
    waits = []
    for tries in range(1, 7):
        waits.append(0.0)
        while len(tried) == tries:
            waits[-1] += 0.5
            await _after(played, 0.5)
    assert waits == pytest.approx([1, 2, 4, 6, 6, 6], rel=0.1)
    assert await _after(played, 7) == ["1", "2"]
    assert await _states(played) == {"sent": 2}


async def test_many_messages_that_fail_together_are_one_failure(played: World) -> None:
    """Twenty were on their way when the network went: the first pause is a second, not half a minute."""
    await _owe(played, *(_owed(played, f"{n:02}", f"chat{n}") for n in range(20)))
    down = True

    def failing(to: str, told: Outbound) -> SendError | None:
        return NetworkDown() if down else None

    played.channel.failing = failing
    assert await _after(played) == []
    down = False
    assert len(await _after(played, 1.5)) == 20


async def test_a_refused_account_is_tried_every_minute(played: World) -> None:
    """An operator must act; nothing is given up meanwhile."""
    tried = _fails(played, *(AccountRefused() for _ in range(4)))
    await _owe(played, _owed(played, "1"))
    await _after(played)
    await _after(played, 1.1)
    await _after(played, 2.1)
    assert len(tried) == 3
    await _after(played, 59)
    assert len(tried) == 3
    await _after(played, 2)
    assert len(tried) == 4
    assert await _after(played, 61) == ["1"]


async def test_an_account_refused_once_goes_on(played: World) -> None:
    """One 401 of a platform in trouble costs a second, not a minute."""
    _fails(played, AccountRefused())
    await _owe(played, _owed(played, "1"))
    await _after(played)
    assert await _after(played, 1.1) == ["1"]


async def test_it_says_since_when_nothing_can_be_sent(played: World) -> None:
    """From the first failure until something arrives; without a platform that fails there is no trouble."""
    assert played.outbox.trouble_since() is None
    _fails(played, NetworkDown(), NetworkDown())
    await _owe(played, _owed(played, "1"))
    began = played.clock.ticks
    await _after(played)
    await _after(played, 1.1)
    since = played.outbox.trouble_since()
    assert since is not None
    assert began <= since < began + 1
    assert await _after(played, 2.1) == ["1"]
    assert played.outbox.trouble_since() is None


@pytest.mark.parametrize(
    ("fields", "tries", "state"),
    [
        ({"unsure": "again_often"}, 6, "failed"),
        ({"unsure": "again_once"}, 2, "failed"),
        ({"unsure": "never"}, 1, "failed"),
        ({"unsure": "again"}, 8, "sent"),
        ({"unsure": "again_once", "edits": "7"}, 8, "sent"),
        ({"unsure": "never", "subline": "tap:c1"}, 8, "sent"),
    ],
)
async def test_a_doubtful_send_follows_its_class(
    played: World, fields: dict[str, str], tries: int, state: str
) -> None:
    """An answer is tried for minutes, a digest once more, a reminder never; what does nothing a second time
    goes until it is through."""
    tried = _fails(played, *(Doubtful() for _ in range(7)))
    await _owe(played, _owed(played, "1", **fields))
    await _after(played)
    assert await _after(played, 29) == []
    assert len(tried) == 1
    for _ in range(10):
        await _after(played, 30)
    assert (len(tried), await _states(played)) == (tries, {state: 1})


async def test_whoever_cannot_be_reached_is_marked(played: World) -> None:
    """The message is given up, others go on; as soon as the person writes, they are back."""
    _fails(played, Unreachable(), chat="lan")
    await _owe(played, _owed(played, "1", "lan"), _owed(played, "2", "nam"))
    assert await _after(played) == ["2"]
    assert await _states(played) == {"failed": 1, "sent": 1}
    assert (await fact(played.database, people.contact.of("paper:desk:lan"))).unreachable
    assert len(await played.says("lan", "menu")) == 1
    assert not (await fact(played.database, people.contact.of("paper:desk:lan"))).unreachable


@pytest.mark.parametrize("error", [Rejected("bad text"), ValueError("a mistake of ours")])
async def test_a_message_that_is_refused_lets_the_next_go(played: World, error: Exception) -> None:
    """One try, then the chat goes on."""
    tried = _fails(played, error)
    await _owe(played, _owed(played, "1"), _owed(played, "2"))
    assert await _after(played) == ["2"]
    assert (tried, await _states(played)) == (["1", "2"], {"failed": 1, "sent": 1})


async def test_a_chat_that_moved_is_found_again(played: World) -> None:
    """The message arrives once, at the new id, and so does what follows."""
    await played.write(people.contact_saved(contact("group")))
    _fails(played, Moved("supergroup"), Moved("supergroup"), chat="group")
    await _owe(played, _owed(played, "1", "group"), _owed(played, "2", "group"))
    assert await _after(played) == ["1", "2"]
    assert {chat for chat, _ in played.channel.sent} == {"supergroup"}
    assert (await fact(played.database, people.contact.of("paper:desk:group"))).chat == "supergroup"


async def test_what_came_too_late_is_not_sent(played: World) -> None:
    """A reminder of a shift that is over helps nobody; what follows it is not held up."""
    deadline = played.clock.now() + timedelta(seconds=60)
    _fails(played, Throttled(timedelta(seconds=90)))
    await _owe(played, _owed(played, "1", deadline_at=deadline), _owed(played, "2"))
    await _after(played)
    assert await _after(played, 91) == ["2"]
    assert await _states(played) == {"expired": 1, "sent": 1}


async def test_the_answer_to_a_tap_does_not_wait_for_its_chat(played: World) -> None:
    """The finger is still on the glass while the chat rests."""
    _fails(played, Throttled(timedelta(seconds=60)))
    await _owe(played, _owed(played, "1"))
    await _after(played)
    tap = '{"text":"","callback":"c1"}'
    played.channel.failing = lambda chat, told: None
    await _owe(played, _owed(played, "2", subline="tap:c1", lane=0, payload=tap))
    assert await _after(played) == [""]


async def test_a_mark_that_is_not_written_is_written_later(quick: World) -> None:
    """The disk refuses just after the send: the message is not sent again."""
    await _owe(quick, _owed(quick, "1"), _owed(quick, "2"))
    await quick.outbox.step()
    write = quick.database.write

    async def full(work: object) -> None:
        raise StorageError("database or disk is full")

    quick.database.write = full  # type: ignore[assignment]  # a disk that is full for a while
    with pytest.raises(StorageError):
        await quick.outbox.settle()
    quick.database.write = write  # type: ignore[method-assign]  # there is room again
    await _after(quick)
    assert [told.text for _, told in quick.channel.sent] == ["1", "2"]


def _chance(dice: random.Random) -> Callable[[str, Outbound], SendError | None]:
    def failing(to: str, told: Outbound) -> SendError | None:
        errors: Sequence[SendError | None] = (
            None,
            None,
            Throttled(timedelta(seconds=dice.uniform(0.1, 3))),
            Throttled(timedelta(seconds=dice.uniform(0.1, 3)), whole=True),
            NetworkDown(),
            Doubtful(),
        )
        return dice.choice(errors)

    return failing


@pytest.mark.parametrize("seed", range(8))
async def test_every_chat_keeps_its_order_whatever_fails(quick: World, seed: int) -> None:
    """Forty messages to five chats through a network that fails two times of three."""
    dice = random.Random(seed)
    quick.channel.failing = _chance(dice)
    rows = [_owed(quick, f"{n:02}", f"chat{dice.randrange(5)}", unsure="again") for n in range(40)]
    await _owe(quick, *rows)
    for _ in range(3000):
        if await _states(quick) == {"sent": 40}:
            break
        await _after(quick, dice.uniform(0.5, 5))
    assert await _states(quick) == {"sent": 40}
    for chat in {row.chat for row in rows}:
        arrived = [told.text for to, told in quick.channel.sent if to == chat]
        assert arrived == [row.id for row in rows if row.chat == chat]
