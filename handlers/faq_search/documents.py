"""What the index is built from: each topic and each matter beyond as its ways of asking and its text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from locales.faq import FaqTopic
from locales.faq_beyond import Beyond
from storage.records.faq import FaqEntry, FaqPhrasing

EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One topic, or (not ``ours``) one matter beyond. ``lines`` are known wherever it is, ``local`` ones
    (with their place) only there."""

    slug: str
    lines: tuple[str, ...]
    body: str = ""
    place: str = EVERYWHERE
    ours: bool = True
    local: tuple[tuple[str, str], ...] = ()


def documents(
    topics: Iterable[FaqTopic],
    beyond: Iterable[Beyond],
    entries: Iterable[FaqEntry],
    phrasings: Iterable[FaqPhrasing],
) -> Sequence[Document]:
    """Topics first, then what people added, then what is not ours.

    An answer that has since come into the files is taken from there.
    """
    topics = tuple(topics)
    titles = {one.title.casefold() for one in topics}
    heard: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in phrasings:
        heard[one.slug].append((one.phrase, one.place))
    return [
        *(
            Document(one.slug, (one.title, *one.seeds), one.body, local=tuple(heard[one.slug]))
            for one in topics
        ),
        *(
            Document(one.id, (one.title,), one.body, place=one.place, local=tuple(heard[one.id]))
            for one in entries
            if one.title.casefold() not in titles
        ),
        *(Document(one.slug, one.seeds, ours=False) for one in beyond),
    ]
