"""Outbound in, the exact request on the wire out."""

from typing import Any

import pytest

from bot.channel import Rejected, Sent
from handlers.messages import Button, File, Outbound, Photo
from tests.channels.telegram_site import telegram
from tests.fakes.telegram import Call, TelegramFake

Json = dict[str, Any]

NO_PREVIEW = {"is_disabled": True}
YES_NO = ((Button("Có", "v1:yes"), Button("Không", "v1:no")), (Button("Để sau", "v1:later"),))
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Có", "callback_data": "v1:yes"}, {"text": "Không", "callback_data": "v1:no"}],
        [{"text": "Để sau", "callback_data": "v1:later"}],
    ]
}
HOSTILE = "<b>a</b> *b* _c_ [d](http://e) `f` \\ &amp; \x00 \u202e"


async def calls(*messages: Outbound, fake: TelegramFake | None = None) -> list[Call]:
    """What goes over the wire for ``messages`` to person 501."""
    async with fake or TelegramFake() as server, telegram(server) as channel:
        server.person(501)
        for message in messages:
            await channel.send("501", message)
        return server.ledger.calls


@pytest.mark.parametrize(
    ("message", "method", "params"),
    [
        (
            Outbound("Chào Mai"),
            "sendMessage",
            {"chat_id": 501, "text": "Chào Mai", "link_preview_options": NO_PREVIEW},
        ),
        (
            Outbound("Vào ca?", choices=YES_NO),
            "sendMessage",
            {
                "chat_id": 501,
                "text": "Vào ca?",
                "link_preview_options": NO_PREVIEW,
                "reply_markup": KEYBOARD,
            },
        ),
        (
            Outbound(HOSTILE),
            "sendMessage",
            {"chat_id": 501, "text": HOSTILE, "link_preview_options": NO_PREVIEW},
        ),
        (
            Outbound("Bạn đang ở đâu?", choices=((Button("Bỏ qua", "skip"),),), asks_place=True),
            "sendMessage",
            {
                "chat_id": 501,
                "text": "Bạn đang ở đâu?",
                "link_preview_options": NO_PREVIEW,
                "reply_markup": {
                    "keyboard": [[{"text": "📍", "request_location": True}], [{"text": "Bỏ qua"}]],
                    "resize_keyboard": True,
                    "one_time_keyboard": True,
                },
            },
        ),
    ],
)
async def test_a_text(message: Outbound, method: str, params: Json) -> None:
    (call,) = await calls(message)
    assert (call.method, dict(call.params), dict(call.files)) == (method, params, {})


async def test_a_picture() -> None:
    message = Outbound("Tổng hợp", photo=Photo(b"\x89PNG", "biểu đồ"), choices=YES_NO)
    (call,) = await calls(message)
    assert call.method == "sendPhoto"
    assert dict(call.params) == {"chat_id": 501, "caption": "Tổng hợp", "reply_markup": KEYBOARD}
    upload = call.files["photo"]
    assert (upload.name, upload.mime, upload.content) == ("picture.png", "image/png", b"\x89PNG")


async def test_a_picture_without_text_says_its_words() -> None:
    (call,) = await calls(Outbound("", photo=Photo(b"\x89PNG", "biểu đồ")))
    assert dict(call.params) == {"chat_id": 501, "caption": "biểu đồ"}


async def test_long_words_of_a_picture_are_cut_to_a_caption() -> None:
    (call,) = await calls(Outbound("", photo=Photo(b"\x89PNG", "bước một " * 200)))
    assert 1000 < len(call.params["caption"]) <= 1024


async def test_a_file() -> None:
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    (call,) = await calls(Outbound("Danh sách", file=File(b"PK", "đội hình.xlsx", mime)))
    assert call.method == "sendDocument"
    assert dict(call.params) == {"chat_id": 501, "caption": "Danh sách"}
    upload = call.files["document"]
    assert (upload.name, upload.mime, upload.content) == ("đội hình.xlsx", mime, b"PK")


async def test_a_file_name_cannot_end_its_header() -> None:
    (call,) = await calls(
        Outbound("a", file=File(b"PK", 'x"\r\nContent-Type: text/html\r\n\r\n\x00.csv', "text/csv"))
    )
    assert [upload.mime for upload in call.files.values()] == ["text/csv"]
    assert call.files["document"].content == b"PK"


async def test_a_text_longer_than_a_caption_follows_its_picture() -> None:
    picture, text = await calls(Outbound("ă" * 1025, photo=Photo(b"\x89PNG", "biểu đồ"), choices=YES_NO))
    assert dict(picture.params) == {"chat_id": 501, "caption": "biểu đồ"}
    assert (text.method, text.params["text"], text.params["reply_markup"]) == (
        "sendMessage",
        "ă" * 1025,
        KEYBOARD,
    )


async def test_an_edit_in_place_also_takes_the_buttons_away() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        mai = fake.person(501)
        sent = await channel.send("501", Outbound("Vào ca?", choices=YES_NO))
        again = await channel.send("501", Outbound("Đã vào ca", edits=sent.message_id))
        assert again == sent
        call = fake.ledger.of("editMessageText")[0]
        assert dict(call.params) == {
            "chat_id": 501,
            "message_id": int(sent.message_id),
            "text": "Đã vào ca",
            "link_preview_options": NO_PREVIEW,
        }
        assert [(shown.text, shown.buttons) for shown in mai.shown()] == [("Đã vào ca", [])]


async def test_an_edit_that_changes_nothing_has_arrived() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        sent = await channel.send("501", Outbound("Vào ca?"))
        assert await channel.send("501", Outbound("Vào ca?", edits=sent.message_id)) == sent
        assert len(fake.ledger.calls) == 2


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
        "Bad Request: there is no text in the message to edit",
    ],
)
async def test_what_cannot_be_edited_is_sent_anew(description: str) -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        mai = fake.person(501)
        fake.refuses("editMessageText", 400, description)
        sent = await channel.send("501", Outbound("Vào ca?", edits="77"))
        assert sent == Sent(str(mai.last().message_id))
        assert mai.last().text == "Vào ca?"


async def test_a_picture_or_an_odd_id_does_not_edit() -> None:
    sent = await calls(Outbound("a", photo=Photo(b"\x89PNG", "b"), edits="77"), Outbound("a", edits="web-1"))
    assert [call.method for call in sent] == ["sendPhoto", "sendMessage"]


@pytest.mark.parametrize(("text", "notice"), [("Đã ghi", "Đã ghi"), ("", None), ("ă" * 250, "ă" * 200)])
async def test_answering_a_tap(text: str, notice: str | None) -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        mai = fake.person(501)
        await channel.send("501", Outbound("Vào ca?", choices=YES_NO))
        mai.taps("Có")
        tap = fake.waiting[0].body["callback_query"]["id"]
        assert await channel.send("501", Outbound(text, callback=tap)) == Sent("")
        expected = {"callback_query_id": tap} | ({"text": notice} if notice else {})
        assert dict(fake.ledger.of("answerCallbackQuery")[0].params) == expected
        assert mai.notices == [notice or ""]


async def test_a_tap_too_old_to_be_answered_is_answered() -> None:
    (call,) = await calls(Outbound("Đã ghi", callback="123"))
    assert call.status == 400


async def test_refused_buttons_are_tried_once_plain() -> None:
    long = ((Button("Có", "x" * 65), Button("Không", "no")),)
    first, second = await calls(Outbound("Vào ca?", choices=long))
    assert first.refusal == "Bad Request: BUTTON_DATA_INVALID"
    assert dict(second.params) == {
        "chat_id": 501,
        "text": "Vào ca?\n1. Có\n2. Không",
        "link_preview_options": NO_PREVIEW,
    }


async def test_what_is_refused_plain_as_well_is_refused() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        fake.refuses("sendMessage", 400, "Bad Request: no", times=None)
        with pytest.raises(Rejected):
            await channel.send("501", Outbound("a", choices=YES_NO))
        assert len(fake.ledger.calls) == 2
        with pytest.raises(Rejected):
            await channel.send("501", Outbound("a"))
        assert len(fake.ledger.calls) == 3


@pytest.mark.parametrize(
    "message",
    [
        Outbound("a\ud800b"),
        Outbound("a\ud800b", photo=Photo(b"\x89PNG", "b")),
        Outbound("a\ud800b", callback="1"),
        Outbound("a", choices=((Button("\ud800", "x"),),)),
        Outbound(""),
        Outbound("ă" * 4097),
    ],
)
async def test_a_text_telegram_cannot_take_is_rejected(message: Outbound) -> None:
    with pytest.raises(Rejected):
        await calls(message)


async def test_a_chat_that_is_no_number_is_rejected() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        with pytest.raises(Rejected):
            await channel.send("@kenh", Outbound("a"))
        assert fake.ledger.calls == []


async def test_an_answer_the_library_cannot_read_has_still_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tests.fakes.telegram.payloads.bots_message", lambda *_: {"message_id": 9, "chat": {"oh": 1}}
    )
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.person(501)
        assert await channel.send("501", Outbound("a")) == Sent("9")


async def test_no_call_ever_asks_for_markdown_or_html() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        mai = fake.person(501)
        sent = await channel.send("501", Outbound(HOSTILE))
        await channel.send("501", Outbound(HOSTILE * 2, edits=sent.message_id))
        await channel.send("501", Outbound(HOSTILE, photo=Photo(b"\x89PNG", "b")))
        assert fake.ledger.parse_modes == 0
        assert [shown.text for shown in mai.shown()] == [HOSTILE * 2, HOSTILE]
