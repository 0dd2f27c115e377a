"""From a typed sheet to its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from rapidfuzz import fuzz

from handlers.rota.letters import Letters
from handlers.rota.lines import Piece, lines_of, piece_of
from handlers.rota.marks import Mark, marks
from handlers.rota.row import Row
from handlers.rota.sheet import Line, Sheet
from handlers.rota.tokens import Token, tokens
from handlers.rota.verdict import asks, is_plan
from handlers.rota.wordings import wordings
from storage.fold import fold

_LONGEST_TEXT, _MOST_TOKENS = 2_000, 600
_LONGEST_PLACE: Final = 80
_ALIKE: Final = 88
"""How alike, of 100, two names of places must be to be one."""
_SHORTEST: Final = 5


def read(text: str, today_on: date, places: Sequence[str] = ()) -> Sheet:
    """What ``text``, written on ``today_on``, says of shifts; ``places`` are the names the team has already.

    Never raises: what is not understood is in ``Sheet.unknown``.
    """
    if not text.strip() or len(text) > _LONGEST_TEXT:
        return Sheet()
    letters, row = tokens(text)
    if len(row) > _MOST_TOKENS:
        return Sheet(unknown=(text.strip(),))
    found = [marks(one) for one in _pieces(letters, row, today_on)]
    known = [
        [_known(part, places) for mark in one for part in _with_known_ending(mark, places)] for one in found
    ]
    pieces = [piece_of(_joined(one)) for one in known]
    lines = tuple(_with_place(line, places) for line in lines_of(pieces, today_on))
    unknown = tuple(_unknown(letters, pieces))
    if asks(row) and not any(line.spans for line in lines):
        return Sheet(unknown=(text.strip(),))
    exact = any(draft.spans and not draft.part for piece in pieces for draft in piece.drafts)
    return Sheet(lines, unknown, is_plan(lines, row, unknown, today_on, places, exact=exact))


def _pieces(letters: Letters, row: Sequence[Token], today_on: date) -> Iterator[Row]:
    """The tokens between line breaks and semicolons."""
    start = 0
    for at, token in enumerate(row):
        if token.shape == "break":
            yield Row(letters, row[start:at], today_on)
            start = at + 1
    yield Row(letters, row[start:], today_on)


def _known(mark: Mark, places: Sequence[str]) -> Mark:
    """A text that names a place of the team is a place, whatever its words."""
    if mark.kind != "text" or mark.place:
        return mark
    return replace(mark, place=_place(mark.text, places) is not None)


def _with_known_ending(mark: Mark, places: Sequence[str]) -> list[Mark]:
    """A text that ends with a place of the team: what stands before is something else."""
    for name in places if mark.kind == "text" else ():
        head = mark.text[: -len(name)]
        if (
            len(mark.text) > len(name)
            and _plain(mark.text[-len(name) :]) == _plain(name)
            and head[-1:].isspace()
        ):
            cut = mark.end - len(name)
            what = replace(mark, end=cut - 1, text=head.strip(), place=False)
            return [what, replace(mark, start=cut, text=mark.text[-len(name) :], place=True)]
    return [mark]


def _joined(found: Sequence[Mark]) -> list[Mark]:
    """A part of an address behind a comma goes with the place before it."""
    kept: list[Mark] = []
    for mark in found:
        follows = len(kept) >= 2 and kept[-1].text == "," and kept[-2].kind == "text" and kept[-2].place
        if mark.kind == "text" and follows and _goes_on(mark.text):
            kept[-2:] = [replace(kept[-2], end=mark.end, text=f"{kept[-2].text}, {mark.text}")]
        else:
            kept.append(mark)
    return kept


def _goes_on(text: str) -> bool:
    head = fold(text).split(" ")
    within = {said for said, senses in wordings().senses.items() if any(s.kind == "within" for s in senses)}
    return head[0] in within or " ".join(head[:2]) in within


def _with_place(line: Line, places: Sequence[str]) -> Line:
    return replace(line, place=_place(line.place, places) or line.place[:_LONGEST_PLACE])


def _place(typed: str, places: Sequence[str]) -> str | None:
    """The place of the team that is meant: the same name, the only one that begins so, or one a slip away."""
    said = _plain(typed)
    exact = [name for name in places if _plain(name) == said]
    begun = [name for name in places if len(said) >= _SHORTEST and _plain(name).startswith(said)]
    near = [name for name in places if len(said) >= _SHORTEST and fuzz.ratio(_plain(name), said) >= _ALIKE]
    return next((some[0] for some in (exact, begun, near) if len(some) == 1), None)


def _plain(name: str) -> str:
    """A name as it is compared; "1 cửa" is "một cửa"."""
    return fold(name).replace("1 cua", "mot cua")


def _unknown(letters: Letters, pieces: Sequence[Piece]) -> Iterator[str]:
    """The pieces nobody understood as they were typed; neighbours parted by a comma are one."""
    for piece in pieces:
        start = end = -1
        for mark in piece.unknown:
            if start >= 0 and letters.plain[end : mark.start].strip(" ,"):
                yield letters.between(start, end)
                start = -1
            start, end = (start if start >= 0 else mark.start), mark.end
        if start >= 0:
            yield letters.between(start, end)
