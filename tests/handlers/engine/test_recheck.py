"""A choice that hung on another answer is asked again when that answer changes."""

from typing import Annotated, ClassVar

from handlers.engine import Answer, Ask, Choice, Finished, Form, Option, Session, Text, begin, recheck, step


class Where(Form):
    """A province in words, then one of its communes."""

    name: ClassVar[str] = "where"
    summary: ClassVar[bool] = False

    province: Annotated[str | None, Text()] = None
    commune: Annotated[str | None, Choice()] = None
    note: Annotated[str | None, Text()] = None


COMMUNES = {"hue": ("A Lưới", "Phú Bài"), "da nang": ("Hải Châu",)}


def _said(session: Session, line: str, province: str = "hue") -> Ask | Finished:
    outcome = step(Where, session, Answer(text=line), lambda field: _options(province))
    assert isinstance(outcome, Ask | Finished)
    return outcome


def _options(province: str) -> list[Option]:
    return [Option(name, name) for name in COMMUNES[province]]


def _asked() -> Session:
    first = begin(Where, "t", lambda field: _options("hue"))
    return _said(_said(first.session, "hue").session, "Phú Bài").session


def test_choices_that_are_still_offered_stand() -> None:
    assert recheck(Where, _asked(), lambda field: _options("hue")) is None


def test_a_choice_that_is_gone_is_asked_again() -> None:
    again = recheck(Where, _asked(), lambda field: _options("da nang"))
    assert isinstance(again, Ask)
    assert again.field is not None
    assert again.field.name == "commune"
    assert [offer.label for offer in again.offers if offer.label] == ["Hải Châu"]


def test_where_nothing_is_offered_any_more_the_choice_stays() -> None:
    assert recheck(Where, _asked(), lambda field: []) is None


def test_the_end_is_put_off_until_it_is_answered() -> None:
    finished = _said(_asked(), "ghi chú")
    assert isinstance(finished, Finished)
    again = recheck(Where, finished.session, lambda field: _options("da nang"))
    assert isinstance(again, Ask)
    done = _said(again.session, "Hải Châu", "da nang")
    assert isinstance(done, Finished)
    assert done.draft.model_dump() == {"province": "hue", "commune": "Hải Châu", "note": "ghi chú"}
