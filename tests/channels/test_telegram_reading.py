"""Recorded payload in, Inbound out."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram.reading import Identity, read
from handlers.messages import Inbound, Kind

Json = dict[str, Any]

ME = Identity("7000001", "AoXanhBot")
BOT = {"id": 7000001, "is_bot": True, "first_name": "Áo Xanh", "username": "AoXanhBot"}
MAI = {"id": 501, "is_bot": False, "first_name": "Mai", "username": "mai", "language_code": "vi"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
PRIVATE = {"id": 501, "first_name": "Mai", "username": "mai", "type": "private"}
GROUP = {"id": -100777, "title": "Đội hình phường", "type": "supergroup"}
CHANNEL = {"id": -100888, "title": "Tin tức", "type": "channel"}
DATE = 1795262400
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def message(**content: Any) -> Json:
    """A private message of Mai."""
    return {"message_id": 10, "from": MAI, "chat": PRIVATE, "date": DATE} | content


def update(kind: str = "message", **content: Any) -> Json:
    """An update with a private message of Mai."""
    return {"update_id": 900, kind: message(**content)}


def said(**fields: Any) -> Inbound:
    """What Mai said in private."""
    given: Json = {"kind": Kind.TEXT, "sent_at": AT} | fields
    return Inbound(channel="telegram", account="7000001", chat="501", sender="501", update_key="900", **given)


def command(text: str) -> Json:
    """A command alone, with its entity."""
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "sáng nay 5 vneid"}, said(text="sáng nay 5 vneid")),
        (command("/vaoca"), said(text="/vaoca")),
        (command("/vaoca@AoXanhBot"), said(text="/vaoca")),
        (command("/start"), said(kind=Kind.START, text="/start")),
        (
            {"text": "/start abc_DEF-1"},
            said(kind=Kind.START, text="/start abc_DEF-1", data="abc_DEF-1"),
        ),
        ({"text": "/startle"}, said(text="/startle")),
        (
            {"text": "chuyển tiếp", "forward_origin": {"type": "hidden_user", "sender_user_name": "A"}},
            said(text="chuyển tiếp", forwarded=True),
        ),
        (
            {"location": {"sealed": "gAAAA"}},
            said(kind=Kind.PLACE, sealed_place="gAAAA"),
        ),
        (
            {"location": {"sealed": "gAAAA"}, "venue": {"title": "UBND", "address": "1"}},
            said(kind=Kind.PLACE),
        ),
        ({"photo": [{"file_id": "a"}], "caption": "hàng dài"}, said(kind=Kind.PHOTO, text="hàng dài")),
        ({"voice": {"file_id": "a", "duration": 3}}, said(kind=Kind.VOICE)),
        ({"sticker": {"file_id": "a"}}, said(kind=Kind.STICKER)),
        ({"document": {"file_id": "a"}, "caption": "danh sách"}, said(kind=Kind.FILE, text="danh sách")),
        ({"animation": {"file_id": "a"}, "document": {"file_id": "a"}}, said(kind=Kind.OTHER)),
        ({"contact": {"phone_number": "", "user_id": 501}}, said(kind=Kind.CONTACT, data="501")),
        ({"contact": {"phone_number": ""}}, said(kind=Kind.CONTACT)),
        ({"video": {"file_id": "a"}}, said(kind=Kind.OTHER)),
        ({"dice": {"emoji": "🎲", "value": 3}, "effect_id": "5"}, said(kind=Kind.OTHER)),
        ({"poll": {"id": "1"}}, said(kind=Kind.OTHER)),
        ({"something_of_2027": {"a": 1}}, said(kind=Kind.OTHER)),
    ],
)
def test_a_private_message(content: Json, expected: Inbound) -> None:
    assert read(update(**content), ME) == expected


def test_an_edited_message() -> None:
    edited = update("edited_message", text="6 vneid", edit_date=DATE + 60)
    assert read(edited, ME) == said(
        kind=Kind.EDITED, text="6 vneid", sent_at=datetime(2026, 11, 21, 12, 1, tzinfo=UTC)
    )


def test_a_live_position_that_moves_is_not_wanted() -> None:
    place = {"sealed": "gAAAA", "live_period": 900}
    assert read(update("edited_message", location=place, edit_date=DATE), ME) is None


@pytest.mark.parametrize("date", [DATE, 0], ids=["card", "inaccessible card"])
def test_a_tap(date: int) -> None:
    card = {"message_id": 77, "from": BOT, "chat": PRIVATE, "date": date}
    tap = {"id": "4382bfdwdsb323b2d9", "from": MAI, "message": card, "chat_instance": "1", "data": "v1:yes"}
    assert read({"update_id": 900, "callback_query": tap}, ME) == said(
        kind=Kind.TAP, data="v1:yes", tapped="77", callback="4382bfdwdsb323b2d9", sent_at=None
    )


def test_a_tap_in_a_group_is_of_the_one_who_pressed() -> None:
    card = {"message_id": 77, "from": BOT, "chat": GROUP, "date": DATE}
    inbound = read(
        {"update_id": 900, "callback_query": {"id": "1", "from": MAI, "message": card, "data": "x"}}, ME
    )
    assert inbound is not None
    assert (inbound.sender, inbound.chat, inbound.private) == ("501", "-100777", False)


@pytest.mark.parametrize(
    ("status", "kind"), [("kicked", Kind.BLOCKED), ("member", Kind.UNBLOCKED)], ids=["blocks", "returns"]
)
def test_blocking_and_coming_back(status: str, kind: Kind) -> None:
    change = {
        "chat": PRIVATE,
        "from": MAI,
        "date": DATE,
        "old_chat_member": {"user": BOT, "status": "member"},
        "new_chat_member": {"user": BOT, "status": status, "until_date": 0},
    }
    assert read({"update_id": 900, "my_chat_member": change}, ME) == said(kind=kind)
    assert read({"update_id": 900, "my_chat_member": change | {"chat": GROUP}}, ME) is None


@pytest.mark.parametrize(
    ("content", "addressed"),
    [
        ({"text": "chào cả nhà"}, False),
        ({"text": "/vaoca", **command("/vaoca")}, True),
        ({"text": "/vaoca@AoXanhBot", **command("/vaoca@AoXanhBot")}, True),
        ({"text": "/vaoca@OtherBot", **command("/vaoca@OtherBot")}, False),
        (
            {"text": "👋 @aoxanhbot ơi", "entities": [{"type": "mention", "offset": 3, "length": 10}]},
            True,
        ),
        ({"text": "👋 @otherbot1", "entities": [{"type": "mention", "offset": 3, "length": 10}]}, False),
        (
            {
                "text": "Áo Xanh ơi",
                "entities": [{"type": "text_mention", "offset": 0, "length": 7, "user": BOT}],
            },
            True,
        ),
        ({"text": "có", "reply_to_message": {"message_id": 1, "from": BOT, "chat": GROUP}}, True),
        ({"text": "có", "reply_to_message": {"message_id": 1, "from": MAI, "chat": GROUP}}, False),
        (
            {
                "photo": [],
                "caption": "@AoXanhBot",
                "caption_entities": [{"type": "mention", "offset": 0, "length": 10}],
            },
            True,
        ),
    ],
)
def test_who_is_addressed_in_a_group(content: Json, addressed: bool) -> None:
    inbound = read(update(chat=GROUP, **content), ME)
    assert inbound is not None
    assert (inbound.private, inbound.addressed, inbound.sender) == (False, addressed, "501")


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "channel_post": {"message_id": 1, "chat": CHANNEL, "date": DATE, "text": "a"}},
        update(chat=CHANNEL, text="a"),
        {"update_id": 1, "message": message(chat=GROUP, text="a", sender_chat=GROUP) | {"from": ANONYMOUS}},
        update(chat=GROUP, text="a", sender_chat=CHANNEL),
        {"update_id": 1, "message": message(text="a") | {"from": BOT}},
        update(chat=GROUP, new_chat_members=[MAI]),
        update(chat=GROUP, migrate_to_chat_id=-100),
        update(pinned_message={"message_id": 1, "chat": PRIVATE, "date": 0}),
        {"update_id": 1, "poll_answer": {"poll_id": "1", "option_ids": []}},
        {"update_id": 1, "callback_query": {"id": "1", "from": MAI, "inline_message_id": "x", "data": "y"}},
        {"update_id": 1},
    ],
)
def test_nothing_we_act_on(raw: Json) -> None:
    assert read(raw, ME) is None


def test_a_message_without_a_sender_says_nothing() -> None:
    raw = update(text="a")
    del raw["message"]["from"]
    assert read(raw, ME) is None


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"unreadable": {"sha256": "0", "size": 1}},
        {"update_id": "x", "message": message(text="a")},
        {"update_id": 1, "message": {"text": "a"}},
        {"update_id": 1, "message": 5},
        {"update_id": 1, "message": message(text="số điện thoại 0912345678", chat={"id": 501})},
        {"update_id": 1, "message": message(text=["số điện thoại 0912345678"])},
        {"update_id": 1, "message": message(text="a", date=10**40)},
        {"update_id": 10**300, "message": message(text="a")},
        {"update_id": 1, "message": message(location={"sealed": 5})},
        {"update_id": 1, "callback_query": {"id": "1"}},
    ],
)
def test_what_cannot_be_read_says_so_without_the_values(raw: Json) -> None:
    with pytest.raises(ValueError, match="validation error") as caught:
        read(raw, ME)
    assert "0912345678" not in str(caught.value)


def test_fields_we_do_not_need_may_be_crooked() -> None:
    raw = update(text="a", reply_to_message={"chat": 5, "date": None}, photo_of_2028=[[[]]], via_bot="x")
    assert read(raw, ME) == said(text="a")


def test_without_a_known_name_a_group_command_with_a_name_is_not_ours() -> None:
    inbound = read(update(chat=GROUP, **command("/vaoca@AoXanhBot")), Identity("7000001"))
    assert inbound is not None
    assert not inbound.addressed
