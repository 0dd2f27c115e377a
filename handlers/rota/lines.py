"""Binds what is said in the pieces of a sheet to one another: which count, place and days each hours have.

A piece is a line, or what stands between semicolons. Within it, what is said before any hours holds for
all of them; what comes later holds for those that lack it. A piece without hours is a heading: it holds
for the pieces behind it, as the days and hours of the piece before do where a piece names none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from handlers.rota.marks import Mark
from handlers.rota.reading_hours import made_precise, possible, within
from handlers.rota.said import NOTHING, Said, placed
from handlers.rota.sheet import Line, Span


@dataclass(slots=True)
class Draft:
    """Shifts that are alike, as far as they are said."""

    spans: tuple[Span, ...] = ()
    days: Said | None = None
    around: Said = NOTHING
    count: int | None = None
    place: str = ""
    part: str = ""
    mark: Mark | None = None


@dataclass(slots=True)
class Piece:
    """One piece while its marks are read: what holds for all of it, and its drafts."""

    days: Said | None = None
    around: Said = NOTHING
    count: int | None = None
    place: str = ""
    drafts: list[Draft] = field(default_factory=list)
    unknown: list[Mark] = field(default_factory=list)
    next_count: int | None = None
    next_place: str = ""
    """What stands before hours in the same phrase: "6 người sáng, 4 người chiều"."""


def piece_of(found: Sequence[Mark]) -> Piece:
    """The marks of one piece, bound."""
    piece = Piece()
    for place, mark in enumerate(found):
        before = found[place - 1] if place else None
        if _leads(found, place):
            _lead(piece, mark)
        else:
            _take(piece, mark, phrase=_phrase(found, place), after=before)
    for draft in piece.drafts:
        _complete(piece, draft)
    piece.unknown.sort(key=lambda mark: mark.start)
    return piece


def _phrase(found: Sequence[Mark], place: int) -> list[Mark]:
    """What stands between the same two commas, before ``place``."""
    start = place
    while start and found[start - 1].kind != "part":
        start -= 1
    return list(found[start:place])


def _leads(found: Sequence[Mark], place: int) -> bool:
    """Whether a count or place stands before the hours of its phrase, and so belongs to them."""
    mark = found[place]
    if mark.kind != "count" and not (mark.kind == "text" and mark.place):
        return False
    if any(one.kind == "hours" for one in _phrase(found, place)):
        return False
    for later in found[place + 1 :]:
        if later.kind in ("hours", "part"):
            return later.kind == "hours"
    return False


def _lead(piece: Piece, mark: Mark) -> None:
    """A count or place for the hours behind it, and for those that get none at all."""
    if mark.kind == "count":
        piece.next_count = mark.count
        piece.count = mark.count if piece.count is None else piece.count
    else:
        piece.next_place = mark.text
        piece.place = piece.place or mark.text


def _take(piece: Piece, mark: Mark, *, phrase: Sequence[Mark], after: Mark | None) -> None:
    if mark.kind == "hours":
        _take_hours(piece, mark, phrase, after)
    elif mark.kind == "days":
        _take_days(piece, mark.said, phrase)
    elif mark.kind == "count":
        _take_count(piece, mark)
    elif mark.kind == "text":
        _take_place(piece, mark)
    elif mark.kind == "unknown":
        piece.unknown.append(mark)
        if mark.said.names_days:
            _take_days(piece, mark.said, phrase)


def _take_hours(piece: Piece, mark: Mark, phrase: Sequence[Mark], after: Mark | None) -> None:
    """New hours; exact ones behind a part of the day in the same phrase make that precise."""
    same = any(one.kind == "hours" for one in phrase) or (after is not None and after.text in (":", "("))
    if _is_precise(piece, mark, same=same) or _is_said_again(piece, mark, phrase):
        return
    hours = any(one.kind == "hours" for one in phrase)
    own = [one.said for one in phrase if one.kind == "days" and one.said.names_days and not hours]
    draft = Draft(
        spans=mark.spans, part=mark.part, mark=mark, days=mark.said if mark.said.names_days else None
    )
    if own and piece.drafts:
        draft.days = own[-1]
    draft.count, draft.place = piece.next_count, piece.next_place
    piece.next_count, piece.next_place = None, ""
    piece.drafts.append(draft)


def _is_precise(piece: Piece, mark: Mark, *, same: bool) -> bool:
    """Whether exact hours make those before precise of which only the part of the day was said."""
    open_ones = []
    for draft in reversed(piece.drafts):
        if not draft.part or draft.count not in (None, piece.count):
            break
        open_ones.append(draft)
    if mark.part or not open_ones:
        return False
    part = open_ones[0].part
    exact = made_precise(mark.spans, part)
    if not (same or all(within(span, part) for span in exact)):
        return False
    for draft in [one for one in open_ones if one.part == part]:
        draft.spans, draft.part, draft.mark = exact, "", mark
    return True


def _is_said_again(piece: Piece, mark: Mark, phrase: Sequence[Mark]) -> bool:
    """Whether only the part of the day follows hours that lie in it: "từ 18h đến 22h các tối T2, T4"."""
    exact = piece.drafts[-1].spans if piece.drafts and not piece.drafts[-1].part else ()
    near = bool(phrase) and phrase[-1].kind == "hours"
    return bool(mark.part and exact and near) and all(within(span, mark.part) for span in exact)


def _take_days(piece: Piece, said: Said, phrase: Sequence[Mark]) -> None:
    """Days for the whole piece, for the hours of the same phrase, or for all hours that have none yet."""
    if not said.names_days:
        piece.around = piece.around.with_more(said)
        return
    hours = [one for one in phrase if one.kind == "hours"]
    if (
        hours
        and piece.drafts
        and piece.drafts[-1].days is None
        and (piece.days is None or len(piece.drafts) > 1)
    ):
        piece.drafts[-1].days = said
    elif not piece.drafts or (piece.days is None and all(one.days is None for one in piece.drafts)):
        piece.days = piece.days.beside(said) if piece.days else said
    else:
        _settle_days(piece)
        piece.days = said


def _settle_days(piece: Piece) -> None:
    """The days said so far belong to the hours said so far."""
    for draft in piece.drafts:
        draft.days = draft.days or piece.days


def _take_count(piece: Piece, mark: Mark) -> None:
    """A count for the hours that have none; a second one behind a place is for another place."""
    lacking = [one for one in piece.drafts if one.count is None]
    if not piece.drafts:
        if piece.count is None:
            piece.count = mark.count
        else:
            piece.unknown.append(mark)
    elif lacking:
        for draft in lacking:
            draft.count = mark.count
    elif piece.drafts[-1].place:
        piece.drafts.append(replace(piece.drafts[-1], count=mark.count, place=""))
    else:
        piece.unknown.append(mark)


def _take_place(piece: Piece, mark: Mark) -> None:
    """A place for the hours that have none; a second one takes the same hours to another place."""
    if not mark.place:
        piece.unknown.append(mark)
        return
    lacking = [one for one in piece.drafts if not one.place]
    if not piece.drafts:
        piece.place = f"{piece.place}, {mark.text}" if piece.place else mark.text
    elif lacking and not (piece.place and piece.place == mark.text):
        for draft in lacking:
            draft.place = mark.text
    else:
        last = piece.drafts[-1]
        piece.drafts.append(replace(last, count=None, place=mark.text))


def _complete(piece: Piece, draft: Draft) -> None:
    """What holds for the whole piece, where the draft says nothing else; impossible hours are unknown."""
    if draft.mark is not None and not all(map(possible, draft.spans)):
        draft.spans = tuple(filter(possible, draft.spans))
        piece.unknown.append(draft.mark)
    draft.days = draft.days or piece.days
    draft.around = piece.around
    draft.place = draft.place or piece.place
    if draft.count is None:
        draft.count = piece.count


def lines_of(pieces: Sequence[Piece], today_on: date) -> tuple[Line, ...]:
    """The lines of all pieces: what a piece does not say it takes from the heading, or the piece before."""
    heading, drafts = Draft(), list[Draft]()
    for piece in pieces:
        if piece.drafts:
            drafts += _under(heading, drafts[-1] if drafts else None, piece.drafts)
        elif drafts and _filled(drafts, piece, headed=heading.days is not None):
            continue
        elif drafts and drafts[-1].spans and (piece.days or piece.count is not None or piece.place):
            alike = Draft(spans=drafts[-1].spans, days=piece.days, around=piece.around)
            alike.count, alike.place = piece.count, piece.place
            drafts += _under(heading, drafts[-1], [alike])
        else:
            heading = _headed(heading, piece)
    if not drafts and heading != Draft():
        drafts = [heading]
    return _merged([_line(draft, today_on) for draft in drafts])


def _filled(drafts: Sequence[Draft], piece: Piece, *, headed: bool) -> bool:
    """Whether a piece without hours said what all drafts before it lack: days, how many, where, how long."""
    lacks_count = piece.count is not None and all(one.count is None for one in drafts)
    lacks_place = bool(piece.place) and not any(one.place for one in drafts)
    lacks_days = piece.days is not None and not headed and all(one.days is None for one in drafts)
    said_again = (piece.count is not None and not lacks_count) or (piece.place and not lacks_place)
    if said_again or (piece.days is not None and not lacks_days):
        return False
    for draft in drafts:
        draft.days = piece.days if lacks_days else draft.days
        draft.count = piece.count if lacks_count else draft.count
        draft.place = piece.place if lacks_place else draft.place
        draft.around = draft.around.with_more(piece.around)
    return True


def _merged(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Neighbours that differ only in their hours, or only in their weekdays, as one line."""
    kept: list[Line] = []
    for line in lines:
        last = kept[-1] if kept else None
        if last and line.spans and last.spans and replace(last, spans=line.spans) == line:
            kept[-1] = replace(line, spans=tuple(dict.fromkeys((*last.spans, *line.spans))))
        elif last and line.weekdays and last.weekdays and replace(last, weekdays=line.weekdays) == line:
            kept[-1] = replace(line, weekdays=tuple(sorted({*last.weekdays, *line.weekdays})))
        else:
            kept.append(line)
    return tuple(kept)


def _headed(heading: Draft, piece: Piece) -> Draft:
    return Draft(
        days=piece.days or heading.days,
        around=heading.around.with_more(piece.around),
        count=heading.count if piece.count is None else piece.count,
        place=piece.place or heading.place,
    )


def _under(heading: Draft, before: Draft | None, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with what they lack from the heading, then from the piece before."""
    found = []
    for draft in drafts:
        days = draft.days or heading.days or (before.days if before else None)
        around = draft.around.within(heading.around)
        if draft.days is None and heading.days is None and before is not None:
            around = around.within(before.around)
        count = draft.count if draft.count is not None else heading.count
        place = draft.place or heading.place
        found.append(replace(draft, days=days, around=around, count=count, place=place))
    return found


def _line(draft: Draft, today_on: date) -> Line:
    said = (draft.days or NOTHING).within(draft.around)
    return replace(placed(said, today_on), spans=draft.spans, needed=draft.count, place=draft.place)
