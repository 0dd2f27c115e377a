"""What a leader writes to the own team: whom it reaches, whom it does not, and when it leaves."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.allowance import SCARCE, Allowance
from handlers.broadcasting import of_bot
from handlers.messages import Lane
from handlers.quiet import kept, quiet
from locales import Words
from locales.formats import clock, local, sort_name
from storage.account_use import Use
from storage.broadcasts import Progress, addressees
from storage.records.broadcast import BroadcastState, Reach, Reader

GRACE = timedelta(minutes=1)
"""So long what was confirmed can be stopped before the first one has it."""
NAMED = 8
"""People named whom it does not reach."""


def leaves_at(now: datetime) -> datetime:
    """When what is confirmed now is sent: in a minute, after the quiet hours."""
    return kept(now + GRACE, now + timedelta(days=1))


def preview(words: Words, found: Sequence[Reader], sender: str, now: datetime, allowance: Allowance) -> str:
    """How many get it and when, who does not, and what a Zalo bot lacks for it."""
    to = addressees(found, sender)
    reached = {one.person_id for one in to} | {sender}
    lines = [
        words(
            "team-message-preview",
            people=len(to),
            quiet="yes" if quiet(now + GRACE) else "no",
            at=clock(leaves_at(now)),
        ),
        named(words, "team-message-missing", [one for one in found if one.person_id not in reached]),
        *(of_bot(words, one, now, allowance) for one in _short(to, now, allowance)),
    ]
    return "\n".join(filter(None, lines))


def named(words: Words, key: str, left: Sequence[Reader]) -> str:
    """Whom their leader has to tell otherwise, by name; nothing where everybody is reached."""
    names = sorted((one.name for one in left), key=sort_name)
    first = ", ".join(names[:NAMED])
    return words(key, people=len(left), names=first, more=len(names[NAMED:])) if left else ""


def progress(words: Words, seen: Progress, found: Sequence[Reader]) -> str:
    """How far it has come; when it is over, who did not get it."""
    one = seen.broadcast
    over = one.state is BroadcastState.DONE and not seen.waiting()
    left = [each for each in found if each.person_id not in {*seen.heard, one.created_by}]
    told = words(
        "team-message-progress",
        state=BroadcastState.GOING if stoppable(seen) else one.state,
        got=len(seen.heard),
        people=one.people,
        text=one.text,
    )
    return "\n".join(filter(None, [told, named(words, "team-message-left", left) if over else ""]))


def stoppable(seen: Progress) -> bool:
    """Whether somebody has not got it yet who would."""
    one = seen.broadcast
    return one.state is BroadcastState.GOING or (one.state is BroadcastState.DONE and seen.waiting() > 0)


def _short(to: Sequence[Reader], now: datetime, allowance: Allowance) -> list[Reach]:
    """The Zalo bots whose month will not do, or not for this."""
    people = Counter(one.account for one in to if one.channel == SCARCE)
    bots = {one.account: one for one in to if one.channel == SCARCE}
    reach = [
        Reach(
            channel=SCARCE,
            account=account,
            people=people[account],
            title=one.title,
            sent=one.sent,
            received=one.received,
        )
        for account, one in sorted(bots.items())
    ]
    return [one for one in reach if not _lasts(one, now, allowance)]


def _lasts(one: Reach, now: datetime, allowance: Allowance) -> bool:
    after = Use(sent=one.sent + one.people, received=one.received)
    today_on = local(now).date()
    return allowance.lasts(after, today_on) and allowance.sends(Lane.BROADCAST, after, today_on)
