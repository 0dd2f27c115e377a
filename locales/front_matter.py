"""Reads the files of the FAQ: front matter in YAML between two lines of three hyphens, then the text.

Whoever edits such a file is no programmer: an error names the file, the field and what to write there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, cast

import yaml

_FENCE: Final = "---"
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads ten times faster


class FaqFileError(ValueError):
    """A FAQ file cannot be used; the message names the file, the field and what to write there."""

    def __init__(self, path: Path, field: str, remedy: str) -> None:
        super().__init__(f"{path}: {field}: {remedy}")
        self.path = path
        self.field = field


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of one file and the text below them; each reader says which field is wrong."""

    path: Path
    fields: Mapping[str, object]
    body: str

    def has(self, field: str) -> bool:
        """Whether the field is there at all."""
        return field in self.fields

    def text(self, field: str) -> str:
        """A field that is text. Raises FaqFileError."""
        value = self.fields.get(field)
        if not isinstance(value, str) or not value.strip():
            raise FaqFileError(self.path, field, f"must be text, found {value!r}")
        return value.strip()

    def texts(self, field: str) -> tuple[str, ...]:
        """A field that is a list of lines, at least one. Raises FaqFileError."""
        return tuple(self._each_text(field))

    def day(self, field: str) -> date:
        """A field that is a day. Raises FaqFileError."""
        value = self.fields.get(field)
        if type(value) is not date:
            raise FaqFileError(self.path, field, f"must be a day like 2026-11-21, found {value!r}")
        return value

    def _each_text(self, field: str) -> Iterator[str]:
        values = self.fields.get(field)
        if not isinstance(values, list) or not values:
            raise FaqFileError(self.path, field, f"must be a list of lines `- text`, found {values!r}")
        for number, value in enumerate(values, start=1):
            if not isinstance(value, str) or not value.strip():
                raise FaqFileError(
                    self.path, field, f"entry {number} must be text, found {value!r}; put it in quotes"
                )
            yield value.strip()


def read_front_matter(path: Path, known: frozenset[str]) -> FrontMatter:
    """The file at ``path``, whose fields must be among the ``known`` and whose slug is its name.

    Raises FaqFileError.
    """
    before, first, rest = path.read_text(encoding="utf-8").partition(f"{_FENCE}\n")
    front, second, body = rest.partition(f"\n{_FENCE}\n")
    if before.strip() or not first or not second:
        raise FaqFileError(path, "front matter", "must stand first, between two lines of ---")
    try:
        fields = _LOADER(front).get_single_data()
    except yaml.YAMLError as error:
        raise FaqFileError(path, "front matter", f"is not YAML: {error}") from error
    if not isinstance(fields, dict):
        raise FaqFileError(path, "front matter", "must be a list of `field: value` lines")
    found = FrontMatter(path, cast(Mapping[str, object], fields), body.strip())
    unknown = sorted(set(found.fields) - known)
    if unknown:
        raise FaqFileError(path, str(unknown[0]), f"is no field; the fields are {', '.join(sorted(known))}")
    if found.text("slug") != path.stem:
        raise FaqFileError(path, "slug", f"is {found.text('slug')!r}; write {path.stem!r} or rename the file")
    if not found.body:
        raise FaqFileError(path, "body", "is empty; write the answer below the second line of ---")
    return found
