"""Several questions answered in one message, in any order, with and without accents."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

import pytest

from handlers.engine import (
    Answer,
    Ask,
    Choice,
    Finished,
    Form,
    Name,
    Option,
    Session,
    Skippable,
    Text,
    When,
    Words,
    YesNo,
    begin,
    step,
)

CODES = {"network": "Mạng, điện", "portal": "Cổng, phần mềm", "other": "Khác"}


class Trouble(Form):
    """What, how badly, and a word."""

    name: ClassVar[str] = "trouble"
    summary: ClassVar[bool] = False
    together: ClassVar[tuple[str, ...]] = ("code", "badly", "note")

    code: Annotated[str | None, Choice()] = None
    badly: Annotated[str | None, Choice()] = None
    note: Annotated[str | None, Text(max=40), Skippable()] = None


class Joining(Form):
    """A question that opens the way for others."""

    name: ClassVar[str] = "joining"
    summary: ClassVar[bool] = False
    together: ClassVar[tuple[str, ...]] = ("agreed", "of_age", "chosen", "reminded")

    agreed: Annotated[bool | None, YesNo()] = None
    of_age: Annotated[bool | None, YesNo(), When(lambda draft: bool(draft.agreed))] = None
    chosen: Annotated[str | None, Name(), When(lambda draft: bool(draft.of_age))] = None
    reminded: Annotated[bool | None, YesNo(), When(lambda draft: bool(draft.of_age))] = None


OWN: dict[str, Words] = {
    "agreed": {"yes": ("Đồng ý",), "no": ("Không đồng ý",)},
    "of_age": {"yes": ("Đủ 16 tuổi", "đủ 16"), "no": ("Chưa đủ 16",)},
    "reminded": {"yes": ("Nhắc tôi", "nhắc"), "no": ("Không nhắc",)},
}


def options(field: str) -> Sequence[Option]:
    """Three codes, two degrees."""
    listed = CODES if field == "code" else {"slow": "Làm chậm", "stop": "Phải dừng"}
    return [Option(value, label) for value, label in listed.items()]


def words_for(field: str) -> Words:
    """The words of a field for yes and no."""
    return OWN.get(field, {})


def said(form: type[Form], text: str, session: Session | None = None) -> Any:
    """What comes of ``text`` as the answer to the first question, or to that of ``session``."""
    at = session or begin(form, "t", options).session
    return step(form, at, Answer(text=text), options, words_for(at.field), words_for)


@pytest.mark.parametrize(
    "text",
    [
        "1 phải dừng, hỏng từ 9h",
        "mang dien, phai dung, hỏng từ 9h",
        "Phải dừng; Mạng, hỏng từ 9h",
        "hỏng từ 9h\nphải dừng\n1",
        "1 phải dừng hỏng từ 9h",
    ],
)
def test_in_any_order(text: str) -> None:
    outcome = said(Trouble, text)
    assert isinstance(outcome, Finished)
    assert outcome.draft == Trouble(code="network", badly="stop", note="hỏng từ 9h")


def test_what_need_not_be_said_counts_as_skipped() -> None:
    outcome = said(Trouble, "2 làm chậm")
    assert isinstance(outcome, Finished)
    assert outcome.draft == Trouble(code="portal", badly="slow", note=None)


def test_what_is_missing_is_asked() -> None:
    outcome = said(Trouble, "2, chập chờn")
    assert isinstance(outcome, Ask)
    assert outcome.field is not None
    assert outcome.field.name == "badly"
    assert outcome.session.draft == {"code": "portal", "note": "chập chờn"}
    assert isinstance(said(Trouble, "phải dừng", outcome.session), Finished)


def test_one_answer_is_an_answer_to_the_open_question() -> None:
    outcome = said(Trouble, "3")
    assert isinstance(outcome, Ask)
    assert outcome.session.draft == {"code": "other"}


@pytest.mark.parametrize("text", ["Mạng, điện", "mang, dien", "Cổng, phần mềm"])
def test_a_label_with_a_comma_is_one_answer(text: str) -> None:
    """Its second half is no note of anybody."""
    outcome = said(Trouble, text)
    assert isinstance(outcome, Ask)
    assert outcome.field is not None
    assert outcome.field.name == "badly"
    assert "note" not in outcome.session.draft


def test_words_that_are_only_somebody_s_own_answer_nothing_else() -> None:
    """A note with the beginning of an option in it is not read as that option."""
    outcome = said(Trouble, "mạng nhà tôi, cổng nhà bạn")
    assert isinstance(outcome, Ask)
    assert outcome.wrong is not None
    assert outcome.session.draft == {}


@pytest.mark.parametrize(
    "text",
    [
        "đồng ý, đủ 16, Mai Anh, không nhắc",
        "du 16, dong y, Mai Anh, khong nhac",
        "không nhắc; Mai Anh; đủ 16; đồng ý",
    ],
)
def test_an_answer_may_open_the_way_for_one_before_it(text: str) -> None:
    outcome = said(Joining, text)
    assert isinstance(outcome, Finished)
    assert outcome.draft == Joining(agreed=True, of_age=True, chosen="Mai Anh", reminded=False)


def test_a_no_ends_it_whatever_else_was_said() -> None:
    outcome = said(Joining, "không đồng ý, đủ 16, Mai")
    assert isinstance(outcome, Finished)
    assert outcome.draft == Joining(agreed=False)


def test_words_that_cannot_be_taken_are_named_and_the_rest_is_kept() -> None:
    outcome = said(Joining, "đồng ý, đủ 16, nhắc, http://a.vn")
    assert isinstance(outcome, Ask)
    assert outcome.wrong is not None
    assert outcome.wrong.rule == "name-link"
    assert outcome.session.draft == {"agreed": True, "of_age": True, "reminded": True}
