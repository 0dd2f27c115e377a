"""Names as they stand in a group chat or a notebook: numbered, with bullets, emoji, nicknames, notes. Pure.

One name a line; a single line may also hold several, apart by commas or numbers. What is about a person and
not their name (their class, their part in the group, a masked number) is left out; what cannot be a name is
given back, so that nobody is lost silently.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from handlers.engine.names import read_name
from storage.fold import fold

LONGEST_NAME, MOST_WORDS = 64, 7
_NUMBERED = re.compile(r"(?:^|\s)\(?[0-9]{1,2}\s?[.)/]\s*")
_NOTE = re.compile(r"\t|\s[-\u2013\u2014_]+\s|\s[-\u2013\u2014]|[:;|/,]|[-\u2013\u2014](?=\s|$)")
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
_LINK = re.compile(r"\b(?:https?|www)\b|\b\w+\.(?:me|vn|com|net|org|io|ly|gl)\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class NameList:
    """``names`` as they will be shown, in order; ``unread`` are the parts that could not be one."""

    names: tuple[str, ...]
    unread: tuple[str, ...] = ()


def read_names(text: str) -> NameList:
    """The names in ``text``; the same name twice is two people."""
    names, unread = [], []
    for part in _parts(unicodedata.normalize("NFKC", text)):
        name = _name(part)
        if name:
            names.append(name)
        elif name is None:
            unread.append(" ".join(part.split()))
    return NameList(tuple(names), tuple(unread))


def _parts(text: str) -> Iterator[str]:
    """Pieces that hold one name each, or none."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and len(_NUMBERED.findall(lines[0])) > 1:
        lines = [part for part in _NUMBERED.split(lines[0]) if part.strip()]
    for line in lines:
        listed = [part for part in _LISTED.split(line.strip()) if part]
        several = len(listed) > 1 and all(_name(part) and not _about(part) for part in listed)
        yield from listed if several else [line]


def _name(part: str) -> str | None:
    """The name in ``part``; empty where there is none to be had, None where it cannot be read."""
    said = fold(part).strip(" .:-*\u2022")
    if not any(letter.isalpha() for letter in said) or part.rstrip().endswith(":") or _is_noise(said):
        return ""
    if _LINK.search(part):
        return None
    bare = _BRACKETS.sub(" ", part)
    pieces = [_bare(piece) for piece in [*_NOTE.split(bare), *_BRACKETS.findall(part)]]
    named = next((piece for piece in pieces if piece and not _is_noise(fold(piece))), "")
    if len(named.split()) > MOST_WORDS:
        return None
    read = read_name(named, LONGEST_NAME)
    return read if isinstance(read, str) else None


def _bare(piece: str) -> str:
    """Letters of a name, and the short marks by which people of one name are told apart ("2k5", "Lan 2")."""
    kept = "".join(letter if _belongs(letter) else " " for letter in piece)
    words = [word.strip(".'") for word in kept.split()]
    first = next((at for at, word in enumerate(words) if any(map(str.isalpha, word))), len(words))
    told = [word for word in words[first:] if word and (len(word) < 3 or not word.isdigit())]
    name = " ".join(told).lstrip("0123456789.) ")
    return name.title() if name.isupper() and len(name) > 3 else name


def _belongs(letter: str) -> bool:
    """Whether ``letter`` can stand in a name; of marks only the accents."""
    return letter.isalnum() or letter in " .'\u2019-" or "\u0300" <= letter <= "\u036f"


def _about(part: str) -> bool:
    """Whether ``part`` tells of a person and is no name: their class, their part in the group."""
    words = _NUMBERED.sub(" ", part).split()
    return bool(words) and (any(map(str.isdigit, words[0])) or _is_noise(fold(" ".join(words))))


def _is_noise(said: str) -> bool:
    exact, begins = _noise()
    return said in exact or any(said == one or said.startswith(f"{one} ") for one in begins)


@cache
def _noise() -> tuple[frozenset[str], tuple[str, ...]]:
    """Folded lines of a group chat that are no names, and beginnings of such ("… *" in the file)."""
    lines = files("handlers.data").joinpath("name_list_noise.txt").read_text("utf-8").splitlines()
    told = [fold(line) for line in lines if line.strip() and not line.startswith("#")]
    begins = tuple(line.removesuffix("*").strip() for line in told if line.endswith("*"))
    return frozenset(line for line in told if not line.endswith("*")), begins
