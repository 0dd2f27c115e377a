"""What was held back because a bot's month was nearly spent travels with the next answer to its person:
that answer is paid for anyway. Whether there is anything is read along with the person, so that nobody else's
message costs a question more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from handlers import digest
from handlers.conversation import Opening
from handlers.messages import Outbound
from handlers.outgoing import read
from handlers.turn import Turn
from locales.formats import clock, local, near_day
from storage import outbox
from storage.outbox import OutboxRow
from storage.sources import Need

ROOM = 1700
"""Characters of an answer with what travels along: what is longer would leave as two messages."""
_SHOWS = ("photo", "drawing", "file", "paper")
_LEAVING = frozenset({"cancel_outbound_of_person", "erase_1_outbox", "end_membership"})
"""Effects of somebody who goes: nothing travels with a farewell."""


def needs(opening: Opening) -> Iterator[Need[Any, Any]]:
    """What was held back from whoever wrote, where anything was."""
    if opening.actor.person is not None and opening.actor.person.owed:
        yield outbox.held.of(opening.actor.key)


def told(turn: Turn, team_id: str, *, last: bool) -> None:
    """The answer tells today's digest of a team, so that this one need not travel; nor an older one, if that
    was the ``last`` of the day."""
    for row in _owed(turn):
        _, of_team, day = digest.read_asked(read(row).topic, date.min)
        if of_team == team_id and (last or day == turn.today_on):
            turn.note(outbox.held_superseded(row, turn.now))


def carry(turn: Turn) -> None:
    """Put what is owed under the answer, the oldest first, as much as is one message with it: the rest waits
    for the next. Not while a form is open, whose question comes first, and not where others read along."""
    answered = any(not one.callback for one in turn.replies)
    leaves = any(effect.name in _LEAVING for effect in turn.effects)
    if turn.session is not None or not answered or leaves or not turn.inbound.private:
        return
    for row in _news(turn):
        message = _dated(turn, row)
        if not turn.plenty and not room(turn, message):
            continue
        before, last = turn.offered, turn.replies[-1]
        if turn.plenty:
            shows = {name: getattr(message, name) for name in _SHOWS if getattr(message, name)}
            turn.say(message.text, message.choices, **shows)
            turn.offered = (*turn.offered, *(one._replace(spoken=True) for one in before))
        else:
            turn.say(message.text, [*last.choices, *message.choices])
        turn.note(outbox.taken(row, turn.now))


def room(turn: Turn, message: Outbound) -> bool:
    """Whether the answer and ``message`` are one: not with a picture or a file, which people hand on, and not
    where a place or a bare number is waited for."""
    if any(
        one.photo or one.drawing or one.file or one.paper or one.asks_place or not one.numbered
        for one in (*turn.replies, message)
    ):
        return False
    choices = [button.label for reply in (*turn.replies, message) for row in reply.choices for button in row]
    texts = [reply.text for reply in (*turn.replies, message)]
    return sum(map(len, [*texts, *choices])) + 5 * len(choices) <= ROOM


def _owed(turn: Turn) -> list[OutboxRow]:
    person = turn.actor.person
    if person is None or not person.owed or person.paused_at is not None:
        return []
    return turn.facts.get(outbox.held.of(turn.actor.key)) or []


def _news(turn: Turn) -> list[OutboxRow]:
    """What is still worth telling; of one topic the newest, and the older ones need not be kept."""
    known = {effect.params["id"] for effect in turn.effects if effect.name == "supersede_held"}
    newest: dict[str, OutboxRow] = {}
    for row in _owed(turn):
        if row.deadline_at is not None and row.deadline_at < turn.now:
            continue
        subject, _, _ = read(row).topic.rpartition(":")
        if older := newest.pop(subject or row.id, None):
            turn.note(outbox.held_superseded(older, turn.now))
        newest[subject or row.id] = row
    return [row for row in newest.values() if row.id not in known]


def _dated(turn: Turn, row: OutboxRow) -> Outbound:
    """The message with a line that says when it was meant."""
    message, on = read(row), local(row.created_at).date()
    at = clock(row.created_at)
    if on != turn.today_on:
        at = f"{at} {near_day(on, turn.words.language)}"
    return replace(message, text=f"{turn.text('held-since', at=at)}\n{message.text}")
