"""What people ask the bot that is not for its FAQ: one file a matter, `<language>/faq_beyond/<slug>.md`.

Each says in a few words who helps instead, and may open the right conversation. Its ways of asking compete
with those of the topics, so that talk, reports and other offices' business get no answer of ours.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from locales.front_matter import FaqFileError, FrontMatter, read_front_matter

_HERE: Final = Path(__file__).parent
_FIELDS: Final = frozenset({"slug", "seeds", "opens", "leaders_open", "coordinators_open"})


@dataclass(frozen=True, slots=True)
class Beyond:
    """One matter that is not ours: how it is asked, what is said, and the conversations it may open, to
    members, to those who lead a team, and to those who coordinate."""

    slug: str
    seeds: tuple[str, ...]
    opens: tuple[str, ...]
    leaders_open: tuple[str, ...]
    coordinators_open: tuple[str, ...]
    body: str


def beyond_folder(language: str = "vi") -> Path:
    """Where the matters of a language lie."""
    return _HERE / language / "faq_beyond"


def read_beyond(language: str = "vi") -> tuple[Beyond, ...]:
    """Every such matter of a language, ordered by slug. Raises FaqFileError."""
    return beyond_in(beyond_folder(language))


def beyond_in(folder: Path) -> tuple[Beyond, ...]:
    """Every such matter in ``folder``, ordered by slug. Raises FaqFileError."""
    paths = sorted(folder.glob("*.md"), key=lambda path: path.stem)
    if not paths:
        raise FaqFileError(folder, "folder", "holds no matter; add <slug>.md files")
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> Beyond:
    front = read_front_matter(path, _FIELDS)
    return Beyond(
        slug=front.text("slug"),
        seeds=front.texts("seeds"),
        opens=_named(front, "opens"),
        leaders_open=_named(front, "leaders_open"),
        coordinators_open=_named(front, "coordinators_open"),
        body=front.body,
    )


def _named(front: FrontMatter, key: str) -> tuple[str, ...]:
    return front.texts(key) if front.has(key) else ()
