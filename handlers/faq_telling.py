"""How an answer of the FAQ is told: in messages short enough for every channel, and on a card."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

from handlers.conversation import Needs, Opening, action
from handlers.messages import Button, Drawing
from handlers.turn import Turn
from locales import Words
from locales.faq import FaqTopic
from locales.formats import short_day
from storage import teams
from storage.records.faq import place
from storage.records.team import TeamCard

CARD = "faq_card"
"""The conversation behind the button that every answer carries."""
MOST = 900
"""Characters of one message."""
_TO_VOLUNTEERS = re.compile(r"\bbạn\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.?…])\s+")
_STEP = re.compile(r"^\d+\. ")
_ENOUGH = 0.4
"""How much of an answer must be left for a card that leaves out what is said to volunteers alone."""


def needs(opening: Opening) -> Needs:
    """What tells where whoever asks belongs."""
    for one in opening.actor.in_teams:
        yield teams.card.of((one.tenant, one.team_id))


def own_teams(turn: Turn) -> list[TeamCard]:
    """The teams of whoever asks."""
    found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
    return [card for card in found if card]


def places(turn: Turn) -> frozenset[str]:
    """Where answers that people added are known to whoever asks: their communes and their province."""
    if turn.actor.person is None:
        return frozenset()
    units = {turn.actor.tenant, *turn.actor.coordinated, *(card.unit_code for card in own_teams(turn))}
    return frozenset(place(turn.actor.tenant, unit) for unit in units)


def answered(turn: Turn) -> str:
    """The slug of the answer right before this turn, if there was one: its card is still offered."""
    start = action(CARD, "")
    cards = (one.value.partition(f"{start}:")[2].partition(":")[0] for one in turn.offered)
    return next((slug for slug in cards if slug), "")


def told(words: Words, topic: FaqTopic, today_on: date, page: int = 1) -> tuple[str, bool]:
    """One page of an answer with its title and where it is from; whether there is another after it.

    Every page says when it was checked, and so does a warning where a fact is past its day or unsure.
    """
    foot = _foot(words, topic, today_on)
    parts = pages(topic.body, MOST - len(topic.title) - len(foot) - 2)
    at = min(max(page, 1), len(parts)) - 1
    return "\n".join([topic.title, parts[at], foot]), at + 1 < len(parts)


def pages(body: str, room: int) -> list[str]:
    """``body`` in parts of at most ``room`` characters, cut between lines; a line that is longer, between
    words."""
    parts: list[str] = []
    for line in _lines(body, room):
        if parts and len(parts[-1]) + 1 + len(line) <= room:
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
    return parts


def card(words: Words, topic: FaqTopic, today_on: date) -> Drawing:
    """The answer in large print for a citizen: without what is said to the volunteer alone."""
    foot = _foot(words, topic, today_on)
    body = _for_citizens(topic.body)
    shows = json.dumps({"title": topic.title, "body": body, "foot": foot}, ensure_ascii=False)
    return Drawing("step_card", shows, "\n".join([topic.title, body, foot]))


def choices(topics: Sequence[FaqTopic]) -> list[list[Button]]:
    """A button for each topic."""
    return [[Button(topic.title, action("faq", topic.slug))] for topic in topics]


def _foot(words: Words, topic: FaqTopic, today_on: date) -> str:
    """The warnings, the day of the last check and the source."""
    lines = []
    if topic.valid_until is not None and topic.valid_until < today_on:
        lines.append(words("faq-past", day=_day(topic.valid_until)))
    if topic.confidence == "thap":
        lines.append(words("faq-unsure"))
    source = _host(topic.sources[0]) if topic.sources else ""
    return "\n".join([*lines, words("faq-checked", day=_day(topic.checked_on), source=source)])


def _for_citizens(body: str) -> str:
    lines = [kept for line in body.splitlines() if (kept := _sentences(line))]
    left = "\n".join(lines)
    return left if len(left) >= _ENOUGH * len(body) else body


def _sentences(line: str) -> str:
    """A line without its sentences to volunteers; a step stays whole."""
    if _STEP.match(line):
        return line
    return " ".join(one for one in _SENTENCE.split(line) if not _TO_VOLUNTEERS.search(one))


def _lines(body: str, room: int) -> Iterator[str]:
    for line in body.splitlines():
        left = line
        while len(left) > room:
            cut = left.rfind(" ", 0, room)
            cut = cut if cut > 0 else room
            yield left[:cut]
            left = left[cut:].lstrip()
        yield left


def _day(day: date) -> str:
    return f"{short_day(day)}/{day.year}"


def _host(address: str) -> str:
    """The site of an address; the name of a source that is none."""
    return address.split("//", 1)[-1].split("/", 1)[0]
