"""The people of a measurement: each plays the same form, a step when the answer to the last one is there.

One form is eight updates and twelve calls to the Bot API: check in (a command, a button), report (a command,
a category, its count, "done", visits, confirm). A text is answered by one message; a tap by an edit of the
tapped message and the answer to the tap.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
_TAPS = 10**9
"""A tap's id is the person's times this, plus the number of the update."""


@dataclass(frozen=True, slots=True)
class Step:
    """Type ``text``, or tap the first button whose label holds ``label``."""

    text: str = ""
    label: str = ""

    @property
    def calls(self) -> int:
        """How many calls answer it."""
        return 1 if self.text else 2


FORM = (
    Step(text="/vaoca"),
    Step(label=""),
    Step(text="/baocao"),
    Step(label=""),
    Step(text="5"),
    Step(label="Xong"),
    Step(text="12"),
    Step(label="Đúng"),
)
LINES = ("/vaoca", "/baocao", "sáng nay 5 vneid, 2 dvc", "quên mật khẩu vneid thì làm sao?")
"""What waits after an outage: typed messages, since taps are forgotten after 150 s."""


@dataclass(slots=True)
class Person:
    """Someone in a private chat: where they stand in the form and what they see."""

    id: int
    at: int = 0
    missing: int = 0
    since: float = 0.0
    message_id: int = 0
    text: str = ""
    keys: Json = field(default_factory=dict)


@dataclass(slots=True)
class Seen:
    """What came of the measurement so far; ``first_at`` is when the first answer was whole (monotonic)."""

    done: int = 0
    forms: int = 0
    unexpected: int = 0
    waits: list[float] = field(default_factory=list)
    counting: bool = False
    first_at: float = 0.0


class Crowd:
    """People with the ids given, who write through ``deliver`` and are told by ``shown`` and ``answered``.

    ``finished`` is called with a person whose last step was answered, ``ready`` with one who may go on.
    """

    def __init__(self, ids: Sequence[int], deliver: Callable[[Json], None], script: Sequence[Step]) -> None:
        self._deliver = deliver
        self._script = script
        self._people = {number: Person(number) for number in ids}
        self._new: Iterator[Person] = iter(self._people.values())
        self._updates = 1_000_000
        self.bot: Json = {}
        self.deaf = False
        self.seen = Seen()
        self.under_way: set[int] = set()
        self.ready: Callable[[Person], None] = self.act
        self.finished: Callable[[Person], None] = lambda _: None

    def newcomer(self) -> Person | None:
        """The next person who has not written yet."""
        return next(self._new, None)

    def act(self, person: Person, at: float | None = None) -> None:
        """Have ``person`` take their next step, as of ``at`` (monotonic; now, unless given)."""
        self.say(person, self._script[person.at], at)

    def say(self, person: Person, step: Step, at: float | None = None) -> None:
        """Have ``person`` take ``step``."""
        self._updates += 1
        person.missing = step.calls
        person.since = time.monotonic() if at is None else at
        self.under_way.add(person.id)
        made = _typed(person, self._updates, step.text) if step.text else self._tapped(person, step)
        self._deliver({"update_id": self._updates, **made})

    def _tapped(self, person: Person, step: Step) -> Json:
        buttons = [one for row in person.keys.get("inline_keyboard", ()) for one in row]
        button = next((one for one in buttons if step.label in one["text"]), None)
        if button is None:
            raise ValueError(f"step {person.at}: no button with {step.label!r} on {person.text!r}")
        shown = {
            "message_id": person.message_id,
            "from": self.bot,
            "chat": _chat(person),
            "date": int(time.time()),
            "text": person.text,
            "reply_markup": person.keys,
        }
        return {
            "callback_query": {
                "id": str(person.id * _TAPS + self._updates),
                "from": _user(person),
                "message": shown,
                "chat_instance": "7",
                "data": button["callback_data"],
            }
        }

    def shown(self, chat: int, message_id: int, text: str, keys: Json) -> None:
        """The bot sent a message, or changed one."""
        if self.deaf:
            return
        person = self._people[chat]
        person.message_id, person.text, person.keys = message_id, text, keys
        self._told(person)

    def answered(self, callback: str) -> None:
        """The bot answered a tap."""
        if not self.deaf:
            self._told(self._people[int(callback) // _TAPS])

    def _told(self, person: Person) -> None:
        if person.missing == 0:
            self.seen.unexpected += 1
            return
        person.missing -= 1
        if person.missing:
            return
        self.under_way.discard(person.id)
        now = time.monotonic()
        self.seen.first_at = self.seen.first_at or now
        if self.seen.counting:
            self.seen.done += 1
            self.seen.waits.append(now - person.since)
        person.at += 1
        if person.at < len(self._script):
            self.ready(person)
        else:
            self.seen.forms += self.seen.counting
            self.finished(person)


class Queue:
    """People who may go on, for those who set the pace themselves."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._waiting: deque[Person] = deque()
        crowd.ready = self._waiting.append

    def next(self) -> Person | None:
        """Whoever has waited longest to go on, else somebody new."""
        return self._waiting.popleft() if self._waiting else self._crowd.newcomer()


def _user(person: Person) -> Json:
    return {
        "id": person.id,
        "is_bot": False,
        "first_name": "Mai",
        "last_name": "Nguyễn",
        "language_code": "vi",
    }


def _chat(person: Person) -> Json:
    return {"id": person.id, "type": "private", "first_name": "Mai", "last_name": "Nguyễn"}


def _typed(person: Person, number: int, text: str) -> Json:
    message: Json = {
        "message_id": number,
        "from": _user(person),
        "chat": _chat(person),
        "date": int(time.time()),
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"message": message}
