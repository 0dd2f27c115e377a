"""Every answer there is at the moment, and the index over them; replaced as a whole when something changes.

Files come with the program and may be edited while it runs; coordinators add answers and ways of asking over
them, each for the place they answer for.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from handlers.faq_search import FaqAnswer
from locales.faq import FaqTopic
from locales.faq_beyond import Beyond
from storage.records.faq import FaqEntry, FaqPhrasing

if TYPE_CHECKING:
    from handlers.faq_search.index import FaqIndex


@dataclass(frozen=True)
class Shelved:
    """What stands on the shelf at one moment."""

    topics: tuple[FaqTopic, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    entries: tuple[FaqEntry, ...] = ()
    phrasings: tuple[FaqPhrasing, ...] = ()
    _built: "list[FaqIndex]" = field(default_factory=list, init=False, compare=False, repr=False)
    _building: Lock = field(default_factory=Lock, init=False, compare=False, repr=False)

    def prepare(self) -> "FaqIndex":
        """The search, built for whoever asks first: half a second with 127 topics, so better on a thread. Who
        asks meanwhile waits for it."""
        from handlers.faq_search.index import FaqIndex  # noqa: PLC0415  # numpy takes a while to load

        with self._building:
            if not self._built:
                self._built.append(FaqIndex(self.topics, self.beyond, self.entries, self.phrasings))
        return self._built[0]


class FaqShelf:
    """See the module. One is shared by all turns of a process."""

    def __init__(self, shelved: Shelved) -> None:
        self.put(shelved)

    def put(self, shelved: Shelved) -> None:
        """Put other contents in the place of all there was."""
        self.shelved = shelved
        self._topics = {one.slug: one for one in shelved.topics}
        self._beyond = {one.slug: one for one in shelved.beyond}
        self._entries = {one.id: one for one in shelved.entries}

    def prepare(self) -> None:
        """Have the search ready before anybody asks: half a second on whatever thread it is called."""
        self.shelved.prepare()

    def ask(self, question: str, *, here: Collection[str] = (), after: str = "") -> FaqAnswer:
        """See ``FaqIndex.ask``."""
        return self.shelved.prepare().ask(question, here=here, after=after)

    def topic(self, slug: str, here: Collection[str] = ()) -> FaqTopic | None:
        """The topic ``slug``, if it is known at one of the places ``here``."""
        entry = self._entries.get(slug)
        if entry is not None and entry.place in here:
            return as_topic(entry)
        return self._topics.get(slug)

    def beyond(self, slug: str) -> Beyond | None:
        """The matter ``slug`` that is not ours."""
        return self._beyond.get(slug)


def as_topic(entry: FaqEntry, phrasings: Iterable[FaqPhrasing] = ()) -> FaqTopic:
    """An answer that somebody added, in the shape of those from files."""
    asked = tuple(one.phrase for one in phrasings if one.slug == entry.id)
    return FaqTopic(
        slug=entry.id,
        group="",
        title=entry.title,
        seeds=(entry.title, *asked),
        sources=(entry.source,),
        checked_on=date.fromisoformat(entry.checked_on),
        valid_until=None,
        confidence="trung_binh",
        body=entry.body,
    )
