"""The answers of the FAQ: one Markdown file a topic, `<language>/faq/<slug>.md`.

Facts about the topic stand in front, the answer as it is sent below. Adding a topic is adding a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args

from locales.front_matter import FaqFileError, FrontMatter, read_front_matter

Confidence = Literal["cao", "trung_binh", "thap"]

_HERE: Final = Path(__file__).parent
_CONFIDENCES: Final[Mapping[str, Confidence]] = {one: one for one in get_args(Confidence)}
_FIELDS: Final = frozenset(
    {"slug", "group", "title", "seeds", "sources", "checked_on", "valid_until", "confidence"}
)


@dataclass(frozen=True, slots=True)
class FaqTopic:
    """One question people ask at the desk, with its answer and where the answer comes from.

    ``seeds`` are other ways of asking, for the search alone. ``checked_on`` is the day the answer was
    held against its sources; after ``valid_until`` a fact in it is known to have lapsed.
    """

    slug: str
    group: str
    title: str
    seeds: tuple[str, ...]
    sources: tuple[str, ...]
    checked_on: date
    valid_until: date | None
    confidence: Confidence
    body: str


def faq_folder(language: str = "vi") -> Path:
    """Where the topics of a language lie."""
    return _HERE / language / "faq"


def read_topics(language: str = "vi") -> tuple[FaqTopic, ...]:
    """Every topic of a language, ordered by slug.

    Raises FaqFileError for the first file that cannot be used, or when the language has no FAQ.
    """
    return topics_in(faq_folder(language))


def topics_in(folder: Path) -> tuple[FaqTopic, ...]:
    """Every topic in ``folder``, ordered by slug. Raises FaqFileError."""
    paths = sorted(folder.glob("*.md"), key=lambda path: path.stem)
    if not paths:
        raise FaqFileError(folder, "folder", "holds no topic; add <slug>.md files or choose another language")
    return tuple(read_topic(path) for path in paths)


def read_topic(path: Path) -> FaqTopic:
    """The topic in one file. Raises FaqFileError when the file cannot be used."""
    front = read_front_matter(path, _FIELDS)
    return FaqTopic(
        slug=front.text("slug"),
        group=front.text("group"),
        title=front.text("title"),
        seeds=front.texts("seeds"),
        sources=front.texts("sources"),
        checked_on=front.day("checked_on"),
        valid_until=front.day("valid_until") if front.has("valid_until") else None,
        confidence=_confidence(front),
        body=front.body,
    )


def _confidence(front: FrontMatter) -> Confidence:
    value = front.text("confidence")
    if value not in _CONFIDENCES:
        raise FaqFileError(
            front.path, "confidence", f"must be one of {', '.join(_CONFIDENCES)}, found {value!r}"
        )
    return _CONFIDENCES[value]
