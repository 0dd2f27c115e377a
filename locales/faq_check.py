"""What makes a topic fit to send, beyond being readable: the rules every file of the FAQ is held to."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from locales.faq import FaqTopic

LONGEST_BODY: Final = 900
"""Characters of an answer: one message of the channel with the shortest ones."""
FEWEST_SEEDS: Final = 12
MOST_STEPS: Final = 7
ADDED: Final = "dia-phuong"
"""The group of answers that people gave in the chat: they may begin with few ways of asking, and their source
may be an office."""

_STEP: Final = re.compile(r"^(\d+)\. ", re.MULTILINE)
_MARKDOWN: Final = re.compile(r"[*_`#]|!|^- ", re.MULTILINE)


def faults(topics: Sequence[FaqTopic]) -> Iterator[tuple[str, str, str]]:
    """(slug, field, what to change) for everything that is wrong with ``topics``, by slug."""
    shared = _shared(topics)
    for topic in topics:
        for field, remedy in (*_body(topic), *_front(topic)):
            yield topic.slug, field, remedy
        for seed in shared[topic.slug]:
            yield topic.slug, "seeds", f"{seed!r} stands in another topic too; keep it where it is answered"


def _body(topic: FaqTopic) -> Iterator[tuple[str, str]]:
    first, steps = topic.body.splitlines()[0], [int(number) for number in _STEP.findall(topic.body)]
    if len(topic.body) > LONGEST_BODY:
        yield "body", f"has {len(topic.body)} characters; {LONGEST_BODY} fit into one message"
    if not first.endswith("."):
        yield "body", "must begin with a sentence that says what to do, ended by a full stop"
    if steps != list(range(1, len(steps) + 1)):
        yield "body", "numbers its steps wrongly; count 1., 2., 3. …"
    if len(steps) > MOST_STEPS:
        yield "body", f"has {len(steps)} steps; {MOST_STEPS} are what a person follows"
    if found := _MARKDOWN.search(topic.body):
        yield "body", f"has {found[0]!r}; answers are plain text and calm"


def _front(topic: FaqTopic) -> Iterator[tuple[str, str]]:
    if not topic.title.endswith("?"):
        yield "title", "must be a question"
    if len(topic.seeds) < FEWEST_SEEDS and topic.group != ADDED:
        yield "seeds", f"has {len(topic.seeds)} ways of asking; the search needs {FEWEST_SEEDS}"
    for source in topic.sources:
        if not source.startswith(("https://", "http://")) and topic.group != ADDED:
            yield "sources", f"{source!r} is no address; begin with https://"
    if topic.valid_until is not None and topic.valid_until < topic.checked_on:
        yield "valid_until", "lies before checked_on"


def _shared(topics: Sequence[FaqTopic]) -> dict[str, list[str]]:
    """By slug, the ways of asking that another topic claims as well."""
    asked = Counter(line for topic in topics for line in {one.casefold() for one in _lines(topic)})
    found: dict[str, list[str]] = defaultdict(list)
    for topic in topics:
        found[topic.slug] += [line for line in dict.fromkeys(_lines(topic)) if asked[line.casefold()] > 1]
    return found


def _lines(topic: FaqTopic) -> tuple[str, ...]:
    return (topic.title, *topic.seeds)
