"""Reads the FAQ: one Markdown file a topic, facts about it in front, the answer below.

A file is `<language>/faq/<slug>.md`: front matter in YAML between two lines of three hyphens,
then the answer as it is sent. Adding a topic is adding a file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal, cast

import yaml

Confidence = Literal["cao", "trung_binh", "thap"]

_HERE: Final = Path(__file__).parent
_FENCE: Final = "---"
_CONFIDENCES: Final[Mapping[str, Confidence]] = {"cao": "cao", "trung_binh": "trung_binh", "thap": "thap"}
_FIELDS: Final = frozenset(
    {"slug", "group", "title", "seeds", "sources", "checked_on", "valid_until", "confidence"}
)
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads ten times faster


class FaqFileError(ValueError):
    """A FAQ file cannot be used; the message names the file, the field and what to write there."""

    def __init__(self, path: Path, field: str, remedy: str) -> None:
        super().__init__(f"{path}: {field}: {remedy}")
        self.path = path
        self.field = field


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


def read_topics(language: str = "vi") -> tuple[FaqTopic, ...]:
    """Every topic of a language, ordered by slug.

    Raises FaqFileError for the first file that cannot be used, or when the language has no FAQ.
    """
    folder = _HERE / language / "faq"
    paths = sorted(folder.glob("*.md"), key=lambda path: path.stem)
    if not paths:
        raise FaqFileError(folder, "folder", "holds no topic; add <slug>.md files or choose another language")
    return tuple(read_topic(path) for path in paths)


def read_topic(path: Path) -> FaqTopic:
    """The topic in one file. Raises FaqFileError when the file cannot be used."""
    front, body = _parts(path, path.read_text(encoding="utf-8"))
    unknown = sorted(set(front) - _FIELDS)
    if unknown:
        raise FaqFileError(path, unknown[0], f"is no field; the fields are {', '.join(sorted(_FIELDS))}")
    reader = _Reader(path, front)
    topic = FaqTopic(
        slug=reader.text("slug"),
        group=reader.text("group"),
        title=reader.text("title"),
        seeds=reader.texts("seeds"),
        sources=reader.texts("sources"),
        checked_on=reader.day("checked_on"),
        valid_until=reader.day("valid_until") if "valid_until" in front else None,
        confidence=reader.confidence("confidence"),
        body=body,
    )
    if topic.slug != path.stem:
        raise FaqFileError(path, "slug", f"is {topic.slug!r}; write {path.stem!r} or rename the file")
    if not body:
        raise FaqFileError(path, "body", "is empty; write the answer below the second line of ---")
    return topic


def _parts(path: Path, text: str) -> tuple[Mapping[str, object], str]:
    """Front matter and answer of a file's text."""
    before, first, rest = text.partition(f"{_FENCE}\n")
    front, second, body = rest.partition(f"\n{_FENCE}\n")
    if before.strip() or not first or not second:
        raise FaqFileError(path, "front matter", "must stand first, between two lines of ---")
    try:
        fields = _LOADER(front).get_single_data()
    except yaml.YAMLError as error:
        raise FaqFileError(path, "front matter", f"is not YAML: {error}") from error
    if not isinstance(fields, dict):
        raise FaqFileError(path, "front matter", "must be a list of `field: value` lines")
    return cast(Mapping[str, object], fields), body.strip()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes fields from front matter and says which one is wrong."""

    path: Path
    front: Mapping[str, object]

    def text(self, field: str) -> str:
        value = self.front.get(field)
        if not isinstance(value, str) or not value.strip():
            raise FaqFileError(self.path, field, f"must be text, found {value!r}")
        return value.strip()

    def texts(self, field: str) -> tuple[str, ...]:
        return tuple(self._each_text(field))

    def day(self, field: str) -> date:
        value = self.front.get(field)
        if type(value) is not date:
            raise FaqFileError(self.path, field, f"must be a day like 2026-11-21, found {value!r}")
        return value

    def confidence(self, field: str) -> Confidence:
        value = self.text(field)
        if value not in _CONFIDENCES:
            raise FaqFileError(self.path, field, f"must be one of {', '.join(_CONFIDENCES)}, found {value!r}")
        return _CONFIDENCES[value]

    def _each_text(self, field: str) -> Iterator[str]:
        values = self.front.get(field)
        if not isinstance(values, list) or not values:
            raise FaqFileError(self.path, field, f"must be a list of lines `- text`, found {values!r}")
        for number, value in enumerate(values, start=1):
            if not isinstance(value, str) or not value.strip():
                raise FaqFileError(
                    self.path, field, f"entry {number} must be text, found {value!r}; put it in quotes"
                )
            yield value.strip()
