"""What one turn in a form costs, in microseconds, best of nine: ``python -m benchmarks.engine_step``.

The form is the largest in daily use: a tally of fifteen categories, with fields that apply only sometimes.
"""

import timeit
from typing import Annotated, ClassVar

from pydantic import Field

from handlers.engine import (
    Answer,
    Ask,
    Choice,
    Command,
    Form,
    Many,
    Number,
    Option,
    Session,
    Skippable,
    Tally,
    Text,
    When,
    YesNo,
    begin,
    button_data,
    from_json,
    step,
    to_json,
)

OPTIONS = tuple(Option(f"category_{number}", f"Nội dung hỗ trợ thứ {number}") for number in range(15))
WORDS = {"yes": ("Có",), "no": ("Không",), "skip": ("Bỏ qua",), "done": ("Xong",), "plus-5": ("+5",)}
ROUNDS = 2000


class Report(Form):
    """A shift's report."""

    name: ClassVar[str] = "report"

    lines: Annotated[dict[str, int], Tally()] = Field(default_factory=dict)
    visits: Annotated[int | None, Number(), Skippable()] = None
    troubled: Annotated[bool | None, YesNo()] = None
    troubles: Annotated[tuple[str, ...], Many(), When(lambda draft: draft.troubled)] = ()
    place: Annotated[str | None, Choice(), When(lambda draft: "category_3" in draft.troubles)] = None
    note: Annotated[str | None, Text(), Skippable()] = None


def options_for(_: str) -> tuple[Option, ...]:
    """Fifteen, whatever the field."""
    return OPTIONS


def asked(session: Session, answer: Answer) -> Session:
    """The session of the question asked next."""
    ask = step(Report, session, answer, options_for, WORDS)
    if not isinstance(ask, Ask):
        raise TypeError(f"the benchmark left its path with {answer}")
    return ask.session


def microseconds(session: Session, answer: Answer, *, stored: bool = False) -> float:
    """The least a turn costs, with the session's way to JSON and back where ``stored``."""

    def turn() -> None:
        after = asked(from_json(text) if stored else session, answer)
        if stored:
            to_json(after)

    text = to_json(session)
    return min(timeit.repeat(turn, number=ROUNDS, repeat=9)) / ROUNDS * 1e6


def main() -> None:
    """Print one line for each way of answering."""
    empty = begin(Report, "k3y", options_for).session
    open_tally = asked(empty, Answer(text="4"))
    visits = asked(open_tally, Answer(command=Command.DONE))
    counter = Answer(data=button_data(open_tally, "plus-5"), callback="c1")
    for name, session, answer in (
        ("counter tapped", open_tally, counter),
        ("category tapped", open_tally, Answer(data=button_data(open_tally, "category_7"))),
        ("category typed", open_tally, Answer(text="noi dung ho tro thu 9")),
        ("category by prefix", empty, Answer(text="noi dung ho tro thu 12")),
        ("tally done", open_tally, Answer(data=button_data(open_tally, "done"))),
        ("number typed", visits, Answer(text="1k2")),
        ("nothing understood", empty, Answer(text="chuyện gì đó khác hẳn")),
    ):
        alone, whole = microseconds(session, answer), microseconds(session, answer, stored=True)
        print(f"{name:20} {alone:5.1f} µs, stored and read back {whole:5.1f} µs")


if __name__ == "__main__":
    main()
