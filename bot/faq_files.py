"""Looks at the files of the FAQ for whoever edits them: what is wrong, what will soon be out of date."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from handlers.privacy_filter import mask
from locales.faq import FaqTopic, faq_folder, topics_in
from locales.faq_beyond import read_beyond
from locales.faq_check import ADDED, FEWEST_SEEDS, faults

SOON = timedelta(days=60)


def faulty(folder: Path | None = None) -> Iterator[str]:
    """Everything wrong in ``folder`` (those of the program by default), a line each with its file.

    Raises FaqFileError for the first file that cannot even be read.
    """
    where = folder or faq_folder()
    topics = topics_in(where)
    for slug, field, remedy in faults(topics):
        yield f"{where / slug}.md: {field}: {remedy}"
    for topic in topics:
        for line in (topic.title, *topic.seeds):
            if mask(line).touched:
                yield f"{where / topic.slug}.md: seeds: {line!r} holds a number like a person's; leave it out"


def told(today: date, folder: Path | None = None) -> Iterator[str]:
    """How much there is, what has lapsed or soon will, and what rests on weak sources."""
    topics = topics_in(folder or faq_folder())
    yield f"{len(topics)} topics are valid, {len(read_beyond())} matters are not ours"
    yield from _lapsing(topics, today)
    few = [one.slug for one in topics if one.group == ADDED and len(one.seeds) < FEWEST_SEEDS]
    if few:
        yield f"given by people, with fewer than {FEWEST_SEEDS} ways of asking: {', '.join(few)}"
    weak = [one.slug for one in topics if one.confidence == "thap"]
    if weak:
        yield f"weak sources, told as advice: {', '.join(weak)}"


def _lapsing(topics: Sequence[FaqTopic], today: date) -> Iterator[str]:
    ageing = [(one.valid_until, one.slug) for one in topics if one.valid_until is not None]
    for until, slug in sorted(ageing):
        if until < today:
            yield f"lapsed {until}: {slug}"
        elif until - today <= SOON:
            yield f"expires {until}: {slug}"
