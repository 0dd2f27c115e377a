"""Writes what people added to the FAQ as files: a whole folder, to compare with the program's own."""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.operating import Given, OperationError
from handlers.privacy_filter import mask
from locales.faq import FaqTopic, faq_folder, topics_in
from locales.faq_check import ADDED
from storage import faq_additions
from storage.database import Database
from storage.fold import fold
from storage.records.faq import FaqEntry, FaqPhrasing

_WORDS = re.compile(r"[a-z0-9]+")
_LONGEST_SLUG = 60


async def exported(database: Database, given: Given) -> str:
    """Every topic with its new ways of asking, and every new answer, in a new or empty folder.

    Raises OperationError where the folder holds anything.
    """
    entries = await database.read(faq_additions.entries)
    phrasings = await database.read(faq_additions.phrasings)
    return await asyncio.to_thread(_write, Path(given["folder"]), entries, phrasings)


def _write(folder: Path, entries: Sequence[FaqEntry], phrasings: Sequence[FaqPhrasing]) -> str:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OperationError(f"{folder} is not empty; name a new folder, so that nothing is written over")
    topics = topics_in(faq_folder())
    folder.mkdir(parents=True, exist_ok=True)
    new = _new_lines(topics, phrasings)
    for topic in topics:
        text = (faq_folder() / f"{topic.slug}.md").read_text(encoding="utf-8")
        (folder / f"{topic.slug}.md").write_text(with_seeds(text, new[topic.slug]), encoding="utf-8")
    added = list(_answers(topics, entries, phrasings))
    for slug, text in added:
        (folder / f"{slug}.md").write_text(text, encoding="utf-8")
    asked = sum(len(lines) for lines in new.values())
    return (
        f"{folder}: {len(topics)} topics with {asked} new ways of asking, {len(added)} new answers; "
        f"look at them, then hold them to the rules: aoxanh faq check --folder {folder}"
    )


def with_seeds(text: str, seeds: Sequence[str]) -> str:
    """The file ``text`` with more ways of asking after those it has."""
    lines = text.splitlines(keepends=True)
    at = next(place for place, line in enumerate(lines) if line.startswith("seeds:")) + 1
    while lines[at].lstrip().startswith("- "):
        at += 1
    indent = lines[at - 1][: len(lines[at - 1]) - len(lines[at - 1].lstrip())]
    return "".join([*lines[:at], *(f"{indent}- {_quoted(one)}\n" for one in seeds), *lines[at:]])


def _new_lines(topics: Sequence[FaqTopic], phrasings: Iterable[FaqPhrasing]) -> dict[str, list[str]]:
    """By slug, the ways of asking that stand in no topic yet."""
    known = {line.casefold() for topic in topics for line in (topic.title, *topic.seeds)}
    slugs, new = {topic.slug for topic in topics}, defaultdict[str, list[str]](list)
    for one in phrasings:
        if one.slug in slugs and one.phrase.casefold() not in known and not mask(one.phrase).touched:
            known.add(one.phrase.casefold())
            new[one.slug].append(one.phrase)
    return new


def _answers(
    topics: Sequence[FaqTopic], entries: Iterable[FaqEntry], phrasings: Sequence[FaqPhrasing]
) -> Iterator[tuple[str, str]]:
    """(slug, file) of every answer whose question stands in no topic yet."""
    known = {line.casefold() for topic in topics for line in (topic.title, *topic.seeds)}
    taken = {topic.slug for topic in topics}
    for entry in entries:
        if entry.title.casefold() in known:
            continue
        lines = [entry.title, *(one.phrase for one in phrasings if one.slug == entry.id)]
        seeds = [line for line in dict.fromkeys(lines) if line.casefold() not in known]
        known |= {line.casefold() for line in seeds}
        slug = _free(fold(entry.title), taken)
        taken.add(slug)
        yield slug, _written(slug, entry, seeds)


def _written(slug: str, entry: FaqEntry, seeds: Iterable[str]) -> str:
    front = [
        f"slug: {slug}",
        f"group: {ADDED}",
        f"title: {_quoted(entry.title)}",
        "seeds:",
        *(f"  - {_quoted(one)}" for one in seeds),
        "sources:",
        f"  - {_quoted(entry.source)}",
        f"checked_on: {entry.checked_on}",
        "confidence: trung_binh",
    ]
    return "\n".join(["---", *front, "---", entry.body, ""])


def _free(title: str, taken: set[str]) -> str:
    """A slug of plain letters that no other topic has."""
    slug = "-".join(_WORDS.findall(title))[:_LONGEST_SLUG].strip("-") or "cau-hoi"
    number = 2
    found = slug
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found


def _quoted(text: str) -> str:
    """A line as YAML reads it back unchanged."""
    return json.dumps(text, ensure_ascii=False)
