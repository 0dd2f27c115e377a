"""How a broadcast reads, and what it will take: people by channel, time, the budgets of Zalo bots."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.allowance import SCARCE, Allowance
from handlers.messages import Lane
from locales import Words
from locales.formats import clock, local, near_day, number
from storage.account_use import Use
from storage.records.broadcast import Broadcast, Reach

SLICE = 400
"""People put into the outbox at once."""
EVERY = timedelta(seconds=20)
"""Between two slices: twenty a second, below what one bot may send."""
RATES = {"telegram": 25, "zalo": 5}
"""Messages a second of one account; other channels have no rate."""
LONGEST = 800
"""Characters of a text: with its head it is one message on every channel."""
LARGE = 5_000
"""People above whom a broadcast begins ten minutes later, so that it can be stopped."""
WAIT = timedelta(minutes=10)


def said(words: Words, one: Broadcast) -> str:
    """The message people get."""
    return words("broadcast-message", text=one.text)


def ends_at(reach: Sequence[Reach], now: datetime) -> datetime:
    """When the last message will have left, under the slices and under each account's rate."""
    people = sum(one.people for one in reach)
    slices = (people // SLICE) * EVERY
    longest = max((one.people / RATES.get(one.channel, 1_000) for one in reach), default=0.0)
    return begins_at(people, now) + max(slices, timedelta(seconds=longest))


def begins_at(people: int, now: datetime) -> datetime:
    """At once, or after a while in which it can be stopped."""
    return now + WAIT if people > LARGE else now


def preview(words: Words, reach: Sequence[Reach], now: datetime, allowance: Allowance) -> str:
    """How many by channel, until when, and what each Zalo bot gives of what it has left."""
    by_channel = Counter[str]()
    for one in reach:
        by_channel[one.channel] += one.people
    people, end = sum(by_channel.values()), local(ends_at(reach, now))
    lines = [
        words(
            "broadcast-preview",
            people=number(people, words.language),
            channels=", ".join(f"{channel} {count}" for channel, count in sorted(by_channel.items())) or "0",
            at=clock(end),
            day=near_day(end.date(), words.language),
        )
    ]
    lines += [_of_bot(words, one, now, allowance) for one in reach if one.channel == SCARCE]
    if people > LARGE:
        lines.append(words("broadcast-large", minutes=WAIT // timedelta(minutes=1)))
    return "\n".join(lines)


def _of_bot(words: Words, one: Reach, now: datetime, allowance: Allowance) -> str:
    """What a bot has used of its month, what that becomes, and whether it is so short that this waits."""
    use = Use(sent=one.sent, received=one.received)
    spent, language = allowance.spent(use), words.language
    last = use.model_copy(update={"sent": one.sent + max(0, one.people - 1)})
    return words(
        "broadcast-zalo",
        bot=one.title or one.account,
        people=number(one.people, language),
        spent=number(spent, language),
        after=number(spent + one.people, language),
        month=number(allowance.month, language),
        percent=number(round(100 * (spent + one.people) / allowance.month), language),
        goes="yes" if allowance.sends(Lane.BROADCAST, last, local(now).date()) else "no",
    )
