"""Registered volunteers who report one figure after another, and what they were told."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from bot.sample import TENANT
from handlers.notice import NOTICE_VERSION
from locales import words
from storage import people
from storage.database import database
from storage.effects import Effect, carry_out
from storage.records.membership import Membership, Role
from storage.records.person import Contact, Person, contact_key
from tests.chats import Silence, TelegramChat
from tests.fakes.telegram import DEFAULT_TOKEN, TelegramFake

ACCOUNT = DEFAULT_TOKEN.partition(":")[0]
TEAM = "sample-team"
FIRST = 2001
"""The first volunteer's number on Telegram."""
FIRST_FIGURE = 100
"""Figures count up from here: all of three digits, so that none is a part of another."""
ECHO, COUNTED = "giúp: VNeID {}", "Đã ghi {} lượt"
RECENT = 4
CONFIRM = words("vi")("word-confirm")


def numbers(how_many: int) -> range:
    """The Telegram numbers of so many volunteers."""
    return range(FIRST, FIRST + how_many)


def person_of(number: int) -> str:
    """The id of a volunteer's person."""
    return f"volunteer-{number}"


async def enrol(file: Path, who: Sequence[int]) -> None:
    """Write volunteers of the sample team into the database at ``file``."""
    store = database(f"sqlite+aiosqlite:///{file}")
    await store.start()
    try:
        effects = [effect for number in who for effect in _enrolled(number)]
        await store.write(lambda tx: carry_out(tx, effects))
    finally:
        await store.close()


def _enrolled(number: int) -> Iterator[Effect]:
    now, person_id, chat = datetime.now(UTC), person_of(number), str(number)
    yield people.saved(
        Person(
            tenant=TENANT,
            id=person_id,
            name="Trần Văn Bình",
            language="vi",
            of_age=True,
            created_at=now,
            notice_version=NOTICE_VERSION,
        )
    )
    member = Membership(
        tenant=TENANT, id=f"member-{number}", person_id=person_id, team_id=TEAM, role=Role.VOLUNTEER,
        from_at=now,
    )  # fmt: skip
    yield people.joined(member)
    contact = Contact(
        key=contact_key("telegram", ACCOUNT, chat), channel="telegram", account=ACCOUNT, chat=chat,
        tenant=TENANT, person_id=person_id, language="vi", preferred=True, seen_at=now,
    )  # fmt: skip
    yield people.contact_saved(contact)


@dataclass
class Volunteer:
    """Says "137 vneid", sees it echoed, confirms it, sees it counted; then 138, and so on.

    ``waits`` are (monotonic moment, seconds until the answer) of every update. One who ``taps``
    confirms by the button.
    """

    fake: TelegramFake
    number: int
    taps: bool = False
    patience: float = 60.0
    said: list[int] = field(default_factory=list)
    confirmed: list[int] = field(default_factory=list)
    waits: list[tuple[float, float]] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chat = TelegramChat(self.fake, self.number)

    async def report(self) -> None:
        """One figure from the line to "đã ghi". Raises Silence when an answer does not come."""
        figure = FIRST_FIGURE + len(self.said)
        self.said.append(figure)
        began = time.monotonic()
        await self.chat.says(f"{figure} vneid")
        await self._hears(ECHO.format(figure), began)
        began = time.monotonic()
        await (self.chat.taps(CONFIRM) if self.taps else self.chat.says("ok"))
        await self._hears(COUNTED.format(figure), began)
        self.confirmed.append(figure)

    async def goes_on(self, enough: asyncio.Event, pause: float = 0.0) -> None:
        """Report until it is ``enough``; a missing answer is noted and ends it."""
        while not enough.is_set():
            try:
                await self.report()
            except Silence as silence:
                self.unanswered.append(str(silence))
                return
            await asyncio.sleep(pause)

    async def _hears(self, fragment: str, began: float) -> None:
        person = self.fake.person(self.number)
        try:
            async with asyncio.timeout(self.patience):
                while not any(fragment in shown.text for shown in person.shown()[-RECENT:]):
                    await self.fake.account.something_happens()
        except TimeoutError:
            raise Silence(f"{self.number} waited {self.patience:.0f} s for {fragment!r}") from None
        self.waits.append((began, time.monotonic() - began))
        await self.chat.sees(fragment)

    @property
    def person_id(self) -> str:
        """Who it is in the database."""
        return person_of(self.number)

    @property
    def expected(self) -> list[str]:
        """What the bot's messages must contain, in this order, if each came once."""
        wanted: list[str] = []
        for at, figure in enumerate(self.said):
            wanted.append(ECHO.format(figure))
            if not self.taps and at < len(self.confirmed):
                wanted.append(COUNTED.format(figure))
        return wanted

    @property
    def doubled(self) -> int:
        """Messages that came a second time."""
        return len(self.chat.new) - len(_once(self.chat.new))

    @property
    def disorder(self) -> int:
        """Messages that are not where they belong."""
        new = _once(self.chat.new)
        wrong = sum(want not in text for want, text in zip(self.expected, new, strict=False))
        return wrong + abs(len(self.expected) - len(new))


def _once(texts: Sequence[str]) -> list[str]:
    return [*texts[:1], *(later for former, later in pairwise(texts) if former != later)]
