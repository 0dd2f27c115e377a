"""One contract for all channels: what the rest of the program leans on, whatever the platform.

Each channel stands on its own platform (Telegram's fake, a web site on SQLite, a terminal), and is
given what that platform would deliver.
"""

import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.channel import Channel, Raw, SendError, Sent
from bot.channels.console import CHAT, ConsoleChannel
from bot.channels.web.posted import Posted, raw_update
from bot.drawing import drawn, units
from handlers.messages import Button, Inbound, Kind, Outbound, Photo
from handlers.privacy_filter import mask
from tests.channels.telegram_site import Kept, telegram
from tests.channels.web_site import PNG, web_site
from tests.channels.zalo_site import zalo
from tests.fakes.telegram import TelegramFake
from tests.fakes.zalo import ZaloFake

PHONE = "0912345678"
SPOKEN = f"🙂 /vaoca gọi {PHONE} nhé"
SURNAME = "Trần-Thị-Kín"
CODE = "BK7M2QXA"
YES = Button("Có", "f:join:of_age:yes")
CARD = Outbound("Bạn đã đủ 16 tuổi chưa?", ((YES, Button("Không", "f:join:of_age:no")),))
PICTURE = Outbound("Mã vào đội", photo=Photo(PNG, "Mã QR để vào đội"))
CROOKED: Sequence[dict[str, Any]] = (
    {},
    {"unreadable": {"sha256": "ab12", "size": 3}},
    {"update_id": None, "message": "?"},
    {"update_id": 5, "message": {"message_id": "x", "chat": {"id": []}}},
    {"key": 5, "chat": ["?"], "text": {"a": 1}},
    {"callback_query": {"from": None}, "kind": "tap"},
)
"""Bodies that no platform should send, told apart by what is in them."""


@dataclass
class Subject:
    """A channel with a chat of one person. ``heard`` makes the raw update of what they do; ``fails``
    lets the next send fail; ``names`` are what the platform calls them."""

    channel: Channel
    chat: str
    heard: Callable[[str, str], Raw]
    fails: Callable[[], None]
    names: Sequence[str] = ()
    card: list[str] = field(default_factory=list)

    async def send(self, message: Outbound) -> Sent:
        """Draw the message as the outbox does and send every part; the last one's id."""
        sent = [
            await self.channel.send(self.chat, part) for part in drawn(message, self.channel.capabilities)
        ]
        return sent[-1]

    @property
    def actions(self) -> list[tuple[str, str]]:
        """What a person can do here: (action, what)."""
        taps = [("taps", YES.label)] if self.channel.capabilities.buttons else []
        return [("says", SPOKEN), ("says", "ra ca"), ("starts", CODE), *taps]

    async def updates(self) -> list[Raw]:
        """The raw updates of all actions, in their order; a card with buttons is there to be tapped."""
        self.card.append((await self.send(CARD)).message_id)
        return [self.heard(*action) for action in self.actions]


@asynccontextmanager
async def on_telegram(_: Path) -> AsyncIterator[Subject]:
    """A bot on the fake."""
    async with TelegramFake() as fake:
        person = fake.person(501, first_name="Lan", last_name=SURNAME, username="lan_kin")

        def heard(action: str, what: str) -> Raw:
            getattr(person, action)(what)
            return fake.waiting[-1].body

        def fails() -> None:
            fake.refuses("sendMessage", 403, "Forbidden: bot was blocked by the user")

        async with telegram(fake) as channel:
            yield Subject(channel, "501", heard, fails, ("Lan", SURNAME, "lan_kin"))


@asynccontextmanager
async def on_web(file: Path) -> AsyncIterator[Subject]:
    """A browser that has opened the page."""
    keys = (f"key-{number:08d}" for number in count(1))
    async with web_site(file) as site, site.browser() as browser:
        await browser.open()

        def heard(action: str, what: str) -> Raw:
            said: dict[str, Any] = {"says": {"text": what}, "starts": {"start": what}}.get(
                action, {"data": YES.value, "tapped": one.card[-1]}
            )
            posted = Posted(key=next(keys), **said)
            return raw_update(posted, browser.chat, datetime(2026, 11, 23, tzinfo=UTC))

        def fails() -> None:
            one.chat = "a chat nobody reads"

        one = Subject(site.channel, browser.chat, heard, fails)
        yield one


@asynccontextmanager
async def on_console(_: Path) -> AsyncIterator[Subject]:
    """A terminal, which can be closed."""
    closed: list[bool] = []
    numbers = count(1)

    def shown(_: Outbound) -> None:
        if closed:
            raise BrokenPipeError("nobody reads")

    def heard(action: str, what: str) -> Raw:
        return {"key": f"line-{next(numbers)}", "text": f"/start {what}" if action == "starts" else what}

    channel = ConsoleChannel(Kept(), lambda: f"shown-{next(numbers)}", shown)
    yield Subject(channel, CHAT, heard, lambda: closed.append(True))


@asynccontextmanager
async def on_zalo(_: Path) -> AsyncIterator[Subject]:
    """A bot on the fake."""
    async with ZaloFake() as fake:
        person = fake.person("6ede9afa66b88fe6d6a9", name=SURNAME)

        def heard(action: str, what: str) -> Raw:
            name = getattr(person, action)(what)
            return fake.account.pushed(name)

        def fails() -> None:
            fake.refuses("sendMessage", 404, "Not found")

        async with zalo(fake) as channel:
            person.says("chào")
            yield Subject(channel, person.person_id, heard, fails, (SURNAME,))


CHANNELS = {"zalo": on_zalo, "telegram": on_telegram, "web": on_web, "console": on_console}


@pytest.fixture(params=CHANNELS)
async def subject(request: pytest.FixtureRequest, fresh: Path) -> AsyncIterator[Subject]:
    """Each channel in turn."""
    async with CHANNELS[request.param](fresh) as one:
        yield one


def stored(raw: Raw) -> Raw:
    """``raw`` after the way through the inbox: JSON and back."""
    again: Raw = json.loads(json.dumps(raw))
    return again


async def test_every_update_has_a_name_of_its_own(subject: Subject) -> None:
    """Twice the same update is one name; two updates are two, also when the person says the same."""
    raws = [*await subject.updates(), *(subject.heard(*action) for action in subject.actions)]
    names = [subject.channel.envelope(raw) for raw in raws]
    assert names == [subject.channel.envelope(stored(raw)) for raw in raws]
    assert len({one.update_key for one in names}) == len(raws)
    assert {(one.sender, one.chat) for one in names} == {(subject.chat, subject.chat)}


async def test_an_update_that_cannot_be_read_is_still_named(subject: Subject) -> None:
    """It can be stored, looked at, and refused by ``read``; never mixed up with another."""
    keys = set()
    for raw in CROOKED:
        keys.add(subject.channel.envelope(raw).update_key)
        kept = stored(subject.channel.masked(raw, lambda text: mask(text).text))
        try:
            assert subject.channel.read(kept) is None
        except ValueError:
            continue
    assert len(keys) == len(CROOKED)
    assert "" not in keys


async def test_what_is_kept_has_no_numbers_and_no_names(subject: Subject) -> None:
    """Numbers and names are gone; what is left stands where it stood."""
    for raw in await subject.updates():
        before = json.dumps(raw)
        kept = subject.channel.masked(raw, lambda text: mask(text).text)
        assert json.dumps(raw) == before, "the update itself was changed"
        text = json.dumps(kept, ensure_ascii=False)
        assert PHONE not in text
        assert not [name for name in subject.names if name in text]
        assert subject.channel.envelope(kept) == subject.channel.envelope(raw)
        came = dict(_leaves(raw))
        for path, theirs in _leaves(kept):
            mine = came[path]
            if isinstance(mine, str):
                assert theirs in (mine, mask(mine).text, "")
            else:
                assert theirs == mine


def _leaves(part: object, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], object]]:
    """Every value inside with the way to it."""
    if isinstance(part, dict | list):
        for name, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from _leaves(inner, (*path, name))
    else:
        yield path, part


async def test_what_a_person_does_is_read_from_what_was_kept(subject: Subject) -> None:
    """A text, a start with its code, and a tap that says which message, which button, whose answer."""
    raws = await subject.updates()
    heard = [_read(subject, raw) for raw in raws]
    assert [one.update_key for one in heard] == [subject.channel.envelope(raw).update_key for raw in raws]
    assert {(one.channel, one.account) for one in heard} == {(subject.channel.name, subject.channel.account)}
    assert {(one.sender, one.chat, one.private) for one in heard} == {(subject.chat, subject.chat, True)}
    said, second, started, *taps = heard
    assert (said.kind, said.text) == (Kind.TEXT, mask(SPOKEN).text)
    assert units(said.text) == units(SPOKEN)
    assert (second.kind, second.text) == (Kind.TEXT, "ra ca")
    assert (started.kind, started.data) == (Kind.START, CODE)
    for tap in taps:
        assert (tap.kind, tap.data, tap.tapped) == (Kind.TAP, YES.value, subject.card[-1])
        assert tap.callback


def _read(subject: Subject, raw: Raw) -> Inbound:
    inbound = subject.channel.read(stored(subject.channel.masked(raw, lambda text: mask(text).text)))
    assert inbound is not None
    return inbound


async def test_a_sent_message_has_an_id_that_lasts(subject: Subject) -> None:
    """Text, choices and picture each get one; an edit keeps the one it changes, where there are edits."""
    ids = [(await subject.send(one)).message_id for one in (Outbound("Chào bạn"), CARD, PICTURE)]
    assert all(ids)
    assert len(set(ids)) == 3
    edited = await subject.send(Outbound("Cảm ơn bạn", edits=ids[1]))
    assert edited.message_id
    assert (edited.message_id == ids[1]) is subject.channel.capabilities.edits


async def test_the_answer_to_a_tap_needs_no_message(subject: Subject) -> None:
    """A tap is answered once, with a word or without, also when its time is over."""
    for raw in (await subject.updates())[3:]:
        answer = Outbound("Đã ghi", callback=_read(subject, raw).callback)
        assert (await subject.channel.send(subject.chat, answer)).message_id == ""
        assert (await subject.channel.send(subject.chat, answer)).message_id == ""


async def test_a_failed_send_is_a_send_error_that_tells_no_secrets(subject: Subject) -> None:
    """Whatever broke, the outbox gets a kind it has a way for, without the person's text."""
    subject.fails()
    with pytest.raises(SendError) as failed:
        await subject.send(Outbound("một câu kín"))
    assert "câu kín" not in str(failed.value)


LONG = "\n".join(f"{number}. Đội hình phường 🙂 số {number}" for number in range(400))
MANY = tuple((Button(f"Mục số {number}", f"f:x:{number}"),) for number in range(30))


async def test_what_is_drawn_stays_within_what_the_channel_can(subject: Subject) -> None:
    """A text too long, choices, a picture and an edit: each part is one that the channel takes, and
    nothing a person must read is lost."""
    able = subject.channel.capabilities
    card = (await subject.send(CARD)).message_id
    for message in (
        Outbound(LONG, MANY),
        Outbound("Chọn một mục", MANY, edits=card),
        Outbound(LONG, photo=PICTURE.photo),
    ):
        parts = drawn(message, able)
        text = "\n".join(part.text for part in parts)
        assert all(units(part.text) <= able.max_units for part in parts)
        assert all(line in text for line in message.text.split("\n"))
        if not able.buttons:
            assert not any(part.choices for part in parts)
            assert all(row[0].label in text for row in message.choices)
        if not able.photos and message.photo:
            assert message.photo.alt in text
        if not able.edits:
            assert not any(part.edits for part in parts)
        for part in parts:
            assert (await subject.channel.send(subject.chat, part)).message_id
