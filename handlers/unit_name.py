"""How the name of a place is read: kind, name, old district, and the two forms in which names are compared.

``spelled`` keeps accents but forgets where in the syllable the tone stands (hòa = hoà); ``unaccented``
keeps none. Both forget case, spaces, hyphens and apostrophes: "EaHleo" is Ea H'Leo, "Sapa" is Sa Pa.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from storage.fold import fold

DISTRICT_KINDS = frozenset({"quan", "huyen", "thi_xa", "thanh_pho"})

_LONGEST_TEXT = 120  # the longest name has 30 characters; an address around it is still read
_MOST_PLACES = 3  # "tam quan bắc huyện hoài nhơn": not every "quan" begins a district
_WORDS = {
    "tỉnh": "tinh",
    "thành phố": "thanh_pho",
    "quận": "quan",
    "huyện": "huyen",
    "thị xã": "thi_xa",
    "thị trấn": "thi_tran",
    "phường": "phuong",
    "đặc khu": "dac_khu",
    "xã": "xa",
}
_SHORT = {
    "tp": "thanh_pho",
    "tx": "thi_xa",
    "tt": "thi_tran",
    "đk": "dac_khu",
    "dk": "dac_khu",
    "q": "quan",
    "h": "huyen",
    "p": "phuong",
    "f": "phuong",
    "x": "xa",
}
_KIND_OF = {fold(word): kind for word, kind in _WORDS.items()}
_SHORT_KIND = re.compile(rf"({'|'.join(_SHORT)})(?:\s*\.\s*|\s+|(?=\d))(?=\w)")
_ADDRESS_MARK = re.compile(r"\s*[,(]\s*")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_APART = re.compile(r"[\s\-\u2010-\u2015_/]+")
_DROPPED = re.compile(r"[^\w\u0300-\u036f]|[_\u02bc]")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand what was typed; ``within`` is the old district, if one was named."""

    name: str
    kind: str = ""
    within: str = ""


def unaccented(name: str) -> str:
    """``name`` for comparing without accents: ``Quận 03`` → ``quan3``."""
    return _DROPPED.sub("", _LEADING_ZEROS.sub("", fold(name)).replace(" ", ""))


def spelled(name: str) -> str:
    """``name`` for comparing with accents, each syllable's tone moved to its end."""
    syllables = _APART.split(unicodedata.normalize("NFD", _LEADING_ZEROS.sub("", name).lower()))
    return "".join(map(_tone_last, syllables))


def is_district(full: str, name: str) -> bool:
    """Whether ``full`` ("Quận 3") is the district that someone calls ``name`` ("3")."""
    key = unaccented(full)
    return any(key == unaccented(f"{word} {name}") for word, kind in _WORDS.items() if kind in DISTRICT_KINDS)


def readings(text: str) -> Iterator[Reading]:
    """The ways to understand ``text``, likeliest first; none when it is too long, or only a kind.

    "xa phien" may be Xà Phiên or xã Phiên: a kind typed without its accents is tried as part of the
    name first, one typed in full is taken at its word.
    """
    whole = " ".join(unicodedata.normalize("NFC", text).lower().split()).strip(" ,.")
    if not whole or len(whole) > _LONGEST_TEXT or fold(whole) in _KIND_OF:
        return
    ways = list(dict.fromkeys((("", whole), _split_kind(whole))))
    if whole.startswith(tuple(f"{word} " for word in _WORDS)):
        ways.reverse()
    yield from (Reading(name, kind) for kind, name in ways)
    for kind, name in ways:
        yield from _inside_district(kind, name)


def _split_kind(text: str) -> tuple[str, str]:
    """``"thị xã sa pa"`` → ``("thi_xa", "sa pa")``; an empty kind when none is said."""
    words = text.split(" ")
    for count in (2, 1):
        kind = _KIND_OF.get(fold(" ".join(words[:count])))
        if kind and len(words) > count:
            return kind, " ".join(words[count:])
    if short := _SHORT_KIND.match(text):
        return _SHORT[short[1]], text[short.end() :]
    return "", text


def kind_and_name(text: str) -> tuple[str, str]:
    """``"Phường Láng"`` → ``("phuong", "Láng")``: a kind typed in full, the rest as it stands; an empty kind
    when none is said ("Xà Phiên" has none)."""
    spoken = unicodedata.normalize("NFC", " ".join(text.split()))
    for word, kind in _WORDS.items():
        if spoken.lower().startswith(f"{word} "):
            return kind, spoken[len(word) :].strip()
    return "", spoken


def _inside_district(kind: str, text: str) -> Iterator[Reading]:
    """``"4, quận 3"``, ``"4 q3"``, ``"bến nghé (q.1)"``: the name, and the old district it lay in."""
    name, *address = _ADDRESS_MARK.split(text)
    if address:
        yield Reading(name, kind, _split_kind(address[0].rstrip(")"))[1])
    words = name.split(" ")
    splits = ((" ".join(words[:at]), *_split_kind(" ".join(words[at:]))) for at in range(1, len(words)))
    places = (Reading(before, kind, district) for before, said, district in splits if said in DISTRICT_KINDS)
    yield from islice(places, _MOST_PLACES)


def _tone_last(syllable: str) -> str:
    tones = "".join(mark for mark in syllable if ord(mark) in _TONES)
    return _DROPPED.sub("", syllable.translate(_TONES)) + tones
