"""What a person's name may look like, so that it cannot fake a line, hide text or become a link."""

import re
import unicodedata

from handlers.engine.answer import Wrong

_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_DOT = re.compile(r"[.．。｡](?=\w)")
_ENDINGS = "com net org info biz edu gov vn io co ru cn xyz top site online shop club link app dev"
_LINK = re.compile(
    rf"[@/\\]|\bwww\b|\bhttps?\b|\w ?[.．。｡] ?(?:{_ENDINGS.replace(' ', '|')})\b", re.IGNORECASE
)
_MOST_MARKS = 2


def cleaned(text: str, *, one_line: bool) -> str:
    """``text`` in NFC without invisible characters; one line where asked, at most one blank line elsewhere.

    The joiner inside emoji stays in longer text; lone surrogates, which no file can hold, go.
    """
    kept = "".join(letter for letter in text if _visible(letter, one_line=one_line))
    composed = unicodedata.normalize("NFC", kept)
    if one_line:
        return " ".join(composed.split())
    lines = [" ".join(line.split()) for line in composed.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _visible(letter: str, *, one_line: bool) -> bool:
    """Whether ``letter`` shows; white space counts as shown."""
    if letter.isspace():
        return True
    if letter == "\u200d":
        return not one_line
    return letter not in _BLANKS and unicodedata.category(letter) not in _HIDDEN


def read_name(text: str, longest: int) -> str | Wrong:
    """The name ``text`` gives, at most ``longest`` letters as seen, or the rule it breaks.

    A dot inside a word gets a space after it, because clients would draw "ten.vn" as a link.
    """
    name = cleaned(text, one_line=True)
    if _LINK.search(name):
        return Wrong("name-link")
    name = cleaned(_DOT.sub(". ", name), one_line=True)
    marks = [unicodedata.category(letter).startswith("M") for letter in name]
    if len(marks) - sum(marks) > longest:
        return Wrong("name-long", {"max": longest})
    if _longest_run(marks) > _MOST_MARKS:
        return Wrong("name-marks")
    if not any(letter.isalpha() for letter in name):
        return Wrong("name-digits" if any(letter.isdigit() for letter in name) else "name-empty")
    return name


def _longest_run(marks: list[bool]) -> int:
    """How many combining marks follow one another at most."""
    longest = run = 0
    for mark in marks:
        run = run + 1 if mark else 0
        longest = max(longest, run)
    return longest
