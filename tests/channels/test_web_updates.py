"""A stored update of the web chat, read back."""

from datetime import UTC, datetime

import pytest

from bot.channel import Envelope, Raw
from bot.channels.web import updates
from handlers.messages import Inbound, Kind

TEXT: Raw = {
    "key": "key-00000001",
    "chat": "chat-1",
    "kind": "text",
    "text": "sđt 0912345678",
    "data": "",
    "tapped": "",
    "sent_at": "2026-11-21T00:30:00+00:00",
}


def test_a_text_is_read() -> None:
    assert updates.read(TEXT) == Inbound(
        channel="web",
        account="web",
        chat="chat-1",
        sender="chat-1",
        update_key="chat-1:key-00000001",
        kind=Kind.TEXT,
        text="sđt 0912345678",
        sent_at=datetime(2026, 11, 21, 0, 30, tzinfo=UTC),
    )


def test_a_tap_names_its_card_and_how_it_is_answered() -> None:
    tap = updates.read({**TEXT, "kind": "tap", "text": "", "data": "ca:1", "tapped": "0190-aa"})

    assert (tap.kind, tap.data, tap.tapped, tap.callback) == (Kind.TAP, "ca:1", "0190-aa", "key-00000001")


def test_a_place_is_read() -> None:
    place = {"latitude": 21.03, "longitude": 105.85, "accuracy": 12.0}

    assert updates.read({**TEXT, "kind": "place", "place": place}).sealed_place == ""
    sealed = {"sealed": "gAAAA"}
    assert updates.read({**TEXT, "kind": "place", "place": sealed}).sealed_place == "gAAAA"


@pytest.mark.parametrize(
    ("text", "kind", "data"),
    [
        ("/start K7WQ2MPD", Kind.START, "K7WQ2MPD"),
        ("/start", Kind.START, ""),
        ("/START  k7", Kind.START, "k7"),
        ("/start hai chữ", Kind.TEXT, ""),
        ("/started", Kind.TEXT, ""),
    ],
)
def test_a_typed_start_is_a_start(text: str, kind: Kind, data: str) -> None:
    read = updates.read({**TEXT, "text": text})

    assert (read.kind, read.data) == (kind, data)


def test_a_join_link_is_a_start() -> None:
    read = updates.read({**TEXT, "kind": "start", "text": "", "data": "K7WQ2MPD"})

    assert (read.kind, read.data) == (Kind.START, "K7WQ2MPD")


def test_only_human_text_is_masked() -> None:
    raw = {**TEXT, "kind": "start", "data": "0912345678"}

    masked = updates.masked(raw, lambda text: "•" * len(text))

    assert masked == {**raw, "text": "•" * 14}


@pytest.mark.parametrize("raw", [{}, {"key": 1, "chat": "a"}, {"chat": "", "key": "k"}, {"x": {"y": object}}])
def test_an_unreadable_update_still_has_a_stable_name(raw: Raw) -> None:
    first = updates.envelope(raw)

    assert first == updates.envelope(dict(raw))
    assert first.update_key.startswith("unreadable:")
    assert first == Envelope(first.update_key, sender="", chat="")


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": "dance"},
        {"text": 5},
        {"sent_at": "yesterday"},
        {"kind": "place"},
        {"kind": "place", "place": 5},
    ],
)
def test_an_unreadable_update_is_said_to_be(broken: Raw) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        updates.read({**TEXT, **broken})
