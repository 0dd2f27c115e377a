"""How a broadcast reads, and what it will take: people by channel, time, the budgets of Zalo bots."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from locales import Words
from locales.formats import clock, local, near_day, number
from storage.records.broadcast import Broadcast, Reach

SLICE = 400
"""People put into the outbox at once."""
EVERY = timedelta(seconds=20)
"""Between two slices: twenty a second, below what one bot may send."""
RATES = {"telegram": 25, "zalo": 5}
"""Messages a second of one account; other channels have no rate."""
ZALO_MONTH = 3_000
"""Messages of a free Zalo bot a month."""
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


def preview(words: Words, reach: Sequence[Reach], now: datetime) -> str:
    """How many by channel, until when, and what each Zalo bot gives of its month."""
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
    lines += [
        words(
            "broadcast-zalo",
            account=one.account,
            people=one.people,
            month=number(ZALO_MONTH, words.language),
            percent=number(round(100 * one.people / ZALO_MONTH, 1), words.language),
        )
        for one in reach
        if one.channel == "zalo"
    ]
    if people > LARGE:
        lines.append(words("broadcast-large", minutes=WAIT // timedelta(minutes=1)))
    return "\n".join(lines)
