"""A form with every kind of field, and a person who answers it turn by turn."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from handlers.engine import (
    Answer,
    Ask,
    Cancelled,
    Choice,
    Code,
    Command,
    Day,
    Finished,
    Form,
    Many,
    Name,
    Number,
    Option,
    Outcome,
    PhotoField,
    Skippable,
    Stale,
    Tally,
    Text,
    Time,
    When,
    YesNo,
    begin,
    button_data,
    from_json,
    step,
    to_json,
)

TODAY_ON = date(2026, 3, 4)

OPTIONS = {
    "shift": (Option("morning", "Ca sáng"), Option("afternoon", "Ca chiều"), Option("day", "Cả ngày")),
    "lines": (
        Option("vneid", "VNeID, định danh điện tử"),
        Option("online_service", "Dịch vụ công trực tuyến"),
        Option("payment", "Thanh toán không tiền mặt"),
    ),
    "troubles": (Option("network", "Mạng, điện"), Option("portal", "Cổng lỗi"), Option("place", "Chật, xa")),
}
WORDS = {
    "yes": ("Có", "vâng"),
    "no": ("Không", "ko"),
    "skip": ("Bỏ qua",),
    "back": ("Lùi",),
    "cancel": ("Huỷ",),
    "done": ("Xong",),
    "confirm": ("Gửi",),
    "edit": ("Sửa",),
    "minus-1": ("−1",),
    "plus-1": ("+1",),
    "plus-5": ("+5",),
    "plus-10": ("+10",),
    "field-shift": ("Ca trực",),
}


def options_for(field: str) -> tuple[Option, ...]:
    """The options of the fields that have some."""
    return OPTIONS[field]


class Report(Form):
    """Every kind of field, two of them only sometimes."""

    name: ClassVar[str] = "report"

    shift: Annotated[str | None, Choice()] = None
    lines: Annotated[dict[str, int], Tally(max=500)] = Field(default_factory=dict)
    visits: Annotated[int | None, Number(min=0, max=9999), Skippable()] = None
    troubled: Annotated[bool | None, YesNo()] = None
    troubles: Annotated[tuple[str, ...], Many(), When(lambda draft: draft.troubled)] = ()
    note: Annotated[str | None, Text(max=40), Skippable(), When(lambda draft: "place" in draft.troubles)] = (
        None
    )
    worked_on: Annotated[date | None, Day()] = None
    began: Annotated[str | None, Time(), Skippable()] = None
    person: Annotated[str | None, Name()] = None
    code: Annotated[str | None, Code(length=8)] = None
    where: Annotated[str | None, Text(max=80), Skippable()] = None
    photo: Annotated[str | None, PhotoField(), Skippable()] = None


class Short(Form):
    """Two questions and no summary; carries the shift it belongs to."""

    name: ClassVar[str] = "short"
    summary: ClassVar[bool] = False

    shift_id: str | None = None
    lines: Annotated[dict[str, int], Tally(), Skippable()] = Field(default_factory=dict)
    visits: Annotated[int | None, Number()] = None


class Person:
    """Someone filling in a form; the session is written out and read back before every turn."""

    def __init__(
        self, form: type[Form] = Report, given: dict[str, object] | None = None, token: str = "k3y"
    ) -> None:
        self.form = form
        begun = begin(form, token, options_for, given or {})
        assert isinstance(begun, Ask)
        self.ask = begun
        self.last: Outcome = begun

    def does(self, answer: Answer) -> Outcome:
        """Answer; the question asked next is kept."""
        session = from_json(to_json(self.ask.session))
        assert session == self.ask.session
        self.last = step(self.form, session, answer, options_for, WORDS)
        if isinstance(self.last, Ask):
            self.ask = self.last
        elif isinstance(self.last, Stale):
            self.ask = self.last.ask
        return self.last

    def says(self, *texts: str) -> Outcome:
        """Type one line after another."""
        for text in texts:
            self.does(Answer(text=text, today_on=TODAY_ON))
        return self.last

    def taps(self, value: str, callback: str = "") -> Outcome:
        """Press a button of the question now shown."""
        return self.presses(button_data(self.ask.session, value), callback)

    def presses(self, data: str, callback: str = "") -> Outcome:
        """Press whatever button carries ``data``."""
        return self.does(Answer(data=data, callback=callback))

    def commands(self, command: Command) -> Outcome:
        """Say a command."""
        return self.does(Answer(command=command))

    def is_over(self) -> bool:
        """Whether the form is finished or given up."""
        return isinstance(self.last, Finished | Cancelled)

    @property
    def at(self) -> str:
        """The field asked now."""
        return self.ask.session.field

    @property
    def wrong(self) -> str:
        """The rule the last answer broke, or ""."""
        return self.ask.wrong.rule if self.ask.wrong else ""

    def held(self, field: str) -> object:
        """What the draft holds for ``field``."""
        return self.ask.session.draft.get(field)
