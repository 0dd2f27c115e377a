"""How a broadcast reads, and what it will take: people by channel, time, the budgets of Zalo bots."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from handlers.allowance import SCARCE, Allowance
from handlers.messages import Lane
from locales import Words
from locales.formats import clock, local, near_day, number
from storage import broadcasts
from storage.account_use import Use
from storage.broadcasts import PlaceReached, Progress
from storage.effects import Effect
from storage.records.broadcast import Broadcast, BroadcastState, Reach
from storage.records.unit import CENTRE

SLICE = 400
"""People put into the outbox at once."""
EVERY = timedelta(seconds=20)
"""Between two slices: twenty a second, below what one bot may send."""
RATES = {"telegram": 25, "zalo": 5}
"""Messages a second of one account; other channels have no rate."""
LONGEST = 800
"""Characters of a text: with its head it is one message on every channel."""
LARGE = 5_000
"""People above whom a second person has to agree (``four_eyes``), and the broadcast begins ten minutes after
that, so that it can be stopped."""
WAIT = timedelta(minutes=10)
PLACES = 30
"""Places listed by name; a province may have 170 communes."""


def said(words: Words, one: Broadcast) -> str:
    """The message people get: whose it is, in whose name, and the text."""
    if one.team_id:
        return words("team-message-message", team=one.team_name, name=one.sender, text=one.text)
    unit = words("unit-centre") if one.from_unit == CENTRE else ""
    if one.unit_name:
        unit = words("unit-named", kind=one.unit_kind, unit=one.unit_name)
    return words("broadcast-message", text=one.text, unit=unit or "none", name=one.sender or "none")


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
    people, end = by_channel.total(), local(ends_at(reach, now))
    lines = [
        words(
            "broadcast-preview",
            people=number(people, words.language),
            channels=_by_channel(words, by_channel) or "0",
            at=clock(end),
            day=near_day(end.date(), words.language),
        )
    ]
    lines += [of_bot(words, one, now, allowance) for one in reach if one.channel == SCARCE]
    if people > LARGE:
        limit = number(LARGE, words.language)
        lines.append(words("broadcast-large", minutes=WAIT // timedelta(minutes=1), limit=limit))
    return "\n".join(lines)


def of_bot(words: Words, one: Reach, now: datetime, allowance: Allowance) -> str:
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


def moved(one: Broadcast, state: BroadcastState, now: datetime) -> tuple[Broadcast, list[Effect]]:
    """A broadcast as it is after somebody paused it, let it go on or stopped it, and what that writes.
    A pause leaves it the time in which it can be stopped before it begins."""
    stopped = state is BroadcastState.STOPPED
    after = one.model_copy(
        update={
            "state": state,
            "next_at": now if stopped else max(one.next_at, now),
            "after_id": "" if stopped else one.after_id,
            "ended_at": now if stopped else None,
        }
    )
    gone = [broadcasts.withdrawn(one, now)] if stopped else []
    return after, [broadcasts.moved(one, after), *gone]


def progress(words: Words, seen: Progress) -> str:
    """How far a broadcast has come, by channel."""
    one, got = seen.broadcast, seen.got()
    filled_up = one.state is BroadcastState.DONE and seen.waiting()
    return words(
        "broadcast-progress",
        state=BroadcastState.GOING if filled_up else one.state,
        people=number(one.people, words.language),
        filled=number(one.filled, words.language),
        sent=number(sum(got.values()), words.language),
        channels=_by_channel(words, got) or "none",
        failed=seen.lost(),
    )


def reached(words: Words, seen: Progress, found: Sequence[PlaceReached], named: Callable[[str], str]) -> str:
    """Who got it, by the places one level below; those where somebody is missing first."""
    lines = [
        words(
            "broadcast-place",
            place=named(one.place) or one.place or "none",
            sent=number(one.sent, words.language),
            people=number(one.people, words.language),
            failed=one.failed,
        )
        for one in sorted(found, key=lambda one: (one.sent - one.people, one.tenant, one.place))
    ]
    more = len(lines) - PLACES
    if more > 0:
        whole = sum(one.sent == one.people for one in found)
        lines[PLACES:] = [words("broadcast-places-more", count=more, whole=whole)]
    return "\n".join([progress(words, seen), *(f"· {line}" for line in lines)])


def _by_channel(words: Words, counts: Mapping[str, int]) -> str:
    return ", ".join(
        f"{channel} {number(count, words.language)}" for channel, count in sorted(counts.items())
    )
