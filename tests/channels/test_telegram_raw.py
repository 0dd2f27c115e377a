"""Which update it is, and what of it is not kept."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bodies import parsed
from bot.channel import Envelope, Raw
from bot.channels.telegram.raw import envelope, masked
from bot.channels.telegram.reading import Identity, read
from tests.channels.test_telegram_reading import ANONYMOUS, BOT, GROUP, MAI, PRIVATE, message, update

Json = dict[str, Any]
NAMES = ("Mai", "mai", "Đội hình phường", "Áo Xanh", "AoXanhBot")


def digits(text: str) -> str:
    """A mask that keeps the length: every digit is hidden."""
    return re.sub(r"\d", "•", text)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (update(text="a"), Envelope("900", "501", "501")),
        (update("edited_message", text="a"), Envelope("900", "501", "501")),
        (update(chat=GROUP, text="a"), Envelope("900", "501", "-100777")),
        (
            {"update_id": 1, "message": message(chat=GROUP, sender_chat=GROUP) | {"from": ANONYMOUS}},
            Envelope("1", "", "-100777"),
        ),
        (
            {"update_id": 1, "callback_query": {"id": "7", "from": MAI, "message": message(chat=GROUP)}},
            Envelope("1", "501", "-100777"),
        ),
        ({"update_id": 1, "my_chat_member": {"chat": PRIVATE, "from": MAI}}, Envelope("1", "501", "501")),
        ({"update_id": 1, "poll": {"id": "5"}}, Envelope("1", "", "")),
        ({"update_id": 1, "message": {"from": {"id": True}, "chat": {"id": "x"}}}, Envelope("1", "", "")),
    ],
)
def test_envelope(raw: Json, expected: Envelope) -> None:
    assert envelope(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [{}, {"update_id": -1}, {"update_id": True}, {"update_id": "9"}, {"update_id": 10**300}, {"a": {1}}],
)
def test_an_update_without_an_id_has_a_stable_key(raw: Json) -> None:
    key = envelope(raw).update_key
    assert key == envelope(dict(raw)).update_key
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", key)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(
    st.dictionaries(
        st.sampled_from(["update_id", "message", "callback_query", "from", "chat", "unreadable"]), JSON
    )
)
def test_nothing_raises_before_an_update_is_stored(raw: Json) -> None:
    assert envelope(raw).update_key
    json.dumps(masked(raw, digits))


def test_masking_reaches_every_text_and_no_id() -> None:
    card = {
        "message_id": 77,
        "from": BOT,
        "chat": PRIVATE,
        "date": 1,
        "text": "gọi 0912345678",
        "reply_markup": {"inline_keyboard": [[{"text": "5", "callback_data": "v1:501"}]]},
    }
    raw = {
        "update_id": 900,
        "message": message(
            text="số 0912345678 của @tester1 /vaoca",
            entities=[
                {"type": "mention", "offset": 18, "length": 8},
                {"type": "text_link", "offset": 0, "length": 2, "url": "tel:0912345678"},
                {"type": "text_mention", "offset": 0, "length": 1, "user": MAI},
            ],
            caption="ảnh 1",
            quote={"text": "0987"},
            contact={"phone_number": "0912345678", "first_name": "Lan", "vcard": "TEL:0912", "user_id": 501},
            forward_origin={"type": "hidden_user", "sender_user_name": "Tên 5"},
            poll={"id": "33", "question": "mấy giờ 7?", "options": [{"text": "8h", "voter_count": 8}]},
            document={"file_id": "AB12", "file_unique_id": "C3", "file_name": "cccd 001.pdf"},
            reply_to_message=card,
            location={"latitude": 10.5, "longitude": 106.7},
            field_of_2028={"words": ["nhà số 5"]},
        ),
    }
    kept = masked(raw, digits)
    written = json.dumps(kept, ensure_ascii=False)
    assert not re.search(r"0912|0987", written)
    assert not any(f'"{name}"' in written for name in (*NAMES, "Lan", "Tên 5"))
    body = kept["message"]
    assert body["text"] == "số •••••••••• của @tester• /vaoca"
    assert body["caption"] == "ảnh •"
    assert body["contact"] == {"phone_number": "", "first_name": "", "vcard": "", "user_id": 501}
    assert body["poll"] == {
        "id": "33",
        "question": "mấy giờ •?",
        "options": [{"text": "•h", "voter_count": 8}],
    }
    assert body["document"] == {"file_id": "AB12", "file_unique_id": "C3", "file_name": "cccd •••.pdf"}
    assert body["forward_origin"] == {"type": "hidden_user", "sender_user_name": ""}
    assert body["reply_to_message"]["reply_markup"]["inline_keyboard"] == [
        [{"text": "•", "callback_data": "v1:501"}]
    ]
    assert body["field_of_2028"] == {"words": ["nhà số •"]}
    assert body["location"] == raw["message"]["location"]  # type: ignore[index]
    assert raw["message"]["chat"]["first_name"] == "Mai"  # type: ignore[index]  # the given one is untouched


def test_of_a_tapped_message_only_which_one_it_was_is_kept() -> None:
    keys = {"inline_keyboard": [[{"text": "Có", "callback_data": "form:12:yes"}]]}
    card = message(text="Nguyễn Thị Mai Anh, đội 5", reply_markup=keys)
    raw = {"update_id": 1, "callback_query": {"id": "7", "from": MAI, "message": card, "data": "form:12:yes"}}
    kept = masked(raw, digits)["callback_query"]["message"]
    assert kept.keys() == {"message_id", "date", "chat"}
    assert card["text"] == "Nguyễn Thị Mai Anh, đội 5"  # the given one is untouched


@pytest.mark.parametrize(
    "raw",
    [
        update(text="/vaoca 12"),
        update(
            chat=GROUP, text="👋 12 @AoXanhBot", entities=[{"type": "mention", "offset": 6, "length": 10}]
        ),
        {
            "update_id": 1,
            "callback_query": {"id": "7", "from": MAI, "message": message(), "data": "form:12:yes"},
        },
    ],
)
def test_a_masked_update_reads_alike(raw: Json) -> None:
    me = Identity("7000001", "AoXanhBot")
    plain, kept = read(raw, me), read(masked(raw, digits), me)
    assert plain is not None
    assert kept is not None
    assert digits(plain.text) == kept.text
    assert (plain.data, plain.addressed, plain.chat) == (kept.data, kept.addressed, kept.chat)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe\xfd",
        b"[]",
        b"5",
        b"null",
        b'{"update_id":1',
        b'{"update_id":NaN}',
        b'{"update_id":' + b"9" * 5000 + b"}",
        b'{"a":' * 33 + b"1" + b"}" * 33,
        b"[" * 100_000,
        b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    ],
)
def test_a_body_that_is_no_update_is_kept_as_size_and_digest(body: bytes) -> None:
    raw = parsed(body)
    assert set(raw) == {"unreadable"}
    assert envelope(raw).update_key == f"sha256:{raw['unreadable']['sha256']}"
    kept = masked(raw, digits)["unreadable"]
    assert kept == {"sha256": raw["unreadable"]["sha256"], "size": len(body)}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"update_id":1}', {"update_id": 1}),
        (b"{}", {}),
        (b'{"update_id":1,"update_id":2}', {"update_id": 2}),
        (b'{"a":' * 32 + b"1" + b"}" * 32, None),
        (b'{"update_id":1,"message":{"text":"\\ud800"}}', {"update_id": 1, "message": {"text": "\ud800"}}),
    ],
)
def test_an_update_is_what_its_json_says(body: bytes, expected: Raw | None) -> None:
    raw = parsed(body)
    assert "unreadable" not in raw or expected is None
    assert expected in (None, raw)
