"""Updates as the live platform has been seen to send them, and what is read and kept of them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.raw import envelope, masked
from bot.channels.zalo.reading import read
from handlers.messages import Inbound, Kind
from handlers.privacy_filter import mask

BASE: dict[str, Any] = {
    "message_id": "2d758cb5e222177a4e35",
    "date": 1750316131602,
    "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Ted", "is_bot": False},
    "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
}


def flat(event: str, **content: Any) -> dict[str, Any]:
    """The body that webhooks bring."""
    return {"event_name": f"message.{event}.received", "message": BASE | content}


def said(raw: dict[str, Any]) -> Inbound:
    """What is read of it after the inbox."""
    inbound = read(json.loads(json.dumps(masked(raw, lambda text: mask(text).text))), "1459")
    assert inbound is not None
    return inbound


def test_a_text_in_both_wrappers_is_one_update() -> None:
    raw = flat("text", text="Xin chào")
    wrapped = {"ok": True, "result": raw}
    assert envelope(raw) == envelope(wrapped)
    assert envelope(raw).update_key == BASE["message_id"]
    assert said(raw) == said(wrapped)
    inbound = said(raw)
    assert (inbound.kind, inbound.text, inbound.private) == (Kind.TEXT, "Xin chào", True)
    assert inbound.sent_at == datetime(2025, 6, 19, 6, 55, 31, 602000, UTC)


@pytest.mark.parametrize(
    ("event", "content", "kind"),
    [
        ("image", {"photo_url": "https://photo-stal-1.zdn.vn/a.jpg", "caption": "ảnh"}, Kind.PHOTO),
        ("image", {"photo": "https://photo-stal-1.zdn.vn/a.jpg", "caption": "ảnh"}, Kind.PHOTO),
        ("voice", {"voice_url": "https://f2.zdn.vn/a.aac"}, Kind.VOICE),
        ("sticker", {"sticker": "46130", "url": "https://zalo-api.zadn.vn/s.png"}, Kind.STICKER),
        ("unsupported", {}, Kind.WITHHELD),
        ("dance", {}, Kind.OTHER),
    ],
)
def test_other_things(event: str, content: dict[str, Any], kind: Kind) -> None:
    raw = flat(event, **content)
    assert said(raw).kind is kind
    assert "https://" not in json.dumps(masked(raw, lambda text: text))


def test_hello_with_a_code() -> None:
    inbound = said(flat("text", text="/start BK7M2QXA"))
    assert (inbound.kind, inbound.data) == (Kind.START, "BK7M2QXA")


def test_bots_and_things_that_are_no_message_say_nothing() -> None:
    assert read(flat("text", text="a", **{"from": {"id": "b", "is_bot": True}}), "1459") is None
    assert read({"event_name": "user.follow"}, "1459") is None
    assert read({}, "1459") is None


def test_a_group_is_not_private() -> None:
    raw = flat("text", text="@Bot vào ca", chat={"id": "zgr-f8a7101d77709e2ec761", "chat_type": "GROUP"})
    inbound = said(raw)
    assert (inbound.private, inbound.addressed) == (False, True)
    assert envelope(raw).sender == BASE["from"]["id"]


@pytest.mark.parametrize(
    "message",
    [{"from": {}}, {"chat": {"id": 5}}, {"message_id": ""}, {"date": "x"}, {"text": ["a"]}],
)
def test_a_crooked_message_is_refused_without_its_words(message: dict[str, Any]) -> None:
    raw = flat("text", **{"text": "0912345678", **message})
    with pytest.raises(ValueError, match="validation") as caught:
        read(raw, "1459")
    assert "0912345678" not in str(caught.value)


def test_names_and_numbers_are_gone() -> None:
    raw = flat("text", text="gọi 0912345678", extra={"note": "số 0912345678"})
    kept = json.dumps(masked(raw, lambda text: mask(text).text))
    assert "0912345678" not in kept
    assert "Ted" not in kept


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from(["message", "result", "message_id", "from", "chat", "id", "a"]),
                        inner, max_size=4), max_leaves=12))  # fmt: skip
def test_nothing_raises_before_an_update_is_stored(body: Any) -> None:
    raw = body if isinstance(body, dict) else {"body": body}
    assert envelope(raw).update_key
    masked(raw, lambda text: text)
